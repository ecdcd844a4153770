# 登记成绩, 确认成绩: the forms, what stands against a score, and who hears what.

scores-too-early = { $part ->
    [theory] 理论
    [practice] 实操
   *[any] 考试
 } { $day } { $at } 开始，之后才能登记成绩。
scores-no-roster = 批次 { $number } 还没有提交花名册，没有可以登记成绩的考生。
scores-locked = 批次 { $number } 的成绩已经提交，不能再改。
scores-changed-meanwhile = 这些成绩刚刚有变动。请按现在的成绩再看一次。
score-not-on-roster = 这个人不在本批次的花名册上。
score-twice = 第 { $place } 号的{ $part ->
    [theory] 理论
   *[practice] 实操
 }成绩写了两次。请只留一个。
score-examiner-not-of-team = 第 { $place } 号{ $part ->
    [theory] 理论
   *[practice] 实操
 }：这位考评员不在该工种的考评组里。
score-stands = 第 { $place } 号{ $part ->
    [theory] 理论
   *[practice] 实操
 }：现在登记的是{ $stands ->
    [absent] 缺考
   *[other] { $stands }
 }，新的是{ $given ->
    [absent] 缺考
   *[other] { $given }
 }。{ $state ->
    [confirmed] 原成绩已由考评员确认。
    [returned] 原成绩被考评员退回。
   *[entered] { "" }
 }
score-needs-reason = 第 { $place } 号{ $part ->
    [theory] 理论
   *[practice] 实操
 }成绩已由考评员确认，更正要写原因。

scores-missing = { $trade } { $level }{ $part ->
    [theory] 理论
   *[practice] 实操
 }：{ $count } 人没有成绩（序号 { $places }）。
scores-returned = { $trade } { $level }{ $part ->
    [theory] 理论
   *[practice] 实操
 }：{ $count } 人的成绩被考评员退回（序号 { $places }）。
scores-unconfirmed = { $trade } { $level }{ $part ->
    [theory] 理论
   *[practice] 实操
 }：{ $count } 人的成绩等考评员确认（序号 { $places }）。

absent-absent = 缺考
scores-line-1 = 没有看懂“{ $line }”。请写成绩，例如 78；写别人的，先写序号，例如 12 78。缺考写“缺考”。
scores-line-2 = 没有看懂“{ $line }”。请写理论和实操，例如 78 85；写别人的，先写序号，例如 12 78 85。缺考写“缺考”，还没有的写“-”。
scores-line-without-place = 一次写几行时，每行先写序号：“{ $line }”没有序号。例如 12 78 85。
scores-line-twice = 第 { $place } 号写了两行。请只留一行。
score-place-unknown = 这个工种的花名册上没有第 { $place } 号。请看一下序号。
score-other-name = 第 { $place } 号不是这个名字。请看一下序号和姓名。

form-scores = 登记成绩
    .also = 成绩登记 录入成绩 成绩录入 登分
scores-none-to-enter = 没有要登记成绩的批次。花名册提交、考试开始以后，批次会出现在这里。
scores-listed = 要登记成绩的批次：
scores-line = { $n } { $number }　{ $exam_on } 考试　已登记 { $entered }/{ $all }，已确认 { $confirmed }
scores-shown = 批次 { $number }　{ $exam_on } 考试
    成绩已登记 { $entered }/{ $all }，考评员已确认 { $confirmed }。
scores-item = { $trade } { $level }
scores-part = 　{ $part }：已登记 { $entered }/{ $all }，已确认 { $confirmed }{ $missing ->
    [none] { "" }
   *[other] ；没有成绩的序号 { $missing_places }
 }{ $returned ->
    [none] { "" }
   *[other] ；退回的序号 { $returned_places }
 }
scores-candidates = 批次 { $number }　序号、姓名、成绩（* 待确认，! 被退回）。回复“登记成绩 { $number } 序号”看一个人的全部记录。
scores-candidate = { $place } { $name }　理论 { $theory }{ $theory_state ->
    [entered] *
    [returned] !
   *[other] { "" }
 }　实操 { $practice }{ $practice_state ->
    [entered] *
    [returned] !
   *[other] { "" }
 }{ $result ->
    [none] { "" }
   *[other] 　{ $result }
 }
score-history-of = 第 { $place } 号 { $name }　理论 { $theory }　实操 { $practice }{ $result ->
    [none] { "" }
   *[other] 　{ $result }
 }
score-history = { $part } { $mark }　{ $entered_at } { $entered_by }登记，考评员 { $examiner }{ $confirmed_at ->
    [none] { "" }
   *[other] ，{ $confirmed_at } 确认
 }{ $returned_at ->
    [none] { "" }
   *[other] ，{ $returned_at } 退回：{ $answer }
 }{ $reason ->
    [none] { "" }
   *[other] 。更正原因：{ $reason }
 }{ $state ->
    [replaced] （已被替换）
   *[other] { "" }
 }
scores-asked = 已通知 { $count } 位考评员确认成绩。
scores-nothing-waits = 没有等考评员确认的成绩。
next-scores = { $argument ->
    [none] 登记成绩
   *[other] { $argument } 的成绩
 }
next-scores-list = 全部考生和成绩
next-scores-ask = 通知考评员确认
export-score_sheet = 成绩表
exam-batch-option = { $number }　{ $exam_on } 考试

form-score_entry = 逐个登记成绩
    .also = 逐个登分
score_entry-batch = 批次
    .ask = 登记哪个批次的成绩？
    .refused-pick-unknown = 这个批次现在不能登记成绩：还没有开考，或成绩已经提交。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列已经开考的批次。
score_entry-item = 工种
    .ask = 哪个工种？
score-item-option = { $trade } { $level }　{ $people } 人，{ $left ->
    [none] 都已登记
   *[other] { $left } 人待登记
 }
score_entry-parts = 科目
    .ask = 登记哪一科？
score-parts-both = 理论和实操
score-parts-theory = 理论
score-parts-practice = 实操
score_entry-examiner = 考评员
    .ask = 成绩是哪位考评员评的？两科一起登记时，先选理论的。
    .hint = 登记后由本人确认才算数。
score_entry-practice_examiner = 实操考评员
    .ask = 实操是哪位考评员评的？
score-examiner-option = { $name }{ $leader ->
    [yes] （组长）
   *[no] { "" }
 }　{ $number }
score_entry-place = 考生
    .ask = 从谁开始？还没有成绩的排在前面，也可以写序号或姓名。
    .none = 这个工种的花名册上没有考生。
score-place-option = { $place } { $name }　理论 { $theory }　实操 { $practice }
score_entry-marks = 成绩
    .ask = 请写这位考生的成绩：
    .again = “{ $said }”又收到一次，前一位的已经记下。第 { $place } 号 { $name }也是 { $said } 吗？
    .hint = 第 { $place } 号 { $name }{ $stands ->
        [none] { "" }
       *[some] 　现在是理论 { $theory }　实操 { $practice }
    }
    { $parts ->
        [both] 理论和实操写在一行，例如 78 85。一次写几个人，每行先写序号，例如 12 78 85。
        [theory] 只写理论，例如 78。一次写几个人，每行先写序号，例如 12 78。
       *[practice] 只写实操，例如 85。一次写几个人，每行先写序号，例如 12 85。
    }
    还有 { $left } 人没有成绩。
score-typed = { $place }：理论 { $theory }，实操 { $practice }
score_entry-replace = 替换
    .ask = 已经登记的和现在写的不一样。用新的替换吗？
    .hint = { $pairs }
score-pair = 第 { $place } 号 { $name } { $part } { $stands }（{ $stands_examiner }{ $state ->
    [confirmed] ，已确认
   *[other] { "" }
 }）→ { $given }（{ $given_examiner }）
score_entry-reason = 更正原因
    .ask = 原成绩已由考评员确认。为什么更正？
    .hint = 原成绩和原因会留在记录里，更正后由考评员重新确认。
score-entered = 已登记：第 { $place } 号 { $name }　理论 { $theory }　实操 { $practice }
scores-entered-many = 已登记 { $count } 人的成绩。
scores-kept = 不一样的保留了原来的。
score-skipped = 第 { $place } 号先跳过。
next-score_entry = 逐个登记
next-score_entry-correct = 更正成绩
next-score_entry-back = 去改退回的

form-score_confirmation = 确认成绩
    .also = 成绩确认 核对成绩
scores-none-to-return = 没有可以退回的成绩：考试站还没有登记您评的成绩，或成绩已经提交。
scores-none-to-confirm = 没有等您确认的成绩。考试站登记后会通知您。
scores-to-confirm-listed = 等您确认的成绩：
scores-to-confirm-line = { $n } 批次 { $number }　{ $station }　{ $exam_on } 考试　{ $count } 个成绩
scores-which-item = 批次 { $number }，先确认哪个工种？
scores-item-to-confirm = { $n } { $trade } { $level }　{ $count } 个成绩
scores-confirm-head = 批次 { $number }　{ $trade } { $level }，{ $count } 个成绩等您确认：
score-to-confirm = { $place } { $name }{ $theory ->
    [none] { "" }
   *[other] 　理论 { $theory }
 }{ $practice ->
    [none] { "" }
   *[other] 　实操 { $practice }
 }{ $reason ->
    [none] { "" }
   *[other] 　更正原因：{ $reason }
 }
scores-confirm-foot = 请和您签字的评分表核对。确认后才算数。
scores-now-confirmed = 批次 { $number }：已确认 { $count } 个成绩。
scores-confirmed-already = 批次 { $number }：没有等您确认的成绩了。
scores-came-meanwhile = 刚刚又登记了 { $count } 个，请再看一次。
next-score_confirmation-all = 全部确认
next-score_confirmation = { $argument ->
    [none] 确认成绩
   *[other] 去确认
 }

form-score_return = 退回成绩
    .also = 成绩退回
score_return-given = 成绩
    .ask = 退回哪个工种的成绩？
    .none = 没有您评的成绩可以退回。
scores-given-option = { $number }　{ $trade } { $level }
score_return-which = 序号
    .ask = 哪几号不对？请写序号，例如 3 7 或 3-5。
score-places-unreadable = 没有看懂。请只写序号，例如 3 7 或 3-5。
score-places-not-yours = 序号 { $places } 没有您评的成绩可以退回。请看一下序号。
score-part-not-yours = 这几号的这一科没有您评的成绩可以退回。
score_return-parts = 科目
    .ask = 哪一科不对？
score_return-reason = 原因
    .ask = 哪里不对？写给考试站，例如“第 3 号理论应为 78”。
score_return-confirm_others = 其余的
    .ask = 其余的按登记的确认吗？
    .hint = 还有 { $count } 个成绩等您确认。
scores-now-returned = 已退回 { $count } 个成绩，考试站会马上收到。
next-score_return = 有不对的，退回

scores-to-confirm = 批次 { $number } { $trade } { $level }：{ $count } 个成绩等您确认。
scores-corrected = 批次 { $number } { $trade } { $level }：已确认的成绩有更正，{ $count } 个成绩等您重新确认。
scores-all-confirmed = 批次 { $number } 的成绩已全部由考评员确认。
scores-sent-back = 批次 { $number }：{ $name }退回了第 { $places } 号的成绩。原因：{ $reason }

form-score_import = 导入成绩
    .also = 成绩导入 上传成绩表
    .review = 请核对：提交后由考评员确认才算数。回复“提交”，或回复项号修改。
score_import-batch = 批次
    .ask = 导入哪个批次的成绩？
    .refused-pick-unknown = 这个批次现在不能登记成绩：还没有开考，或成绩已经提交。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列已经开考的批次。
score_import-sheet = 成绩表
    .ask = 请把填好的成绩表（Excel）发来。
    .hint = 先下载本批次的成绩表，只填黄色的格子：成绩、缺考、考评员。先检查，您看过再登记。
    .refused-score-sheet-wrong = 这张表有不对的地方，一个成绩都没有登记：
        { $faults }
        请改好再发。
score-sheet-wrong = 这张表有不对的地方，一个成绩都没有登记：{ $faults }
score-sheet-shown = { $people } 人：新登记 { $new } 个成绩，{ $same } 个没有变化{ $differs ->
    [none] { "" }
   *[other] ，{ $differs } 个和已登记的不一样
 }
score-sheet-more-faults = 还有 { $count } 处。
score-sheet-more = 还有 { $count } 个。
score-sheet-fault = 第 { $row } 行 { $column }：{ $problem }
score_import-differing = 不一样的
    .ask = 这些成绩表上和已登记的不一样，用哪个？
    .hint = { $pairs }
differing-entered = 保留已登记的
differing-sheet = 用成绩表上的
score_import-reason = 更正原因
    .ask = 其中有考评员已确认的成绩。为什么更正？
    .hint = 原成绩和原因会留在记录里，更正后由考评员重新确认。
scores-taken = 已登记 { $count } 个成绩。
next-score_import = 用成绩表导入

score-sheet-moved-on = 刚才又登记了成绩。请再看一遍，再选。
score-sheet-unknown = 这不是成绩表。请下载本批次的成绩表，填好再发。
score-sheet-columns = 成绩表的列和下载时不一样：少了、改了名或换了位置。请重新下载，不要改动列。
score-sheet-no-batch = 表头上没有批次号。请下载批次 { $number } 的成绩表来填。
score-sheet-other-batch = 这是批次 { $found } 的成绩表，现在登记的是批次 { $number }。请换一张，或换一个批次。
score-sheet-empty = 成绩表里还没有成绩。请填好再发。
score-sheet-place = 这里要有花名册上的序号。
score-sheet-not-on-roster = 花名册上没有第 { $place } 号。
score-sheet-twice = 第 { $place } 号在第 { $row } 行已经有了。请只留一行。
score-sheet-other-name = 花名册上第 { $place } 号不是这个名字。
score-sheet-absent-scored = 缺考的不能有成绩。请去掉一个。
score-sheet-absence = 缺考一栏只能写：缺考、理论缺考、实操缺考。
score-sheet-formula = 这里是公式。请直接写成绩。
score-sheet-no-examiner = 没有选考评员。
score-sheet-examiner = 这位不在该工种的考评组里。可以选：{ $team }。
score-sheet-examiner-twice = 考评组里有两位同名，请选带编号的：{ $team }。

score-sheet-title = 成绩表
score-sheet-lists = 选项
score-sheet-head = 批次 { $number }　{ $station }　{ $days }
score-sheet-how = { $state ->
    [submitted] 成绩已提交，不能再改。这张表供查看、打印和签字。
    [confirmed] 成绩已全部由考评员确认，这张表供查看、打印和签字。要更正，请在考务通说“逐个登记成绩”，写明原因。
   *[open] 只填黄色的格子：成绩 0–100，最多一位小数；缺考的不写成绩，在“缺考”一栏选；每个成绩都要选考评员。填好后发回考务通导入。
 }
score-sheet-score-error = 成绩请写 0 到 100 的数字，最多一位小数。
score-column-place = 序号
score-column-name = 姓名
score-column-id_number = 身份证号
score-column-trade = 职业（工种）
score-column-level = 等级
score-column-theory = 理论成绩
score-column-practice = 实操成绩
score-column-absent = 缺考
score-column-theory_examiner = 理论考评员
score-column-practice_examiner = 实操考评员
score-column-result = 评定成绩
score-column-signature = 考评员签字
score-absent-both = 缺考
score-absent-theory = 理论缺考
score-absent-practice = 实操缺考

reminder-scores = 批次 { $batch } { $trades }：成绩{ $late ->
    [yes] 应在 { $due } 前登记，已经过期
   *[no] { $due } 前登记
 }。还有 { $count } 个没有登记或被退回。
reminder-scores_to_confirm = 批次 { $batch } { $trades }（{ $station }）：您评的 { $count } 个成绩等您确认，已经 { $days } 天。

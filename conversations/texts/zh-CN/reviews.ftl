# The station reviews registrations; candidates hand in what was returned.

review-claimed = { $by } 正在审核这一份。请先看别的，或稍后再来。
review-moved-on = 这一份刚才有变动：{ $on } { $by }{ $done ->
    [approve] 通过了
    [return] 退回了
    [reject] 不通过
    [reopen] 撤回了审核结果
    [stamp] 考生上传了盖章表
    [hand_in] 考生补交了材料
   *[correct] 考生更正了内容
 }。请重新打开再看。
review-over = 批次 { $number } 的花名册已经提交，不能再改审核结果。
review-own = 这是您本人的报名，请由别的同事审核。
review-not-now = { $state ->
    [submitted] 盖章的申报表还没有收到，现在只能退回或不通过。
    [returned] 已经退回，等考生补交；现在只能不通过。
    [complete] 这一份还没有审核，没有可以撤回的结果。
    [approved] 已经通过。要改请先撤回。
   *[rejected] 已经不通过。要改请先撤回。
 }
review-not-confirmed = 还没有核对：{ $point ->
    [school-and-major] 学校、专业与申报工种
    [enrolment] 入学时间与学生证
    [enrolment-differs] 入学时间与学习经历
    [practice] 外出实习
    [birth-years] 出生年份
   *[proof] 证明材料
 }。
review-not-today = 审核结果是 { $on } 作出的，只能当天撤回。
review-no-seat = 空出的名额已经给了别人，不能撤回。
review-not-returnable = 这一项不能退回。请从列表里选。
review-reason-wanted = 请写明原因，考生才知道怎么办。
registration-not-returned = { $state ->
    [approved] 这份报名已经审核通过，不用再改。
    [rejected] 这份报名没有通过审核，不能再改。
   *[other] 这份报名现在没有要补交或更正的。
 }
document-not-returned = 这一项没有被退回，不用重交。
box-not-returned = 这一项没有被退回，不能改。

menu-reviews = 审核报名
form-registration_review = 报名审核
    .also = 审核 待审核
next-registration_review = { $argument ->
    [none] 报名审核
   *[other] 审核 { $argument }
 }
next-registration_review-openly = 完整显示一次
next-registration_review-release = 先不办，放回
reviews-none = 现在没有等审核的报名。有新的会列在这里。
reviews-none-plain = 这个批次现在没有可以批量通过的，请一份一份看。
reviews-counted = 批次 { $batch }：待审核 { $complete }，待盖章表 { $submitted }，已退回 { $returned }，已通过 { $approved }，不通过 { $rejected }
reviews-listed = 等审核（等得最久的在前）：
reviews-line = { $n } { $name }　{ $number }　{ $trade }　{ $level }　{ $days ->
    [today] 今天到
    [yesterday] 昨天到
   *[other] 等了 { $days } 天
 }{ $claim ->
    [mine] 　您在审
    [other] 　有人在审
   *[none] {""}
 }
review-option = { $number }　{ $name }　{ $trade }　{ $level }
review-released = { $number } 已放回，别人也可以审核了。
review-head =
    { $number }　{ $name }　{ $trade }　{ $level }
    批次 { $batch }　{ $exam_on } 考试　{ $filed_on } 提交　{ $state }
review-eligibility = 申报条件（按 { $exam_on } 考试算；? 要凭材料核对）：
review-student-card = 学生证上应是：{ $school }　{ $major }　{ $enrolled } 入学；申报 { $trade }。
review-proof = 请凭材料核对工作年限、证书、职称或毕业证书，并看是否属于本职业或相关职业。
review-look-alike = 注意：{ $number ->
    [elsewhere] 别的考试站有一份报名
   *[other] { $number }
 }用了{ $same ->
    [photo] 同一张照片
   *[phone] 同一个手机号
 }，不是同一个人。
review-sent-again = 补交的材料：{ $documents }。其余上次已看过。
review-whole = 整份报名
review-history = 经过：
review-step = { $on }　{ $by ->
    [candidate] 考生
    [office] 名单导入
   *[other] { $by }
 }　{ $done ->
    [approve] 通过
    [return] 退回
    [reject] 不通过
    [reopen] 撤回审核结果
    [stamp] 上传盖章表
    [hand_in] 补交材料
   *[correct] 更正内容
 }

form-registration_decision = 报名审核意见
next-registration_decision-approve = 通过
next-registration_decision-return = 退回补正
next-registration_decision-reject = 不通过
review-kind-approve = 通过
review-kind-return = 退回补正
review-kind-reject = 不通过
registration_decision-registration = 报名
    .ask = 审核哪一份？
    .refused-pick-unknown = 这一份不在您这里。请从列表里选。
registration_decision-decision = 审核结果
    .ask = 怎么办？
registration_decision-confirmed = 核对
    .ask = 下面几项都和材料核对过、一致吗？
    .hint = 都一致就回复 0。有一项不一致，请返回后选“退回补正”。
review-all-points = 列出的每一项都要核对一致才能通过。有不一致的，请返回后选“退回补正”。
point-school-and-major = 学校、专业与学生证一致，并与申报工种对应
point-enrolment = 入学时间与学生证一致
point-enrolment-differs = 入学时间与学习经历不一致，已查明
point-practice = 因外出实习提前申报，已核实
point-birth-years = 出生年份符合要求，已核定
point-proof = 工作、证书、学历材料属实，属于本职业或相关职业
registration_decision-returned = 退回的项
    .more = 还有别的要退回吗？
registration_decision-returned-item = 退回哪一项
    .ask = 哪一项要重交或更正？
registration_decision-returned-why = 原因
    .ask = 为什么退回？
    .hint = 可以选，也可以直接写，考生会原样看到。
registration_decision-refusal = 原因
    .ask = 为什么不通过？
    .hint = 可以选，也可以直接写，考生会原样看到。名额会让给别人。
document-reason-blurred = 看不清楚，请重新拍
document-reason-cut_off = 没有拍全，四个角都要在画面里
document-reason-another = 不是这一项要的材料
document-reason-not_theirs = 姓名或证件号与本人不一致
document-reason-expired = 已经过期
document-reason-no_seal = 没有盖章，或章不清楚
document-reason-differs = 与材料不一致，请更正
document-reason-not_a_portrait = 不是规定的证件照（正面、免冠、浅色背景）
registration-refusal-not_eligible = 不符合申报条件
registration-refusal-falsified = 材料不真实
registration-refusal-twice = 重复报名
registration-refusal-given_up = 本人要求取消
review-done-approve = 已通过：{ $number } { $name }。考生已收到通知。
review-done-return = 已退回：{ $number } { $name }。考生已收到通知和原因。
review-done-reject = 不通过：{ $number } { $name }。名额已空出，考生已收到通知和原因。

form-approve_registrations = 批量通过报名
    .review = 提交就是确认：列出的各人材料都已看过；在读学生的学校、专业与学生证一致并与工种对应，入学时间与学生证一致。
next-approve_registrations = 批量通过（批次 { $argument }）
approve_registrations-batch = 批次
    .ask = 哪个批次？
approve_registrations-people = 通过的考生
    .ask = 通过哪几位？回复 0 是全部，也可以写 1 3 5 或 1-12。
    .hint = 只列材料齐全、没有特别要核对的；一次最多 30 位。
    .refused-choice-unknown = 名单刚才有变动，请重新选。
review-plain-option = { $name }　{ $number }
reviews-approved = 已通过 { $count } 位，考生都已收到通知。
reviews-left = 有 { $count } 位刚才有变动，没有通过，请单独打开看。
form-reopen_registration = 撤回审核结果
next-reopen_registration = 撤回刚才的结果
reviews-reopened = 已撤回 { $count } 份的审核结果，重新等您审核，考生已收到通知。
reviews-reopened-none = 没有可以撤回的了。

review-told-approve = 报名 { $number }（{ $trade }）审核通过。{ $exam_on } 考试，时间地点开考前再通知你。
review-told-return = 报名 { $number }（{ $trade }）有几项被退回，其余都保留。请在 { $month } 月 { $day } 日 24:00 前改好：
review-told-reject = 报名 { $number }（{ $trade }）没有通过审核：
review-told-reopen = 报名 { $number }（{ $trade }）正在重新审核，现在不用做什么，有结果会通知你。

form-document = 补交材料
    .also = 补交 补材料 重交材料
next-document = 补交材料
document-none = 现在没有要补交的材料。要看进度，请说“我的报名”。
document-registration = 报名
    .ask = 是哪一份报名？
    .refused-window-closed = 这个批次在 { $last } 24:00 截止了，不能再补交。请联系考试站，或报下一个批次。
    .refused-pick-unknown = 这份报名现在没有要补交的。
document-stamped_form = 盖章的申报表
    .ask = 请重新发盖好章的申报表，照片或 PDF 都可以。
    .hint = 整页拍全，公章要看得清。
document-taken-complete = 材料收到了。{ $number } 等考试站再审核，有结果会通知你。
document-taken-submitted = 材料收到了。{ $number } 还差盖章的申报表，{ $month } 月 { $day } 日 24:00 前发来才算有效。
document-taken-returned = 材料收到了。{ $number } 还有几项要更正，请接着改。

form-correction = 更正报名
    .also = 更正 修改报名
    .review = 只能改被退回的几项，其余保持原样。改好后回复“提交”。
next-correction = 更正报名
correction-none = 现在没有要更正的。要看进度，请说“我的报名”。
correction-taken-complete = 更正收到了。{ $number } 等考试站再审核，有结果会通知你。
correction-taken-submitted = 更正收到了。申报表的内容变了，原来盖的章不再有效：请重新下载 { $number } 的申报表，盖章后在 { $month } 月 { $day } 日 24:00 前发回来。
correction-taken-returned = 更正收到了。{ $number } 还有材料要补交，请接着发。

batch-full-elsewhere = 名额刚刚报满，你填的都在。还有名额的批次：{ $others }。选一个就可以接着提交，也可以请考试站增加名额。
batch-line-full = 批次 { $batch } 的{ $trade }（{ $level }）名额已报满，还有人要报的话，请用另一条计划再申请一个批次。
registrations-returned-item = 　{ $box }：{ $reason }
registrations-returned-due = { $month } 月 { $day } 日 24:00 前补好才算有效：
registrations-returned-late = 被退回的内容在 { $month } 月 { $day } 日 24:00 前没有补好，这次报名无效。可以报下一个批次。
registrations-rejected-why = 原因：{ $reason }

# 批次申请, 批次一览: the form, what stands against it, and how a batch stands.

hour-unreadable = 请写几点开始，例如 9:00 或 下午2点。
venue-outside-licence = 考试地点要在许可证的区域内（{ $region }）。请从“{ $region }”写起。
batch-venue-missing = 还没有写考试地点。
batch-contact-missing = 还没有写联系人。
batch-machinery-classes = 工程机械一个批次只能考一类，现在有：{ $classes }。请分成几个批次。
batch-closed-before-open = 考试日期 { $exam }，报名在 { $last_day } 24:00 已经截止，批准了也没人能报。请退回，让考试站改期。
batch-decided = 这个批次已经办完，不能再改。
batch-other-programme = 这个批次报的是{ $programme }，不能改成另一类。请改回来，另一类另行申请。

plan-line-twice = 第 { $item } 项（{ $trade } { $level }）和前面用了同一条计划。一条计划只能用一次，请换一条。
team-without-leader = 第 { $item } 项（{ $trade } { $level }）还没有考评组长。请选一位。
team-too-few = 第 { $item } 项（{ $trade } { $level }）要有至少 { $least } 名考评员（含组长），现在 { $has } 名。请再选，或先申报考评员。
team-other-station = 考评员 { $who } 不是本站的。请换本站的考评员。
team-not-yet = 考评员 { $who } 从 { $since } 起才有资格，考试在这之前。请换一位，或把考试改到以后。
team-expired = 考评员 { $who } 的聘期到 { $until } 为止，考试在这之后。请换一位，或先续聘。
team-other-trade = 考评员 { $who } 没有{ $trade }的考评资格。请换一位。
team-level = 考评员 { $who } 不能考评{ $trade } { $level }。请换高级考评员。

form-batch = 批次申请
    .also = 申请批次 报批次 申请考试
    .review = 请核对：批准后考生就能报名；考试日期以后只能调整一次。回复“提交”，或回复项号修改。
batch-programme = 评价项目
    .ask = 这个批次考哪一类？
    .hint = 两类分开申请。
batch-candidate_type = 考生类型
    .ask = 这个批次考哪一类考生？
    .hint = 一个批次只收一类考生，各类交的材料不同。
batch-items = 考试项目
    .more = 还有别的项目吗？同一工种等级人多的，可以再加一条计划。
batch-items-plan_line = 计划条目
    .ask = 用哪一条年度计划？
    .hint = 只列还没有用过的。可以写工种名称、编码或拼音首字母。
    .refused-pick-unknown = 这条计划不能用：可能已经用过，或不属于这一类。请从列表里选。
    .refused-pick-nothing = 没有“{ $query }”的可用计划。请换个词，或先报年度计划。
batch-line-option = { $year }-{ $month } { $trade } { $level } { $people } 人
batch-line-shown = { $year } 年 { $month } 月计划（{ $people } 人）
batch-items-trade = 职业（工种）
batch-items-level = 等级
batch-level-shown = { $level }
batch-items-people = 人数
    .ask = 计划考多少人？
    .hint = 计划是 { $planned } 人；一条最多 { $most } 人，更多的再加一条计划。
    .refused-number-out-of-range = 一条计划 { $least } 到 { $most } 人。人数更多，请再加一条计划。
batch-people-shown = { $people } 人
batch-items-leader = 考评组长
    .ask = 哪位考评员任组长？
    .hint = 只列本站有这个工种和等级考评资格的。
batch-examiner = { $name }　{ $kind }　{ $number }
batch-leader-shown = 组长{ $name }
batch-team-shown = 考评员{ $names }
batch-items-examiners = 考评员
    .ask = 还有哪些考评员？
    .hint = 加上组长至少 3 位。可以写几个数字，例如 1 3；全部写 0。
batch-theory_on = 理论考试日期
    .ask = 哪天考理论？
    .hint = 最早 { $earliest }。写成 2026-09-01 这样。
    .refused-day-too-early = 考试要在申请 30 天以后：最早 { $earliest }。
    .refused-day-too-late = 许可证到 { $latest } 为止，考试不能在这之后。
    .refused-exam-date-too-early = 考试要在申请 30 天以后：最早 { $earliest }。
batch-theory_starts_at = 理论开始时间
    .ask = 理论几点开始？
    .hint = 例如 9:00 或 下午2点。
batch-practice_on = 实操考试日期
    .ask = 哪天考实操？
    .hint = 理论这天的话：报名截止 { $month } 月 { $day } 日 24:00，试卷签收从 { $from_month } 月 { $from_day } 日 0 时起。实操更早的，按实操算。
    .refused-day-too-early = 考试要在申请 30 天以后：最早 { $earliest }。
    .refused-day-too-late = 许可证到 { $latest } 为止，考试不能在这之后。
batch-practice_starts_at = 实操开始时间
    .ask = 实操几点开始？
    .hint = 例如 9:00 或 下午2点。
windows-follow = 报名截止 { $month } 月 { $day } 日 24:00，试卷签收从 { $from_month } 月 { $from_day } 日 0 时起
batch-windows = 报名和试卷
batch-venue = 考试地点
    .ask = 在哪里考？
    .hint = 写到楼和房间，考生照着找；要在许可证的区域内。
batch-contact = 联系人
    .ask = 这个批次找谁联系？
batch-contact_phone = 联系电话
    .ask = 联系人的电话？
    .hint = 手机或座机都可以。
batch-procedures = 申报流程
batch-procedures-shown = 按{ $editions }办理
batch-procedure = 《{ $heading }》第 { $version } 版

batch-no-plan = 还没有批准的年度计划，不能申请批次。请先填报年度计划。
batch-no-free-line = 年度计划的条目都用完了，不能再申请批次。请先增报计划。
batch-no-team = { $trade }有资格的考评员 { $has } 名，要至少 { $least } 名才能申请批次。请先申报考评员。
batch-few-examiners = { $trade } { $level }有资格的考评员 { $has } 名，要至少 { $least } 名。请另选一条计划，或先申报考评员。
batch-team-small = 除组长外至少 { $wanted } 位，现在选了 { $has } 位。请一起写，例如 1 2。
batch-filed = 批次编号 { $number }。
batch-briefing = 批次 { $number }：{ $applied_on } 起算，共 { $people } 人。
batch-procedure-noted = 申请时的流程：《{ $heading }》第 { $version } 版。
batch-checks-met = 按规定逐项核对：30 天、年度计划、考评员、许可证和区域都符合。
batch-checks-unmet = 按规定核对，有 { $count } 项不符合：

form-batches = 批次一览
    .also = 我的批次 批次列表 考试批次
next-batches = { $argument ->
    [none] 批次一览
   *[other] 批次 { $argument }
 }
next-batch = 申请批次
batches-none = 还没有申请过批次。
batches-none-below = 下面的考试站还没有申请过批次。
batches-listed = 本站的批次，最近申请的在前：
batches-listed-below = 各考试站的批次，最近申请的在前：
batches-line = { $n } 批次 { $number }　{ $type }　{ $trades }　{ $exam_on } 考试　{ $state ->
    [applied] 审批中
    [open] 报名中，{ $last_day } 24:00 截止，已报 { $taken }/{ $people }
    [closed] 报名已截止，花名册未交，已报 { $taken }/{ $people }
    [submitted] 花名册已交，{ $taken } 人
    [rejected] 未批准
   *[withdrawn] 已撤回
 }
batches-line-below = { batches-line }　{ $station }
batch-shown = 批次 { $number }　{ $programme }　{ $type }　{ $state ->
    [applied] 审批中
    [open] 报名中，已报 { $taken }/{ $people }
    [closed] 报名已截止，花名册未交，已报 { $taken }/{ $people }
    [submitted] 花名册已交，{ $taken } 人
    [rejected] 未批准
   *[withdrawn] 已撤回
 }
batch-station-shown = 考试站：{ $station }
batch-days = 理论 { $theory_on } { $theory_at }，实操 { $practice_on } { $practice_at }，{ $venue }
batch-item = { $trade } { $level }：已报 { $taken }/{ $people }
batch-team = 　组长 { $leader }，考评员 { $examiners }
batch-contact-shown = 联系人 { $name }　{ $phone }
batch-registrations = 报名：待审核 { $complete }，待盖章表 { $submitted }，已退回 { $returned }，已通过 { $approved }，未通过 { $rejected }

form-batch_withdrawal = 撤销批次
    .also = 取消批次 批次撤销
next-batch_withdrawal = 撤销批次
batch_withdrawal-batch = 批次
    .ask = 撤销哪个批次？花名册没有交的才能撤销。
    .refused-pick-unknown = 这个批次现在不能撤销：花名册已经交了，或已经撤销。请从列表里选。
batch_withdrawal-reason = 原因
    .ask = 为什么撤销？原因会告诉考生、考评员和管理站。
batch_withdrawal-sure = 确认撤销
    .ask = 撤销以后不能恢复，计划条目会放出来，可以重新申请批次。{ $people ->
        [none] 还没有人报名。
       *[other] 已报名的 { $people } 人会收到通知，报名不再有效。
     }确定撤销吗？
batch-withdrawal-none = 没有可以撤销的批次：花名册没有交的批次才能撤销。
batch-withdrawal-roster-in = 批次 { $number } 的花名册已经交了，不能撤销。考试要改时间，请用“调整考试时间”；确实不能考，请联系管理站。
batch-withdrawal-not-open = 批次 { $number } 没有在报名，不用撤销。还在审批的，请在“我的申请”里撤回。
batch-withdrawal-moving = 批次 { $number } 的“调整考试时间”正在审批。请先在“我的申请”里撤回，再撤销批次。
batch-withdrawn = 批次 { $number } 已撤销，计划条目可以再用。{ $people ->
    [none] 没有人报名。
   *[other] 已通知报名的 { $people } 人。
 }考评员和管理站也会收到通知。
batch-withdrawn-why = { $on } 撤销，原因：{ $reason }
batch-withdrawn-candidate = { $station }撤销了批次 { $number }（{ $exam_on } 考试），原因：{ $reason }。你在这个批次的报名不再有效，可以报其他批次。
batch-withdrawn-sent = { $station }撤销了批次 { $number }（{ $days }），原因：{ $reason }。您不用再去。
batch-withdrawn-officer = { $station }撤销了批次 { $number }（{ $exam_on } 考试），原因：{ $reason }。计划条目已放出，考生、考评员和督导员由系统通知。
registrations-withdrawn = 考试站已撤销这个批次，这份报名不再有效，可以报其他批次。原因：{ $reason }

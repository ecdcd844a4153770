# 批次申请, 我的批次: the form, what stands against it, and how a batch stands.

hour-unreadable = 请写几点开始，例如 9:00 或 下午2点。
venue-outside-licence = 考试地点要在许可证的区域内（{ $region }）。请从“{ $region }”写起。
batch-venue-missing = 还没有写考试地点。
batch-contact-missing = 还没有写联系人。
batch-machinery-classes = 工程机械一个批次只能考一类，现在有：{ $classes }。请分成几个批次。
batch-closed-before-open = 考试日期 { $exam }，报名在 { $last_day } 24:00 已经截止，批准了也没人能报。请退回，让考试站改期。
batch-decided = 这个批次已经办完，不能再改。
batch-other-programme = 这个批次报的是{ $programme }，不能改成另一类。请改回来，另一类另行申请。

plan-line-twice = 第 { $item } 项（{ $trade } { $level } 级）和前面用了同一条计划。一条计划只能用一次，请换一条。
team-without-leader = 第 { $item } 项（{ $trade } { $level } 级）还没有考评组长。请选一位。
team-too-few = 第 { $item } 项（{ $trade } { $level } 级）要有至少 { $least } 名考评员（含组长），现在 { $has } 名。请再选，或先申报考评员。
team-other-station = 考评员 { $who } 不是本站的。请换本站的考评员。
team-not-yet = 考评员 { $who } 从 { $since } 起才有资格，考试在这之前。请换一位，或把考试改到以后。
team-expired = 考评员 { $who } 的聘期到 { $until } 为止，考试在这之后。请换一位，或先续聘。
team-other-trade = 考评员 { $who } 没有{ $trade }的考评资格。请换一位。
team-level = 考评员 { $who } 不能考评{ $trade } { $level } 级。请换高级考评员。

# 花名册: what a batch lacks, the roster handed in, its documents, and long work beside the turns.

form-roster = 提交花名册
    .also = 花名册 交花名册 提交名单
next-roster = { $argument ->
    [none] 提交花名册
   *[other] 花名册 { $argument }
 }
next-roster-submit = 提交花名册
next-roster-confirm = 确定提交
rosters-none = 现在没有要提交花名册的批次。
rosters-listed = 还没有交花名册的批次，先截止的在前：
rosters-line = { $n } 批次 { $number }　{ $closed ->
    [yes] { $month } 月 { $day } 日 24:00 已截止
   *[no] { $month } 月 { $day } 日 24:00 截止
 }　已审核 { $ready } 人，未完成 { $pending } 人
roster-stands = 批次 { $number }：花名册 { $month } 月 { $day } 日 24:00 截止。已审核 { $ready } 人，未完成 { $pending } 人。
roster-waiting = { $state ->
    [complete] 待审核
    [returned] 已退回，等考生更正
   *[other] 待盖章表
 }（{ $count } 人）：{ $names }
roster-sure = 批次 { $number } 花名册 { $ready } 人。提交后名单和序号固定，不再接受报名，试卷同时密封，不能撤回。确定提交吗？
roster-is-in = 批次 { $number } 花名册已提交：{ $people } 人，{ $at }。名单和序号已固定，考生、考评员和管理站都会收到通知。
roster-not-open = { $state ->
    [applied] 这个批次还在审批，批准后才有花名册。
    [submitted] 这个批次的花名册已经提交。
    [rejected] 这个批次没有批准，没有花名册。
   *[withdrawn] 这个批次已撤回，没有花名册。
 }
roster-closed = 花名册在 { $last } 24:00 截止了，不能再提交。请联系管理站。
roster-empty = 这个批次还没有考生。
roster-incomplete = { $state ->
    [complete] 还没有审核
    [returned] 已退回、还没有更正
   *[other] 还没有盖章表
 }（{ $count } 人）：{ $numbers }。

roster-you-are-on = 你已列入批次 { $number } 花名册，报名编号 { $registration }，序号 { $place }。理论 { $theory_on } { $theory_at }，实操 { $practice_on } { $practice_at }，{ $venue }。请带身份证，进场前签到。
roster-came-in = { $station }批次 { $number } 花名册已提交：{ $people } 人。
roster-for-examiners = { $station }批次 { $number } 花名册已提交。请按时到场考评：理论 { $theory_on } { $theory_at }，实操 { $practice_on } { $practice_at }，{ $venue }。

roster-head-in = 已提交：{ $on }，{ $people } 人
roster-head-draft = 花名册尚未提交
roster-eligible = 符合
export-roster = 花名册 { $number }.xlsx
export-sign_in_sheet_theory = 理论签到表 { $number }.pdf
export-sign_in_sheet_practice = 实操签到表 { $number }.pdf
export-application_forms = 申报表 { $number }.zip

form-application_forms = 申报表打包
    .also = 打包下载 全部申报表
next-application_forms = 申报表打包下载
application-forms-asked = 正在准备批次 { $number } 的 { $people } 份申报表，好了会发给你，不用等在这里。
chore-application_forms-under-way = 批次 { $number } 申报表：已完成 { $percent }%。
chore-application_forms-done = 批次 { $number } 的 { $people } 份申报表已打包，文件名是序号和报名编号。保留 30 天，只有你能下载。
chore-application_forms-failed = 批次 { $number } 的申报表没有打包成功。请再试一次；如果还不行，请联系管理站。

roster-name-differs = 姓名和身份证号对不上。请照身份证再核对一遍。
roster-row-decided = { $state ->
    [approved] 这份报名已经审核通过，不能再改。
   *[other] 这份报名没有通过审核，不能再改。
 }

# Papers on their way: what waits, what is decided and why, and what the applicant is told.

paper-kind-station_application = 考试站申报
paper-kind-licence_change = 增减项
paper-kind-examiner_application = 考评员申报
paper-kind-annual_review = 年审
paper-kind-annual_plan = 年度计划
paper-kind-plan_summary = 汇总年度计划表
paper-kind-batch = 批次申请
paper-kind-reschedule = 调整考试时间
paper-kind-results = 考试成绩
paper-kind-certificate_application = 证书核发申请

desk-department = 部门
desk-unit = 单位
desk-branch = 省级分支机构
desk-management_station = 管理站
desk-centre = 指导中心

paper-state-waiting = 审批中
paper-state-returned = 已退回
paper-state-approved = 已通过
paper-state-rejected = 未通过
paper-state-withdrawn = 已撤回

decision-kind-file = 提交
decision-kind-resubmit = 重新提交
decision-kind-forward = 同意，转下一级
decision-kind-approve = 同意
decision-kind-return = 退回修改
decision-kind-reject = 不同意
decision-kind-withdraw = 撤回

paper-unknown = 没有这份申请。请从“待办”或“我的申请”里打开。
paper-under-way = 已经有一份在审批，不能再提交一份。请在“我的申请”里查看。
paper-moved-on = 这份申请已经办过了：{ $on } { $by }{ $done }。请看下一份。
paper-claimed = { $by } 正在办理这份申请。请先看别的，或稍后再来。
paper-not-at-this-desk = 这份申请现在不能这样办。请重新打开看看。
paper-reason-wanted = 请写明原因，申请单位才知道怎么改。

engine-returned = 退回原因：{ $reason }
paper-taken-up = { $kind }（{ $number } 号）原来填的都在。请看下面这一项，改好后再提交。
paper-not-returned = 这份申请现在不用改：{ $state }。
paper-correct = 去修改
paper-anew = 照原来的再填一份
paper-as-a-whole = 整份申请
paper-reason = { $box }：{ $reason }
paper-opinion = 意见：{ $opinion }
paper-filed = 已提交{ $kind }，编号 { $number }。现在由{ $desk }办理，有结果会马上告诉您。
paper-arrived = 待办：{ $institution }的{ $kind }（{ $number } 号）等您办理。
paper-told-forward = { $kind }（{ $number } 号）：{ $desk }已同意，现在由{ $next }办理。
paper-told-approve = { $kind }（{ $number } 号）：{ $desk }已批准。
paper-told-return = { $kind }（{ $number } 号）：{ $desk }退回修改。填过的内容都在，改好下面几项再提交。
paper-told-reject = { $kind }（{ $number } 号）：{ $desk }没有批准。

reason-unclear = 看不清楚，请重新拍照上传
reason-incomplete = 内容不完整，请补全
reason-not_as_proof = 与证明材料不一致，请核对
reason-not_as_required = 不符合要求，请按说明修改

next-approve = 办理 { $argument } 号

form-todo = 待办
    .also = 待办事项 待审批 等我办的
form-approve = 审批
    .also = 审核申请
form-my_papers = 我的申请
    .also = 申请进度 审批进度
todo-none = 现在没有要办的事。有新的会马上告诉您。
todo-listed = 等您办理（等得最久的在前）：
todo-line = { $n } { $kind } { $number } 号{ $programme ->
    [none] {""}
   *[other] （{ $programme }）
 }　{ $institution }　{ $days ->
    [today] 今天到
    [yesterday] 昨天到
   *[other] 等了 { $days } 天
 }{ $claim ->
    [mine] 　您在办
    [other] 　有人在办
   *[none] {""}
 }
todo-returned = 退回来、等您修改：
todo-returned-line = { $kind } { $number } 号
next-todo = { $argument ->
    [none] 待办
   *[other] 下一页
 }
next-my_papers = { $argument ->
    [none] 我的申请
   *[other] 查看 { $argument } 号
 }
next-my_papers-openly = 完整显示一次
next-approve-openly = 完整显示一次
next-approve-release = 先不办，放回
next-decision-forward = 同意，转下一级
next-decision-approve = 批准
next-decision-return = 退回修改
next-decision-reject = 不批准
next-withdrawal = 撤回 { $argument } 号

paper-head = { $kind } { $number } 号{ $programme ->
    [none] {""}
   *[other] （{ $programme }）
 }
    { $institution }　{ $on } 提交{ $again ->
    [no] {""}
   *[other] （第 { $version } 次）
 }　{ $state }（{ $desk }）
paper-history = 办理经过：
paper-step = { $on }　{ $desk ->
    [none] {""}
   *[other] { $desk }　
 }{ $by }　{ $done }
paper-released = { $number } 号已放回，别人也可以办了。
paper-private-shown = 完整内容已给出，只显示一次。
paper-option = { $kind } { $number } 号　{ $institution }（{ $days ->
    [today] 今天到
    [yesterday] 昨天到
   *[other] 等了 { $days } 天
 }）
paper-own-option = { $kind } { $number } 号　{ $state }
paper-done-forward = 已同意，{ $kind }（{ $number } 号）转到{ $next }。
paper-done-approve = 已批准{ $kind }（{ $number } 号）。申请单位已收到通知。
paper-done-return = 已退回{ $kind }（{ $number } 号）。申请单位已收到通知和原因。
paper-done-reject = 没有批准{ $kind }（{ $number } 号）。申请单位已收到通知和原因。

form-decision = 审批意见
decision-application = 申请
    .ask = 办理哪一份？
    .refused-pick-unknown = 这份现在不在您这里，或者刚刚办过了。请从列表里选。
decision-decision = 审批结果
    .ask = 怎么办？
decision-opinion = 意见
    .ask = 意见怎么写？
    .hint = 点“同意”，或直接写。意见会印在表上。
decision-returned = 退回的项
    .more = 还有别的项要改吗？
decision-returned-item = 要改的项
    .ask = 哪一项要改？
decision-returned-why = 原因
    .ask = 哪里不对？
    .hint = 可以选，也可以直接写，申请单位会原样看到。
decision-refusal = 原因
    .ask = 为什么不批准？
    .hint = 可以选，也可以直接写，申请单位会原样看到。
opinion-agreed = 同意
refusal-conditions_not_met = 不符合规定的条件
refusal-untrue = 材料不真实

my-papers-none = 还没有提交过申请。
my-papers-listed = 提交过的申请：
my-papers-line = { $n } { $kind } { $number } 号　{ $on }　{ $waiting ->
    [yes] { $desk }审批中
   *[no] { $state }
 }
form-withdrawal = 撤回申请
    .also = 撤销申请
withdrawal-application = 申请
    .ask = 撤回哪一份？
    .refused-pick-unknown = 这份已经办完或撤回了，不能再撤回。请从列表里选。
withdrawal-sure = 确认撤回
    .ask = 撤回后就不再审批；填过的内容会保留，可以再提交。确定撤回吗？
withdrawal-not = 好，没有撤回。
withdrawal-done = 已撤回{ $kind }（{ $number } 号）。填过的内容都在。
withdrawal-told = 您手上的{ $kind }（{ $number } 号）已由申请单位撤回，不用再办。
withdrawal-none = 现在没有在办的申请，不用撤回。

# Papers on their way: what waits, what is decided and why, and what the applicant is told.

paper-kind-station_application = 考试站申报
paper-kind-licence_change = 增减项
paper-kind-examiner_application = 考评员申报
paper-kind-annual_review = 年审
paper-kind-annual_plan = 年度计划
paper-kind-plan_summary = 汇总年度计划表
paper-kind-batch = 批次申请
paper-kind-reschedule = 调整考试时间
paper-kind-results = 提交成绩
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
paper-as-a-whole = 整份申请
paper-reason = { $box }：{ $reason }
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

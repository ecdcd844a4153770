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
review-not-returnable = 这一项不能退回。请从列表里选。
review-reason-wanted = 请写明原因，考生才知道怎么办。
registration-not-returned = { $state ->
    [approved] 这份报名已经审核通过，不用再改。
    [rejected] 这份报名没有通过审核，不能再改。
   *[other] 这份报名现在没有要补交或更正的。
 }
document-not-returned = 这一项没有被退回，不用重交。
box-not-returned = 这一项没有被退回，不能改。

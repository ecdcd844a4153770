# 提交成绩、合格人员名册、证书核发申请、核发证书。

results-no-roster = 这个批次还没有提交花名册，没有成绩可交。
results-before-exam = 考试到 { $on } 才结束，结束后再提交成绩。
results-in-already = 这个批次的成绩已经提交。

certificates-applied = 批次 { $number } 已经在另一份证书核发申请里。
certificates-applied-meanwhile = 其中有批次刚刚由同事提交了证书核发申请。请重新选择。
certificates-nobody = 批次 { $number } 没有合格人员，不用办证书。
certificates-unsettled = 批次 { $number } 的证书结算还没有确认。确认后再申请。
certificates-no-batch = 请至少选一个批次。
certificates-mixed = 职业能力水平评价和职业技能等级认定的证书分开申请，请分两份提交。
certificate-application-decided = 这份证书核发申请已经办结，不能再改。
certificate-application-unknown = 没有这份证书核发申请。
certificates-not-released = 这个批次的证书编号还没有放行：要先由管理站提交证书核发申请，指导中心批准。
certificates-not-begun = 这个批次还没有开始核发。请先点“核发”。
certificate-series-full = 这个机构本年度这一等级的证书序号已用完。请先在年度政策里调整证书编号方案。
issuer-code-missing = 机构 { $code } 还没有评价机构编码，编不出技能等级证书编号。请先用“评价机构编码”录入。
issuer-code-form = 评价机构编码是 13 位：1 位字母（Y 或 S）加 12 位数字。请照人社部门的备案文件填写。
certificate-unknown = 没有查到这本证书。请核对编号。
certificate-not-valid = { $state ->
    [revoked] 这本证书已经撤销，不能再变更。
   *[reissued] 这本证书已经换发，请用新证书的编号。
 }
certificate-old-kind = 旧的职业资格证书只能撤销，不能换发：原鉴定职能已取消。
certificate-station-unknown = 这本证书没有登记考试站，编不出新编号。

form-results = 提交成绩
    .also = 交成绩 上报成绩 成绩提交
next-results = { $argument ->
    [none] 提交成绩
   *[other] 提交成绩 { $argument }
 }
results-batch = 考试批次
    .ask = 提交哪个批次的成绩？
    .hint = 这里只列成绩、考评报告、督导报告和影像材料都齐了的批次。
    .none = 现在没有可以提交成绩的批次。
    .refused-pick-unknown = 这个批次的成绩刚刚提交过，或者又有缺的了。办到哪一步，请看“我的申请”。
results-batch-option = { $number }　{ $exam_on } 考试　{ $trades }
results-outcomes = 考试情况
results-supervision = 督导结论
results-overruled = 被驳回的异议
results-note = 说明
    .ask = 还有什么要向审批的人说明？
    .hint = 没有就跳过。
results-item = { $trade } { $level }：应考 { $expected }，实考 { $present }，缺考 { $absent }；优秀 { $excellent }，良好 { $good }，合格 { $passed }，不合格 { $failed }（含缺考）；合格率 { $rate ->
    [none] —
   *[other] { $rate }%
 }
results-conclusion = { $conclusion ->
    [normal] 正常
    [correction] 需整改
    [invalid] 建议成绩无效
   *[none] 没有派督导员
 }
results-no-objections = 没有
results-none = 现在没有要提交成绩的批次。考试结束后，这里会列出来。
results-batch-gaps = 批次 { $number }：还差 { $count } 项，点开看缺什么。
results-filed = 批次 { $number } 的成绩、考评报告和材料现在锁定；退回后才能改。
results-briefing = 批次 { $number }，{ $exam_on } 考试。{ $count ->
    [0] 成绩、报告和材料齐全。
   *[other] 还缺 { $count } 项：
 }
results-advised-against = 注意：督导员建议这个批次的成绩无效，督导报告已经确认。请先看督导报告再决定。
results-approved-station = 批次 { $number } 的成绩已批准，考生会收到通知。{ $notice ->
    [yes] 现在公示，{ $free_on } 起办理合格人员名册、结算和证书。
   *[no] 接下来办理合格人员名册和证书结算。
 }
results-your-result = 你的成绩出来了。批次 { $number } { $trade } { $level }：理论 { $theory ->
    [absent] 缺考
   *[other] { $theory }
 }，实操 { $practice ->
    [absent] 缺考
   *[other] { $practice }
 }，评定 { $result }。{ $outcome ->
    [passed] 证书办好后会通知你。
   *[failed] 可以报名以后的批次再考。对成绩有疑问，请先问考试站。
 }
results-shown = 成绩：理论 { $theory ->
    [absent] 缺考
   *[other] { $theory }
 }，实操 { $practice ->
    [absent] 缺考
   *[other] { $practice }
 }，评定 { $result }。
results-certificate = 证书编号 { $number }，{ $issued_on } 核发，{ $state }。

form-certificate_application = 证书核发申请
    .also = 申请证书 证书申请 核发申请
next-certificate_application = { $argument ->
    [none] 证书核发申请
   *[other] 申请核发 { $argument }
 }
certificate_application-batches = 批次
    .ask = 为哪些批次申请证书？
    .hint = 可以选几个，回复序号，例如 1 3。两类评价分开申请。
certificate_application-certificates = 证书数
certificate_application-note = 说明
    .ask = 还有什么要向指导中心说明？
    .hint = 没有就跳过。
certificates-batch-option = { $number }　{ $station }　{ $programme }　{ $count } 本
certificates-wanted = { $number }　{ $trade } { $level }：{ $count } 本
certificates-none-ready = 现在没有可以申请证书的批次。成绩批准、公示期满、结算确认后，这里会列出来。
certificates-briefing = { $batches } 个批次，共 { $count } 本证书。{ $against ->
    [0] 成绩已批准，结算已确认。
   *[other] 现在有 { $against } 项不符合：
 }

form-certificates = 核发证书
    .also = 发证 证书核发 编号
next-certificates = { $argument ->
    [none] 核发证书
   *[other] { $argument }
 }
next-certificates-issue = 核发
next-certificates-confirm = 确定核发
certificates-none = 现在没有要核发的证书。批准证书核发申请后，这里会列出来。
certificates-listed = 编号已放行、还没有发完的批次：
certificates-line = { $n } { $number }　{ $station }　{ $issued }/{ $people } 本
certificates-shown = 批次 { $number }　{ $station }　{ $released_on } 放行　已核发 { $issued }/{ $people } 本　发证日期 { $issued_on ->
    [none] 未定
   *[other] { $issued_on }
 }
certificates-item = · { $trade } { $level }：{ $count } 本
certificates-done = 全部核发：编号 { $numbers }。
certificates-range = { $first }{ $last ->
    [none] { "" }
   *[other] { " " }至 { $last }
 }
certificates-sure = 批次 { $number }　{ $station }：核发 { $people } 本，发证日期 { $today }。编号给出后不能收回。确定核发吗？
certificates-begun = 批次 { $number } 开始核发 { $people } 本，进度会显示在下面，可以先办别的。
chore-certificates-under-way = 批次 { $number } 证书：已完成 { $percent }%。
chore-certificates-done = 批次 { $number } 的 { $people } 本证书已核发，持证人都收到通知。
chore-certificates-failed = 批次 { $number } 的证书没有发完：{ $problem } 已发出的有效，处理后请接着核发。
certificate-yours = 你的证书已核发：{ $kind } { $trade } { $level }，编号 { $number }，发证日期 { $issued_on }。纸质证书由考试站通知领取，现在就能用“证书查询”查到。
certificates-issued-station = 批次 { $number } 的 { $people } 本证书已全部核发，寄出时会再通知。
certificates-issued-officers = { $station }批次 { $number } 的 { $people } 本证书已全部核发，可以邮寄。

form-certificate_change = 证书变更
    .also = 撤销证书 换发证书 补发证书 补证 换证
next-certificate_change = 变更另一本
certificate_change-certificate = 证书
    .ask = 请发证书编号（写全）。
    .none = 没有查到这个编号。请照证书再看一遍，编号要写全。
certificate-option = { $kind }　{ $name }　{ $trade } { $level }　{ $issued_on }　{ $state }
certificate_change-act = 办理
    .ask = 要办什么？
certificate-act-reissue = 换发（新编号，旧证作废）
certificate-act-revoke = 撤销
certificate-act-print_again = 补印（编号不变）
certificate_change-name = 更正后的姓名
    .ask = 姓名印错了吗？写更正后的姓名。
    .hint = 没有印错就跳过。
certificate_change-reason = 原因
    .ask = 原因是什么？
    .hint = 会告诉持证人，并记入证书的办理经过。
certificate-changed = { $act ->
    [reissue] 已换发：新编号 { $number }，{ $issued_on }。旧证查询时显示已换发。
    [revoke] 证书 { $number } 已撤销，查询时显示已注销。
   *[print_again] 证书 { $number } 的补印已登记，编号不变。
 }{ $told ->
    [yes] 持证人已收到通知。
   *[no] 这本证书不是在这里报名核发的，请另行通知持证人。
 }
certificate-told-reissued = 你的{ $kind }（{ $trade } { $level }）已换发，新编号 { $number }，发证日期 { $issued_on }。原因：{ $reason }。旧证不再有效。
certificate-told-revoked = 你的{ $kind }（{ $trade } { $level }，编号 { $number }）已撤销。原因：{ $reason }。有疑问请联系我们。
certificate-told-printed_again = 你的{ $kind }（{ $trade } { $level }，编号 { $number }）会补印一本，编号不变。原因：{ $reason }。

form-issuer_code = 评价机构编码
    .also = 机构编码 证书前缀
next-issuer_code = 录入评价机构编码
issuer_code-institution = 机构
    .ask = 哪个机构的编码？
    .hint = 考试站没有自己的编码时，用上级机构的。
issuer_code-code = 编码
    .ask = 编码是什么？
    .hint = 13 位：1 位字母（Y 或 S）加 12 位数字，照人社部门的备案文件填写。技能等级证书编号以它开头。
issuer-code-set = { $institution }的评价机构编码是 { $code }，以后核发的技能等级证书用它编号。

export-qualified_roster = 合格人员名册 { $number }.xlsx
export-certificate_register = 证书登记册 { $year }.xlsx

form-qualified_roster = 合格人员名册
    .also = 合格名册 合格名单
next-qualified_roster = { $argument ->
    [none] 合格人员名册
   *[other] 合格名册 { $argument }
 }
qualified-none = 还没有成绩已批准的批次。
qualified-listed = 成绩已批准的批次，新的在前：
qualified-line = { $n } { $number }　{ $station }　合格 { $people } 人，已发证 { $issued } 本
qualified-shown = 批次 { $number }　{ $station }　{ $exam_on } 考试：合格 { $people } 人，已发证 { $issued } 本。名册按花名册序号排列，纸质照片照这个顺序叠放。
form-certificate_register = 证书登记册
    .also = 发证登记 证书名册
certificate-register-here = 按发证年份下载证书登记册，撤销、换发的也在内。
certificate-register-days = 起始日期不能晚于截止日期。

reminder-results = 批次 { $batch } { $trades }：成绩{ $late ->
    [yes] 应在 { $due } 前提交，已经过期
   *[no] 请在 { $due } 前提交
 }。{ $gaps ->
    [0] 材料已齐，可以提交。
   *[other] 还差 { $gaps } 项。
 }
reminder-apply = 批次 { $batch } { $trades }（{ $station }）结算已确认，可以申请 { $people } 本证书。
reminder-issue = 批次 { $batch } { $trades }（{ $station }）还有 { $people } 本证书等待核发。

todo-results = { $n } 批次 { $number }：提交成绩，{ $gaps ->
    [0] 材料已齐
   *[other] 还差 { $gaps } 项
 }
todo-certificates-to-apply = { $n } 批次 { $number }　{ $station }：申请 { $people } 本证书
todo-certificates-to-issue = { $n } 批次 { $number }　{ $station }：核发 { $people } 本证书

form-results_return = 退回已批准的成绩
    .also = 撤回成绩审批 更正已批准的成绩
next-results_return = 退回已批准的成绩
results_return-batch = 批次
    .ask = 退回哪个批次的成绩？还没有结算、没有申请证书的才能退回。
    .refused-pick-unknown = 这个批次的成绩现在不能退回。请从列表里选。
results_return-reason = 原因
    .ask = 哪里不对，要考试站改什么？
results_return-sure = 确认退回
    .ask = 退回以后成绩、报告、影像材料都可以更正，改好要重新审批。{ $people } 名考生会收到通知：原来的成绩不再算数。确定退回吗？
results-none-to-take-back = 没有可以退回的成绩：批准后还没有结算、没有申请证书的才能退回。
results-not-approved = 批次 { $number } 的成绩还没有批准。在审批中的，请在“待办”里退回。
results-approved-elsewhere = 批次 { $number } 的成绩由最后批准的那一级退回。
results-settled = 批次 { $number } 已经提交证书结算，成绩不能再退回。个别证书有误的，用“证书变更”。
results-certificates = 批次 { $number } 已经申请证书，成绩不能再退回。个别证书有误的，用“证书变更”。
results-taken-back = 批次 { $number } 的成绩已退回考试站更正，已通知考试站、考评员和 { $people } 名考生。
results-taken-back-staff = 批次 { $number }（{ $station }）已批准的成绩退回更正，原因：{ $reason }。更正的成绩由考评员重新确认，再逐级审批。
results-taken-back-candidate = 批次 { $number } 的成绩正在核对，之前告诉你的成绩不再算数。重新公布以后会再通知你。

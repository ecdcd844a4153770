# 督导报告, its confirmation, and the corrections it demands (R7.3).

# --- what stands against a report ---

supervision-report-too-early = 这一批 { $from } 才考试。督导报告从考试当天 0 时起可以填。
supervision-other-day = 考试在 { $first } 至 { $last }。到场时间要在这几天之内。
supervision-left-early = 离场时间 { $left } 早于到场时间 { $arrived }。请核对。
supervision-left-later = 离场时间还没有到（现在 { $now }）。请在离场时填，或改成已经过去的时间。
supervision-present-too-many = 实到 { $present } 人，多于应到 { $expected } 人。请核对。
supervision-checked-too-many = 抽查 { $checked } 人，多于实到 { $present } 人。请核对。
supervision-mismatched-too-many = 核验不符 { $mismatched } 人，多于抽查 { $checked } 人。请核对。
supervision-line-missing = 检查表还有一项没有填。
supervision-remark-missing = 选了“否”的一项还没有说明。
supervision-due-missing = 第 { $n } 个问题要求整改，还没有写整改期限。
supervision-due-past = 第 { $n } 个问题的整改期限 { $due } 已经过去。请改成今天或以后。
supervision-not-normal = 已经要求整改，结论不能是“正常”。请改选“需整改”。
supervision-nothing-demanded = 结论是“需整改”，但没有一个问题写了整改要求。请补上，或改结论。
supervision-no-grounds = 建议成绩无效，要写明依据。
supervision-report-there = 这一批的督导报告 { $at } 已经提交，{ $state ->
    [confirmed] 已确认
   *[filed] 等管理站确认
 }，不用再填。
supervision-report-unknown = 没有这份督导报告。
supervision-report-not-yet = 这份督导报告管理站还没有确认，确认后可以查看。
supervision-report-decided = 这份督导报告刚由别人{ $state ->
    [confirmed] 确认
   *[returned] 退回
 }了，不用再办。
supervision-report-missing = 派了督导员，督导报告还没有交。
supervision-report-unconfirmed = 督导报告管理站还没有确认。
supervision-corrections-open = 督导要求的整改还有 { $count } 项没有通过。
supervision-due-lapsed = 有的整改期限在等确认时已经过去。请定一个新的期限，今天或以后。
supervision-not-excused = 这一批没有等着交的督导报告，不用记录未到场。
correction-unknown = 没有这项整改。
correction-answered = 这项整改已经{ $state ->
    [accepted] 通过
   *[answered] 回复，等管理站复核
 }，不用再回复。
correction-decided = 这项整改{ $state ->
    [accepted] 已经通过
   *[open] 还在等考试站回复
 }，不用再复核。

# --- 督导报告: the form ---

form-supervision_report = 督导报告
    .also = 填督导报告 写督导报告 督导记录
    .review = 请核对。提交后由管理站确认，整改要求确认后发给考试站。回复“提交”，或回复项号修改。
supervision_report-batch = 批次
    .ask = 填哪个批次的督导报告？
    .refused-pick-unknown = 这个批次没有等您填的督导报告。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列已经到考试日、派给您的批次。
supervised-batch-option = { $number }　{ $exam_on }　{ $station }
supervision_report-exam = 考试
supervised-exam = { $station }　{ $days }　{ $venue }
supervision_report-returned_for = 退回原因
supervision_report-arrived_on = 到场日期
    .ask = 哪一天到场？
supervision_report-arrived_at = 到场时间
    .ask = 几点到场？
    .hint = 点“现在”，或写时间，例如 8:30。
hour-now = 现在
supervision_report-expected = 应到人数
supervision_report-present = 实到人数
    .ask = 实到多少人？
supervision_report-checked = 抽查人数
    .ask = 抽查核对了多少人的身份？没有抽查写 0。
supervision_report-mismatched = 核验不符人数
    .ask = 其中与证件不符的有多少人？没有写 0。
line-verdict-yes = 是
line-verdict-no = 否
line-verdict-not_applicable = 不适用
supervision_report-examiners_on_time = 考评员准时到场
    .ask = 考评员是否准时到场？
supervision_report-examiners_on_time_remark = 情况说明：考评员准时到场
    .ask = 请写明情况。
supervision_report-examiners_badges = 考评员与委派一致并佩戴胸卡
    .ask = 考评员是否与委派名单一致，并佩戴胸卡？
supervision_report-examiners_badges_remark = 情况说明：考评员与委派一致并佩戴胸卡
    .ask = 请写明情况。
supervision_report-identity_checked = 入场逐人核对证件
    .ask = 入场时是否逐人核对身份证和签到表？
supervision_report-identity_checked_remark = 情况说明：入场逐人核对证件
    .ask = 请写明情况。
supervision_report-no_substitutes = 没有替考
    .ask = 是否没有替考？
supervision_report-no_substitutes_remark = 情况说明：没有替考
    .ask = 请写明情况。
supervision_report-belongings_checked = 检查携带物品
    .ask = 是否检查了考生携带的物品和工具？
supervision_report-belongings_checked_remark = 情况说明：检查携带物品
    .ask = 请写明情况。
supervision_report-rules_read = 宣读考场守则
    .ask = 是否宣读了考场守则？
supervision_report-rules_read_remark = 情况说明：宣读考场守则
    .ask = 请写明情况。
supervision_report-rooms_patrolled = 巡查考场
    .ask = 考评员是否巡查考场？
supervision_report-rooms_patrolled_remark = 情况说明：巡查考场
    .ask = 请写明情况。
supervision_report-violations_noted = 违规当场警告并记录
    .ask = 违规是否当场警告并记录？
supervision_report-violations_noted_remark = 情况说明：违规当场警告并记录
    .ask = 请写明情况。
supervision_report-standard_applied = 按评分标准评分
    .ask = 是否按评分标准独立评分？
supervision_report-standard_applied_remark = 情况说明：按评分标准评分
    .ask = 请写明情况。
supervision_report-no_cheating = 没有作弊
    .ask = 是否没有作弊？
supervision_report-no_cheating_remark = 情况说明：没有作弊
    .ask = 请写明情况。
supervision_report-record_kept = 填写考场记录
    .ask = 考场情况记录是否填写完整？
supervision_report-record_kept_remark = 情况说明：填写考场记录
    .ask = 请写明情况。
supervision_report-theory_seats = 理论单人单桌单行
    .ask = 理论考场是否单人单桌单行？
supervision_report-theory_seats_remark = 情况说明：理论单人单桌单行
    .ask = 请写明情况。
supervision_report-practice_site = 实操场地整洁、通风、有间隔
    .ask = 实操场地是否整洁通风、工位有间隔？
supervision_report-practice_site_remark = 情况说明：实操场地整洁、通风、有间隔
    .ask = 请写明情况。
supervision_report-equipment_ready = 设备和材料备齐
    .ask = 设备、工具和材料是否备齐？
supervision_report-equipment_ready_remark = 情况说明：设备和材料备齐
    .ask = 请写明情况。
supervision_report-papers_sealed = 试卷密封、编号一致
    .ask = 试卷是否密封完好，编号与审批一致？
supervision_report-papers_sealed_remark = 情况说明：试卷密封、编号一致
    .ask = 请写明情况。
supervision_report-order_of_events = 按考务程序组织
    .ask = 是否按考务程序组织考试？
supervision_report-order_of_events_remark = 情况说明：按考务程序组织
    .ask = 请写明情况。
supervision_report-safety = 安全措施到位
    .ask = 安全防护和应急措施是否到位？
supervision_report-safety_remark = 情况说明：安全措施到位
    .ask = 请写明情况。
supervision_report-fees = 收费合规
    .ask = 收费是否合规？
supervision_report-fees_remark = 情况说明：收费合规
    .ask = 请写明情况。
supervision_report-numbers_shown = 考室、座位、工位编号明示
    .ask = 考室、座位和工位编号是否明示？
supervision_report-numbers_shown_remark = 情况说明：考室、座位、工位编号明示
    .ask = 请写明情况。
supervision_report-faults = 发现的问题
    .ask = 有要记录的问题吗？
    .more = 还有问题吗？
supervision_report-faults-what = 问题
    .ask = 发现了什么问题？
supervision_report-faults-handled = 现场处理
    .ask = 现场怎么处理的？
supervision_report-faults-demanded = 整改要求
    .ask = 要求考试站怎么整改？
    .hint = 现场已经解决、不用整改的，请跳过。
supervision_report-faults-due_on = 整改期限
    .ask = 哪一天前完成整改？
supervision_report-photos = 现场照片
    .more = 还有照片吗？
supervision_report-photos-picture = 照片
    .ask = 请拍一张现场照片发来。
    .hint = 至少一张。保留拍摄时间；没有拍摄时间的，记交来的时间。
supervision_report-photos-shows = 拍的是
    .ask = 拍的是什么？
photo-of-theory = 理论考场
photo-of-practice = 实操现场
photo-of-sign_in = 签到和核验
photo-of-papers = 试卷和记录
photo-of-fault = 发现的问题
photo-of-other = 其他
supervision_report-left_on = 离场日期
    .ask = 哪一天离场？
supervision_report-left_at = 离场时间
    .ask = 几点离场？
    .hint = 点“现在”，或写时间，例如 16:40。
supervision_report-conclusion = 总体结论
    .ask = 总体结论是什么？
supervision-conclusion-normal = 正常
supervision-conclusion-correction = 需整改
supervision-conclusion-invalid = 建议成绩无效
supervision_report-grounds = 依据
    .ask = 为什么建议成绩无效？请写明事实。
supervision_report-remarks = 其他说明
    .ask = 还有要说明的吗？

supervision-reports-none = 现在没有要填或可以查看的督导报告。
supervision-report-filed = 批次 { $number } 的督导报告已提交，等管理站确认。
next-supervision_report = 填督导报告
export-supervision_report = { $number } 督导报告.pdf

# --- 督导报告和整改: the list and one report ---

form-supervision_reports = 督导报告和整改
    .also = 督导报告列表 查看督导报告 整改
supervision-reports-listed = 督导报告和整改：
supervision-to-file = { $n } 待填　{ $number }　{ $station }　{ $exam_on } 考试　{ $late ->
    [yes] 应在 { $due } 前交，已过期
   *[no] { $due } 前交
 }
supervision-to-confirm = { $n } 待确认　{ $number }　{ $station }　督导员 { $name }　{ $conclusion ->
    [normal] 正常
    [correction] 需整改
   *[invalid] 建议成绩无效
 }
supervision-awaited = { $n } 等督导员交报告　{ $number }　{ $station }　{ $exam_on } 考试　{ $late ->
    [yes] 应在 { $due } 前交，已过期
   *[no] { $due } 前交
 }
correction-to-check = { $n } 待复核　{ $number }　{ $station }　第 { $place } 项整改：{ $demanded }
correction-overdue = { $n } 整改过期　{ $number }　{ $station }　{ $due } 到期：{ $demanded }
correction-to-answer = { $n } 待整改　{ $number }　{ $late ->
    [yes] { $due } 到期，已过期
   *[no] { $due } 前
 }：{ $demanded }
supervision-report-line = { $n } { $state ->
    [filed] 等确认
    [returned] 已退回
   *[confirmed] 已确认
 }　{ $number }　{ $station }　{ $exam_on }　{ $conclusion ->
    [normal] 正常
    [correction] 需整改
   *[invalid] 建议成绩无效
 }
supervision-report-shown = 督导报告　批次 { $number }　{ $station }　{ $state ->
    [filed] 等管理站确认
    [returned] 已退回
   *[confirmed] 已确认
 }
    督导员 { $name }　{ $arrived } 到场　{ $left } 离场
    应到 { $expected }　实到 { $present }　抽查 { $checked }　不符 { $mismatched }
    结论：{ $conclusion ->
        [normal] 正常
        [correction] 需整改
       *[invalid] 建议成绩无效
     }
supervision-checklist = 检查 { $all } 项：是 { $yes }　否 { $no }　不适用 { $na }
supervision-checklist-no = 否　{ $line }：{ $remark }
supervision-fault-line = 问题 { $n }：{ $what }{ $handled ->
    [none] {""}
   *[other] 。现场处理：{ $handled }
 }{ $demanded ->
    [none] {""}
   *[other] 。要求整改：{ $demanded }（{ $due } 前）
 }
supervision-grounds = 依据：{ $grounds }
supervision-remarks = 其他说明：{ $remarks }
supervision-returned-for = 退回原因：{ $reason }
supervision-noted = 现场填写：{ $first } 至 { $last }
supervision-photo = { $shows } { $at } { $from ->
    [camera] 拍摄
   *[upload] 交来
 }
supervision-paper-state = { $state ->
    [confirmed] 管理站 { $on } 确认
    [returned] { $on } 已退回
   *[filed] 待管理站确认
 }
next-supervision_reports = 查看督导报告
form-supervision_corrections = 督导整改
supervision-correction-shown = 整改 { $place }：{ $demanded }（{ $due } 前）　{ $state ->
    [open] 等考试站回复
    [overdue] 考试站还没有回复，已过期
    [answered] 已回复，等管理站复核
   *[accepted] 已通过
 }
correction-reply-shown = { $at } 回复：{ $words }
correction-refused-shown = 没有通过：{ $reason }
next-supervision_corrections = 查看整改

# --- 确认督导报告 ---

form-supervision_confirmation = 确认督导报告
    .also = 督导报告确认
    .review = 请核对。确认后整改要求马上发给考试站；退回的由督导员修改后再交。回复“提交”，或回复项号修改。
supervision_confirmation-report = 督导报告
    .ask = 办理哪一份？
    .refused-pick-unknown = 这份督导报告不在这里等确认。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号。
supervision-report-option = { $number }　{ $station }　{ $conclusion ->
    [normal] 正常
    [correction] 需整改
   *[invalid] 建议成绩无效
 }
supervision_confirmation-concluded = 督导员的结论
supervision_confirmation-decision = 决定
    .ask = 确认，还是退回？
report-decision-confirm = 确认
report-decision-send_back = 退回督导员
supervision_confirmation-due_on = 新的整改期限
    .ask = 有的整改期限已经过去，新的期限定在哪一天？
supervision_confirmation-reason = 退回原因
    .ask = 请写明哪里要改。
supervision-none-to-confirm = 现在没有等确认的督导报告。
supervision-confirmed = 批次 { $number } 的督导报告已确认，考试站和督导员已经收到通知。
supervision-sent-back = 批次 { $number } 的督导报告已退回，督导员已经收到通知。
next-supervision_confirmation = 办理督导报告
next-supervision_confirmation-confirm = 确认
next-supervision_confirmation-send_back = 退回督导员

# --- 督导员未到场 ---

form-supervision_absence = 督导员未到场
    .review = 请核对。提交后这一批不再等督导报告，原因记录在案。回复“提交”，或回复项号修改。
supervision_absence-batch = 批次
    .ask = 哪个批次的督导员没有到场？
supervision_absence-reason = 原因
    .ask = 督导员为什么没有到场？
    .hint = 会记录在案。到了场的，请等督导员交报告。
supervision-excused = 已记录：批次 { $number } 的督导员未到场，不再等督导报告。
supervision-told-excused = 批次 { $number }（{ $exam_on }，{ $station }）已按您未到场办结，不用再交督导报告。原因：{ $reason }
next-supervision_absence = 督导员未到场

# --- 整改回复和复核 ---

form-correction_reply = 整改回复
    .also = 回复整改 整改报告
    .review = 请核对。提交后由管理站复核。回复“提交”，或回复项号修改。
correction_reply-correction = 整改
    .ask = 回复哪一项整改？
    .refused-pick-unknown = 这项整改现在不用回复。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号。
supervision-correction-option = { $number } 第 { $place } 项　{ $due }　{ $what }
correction_reply-demand = 整改要求
supervision-demand-shown = { $what }。要求：{ $demanded }（{ $due } 前）
correction_reply-refused_for = 上次没有通过的原因
correction_reply-done_so_far = 整改情况
    .ask = 做了哪些整改？
correction_reply-photos = 整改照片
    .ask = 有整改照片吗？
    .more = 还有照片吗？
correction_reply-photos-picture = 照片
    .ask = 请发整改后的照片。
corrections-none = 本站现在没有要回复的整改。
correction-replied = 批次 { $number } 第 { $place } 项整改的回复已提交，等管理站复核。
next-correction_reply = 回复整改
form-correction_check = 整改复核
    .review = 请核对。考试站马上收到通知。回复“提交”，或回复项号修改。
correction_check-correction = 整改
    .ask = 复核哪一项整改？
    .refused-pick-unknown = 这项整改现在不用复核。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号。
correction_check-demand = 整改要求
correction_check-reply = 考试站的回复
correction_check-accepted = 通过
    .ask = 整改通过吗？
correction_check-reason = 没有通过的原因
    .ask = 哪里还不够？
correction_check-due_on = 新的期限
    .ask = 哪一天前再回复？
corrections-none-to-check = 现在没有等复核的整改。
correction-accepted = 批次 { $number } 第 { $place } 项整改已通过，考试站已经收到通知。
correction-asked-again = 批次 { $number } 第 { $place } 项整改已退回，考试站 { $due } 前再回复。
next-correction_check = 复核整改
next-correction_check-yes = 通过
next-correction_check-no = 再整改

# --- who hears what ---

supervision-told-filed = { $name } 提交了批次 { $number }（{ $station }，{ $exam_on }）的督导报告，结论：{ $conclusion ->
    [normal] 正常
    [correction] 需整改
   *[invalid] 建议成绩无效。依据：{ $grounds }
 }。请确认。
supervision-told-returned = 批次 { $number } 的督导报告退回了：{ $reason }。原来填的都在，改好后再提交。
supervision-told-confirmed = 批次 { $number } 的督导报告已经确认。
supervision-told-station = 批次 { $number }（{ $exam_on }）的督导报告已经确认，结论：{ $conclusion ->
    [normal] 正常
    [correction] 需整改
   *[invalid] 建议成绩无效
 }{ $count ->
    [0] 。
   *[other] 。有 { $count } 项整改，请按期回复：
 }
supervision-correction-line = { $place }　{ $what }。要求：{ $demanded }（{ $due } 前）
correction-told-replied = { $station } 回复了批次 { $number } 的第 { $place } 项整改（{ $demanded }）。请复核。
correction-told-accepted = 批次 { $number } 的第 { $place } 项整改通过了：{ $demanded }
correction-told-again = 批次 { $number } 的第 { $place } 项整改没有通过：{ $reason }。请在 { $due } 前再回复。

# --- In the archive (R7.7) ---

archive-titles-corrections = 序号|发现的问题|整改要求|期限|状态|回复时间|整改情况|未通过原因
correction-state = { $state ->
    [open] 等考试站回复
    [answered] 等管理站复核
   *[accepted] 已通过
 }

# --- Reminders (R9.1) ---

reminder-supervision_report = 您督导的批次 { $batch } { $trades }（{ $station }）：督导报告 { $late ->
    [yes] 应在 { $due } 前交，已经过期
   *[no] { $due } 前交
 }。
reminder-correction = 批次 { $batch } 的督导整改 { $late ->
    [yes] 应在 { $due } 前回复，已经过期
   *[no] { $due } 前回复
 }：{ $demanded }
reminder-report_to_confirm = 批次 { $batch } { $trades }（{ $station }）的督导报告等您确认，已经等了 { $days } 天。

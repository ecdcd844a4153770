# 影像材料, 考评报告, 确认报告: the forms, what stands against them, and who hears what (R7.2, R7.4, R7.7).

material-kind-theory_room = 理论考场照
material-kind-practice_room = 实操考场照
material-kind-workpiece = 工件照
material-kind-theory_sign_in = 理论签到表
material-kind-practice_sign_in = 实操签到表
material-kind-score_sheet = 签字的成绩表
material-kind-exam_paper = 试卷扫描件

exam-material-missing = 缺：{ $trade } { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }。
exam-material-answers-nowhere = 还没有写明答卷、照片和录像存放在哪里。
exam-material-no-roster = 批次 { $number } 还没有提交花名册，不收影像材料。
exam-material-before-exam = 考试在 { $exam_on }，从那天起可以交影像材料。
exam-material-no-place = 这个批次里没有这一项。请从列表里选。
exam-material-used-already = 这份文件已经交过一次了，不能当两份用。请发另一份。
exam-material-other-day = 这张照片是 { $taken_on } 拍的，而{ $kind ->
    [theory_room] 理论考试
   *[practice_room] 实操考核
 }在 { $exam_on }。请发考试当天拍的照片。
exam-material-undated = 这张照片里没有拍摄日期。请写明是哪天拍的。
exam-material-no-examiner = 考场照片里要有在场的考评员。
exam-material-pages-full = 这一项已经有 { $most } 页，不能再加。多余的请先删掉。
exam-material-gone = 这一份已经删掉或换掉了。
exam-material-locked = 批次 { $number } 的成绩已经提交，影像材料不能再换、再删。

report-missing = 考评报告没有交：{ $trade } { $level }。
report-outdated = 成绩在报告之后改过，组长要重新提交考评报告：{ $trade } { $level }。
report-objected = 考评报告有 { $count } 条反对意见没有处理：{ $trade } { $level }。
report-unconfirmed = 考评报告还有 { $count } 位考评员没有确认：{ $trade } { $level }。
report-not-leader = 考评报告由组长（{ $leader }）提交。
report-locked = 批次 { $number } 的成绩已经提交，考评报告和意见不能再改。
report-scores-open = { $trade } { $level }的成绩还没有登记齐、确认齐，之后才能写考评报告。
report-filed-meanwhile = 这期间已经提交了第 { $version } 版。请重新打开，在新的一版上修改。
report-change-unsaid = 请写明这一版改了什么，组员要看。
report-unknown = 没有这份考评报告。请从列表里选。
opinion-own-report = 这份报告是您自己提交的，由其他考评员确认。
opinion-report-revised = 组长已经改过报告，现在是第 { $version } 版。请看新的一版再表态。
opinion-given-already = 您对第 { $version } 版已经表过态。组长改过报告以后会再问您。
opinion-text-wanted = 请写明补充什么，或反对什么。
opinion-unknown = 没有这条意见。
objection-revised = 组长已经改过报告，现在是第 { $version } 版，这条反对意见不用再裁定。
objection-decided = 这条意见已经裁定，或者不是反对意见。

form-exam_material = 影像材料
    .also = 考场照片 签到表扫描 上传照片 交影像材料
exam_material-batch = 批次
    .ask = 哪个批次的影像材料？
    .refused-pick-unknown = 这个批次现在不收影像材料：可能还没有考，或成绩已经提交。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列已经开考、成绩还没有提交的批次。
exam_material-place = 材料
    .ask = 交哪一项？缺的排在前面。
exam_material-picture = 照片
    .ask = 请把{ $trade }的{ $kind ->
        [theory_room] { material-kind-theory_room }
        [practice_room] { material-kind-practice_room }
       *[workpiece] { material-kind-workpiece }
     }发来。
    .hint = 要 { $exam_on } 考试当天拍的{ $kind ->
        [workpiece] { "" }
       *[other] ，照片里有在场的考评员
     }。请发原图：日期从照片里读取；网页上也可以直接拍，自动记下时间。
exam_material-taken_on = 拍摄日期
    .ask = 照片里没有拍摄日期。是哪天拍的？
    .hint = 写成 2026-09-01 这样，会注明“自述”。有原图的话，可以返回上一项重发。
exam_material-examiners = 在场考评员
    .ask = 照片里有几位考评员？
exam_material-scan = 扫描件
    .ask = 请把{ $trade }的{ $kind ->
        [theory_sign_in] { material-kind-theory_sign_in }
        [practice_sign_in] { material-kind-practice_sign_in }
        [score_sheet] { material-kind-score_sheet }
       *[exam_paper] { material-kind-exam_paper }
     }发来，照片或 PDF。
    .hint = 一次一张；多页可以做成一个 PDF，或交完再加页。
exam_material-kept_at = 存放地点
    .ask = 答卷、照片原件和录像存放在哪里？
    .hint = 例如：教学楼二楼档案室 3 号柜。管理站抽查时按这个地点找。
exam-material-called = { $trade } { $kind }
exam-material-option = { $trade } { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }　{ $count ->
    [none] 缺
    [1] 已交
   *[other] 已交 { $count } 页
 }
exam-material-answers = 答卷和录像的存放地点　{ $place ->
    [none] 缺
   *[other] { $place }
 }
exam-material-answers-short = 答卷和录像的存放地点
exam-material-examiners = { $count } 位
exam-material-no-batch = 本站没有要交影像材料的批次：还没有开考，或成绩都已提交。
exam-material-batch-option = { $number }　{ $exam_on } 考试　缺 { $missing } 项
exam-material-put = 收到{ $called }{ $page ->
    [none] { "" }
   *[other] ，第 { $page } 页
 }。
exam-material-dated = { $source ->
    [exif] 拍摄日期 { $on } { $at }（照片自带）
    [camera] 拍摄日期 { $on } { $at }（本系统相机）
   *[stated] 拍摄日期 { $on }（自述，照片里没有）
 }{ $examiners ->
    [none] { "" }
   *[other] ，在场考评员 { $examiners } 位
 }。
exam-material-replaced = 原来那一张已换下。
exam-material-answers-noted = 已记下：答卷和录像存放在{ $place }。
exam-material-still-missing = 还缺 { $count } 项：{ $things }。
exam-material-complete = 这个批次的影像材料齐了。提交成绩以前还可以换、可以删。
next-exam_material = 交影像材料
next-exam_material-missing = 交下一项
next-exam_material-page = 再加一页
next-exam_material-again = 换一张，或再加一页

form-material_list = 影像材料一览
    .also = 看影像材料 查看考场照片
material-listed = 批次 { $number }　{ $exam_on } 考试　影像材料：
material-line = { $trade } { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }　{ $count } 份
material-answers = 答卷和录像存放在：{ $place }
material-shown = { $called }，共 { $count } 份：
material-page = { $called } { $page }
next-material_list = { $argument ->
    [none] 影像材料一览
   *[other] { $argument } 影像材料
 }

form-remove_material = 删除影像材料
    .also = 删照片
material-remove-sure = 删除{ $called }的第 { $page } 份？删掉后不能找回。
material-removed = 已删除：{ $called }。
next-remove_material = 删除
next-remove_material-yes = 确定删除

course-in_order = 正常
course-remark = 有情况，要写明
opinion-kind-confirm = 确认
opinion-kind-supplement = 补充
opinion-kind-object = 反对

report-head = 考评报告　第 { $version } 版（{ $at } 提交）　批次 { $number }　{ $trade } { $level }
report-exam = { $days }，{ $station }，{ $venue }
report-team = 组长 { $leader }；考评员 { $examiners }
report-attendance = 应考 { $expected } 人，实考 { $present } 人，缺考 { $absent } 人
report-grades = 优秀 { $excellent }，良好 { $good }，合格 { $passed }，不合格 { $failed }{ $absent ->
    [0] { "" }
   *[other] （含缺考 { $absent }）
 }，合格率 { $rate ->
    [none] —
   *[other] { $rate }%
 }
report-paper = { $part ->
    [theory] 理论
   *[practice] 实操
 }试卷，校验码 { $digest } …，{ $signed ->
    [none] 没有签收记录
   *[other] 签收：{ $signed }
 }
report-remark = { $remark ->
    [unsealing] 试卷签收与拆封
    [rooms] 考场、设备与工量具
    [scoring] 评分执行
   *[incidents] 违纪与异常
 }：{ $text ->
    [none] 正常
   *[other] { $text }
 }
report-advice = 意见和建议：{ $text }
report-changed = 这一版的改动：{ $text }
report-opinion-line = { $name }　{ $at }　{ $kind ->
    [confirm] 确认
    [supplement] 补充：{ $text }
   *[object] 反对：{ $text }
 }{ $overruled ->
    [none] { "" }
   *[other] （管理站 { $overruled } 裁定不成立：{ $reason }）
 }
report-awaited = { $name }　待确认
report-option = { $number } { $trade } { $level }　{ $state ->
    [early] 成绩未齐
    [due] 待提交
    [outdated] 成绩改过，要重交
    [objected] 第 { $version } 版，有反对意见
    [pending] 第 { $version } 版，待确认
   *[confirmed] 第 { $version } 版，已全部确认
 }
objection-option = { $number } { $trade } { $level }　{ $station }

form-evaluation_report = 考评报告
    .also = 写考评报告 提交考评报告 评价报告
    .review = 请核对：提交后通知其他考评员逐一确认，数字按现在的成绩和签收记录固定下来。回复“提交”，或回复项号修改。
evaluation_report-item = 批次和项目
    .ask = 写哪一项的考评报告？
    .hint = 只列您任组长、成绩已经全部确认的。
    .refused-pick-unknown = 这一项不由您写考评报告，或成绩还没有确认齐。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号。
evaluation_report-exam = 考试时间和地点
evaluation_report-team = 考评组
evaluation_report-attendance = 到考情况
evaluation_report-grades = 评定结果
evaluation_report-papers = 试卷和签收
evaluation_report-unsealing = 试卷签收与拆封
    .ask = 试卷的签收、保管和拆封正常吗？
evaluation_report-unsealing_said = 签收与拆封的情况
    .ask = 请写明签收、保管或拆封的情况。
evaluation_report-rooms = 考场、设备与工量具
    .ask = 考场、设备和工量具正常吗？
evaluation_report-rooms_said = 考场与设备的情况
    .ask = 请写明情况和当场的处理。
evaluation_report-scoring = 评分执行
    .ask = 评分独立进行，没有分歧吗？
evaluation_report-scoring_said = 评分的情况
    .ask = 请写明分歧和怎样解决的。
evaluation_report-incidents = 违纪与异常
    .ask = 没有违纪和异常吗？
evaluation_report-incidents_said = 违纪与异常的情况
    .ask = 请写明经过和处理。
    .hint = 写序号即可，不用写姓名和证件号码。
evaluation_report-advice = 意见和建议
    .ask = 有意见和建议吗？
evaluation_report-changed = 这一版的改动
    .ask = 这一版改了什么？
    .hint = 考评员先看到这一段，提过反对意见的最先通知。
report-none = 现在没有要您写的考评报告：成绩确认齐以后，由组长写。
report-filed = 考评报告第 { $version } 版已提交：批次 { $number } { $trade } { $level }。已通知 { $count } 位考评员确认。
next-evaluation_report = { $argument ->
    [none] 写考评报告
   *[other] 写考评报告，或修改
 }

form-report_opinion = 确认报告
    .also = 确认考评报告 补充意见 反对意见
report_opinion-report = 考评报告
    .ask = 对哪一份考评报告表态？
    .refused-pick-unknown = 这份报告不由您确认。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号。
report_opinion-opinion = 意见
    .ask = { $report }
    .hint = 您的意见？“确认”视为本人签字；“反对”会暂停这份报告，等组长修改或管理站裁定。
report_opinion-text = 说明
    .ask = 请写明补充什么，或反对什么、为什么。
opinion-none = 现在没有等您确认的考评报告。
opinion-given = { $kind ->
    [confirm] 已确认
    [supplement] 补充意见已记入
   *[object] 反对意见已记入，已通知组长和管理站
 }：批次 { $number } { $trade } { $level } 考评报告第 { $version } 版。
next-report_opinion = 看报告并表态

form-report_overruling = 裁定反对意见
    .also = 处理反对意见 考评报告裁定
    .review = 请核对：裁定后这条反对意见不再阻止报告，理由随报告保存。回复“提交”，或回复项号修改。
report_overruling-objection = 反对意见
    .ask = 裁定哪一条？
    .refused-pick-unknown = 这条反对意见已经裁定，或组长已经改过报告。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号或考试站名称。
report_overruling-objected = 谁反对什么
report_overruling-reason = 裁定理由
    .ask = { $report }
    .hint = 反对意见不成立的理由是什么？反对有理的，请让组长修改报告，不用在这里办理。
objection-shown = { $name }：{ $text }
objection-none = 没有要裁定的反对意见。
objection-overruled = 已裁定反对意见不成立：批次 { $number } { $trade } { $level }。已通知本人和组长。
next-report_overruling = 裁定反对意见

form-evaluation_reports = 考评报告一览
    .also = 看考评报告 考评报告进度
reports-none = 还没有考评报告。成绩登记以后，由组长写。
reports-listed = 考评报告：
report-line = { $n } { $number } { $trade } { $level }　{ $state ->
    [early] 成绩未齐
    [due] 待组长提交
    [outdated] 成绩改过，待组长重交
    [objected] 第 { $version } 版，有反对意见
    [pending] 第 { $version } 版，{ $count } 位待确认
   *[confirmed] 第 { $version } 版，已全部确认
 }
next-evaluation_reports = { $argument ->
    [none] 考评报告一览
   *[other] 看报告
 }

report-told-filed = 批次 { $number } { $trade } { $level } 的考评报告{ $changed ->
    [none] 已提交
   *[other] 改过了，现在是第 { $version } 版，改动：{ $changed }
 }。请看报告并表态。
report-told-objector = 您反对过的考评报告改过了：批次 { $number } { $trade } { $level }，第 { $version } 版，改动：{ $changed }。请看新的一版并表态。
report-told-station = 批次 { $number } { $trade } { $level } 的考评报告已提交，等其他考评员确认。
report-told-confirmed = 批次 { $number } { $trade } { $level } 的考评报告已由全体考评员确认。
opinion-told-leader = { $name }对批次 { $number } { $trade } { $level } 的考评报告{ $kind ->
    [confirm] 已确认。
    [supplement] 有补充：{ $text }
   *[object] 提出反对：{ $text }。请修改报告，或等管理站裁定。
 }
objection-told-officers = { $station }批次 { $number } { $trade } { $level }：考评员{ $name }反对考评报告：{ $text }。组长修改或您裁定以前，成绩不能提交。
objection-told-station = 批次 { $number } { $trade } { $level }：有考评员反对考评报告，已通知组长和管理站。处理以前，成绩不能提交。
objection-told-overruled = 批次 { $number } { $trade } { $level }：管理站裁定{ $name }的反对意见不成立。理由：{ $reason }
report-file = 考评报告 第 { $version } 版（PDF）
reports-file = { $number } { $supervised ->
    [yes] 考评报告和督导报告
   *[no] 考评报告
 }（PDF）
report-paper-state = 第 { $version } 版　{ $state ->
    [replaced] 已被新的一版代替
    [objected] 有反对意见，未处理
    [confirmed] 已由全体考评员确认
    [outdated] 成绩在报告之后改过，待重交
   *[other] 待其他考评员确认
 }
report-paper-overruled = 管理站 { $at } 裁定不成立：{ $reason }

reminder-evaluation = 批次 { $number } { $trade } { $level }（{ $station }）：{ $state ->
    [objected] 考评报告有反对意见，请修改，或等管理站裁定
    [outdated] 成绩在报告之后改过，请重新提交考评报告
   *[other] 请提交考评报告
 }，{ $late ->
    [yes] 已过 { $due }
   *[no] { $due } 前完成
 }。
reminder-opinion = 批次 { $number } { $trade } { $level }（{ $station }）的考评报告等您确认，{ $late ->
    [yes] 已过 { $due }
   *[no] { $due } 前完成
 }。
reminder-objection = { $station }批次 { $number } { $trade } { $level }：对考评报告的反对意见已等 { $days } 天。裁定或组长修改以前，成绩不能提交。
reminder-material = 批次 { $batch } { $trades }：影像材料还缺 { $count } 项，{ $due } 前要提交成绩。

todo-evaluations = 对考评报告的反对意见：
todo-objection = { $n } 裁定反对意见　{ $number } { $trade } { $level }　{ $station }　已等 { $days } 天

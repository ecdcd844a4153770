# 提醒：到期前、待办、考试时间，每条带去办的按钮；以及截止日期一览。

reminder-close = 批次 { $batch } { $trades }：报名、花名册和试卷 { $last } 24:00 截止，{ $days ->
    [none] 今天是最后一天
   *[other] 还有 { $days } 天
 }。
reminder-closed = 批次 { $batch } { $trades }：报名已截止，花名册没有提交，{ $exam } 的考试不能按时进行。可以申请调整考试时间。
reminder-standing = 已报名 { $all } 人：待审核 { $review }，待盖章表 { $stamp }，已退回 { $returned }。
reminder-papers-missing = 试卷还缺 { $papers } 份。
reminder-review = 批次 { $batch } { $trades }：{ $review } 人的报名等您审核，最早的等了 { $days } 天。
reminder-sign_off = 批次 { $batch } { $trades }：试卷可以签收了，到 { $begins } 考试开始为止。
reminder-exam_held =
    批次 { $batch } { $trades } 要考试了。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-appointed =
    { $station }请您担任批次 { $batch } { $trades } 的考评员。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-exam_duty =
    您考评的批次 { $batch } { $trades } 要考试了（{ $station }）。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-call =
    批次 { $batch } { $trades } 改了考试时间，请答复您能不能考评（{ $station }）。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-assignment =
    派您督导批次 { $batch } { $trades }（{ $station }），还没有答复。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-exam_supervised =
    您督导的批次 { $batch } { $trades } 要考试了（{ $station }）。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }。
reminder-stamp = 报名 { $number } 还差盖章的申报表，{ $last } 24:00 前拍照发回来，报名才算有效。
reminder-document = 报名 { $number } 有材料退回来了，{ $last } 24:00 前补好，报名才算有效。
reminder-exam =
    你报的{ $trades }要考试了，请带身份证。
    理论 { $theory }，实操 { $practice }，地点：{ $venue }（{ $station }）。
reminder-approvals = 有 { $count } 件{ $more ->
    [yes] 以上
   *[no] {""}
 }待您审批，最早的等了 { $days } 天。
reminder-supervision = 批次 { $batch } { $trades }（{ $station }，{ $people } 人，{ $exam } 考试）还没有决定是否派督导员。
reminder-plan_season = { $year } 年的年度计划还没有报：{ $programmes }。{ $last } 前报来。
reminder-first_application = 年度计划里 { $month } 的考试，现在可以申请批次了：今天申请，最早 { $earliest } 考试；要排在这个月，最晚 { $last } 申请。还有 { $lines } 条计划没有用。
reminder-licence = 许可证 { $number } 有效期到 { $until }。到期后不能再办新的批次，请提前年审。
reminder-examiners = { $count } 位考评员的资格 { $until } 到期：{ $names }。到期后不能再考评，请提前申报续聘。
reminder-draft = “{ $form }”填了一部分，{ $touched } 以后没有动过。{ $until } 起会删除；还要的话，点下面继续填。
draft-erased = （这份表一直没有填完，已按保存期限删除。）

form-remind_tomorrow = 明天再提醒
reminder-again = 好，{ $on } 上午再提醒。
reminder-done = 这件事已经不用提醒了。
reminder-too-late = 到明天就晚了，请今天办。
reminder-unknown = 这条提醒已经找不到了。

reminder-mail = 考务通提醒
    .body =
        { $whom ->
            [none] {""}
           *[other] 请转告{ $whom }：
        }{ $text }

        请登录考务通处理。没有绑定微信或 Telegram 的账户，提醒会发到单位的预留邮箱。

form-deadlines = 截止日期
    .also = 日程 日历 什么时候截止 考试时间
deadlines-listed = 接下来的日期：
deadlines-none = 近期没有要记的日期。
deadline-line = { $on }　{ $what }
deadline-registration-closes = 报名、花名册和试卷截止：批次 { $batch } { $trades }
deadline-own-close = 补齐报名材料截止：{ $number }
deadline-papers-open = 试卷开始签收：批次 { $batch } { $trades }
deadline-theory = 理论考试：{ $trades }，{ $venue }（批次 { $batch }）
deadline-practice = 实操考试：{ $trades }，{ $venue }（批次 { $batch }）
deadline-licence-ends = 许可证 { $number } 到期
deadline-appointments-end = { $count } 位考评员资格到期
deadline-plan-season-ends = 年度计划申报截止
deadlines-file = 日历文件（.ics）

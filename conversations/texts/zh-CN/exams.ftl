# 交试卷, 试卷签收, 调整考试时间, 督导: the forms, what stands against them, and who hears what.

exam-part-theory = 理论
exam-part-practice = 实操
exam-paper-called = { $trade } { $level } { $part }试卷

exam-paper-missing = { $part ->
    [theory] 理论
   *[practice] 实操
 }试卷未交：{ $trade } { $level }。
exam-papers-sealed = 试卷已随花名册密封，不能再换。
exam-papers-closed = 试卷提交在 { $last_day } 24:00 已经截止。
exam-papers-not-open = 还没有到签收时间。从 { $opens } 0 时起可以签收。
exam-papers-over = 考试（{ $exam }）已经开始，不能再签收。
exam-papers-not-sealed = 花名册还没有提交，试卷没有密封，不能签收。
exam-papers-no-batch = 批次 { $number } 没有批准或已撤回，不用交试卷。
exam-papers-nothing-awaited = 本站没有要交试卷的批次：还没有申请，或都已截止。
exam-paper-no-place = 这个批次里没有这个项目。请从列表里选。
exam-paper-unknown = 没有这份试卷。请从列表里选。
receipt-of-nobody = 试卷要由本人登录后签收。
receipt-over = 签收后 30 分钟内可以下载，现在已经过了。还要用，请再签收一次。

document-wanted = 这一项要 Word（.docx）或 PDF 文件。请发来。
document-old-word = 这是旧版 Word（.doc）或加了密码的文件。请去掉密码，另存为 .docx 或 PDF 再发。
document-with-macros = 这个 Word 文件里有宏，不能收。请另存为不带宏的 .docx 再发。
document-cut-off = 这个文件没有传完整。请再发一次。
document-locked = 这个 PDF 有密码，考场打不开。请去掉密码再发。
document-too-big = 这个文件太大了（上限 20 MB）。请把图片压缩一下再发。
document-shown = { $kind ->
    [pdf] PDF
   *[word] Word
 }，{ $kilobytes } KB

form-paper = 组卷
    .also = 交试卷 上传试卷 试卷
paper-batch = 批次
    .ask = 哪个批次的试卷？
    .refused-pick-unknown = 这个批次现在不收试卷：可能已经截止，或试卷已经密封。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列还没有截止的批次。
paper-place = 试卷
    .ask = 交哪一份？
paper-place-option = { $trade } { $level } { $part }　{ $there ->
    [yes] 已交，可以换
   *[no] 未交
 }
paper-file = 试卷文件
    .ask = 请把试卷文件发来（Word 或 PDF）。
    .hint = 上限 20 MB，加密保存；{ $last_day } 24:00 前可以换，交花名册时密封。
paper-batch-option = { $number }　{ $exam_on } 考试　缺 { $missing } 份
paper-put = 收到{ $called }：{ $file }。
paper-digest = 文件校验码（SHA-256）：{ $digest }
paper-replaced = 原来那一份已作废。
papers-still-missing = 还缺 { $count } 份：{ $papers }。{ $last_day } 24:00 前交齐。
papers-complete = 这个批次的试卷交齐了。交花名册时密封，{ $opens } 0 时起可以签收。
next-paper = 交试卷

form-paper_receipt = 试卷签收
    .also = 签收试卷 下载试卷 领试卷
paper_receipt-batch = 批次
    .ask = 签收哪个批次的试卷？
    .hint = 考试前 10 天起、开考前可以签收。
    .refused-pick-unknown = 这个批次不能签收：可能已经开考，或不是本站的。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列还没有开考的批次。
paper_receipt-paper_signed = 试卷
    .ask = 签收哪一份？
paper_receipt-signed = 签收
    .ask = 签收会记下您的姓名、时间和试卷校验码，管理站可以查看。签收吗？
receipt-batch-option = { $number }　{ $exam_on } 考试　{ $open ->
    [yes] 可以签收
   *[no] { $opens } 0 时起
 }
receipt-no-exam = 本站没有要考的批次，不用签收试卷。
paper-signed-for = 已签收：批次 { $number } { $called }，{ $at }。请在 30 分钟内下载。
receipt-paper = { $called }（{ $file }）
next-paper_receipt = 试卷签收

form-paper_receipts = 签收记录
    .also = 试卷签收记录 谁签收了试卷
paper-receipts-none = 还没有人签收过试卷。
paper-receipts-none-here = 批次 { $number }：还没有人签收试卷。
paper-receipts-listed = 有试卷签收的批次，最近的在前：
paper-receipts-batch = { $n } 批次 { $number }　{ $station }　{ $count } 次签收
paper-receipts-head = 批次 { $number }　{ $station }　{ $exam_on } 考试
paper-receipt-line = { $at }　{ $name }　{ $called }　校验码 { $digest }
next-paper_receipts = { $argument ->
    [none] 签收记录
   *[other] { $argument } 签收记录
 }

form-reschedule = 调整考试时间
    .also = 改考试时间 改期 调整考试日期
    .review = 请核对：考试日期只能调整一次，由管理站批准。批准后通知全部考生，考评员和督导员重新确认。回复“提交”，或回复项号修改。
reschedule-batch = 批次
    .ask = 调整哪个批次？
    .refused-pick-unknown = 这个批次现在不能调整：可能还没有批准，或已经开考。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列还没有开考的批次。
reschedule-days = 原定时间
reschedule-theory_on = 新的理论考试日期
    .ask = 理论改到哪天？
    .hint = 写成 2026-09-01 这样。开始时间和地点不变。
    .refused-day-too-early = 太早了，最早可以改到 { $earliest }。
    .refused-day-too-late = 许可证到 { $latest } 为止，考试不能在这之后。
    .refused-reschedule-same-date = 两个日期和原来都一样（{ $exam }）。请写新的日期。
reschedule-practice_on = 新的实操考试日期
    .ask = 实操改到哪天？
    .hint = 不变就写原来的日期。
    .refused-day-too-early = 太早了，最早可以改到 { $earliest }。
    .refused-day-too-late = 许可证到 { $latest } 为止，考试不能在这之后。
reschedule-windows = 随之变动
reschedule-reason = 理由
    .ask = 为什么要调整？
reschedule-batch-option = { $number }　{ $exam_on } 考试　{ $people } 人
exam-days = 理论 { $theory_on } { $theory_at }，实操 { $practice_on } { $practice_at }
reschedule-windows-shown = { $closed ->
    [yes] 报名已截止，不变
   *[no] 报名截止 { $last_day } 24:00
 }，试卷签收从 { $opens } 0 时起
reschedule-none = 本站没有可以调整的批次：已批准、还没有开考的才能调整。
reschedule-under-way = 这个批次已经有一份调整申请在办理。请在“我的申请”里查看，或撤回后重报。
reschedule-decided = 这份调整申请已经办完，不能再改。
reschedule-not-approved = 批次 { $number } 还没有批准，或已撤回，不能调整考试时间。还在审批的，请撤回后改日期重报。
reschedule-unknown = 没有这份调整申请。
reschedule-briefing = 批次 { $number }：已报名 { $taken } 人。
reschedule-briefing-signed = 试卷已签收 { $count } 次：改到以后，试卷会提前流出考场，请先核实。
reschedule-briefing-supervisor = 已派督导员 { $name }，批准后要重新确认。
next-reschedule = 调整考试时间

rescheduled-candidate = 考试时间有调整。批次 { $number } { $trade } { $level }：
    { $days }。
    地点：{ $venue }。
rescheduled-close = 报名材料改为 { $last_day } 24:00 前交齐。
rescheduled-examiner = 批次 { $number } 的考试时间改了：{ $days }，{ $station }，{ $venue }。原来的安排作废，请重新确认能不能参加。
rescheduled-supervisor = 您督导的批次 { $number } 改了时间：{ $days }，{ $station }，{ $venue }。请重新确认能不能去。

form-supervision = 派督导员
    .also = 督导 抽查督导 派督导
    .review = 请核对：督导员马上收到通知，由本人接受或说明不能去。回复“提交”，或回复项号修改。
supervision-batch = 批次
    .ask = 决定哪个批次的督导？
    .hint = 80 人及以上、还没有决定的排在前面。
    .refused-pick-nothing = 没有找到“{ $query }”。可以写批次号、考试站名称或编码。
supervision-standing = 目前的安排
supervision-decision = 决定
    .ask = 派督导员，还是不派？
supervision-choice-send = 派督导员
supervision-choice-waive = 不派，记录理由
supervision-supervisor = 督导员
    .ask = 派哪位？
    .hint = 只列考试那几天有效、和这个站没有关系的。
    .refused-pick-unknown = 名册里没有这位督导员。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。请写姓名，或先登记督导员。
supervision-reason = 不派的理由
    .ask = 为什么不派？
supervision-batch-option = { $number }　{ $station }　{ $exam_on }　{ $people } 人　{ $state ->
    [urgent] 待决定
    [free] 未安排
    [declined] 督导员不能去，待决定
    [asked] 已派，等回复
    [accepted] 已接受
   *[waived] 决定不派
 }
supervision-standing-shown = { $state ->
    [asked] 已派 { $name }，还没有回复
    [accepted] 已派 { $name }，已接受
   *[waived] 决定不派：{ $reason }
 }
supervision-declined-shown = { $name } 不能去：{ $reason }
supervisor-option = { $name }　{ $works_at }　至 { $until }
supervision-sent = 已派 { $name } 督导批次 { $number }，等本人回复。
supervision-waived = 批次 { $number }：决定不派督导员，理由已记录。
supervision-recalled-told = 批次 { $number }（{ $exam_on }，{ $station }）的督导任务取消了，您不用去了。
supervision-told = 请您督导批次 { $number }：{ $days }，{ $station }，{ $venue }，{ $people } 人。请回复能不能去。
supervisor-untrained = 这位督导员还没有培训合格，不能派。
supervisor-expired = 这位督导员的聘期到 { $until } 为止，考试在 { $exam }。请换一位，或先续聘。
supervisor-sits-batch = 这位督导员自己报了这个批次，不能督导。请换一位。
supervisor-examines-batch = 这位督导员是这个批次的考评员，不能督导。请换一位。
supervisor-of-station = 这位督导员是这个考试站的考评员或工作人员，不能督导。请换一位。
supervisor-works-there = 这位督导员就在这个考试站的单位工作，不能督导。请换一位。
supervision-too-late = 这个批次已经开考，或已不再办理，不用再安排督导。
supervision-decided-meanwhile = 这个批次的督导刚由别人决定了。请重新选一次，看看现在的安排。
supervision-none = 现在没有要安排督导的批次。
supervision-unknown = 没有这项督导安排。
next-supervision = { $argument ->
    [none] 派督导员
   *[other] 安排 { $argument } 的督导
 }

form-assignments = 督导和考评任务
    .also = 督导任务 我的任务 考评任务
assignments-none = 现在没有督导任务，也没有要确认的考评任务。
assignments-listed = 您的任务：
assignment-line = { $n } { $kind ->
    [supervision] 督导
   *[call] 考评
 }　批次 { $number }　{ $exam_on }　{ $station }　{ $state ->
    [asked] 等您回复
    [accepted] 已接受
   *[declined] 不能去
 }
assignment-shown = { $kind ->
    [supervision] 督导
   *[call] 考评
 }　批次 { $number }　{ $state ->
    [asked] 等您回复
    [accepted] 已接受
   *[declined] 不能去
 }
assignment-place = { $days }，{ $station }，{ $venue }
assignment-contact = 联系人 { $name }　{ $phone }
next-assignments = { $argument ->
    [none] 我的任务
   *[other] 查看
 }
form-assignment_reply = 回复任务
    .also = 接受任务 不能去
assignment_reply-assignment = 任务
    .ask = 回复哪一项？
assignment_reply-accepts = 回复
    .ask = 能去吗？
assignment_reply-reason = 原因
    .ask = 为什么不能去？
    .hint = 说明后会马上另作安排。
assignment-option = { $kind ->
    [supervision] 督导
   *[call] 考评
 }　{ $number }　{ $exam_on }
next-assignment_reply = 回复任务
next-assignment_reply-yes = 能去
next-assignment_reply-no = 不能去
assignment-accepted = 好的，已记下：{ $days }，{ $station }，{ $venue }。
assignment-declined = 已记下，会另作安排。
assignment-told-accepted = { $name } 接受了批次 { $number }（{ $exam_on }）的督导任务。
assignment-told-declined = { $name } 不能去督导批次 { $number }（{ $exam_on }）：{ $reason }。请另作决定。
call-told-declined = 考评员 { $name } 不能参加批次 { $number }（{ $exam_on }）：{ $reason }。请换一位考评员。
call-told-all = 批次 { $number } 的考评员都确认了新的考试时间（{ $exam_on }）。
assignment-over = 考试已经开始，不用再回复。
assignment-answered = 这项任务已经回复过了（{ $state ->
    [accepted] 能去
   *[declined] 不能去
 }）。
assignment-recalled = 这项任务已经取消或改派，不用回复了。
assignment-unknown = 没有这项任务。

form-stand_in = 更换考评员
    .also = 换考评员 替换考评员
stand_in-absent = 不能参加的考评员
    .ask = 换下哪一位？
stand_in-examiner = 接替的考评员
    .ask = 由谁接替？
    .hint = 只列有同样工种和等级资格、不在这个组里的。
    .refused-pick-unknown = 这位考评员不能接替。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。请写姓名。
absent-option = { $name }　批次 { $number }　{ $exam_on }
stand-in-option = { $name }　{ $kind }　{ $number }
stand-in-named = 批次 { $number }：{ $absent } 换成了 { $name }，等本人确认。
stand-in-told = 请您考评批次 { $number }：{ $days }，{ $station }，{ $venue }。请回复能不能参加。
stand-in-told-officer = { $station }批次 { $number }（{ $exam_on }）换了考评员：{ $absent } 换成 { $name }。
stand-in-not-declined = 这位考评员没有说不能参加，或已经换过了。
stand-in-on-team = 这位考评员已经在这个组里。请换一位。
stand-in-sits-batch = 这位考评员自己报了这个批次，不能考评。请换一位。
stand-in-supervises = 这位考评员要督导这个批次，不能考评。请换一位。
next-stand_in = 更换考评员

# 报名: the form, what is wrong with it, the stamped form, and what became of it.

form-registration = 报名
    .also = 报考 申报 我要考试 考级
    .review = 请对照证件看一遍：提交后不能再改，每个批次只能报一次。回复“提交”，或回复项号修改。

batch-option = { $station } 站　{ $type }　{ $exam_on } 考试　报名到 { $last_day }
registration-batch = 考试批次
    .ask = 报哪个批次？
    .hint = 可以写考试站编号、学校名或工种来查找。
    .refused-already-registered = 这个批次你已经报过名了，每个批次只能报一次。要看进度，请说“我的报名”；也可以另选批次。
    .refused-candidate-serves = { $duty ->
        [examines] 考评员不能报自己考评的批次。请另选批次。
       *[supervises] 督导员不能报自己督导的批次。请另选批次。
     }
    .refused-window-closed = 这个批次的报名在 { $last } 24:00 截止了。请另选批次。
    .refused-window-not-open = 这个批次从 { $opens } 开始报名。请到时再来，或另选批次。
    .refused-batch-full = 这个批次已经报满。请另选批次，或请考试站增加名额。
registration-name = 姓名
registration-sex = 性别
registration-born = 出生日期
registration-photo = 照片
    .ask = 请发一张小 2 寸证件照。
    .hint = 正面、免冠、浅色背景，至少 295×413。微信里请勾选“原图”，Telegram 里请以文件发送。
registration-id_number = 身份证号
registration-school = 就读院校
    .ask = 现在在哪所学校读书？
    .hint = 请写全称，和学生证上一样。
registration-education = 文化程度
    .ask = 文化程度是哪一种？
    .hint = 在读学生选正在读的，其他人选已经毕业的最高一种。
registration-enrolled_on = 入学时间
    .ask = 哪年哪月入学？
    .hint = 和学生证上一样，例如 2023-09。
registration-major = 专业
    .ask = 学的什么专业？
registration-held_skill = 已取得职业技能名称
    .ask = 已经有职业技能证书吗？请写证书上的职业（工种）名称，没有就跳过。
registration-held_level = 证书等级
    .ask = 这本证书是哪一级？
registration-held_on = 发证日期
    .ask = 这本证书哪天发的？
registration-held_certificate_number = 证书编号
    .ask = 证书编号是多少？
registration-held_issuer = 发证单位
    .ask = 发证单位是哪里？
registration-trade = 申报职业
    .ask = 申报哪个工种？
registration-years_in_trade = 申报职业工龄
    .ask = 这个职业做了几年？
    .hint = 写整年数，没做过写 0。
registration-level = 申报等级
    .ask = 申报哪一级？
    .refused-batch-full = 这一级的名额已经报满。请选别的等级，或请考试站增加名额。
registration-phone = 考生电话
    .ask = 请写联系电话。
    .hint = 手机号 11 位。学生没有手机的，写家里座机，加区号。
    .refused-phone-mobile-only = 这里要手机号，11 位；只有在读学生可以写座机。
registration-condition = 申报条件
    .ask = 你符合下面哪一条？
    .hint = 只选一条，按这一条交证明材料。
registration-held_title = 职称
    .ask = 取得的是哪一级职称？
registration-title_on = 取得职称的日期
    .ask = 哪天取得的？
registration-finished_at = 毕业学校
    .ask = 毕业证书是哪所学校的？
    .hint = 请写全称。
registration-graduating = 应届毕业
    .ask = 今年毕业吗？
registration-leaves_for_practice = 外出实习
    .ask = 到考试那天在校还不满两年。是因为三年级要外出实习吗？
    .hint = 是的话由考试站核对。
registration-class_hours = 培训学时
    .ask = 在学校培训这个工种，一共多少学时？
registration-other = 其他
    .ask = 还有要说明的吗？没有就跳过。
registration-has_employer = 工作单位
    .ask = 现在有工作单位吗？
    .hint = 有单位的由单位盖章；没有的签承诺书。
registration-employer = 现工作单位
    .ask = 在哪个单位工作？
    .hint = 请写全称，申报表由这个单位盖章。
registration-study = 学习经历
    .ask = 学习经历
    .more = 后面还有一所学校吗？从初中写到现在这所。
registration-study-since = 入学年月
    .ask = 哪年哪月入学？第 1 条写初中。
registration-study-until = 毕业年月
    .ask = 哪年哪月毕业或离开？现在还在读就跳过。
registration-study-school = 学校
    .ask = 哪所学校？
registration-study-stage = 阶段
    .ask = 读的是哪一种？
registration-study-class_name = 班级
    .ask = 哪个班？记不清可以跳过。
registration-work = 工作经历
    .ask = 工作经历
    .more = 还有另外一段工作吗？
registration-work-since = 开始年月
    .ask = 哪年哪月开始的？
registration-work-until = 结束年月
    .ask = 做到哪年哪月？现在还在做就跳过。
registration-work-employer = 单位
    .ask = 在哪个单位？
registration-work-occupation = 岗位
    .ask = 做什么岗位？
registration-work-related = 与申报职业相关
    .ask = 和申报的职业相同或相关吗？
    .hint = 由考试站按证明材料核对。
registration-id_card_front = 身份证人像面
    .ask = 请拍身份证有照片的一面。
registration-id_card_back = 身份证国徽面
    .ask = 请拍身份证有国徽的一面。
registration-student_card = 学生证
    .ask = 请拍学生证，照片和入学时间要看得清。
    .hint = 没有学生证的，可以用在校证明。
registration-skill_certificate = 职业技能证书
    .ask = 请拍已取得的职业技能证书。
registration-title_certificate = 职称证书
    .ask = 请拍职称证书。
registration-diploma = 毕业证书
    .ask = 请拍毕业证书。
registration-work_proof = 工作年限证明
    .ask = 请拍工作年限证明。
    .hint = 单位盖章的证明，或社保缴费记录。
registration-class_hours_proof = 学时证明
    .ask = 请拍学校开的培训学时证明。
registration-pledge = 承诺书
    .ask = 请拍签好名的承诺书。
    .hint = 没有工作单位的，用承诺书代替单位盖章。可以在白纸上写：“本人目前无工作单位，自愿申报本次评价。本人承诺：以上所填内容和提交的材料真实、准确、完整；如有不实，愿意承担由此产生的一切后果。”签名，写上日期。

registration-filed =
    已提交，编号 { $number }。接下来：先下载申报表，再{ $stamped_by ->
        [student] 到学校教务处盖章
       *[other] 到工作单位盖章
    }，然后拍照发回来（回复“上传盖章表”）。{ $month } 月 { $day } 日 24:00 前完成，报名才算有效。
registration-complete = 已提交，编号 { $number }，报名完成，不用盖章。申报表可以下载保存。考试站审核有问题会通知你，材料要在 { $month } 月 { $day } 日 24:00 前补齐。
application-form-pdf = 申报表 { $number }.pdf
application-form-word = 申报表 { $number }.docx

form-stamped_form = 上传盖章表
    .also = 盖章表 盖章 上传申报表
stamped_form-registration = 报名
    .ask = 是哪一份报名的申报表？
    .none = 现在没有等盖章表的报名。交过的要换一张，请说“我的报名”，选那一份。
    .refused-window-closed = 这个批次在 { $last } 24:00 截止了，不能再上传。请联系考试站，或报下一个批次。
    .refused-pick-unknown = 没有这一份报名。请从列表里选。
stamped_form-stamped = 盖章的申报表
    .ask = 请发盖好章的申报表，照片或 PDF 都可以。
    .hint = 整页拍全，公章要看得清。
stamped-form-taken = 收到，{ $number } 报名完成。{ $trade }　{ $level }　{ $exam_on } 在{ $station }考试。{ $month } 月 { $day } 日 24:00 前还可以换一张更清楚的。
registration-option = { $number }　{ $trade }　{ $level }

form-my_registrations = 我的报名
    .also = 报名进度 报名结果 取消报名 撤回报名 撤销报名 退出报名
next-my_registrations = { $argument ->
    [none] 我的报名
   *[other] { $argument }
 }
registration-state-submitted = 待上传盖章表
registration-state-returned = 已退回，待更正
registration-state-complete = 报名完成，等考试站审核
registration-state-approved = 审核通过
registration-state-rejected = 审核未通过
registrations-none = 你还没有报名。可以现在报，也可以先看看能报哪一级。
registrations-listed = 你的报名：
registrations-line = { $n } { $number }　{ $trade }　{ $level }　{ $station }　{ $exam_on } 考试　{ $state }
registrations-one =
    { $number }　{ $state }
    { $trade }　{ $level }
    { $station }　{ $exam_on } 考试
registrations-stamp-due = 还差盖章的申报表，{ $month } 月 { $day } 日 24:00 前发来才算有效。
registrations-stamped = 盖章的申报表已经交了，{ $month } 月 { $day } 日 24:00 前还可以换一张更清楚的。
registrations-stamp-late = 盖章的申报表在 { $month } 月 { $day } 日 24:00 前没有收到，这次报名无效。可以报下一个批次。

registration-not-submitted = { $state ->
    [complete] 这份报名已经完成，不用再上传。
    [approved] 这份报名已经审核通过，不用再上传。
    [rejected] 这份报名没有通过审核，不用再上传。
   *[other] 这份报名被退回了，请先更正。
 }
candidate-serves = { $duty ->
    [examines] 考评员不能报自己考评的批次。请另选批次。
   *[supervises] 督导员不能报自己督导的批次。请另选批次。
 }
already-registered = 这个批次你已经报过名了，每个批次只能报一次。
batch-full = 名额已经报满。请选别的等级或批次，或请考试站增加名额。
window-closed = 报名在 { $last } 24:00 截止了。
window-not-open = 从 { $opens } 开始报名。
wrong-candidate-type = 这个批次只收{ $wanted ->
    [employed] 在职人员
    [student] 在读学生
   *[other] 社会人员
 }，不收{ $given ->
    [employed] 在职人员
    [student] 在读学生
   *[other] 社会人员
 }。请另选批次。
trade-not-offered = 这个批次不考{ $unit }。请选别的工种或批次。
level-not-offered = 这个批次的{ $unit }不考{ $level }。请选别的等级或批次。
level-not-in-unit = { $unit }没有{ $level }。
level-closed = { $unit } { $level }现在没有开放。请选别的等级。
unit-incomplete = { $unit } 的名称和等级还待确认，现在不能报。
condition-not-available = 这一条不能用来申报这个等级。请重新选申报条件。
name-missing = 姓名没有登记。
phone-missing = 还没有写考生电话。
school-missing = 还没有写就读院校。
education-missing = 还没有选文化程度。
enrolled-on-missing = 还没有写入学时间。
major-missing = 还没有写专业。
employer-missing = 还没有写现工作单位。
work-missing = 还没有写工作经历，至少写现在这一段。
study-missing = 还没有写学习经历。请从初中写到现在的学校。
material-missing = 还差{ $material ->
    [photo] 照片
    [id_card_front] 身份证人像面
    [id_card_back] 身份证国徽面
    [student_card] 学生证
    [class_hours_proof] 学时证明
    [skill_certificate] 职业技能证书
    [title_certificate] 职称证书
    [diploma] 毕业证书
    [work_proof] 工作年限证明
    [pledge] 承诺书
   *[other] 盖章的申报表
 }。
under-age = 考试那天要满 { $years } 周岁，{ $on } 才满。请报那天以后的批次。
enrolled-in-future = 入学时间还没有到。请看一下学生证。
enrolled-too-young = 按入学时间算，入学时还不到 { $years } 岁。请看一下学生证。
study-starts-too-late = 学习经历要从初中写起，现在第一段从 { $since } 开始。请补上前面的学校。
study-overlap = 学习经历第 { $first } 条和第 { $second } 条的时间重叠了。请改一下年月。
study-gap = 学习经历第 { $first } 条和第 { $second } 条之间空了一段（{ $since } 到 { $until }）。请补上，或改一下年月。
study-ends-elsewhere = 学习经历最后一条要是现在就读的{ $school }，并且还在读（毕业年月留空）。
study-reversed = 学习经历第 { $n } 条的结束早于开始。请改一下年月。
study-future = 学习经历第 { $n } 条的开始时间还没有到。请改一下年月。
study-before-birth = 学习经历第 { $n } 条早于出生日期。请改一下年月。
work-reversed = 工作经历第 { $n } 条的结束早于开始。请改一下年月。
work-future = 工作经历第 { $n } 条的时间还没有到。请改一下年月。
work-before-birth = 工作经历第 { $n } 条早于出生日期。请改一下年月。

need-age = 所选条件要求考试那天满 { $years } 周岁。
need-work = 所选条件要求从事本职业或相关职业工作，工作经历里没有相关的一段。
need-worked = 所选条件要求相关工作累计满 { $years } 年，按工作经历算，到考试那天还不满。
need-worked-since-certificate = 所选条件要求取得{ $held }证书后，相关工作累计满 { $years } 年，按工作经历和发证日期算，到考试那天还不满。
need-worked-since-title = 所选条件要求取得{ $title ->
    [junior] 初级职称
    [intermediate] 中级职称
   *[other] 高级职称
 }后，相关工作累计满 { $years } 年，按工作经历算，到考试那天还不满。
need-certificate = 所选条件要求有{ $held }或更高的证书。请在“已取得职业技能”里写上，或另选一条。
need-certificate-held = 所选条件要求持有{ $held }证书满 { $years } 年，到考试那天还不满。
need-title = 所选条件要求有{ $title ->
    [junior] 初级
    [intermediate] 中级
   *[other] 高级
 }或更高的职称。
need-diploma = 所选条件要求有相应的毕业证书（{ $schooling ->
    [secondary_vocational] 中专、技校、职高及以上
    [senior_technical] 技工院校高级工班及以上
    [college] 大专、高职及以上
   *[other] 技师学院
 }），和所填文化程度不符。请另选一条，或改文化程度。
need-diploma-assessed = 所选条件只认经评估论证的学校的毕业证书（{ $schooling ->
    [college] 大专、高职及以上
   *[other] 相应学历
 }），所填学校不在名单里。请另选一条。
need-schooling = 所选条件要求正在读{ $schooling ->
    [secondary_vocational] 中专、技校、职高及以上
    [college] 大专及以上
   *[other] 技师学院预备技师班、技师班
 }，和所填文化程度不符。请改文化程度，或选别的等级。
need-birth-year = 所选条件要求 { $first } 到 { $last } 年出生，你是 { $born } 年。请选别的等级。
need-years-in-school = 所选条件要求到考试那天在校满 { $years } 年（三年级外出实习的满 { $months } 个月），按入学时间还不满。请选别的等级，或报晚一些的批次。
need-class-hours = 所选条件要求培训满 { $hours } 学时，所填是 { $has } 学时。

confirm-school-and-major = 请核对学生证上的学校、专业与申报工种是否对应。
confirm-enrolment-as-on-student-card = 请核对入学时间与学生证一致。
confirm-practice = 在校不满两年，称因外出实习提前申报（满 { $months } 个月）。请核实。
enrolment-differs-from-study = 入学时间 { $enrolled } 与学习经历最后一段的开始 { $since } 不一致。请核对。
birth-years-reversed = { $level }的出生年份范围印的是 { $first }–{ $last }，前后颠倒，系统不作判断。请您核定。
birth-years-not-set = { $level }的出生年份范围还没有公布，系统不作判断。请您核定。

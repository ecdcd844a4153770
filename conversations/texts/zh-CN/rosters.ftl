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
application-forms-asked = 正在准备批次 { $number } 的 { $people } 份申报表，好了会发给您，不用等在这里。
chore-application_forms-under-way = 批次 { $number } 申报表：已完成 { $percent }%。
chore-application_forms-done = 批次 { $number } 的 { $people } 份申报表已打包，文件名是序号和报名编号。保留 30 天，只有您能下载。
chore-application_forms-failed = 批次 { $number } 的申报表没有打包成功：{ $problem }

roster-name-differs = 姓名和身份证号对不上。请照身份证再核对一遍。
roster-row-decided = { $state ->
    [approved] 这份报名已经审核通过，不能再改。
   *[other] 这份报名没有通过审核，不能再改。
 }

form-roster_import = 导入花名册
    .also = 导入名单 批量报名 导入报名
next-roster_import = 导入花名册
roster_import-batch = 考试批次
    .ask = 导入到哪个批次？
    .none = 现在没有可以报名的批次。
roster-batch-option = { $number }　{ $type }　报名到 { $last_day }
roster_import-roster = 名单
    .ask = 请发名单（.xlsx）。
    .hint = 用下面的模板填写：一人一行。先检查，不会直接报名。
roster_import-pictures = 照片和证件
    .ask = 请发照片和证件的压缩包（.zip），没有就跳过。
    .hint = 文件名写身份证号：照片是“身份证号.jpg”，其他是“身份证号_学生证.jpg”这样；盖章的申报表写“身份证号_盖章申报表”。
export-roster_template = 名单模板（Excel）
workbook-shown = Excel 表格，{ $kilobytes } KB
pictures-shown = 压缩包，{ $kilobytes } KB
list-wanted = 这一项要 Excel 文件（.xlsx）。请用模板填写后发来。
picture-zip-wanted = 这一项要压缩包（.zip）。请把照片打包发来，或跳过。
picture-zip-unreadable = 这个压缩包打不开，可能坏了。请重新打包成 .zip 再发。
picture-zip-too-many = 压缩包里的文件太多了（最多 { $most } 个）。请分成几个。
picture-zip-too-large = 压缩包里有太大的文件（每张最多 { $megabytes } MB），或不是照片。请只放照片。
picture-zip-encrypted = 这个压缩包有密码，打不开。请去掉密码再发。
picture-zip-paths = 这个压缩包里的文件名不正常，不能接收。请重新打包再发。
picture-zip-nobodys = 压缩包里没有一个文件名以身份证号开头。请改好文件名再发。

roster-looked-at = 收到，正在检查批次 { $number } 的名单。检查完告诉您，现在还没有报名。
roster-being-taken = 好的，正在导入批次 { $number } 的名单，完成后告诉您。
next-take_roster = 正式导入
form-take_roster = 正式导入
    .also = 正式导入名单
chore-roster_check-under-way = 批次 { $number } 名单：已检查 { $percent }%。
chore-roster_import-under-way = 批次 { $number } 名单：已导入 { $percent }%。
chore-roster_check-done = 批次 { $number } 名单检查完，还没有导入：新报名 { $new } 人，更改 { $changed } 人，没有变化 { $unchanged } 人，本人已报名 { $own } 人，有问题 { $wrong } 行。{ $wrong ->
    [0] { "" }
   *[other] 问题写在表格的“问题”一列，改好可以重新发。
 }
chore-roster_import-done = 批次 { $number } 名单已导入：新报名 { $new } 人，更改 { $changed } 人，没有变化 { $unchanged } 人，本人已报名 { $own } 人，没有导入 { $wrong } 行。{ $wrong ->
    [0] { "" }
   *[other] 原因写在表格的“问题”一列，改好重新发，只处理有变化的。
 }
chore-roster_check-failed = 批次 { $number } 的名单没有检查成功：{ $problem }
chore-roster_import-failed = 批次 { $number } 的名单没有导入完：{ $problem }已导入的行保留，重新发时不会重复。
chore-fault = 是我们的问题，请再试一次；如果还不行，请联系管理站。
roster-report-file = 名单 { $number }（问题）.xlsx
roster-problem-column = 问题
roster-fault = { $title }：{ $problem }
roster-row-twice = 这个身份证号在第 { $row } 行已经有了。
roster-row-own = 本人已经报名，没有改动。
roster-card-tells-too-little = 这种证件看不出出生日期和性别，请考生本人报名。
roster-picture-unknown = 压缩包里的“{ $word }”不知道是什么材料。
roster-picture-twice = { $title }有两张，请只留一张。
roster-entry-reason = 考试站重新导入了名单。
roster-entered-for-you = { $station }已经替你报名，编号 { $number }。{ $stamp ->
    [yes] 还差盖章的申报表，{ $month } 月 { $day } 日 24:00 前交给考试站或在这里上传。
   *[no] 报名完成，等考试站审核。
 }不是你要报的名，请马上联系考试站，或举报投诉。
roster-changed-for-you = { $station }更正了你的报名 { $number }。{ $stamp ->
    [yes] 请用新的申报表盖章，{ $month } 月 { $day } 日 24:00 前交来。
   *[no] 等考试站审核。
 }
history-unreadable = 第 { $n } 段（{ $text }）看不懂。请写成“2020-09至2023-07 学校 初中 班级”，几段之间用分号隔开。
history-entry-wrong = 第 { $n } 段：{ $problem }

roster-template-title = 批次 { $number } 考生名单（{ $type }）
roster-template-rows = 一人一行，带 * 的必填。身份证号、电话请用文本格式。
roster-template-history = 学习经历、工作经历写在一格里：几段之间用分号，每段“2020-09至2023-07 学校 初中 班级”，现在的写“2023-09至今 …”。
roster-template-pictures = 照片和证件另发压缩包，文件名以身份证号开头，例如 身份证号.jpg、身份证号_学生证.jpg。
roster-template-study = 2020-09至2023-07 哈密第四中学 初中 3班；2023-09至今 哈密职业技术学校 中专 23焊接1班
roster-template-work = 2015-01至今 哈密机械厂 焊工 是（最后写与申报职业是否相关）
roster-column-id_number = 证件号码／身份证号码／公民身份号码
roster-column-phone = 电话／手机号／手机号码／联系电话
roster-column-school = 学校／院校
roster-column-trade = 申报工种／工种／职业（工种）
roster-column-level = 等级／级别
roster-column-class_hours = 学时
roster-column-condition = 所选申报条件
roster-column-employer = 工作单位／单位
roster-picture-photo = 照片／证件照／小2寸
roster-picture-id_card_front = 身份证正面／人像面
roster-picture-id_card_back = 身份证反面／身份证背面／国徽面
roster-picture-student_card = 学籍证明／在校证明
roster-picture-class_hours_proof = 培训学时证明
roster-picture-skill_certificate = 技能证书／职业资格证书
roster-picture-title_certificate = 职称
roster-picture-diploma = 毕业证
roster-picture-work_proof = 工作证明／工龄证明
roster-picture-pledge = 承诺
roster-picture-stamped_form = 盖章申报表／盖章表／申报表

# Becoming an exam station, its inspection, its licence, and the register of stations.

form-station_application = 考试站申报
    .also = 申报考试站 建站 申请考试站 评价机构
    .review = 提交后打印审批登记表，法人签字、盖章后把扫描件传回来，管理站才会受理。回复“提交”，或回复项号修改。

station_application-head = 单位负责人
    .ask = 单位负责人是哪位？
    .hint = 印在登记表封面，由本人签字。
station_application-applied_on = 申请日期
station_application-email = 预留邮箱
    .ask = 请写预留邮箱。
    .hint = 通知和找回密码用，请写单位长期使用的邮箱。
station_application-trades = 申报工种
    .more = 还要申报别的工种吗？编号会按从小到大自动排好。
station_application-trades-trade = 工种
    .ask = 申报哪个工种？
    .hint = 写名称的一部分、编码或拼音首字母。职业能力和技能等级的工种都可以选。
station_application-trades-levels = 等级
    .ask = 申报哪几级？
    .hint = 回复数字，可以几个，例如 5 4 3；全部写 0。
station_application-category = 申报机构类别
station-category = 考试站
station_application-operator = 承建单位名称
station_application-kind = 承建单位性质
    .ask = 承建单位是哪一类？
station_application-kind_note = 性质说明
    .ask = 请写明单位的性质。
station_application-legal_representative = 承建单位法人代表
    .ask = 法人代表是哪位？
    .hint = 登记表第一页由法人亲笔签字。
station_application-address = 承建单位地址
    .ask = 单位地址是什么？
    .hint = 从省写起，写到门牌号。
station_application-phone = 联系电话
    .ask = 请写联系电话。
    .hint = 手机号 11 位，或座机加区号。
station_application-postcode = 邮政编码
    .ask = 邮政编码是多少？
station_application-teachers = 实训教师配备情况
    .ask = 实训教师是怎么配备的？
    .hint = 人数、专业、职称或技能等级，200 字以内。
station_application-deputies = 副站长
    .first = 现在填写副站长吗？至少要一位。
    .more = 还有别的副站长吗？
station_application-deputies-name = 姓名
    .ask = 副站长是哪位？
station_application-full_time_officer = 专职管理人员
    .ask = 专职管理人员是哪位？
    .hint = 要有一位。还没有定可以先跳过，提交前补上。
station_application-examiners = 已培训考评员
station-trained = { $trade } { $count } 人
station_application-staff_note = 考评、管理人员配备说明
    .ask = 考评人员、管理人员还有要说明的吗？没有就跳过。
station_application-systems = 机构管理规章目录
    .ask = 下面的管理制度，哪些已经有了？
    .hint = 回复数字，可以几个，例如 1 2 5；八项都有写 0。
station_application-system_files = 制度文本
    .first = 要上传制度文本吗？可以不传，验收时现场看。
    .more = 还要上传别的制度吗？
station_application-system_files-system = 制度
    .ask = 是哪一项制度？
station_application-system_files-text = 文本
    .ask = 请发这项制度，照片或 PDF。
station_application-office_area = 办公场地面积（㎡）
    .ask = 办公场地有多少平方米？
    .hint = 只写数字，还没有写 0。
station_application-theory_area = 理论考试场地面积（㎡）
    .ask = 理论考试场地有多少平方米？
station_application-practice_area = 技能考核场地面积（㎡）
    .ask = 技能考核场地有多少平方米？
station_application-theory_for_training = 培训场地
    .ask = 理论场地除了考试，也有培训用的教室吗？
station_application-office_equipment = 办公设备
    .ask = 办公用房里，下面哪些已经有了？
    .hint = 回复数字，可以几个；都有写 0。
station_application-equipment = 培训及考核设备
    .first = 现在填写培训及考核设备吗？每个工种都要有。
    .more = 还有别的设备吗？
station_application-equipment-model = 设备名称、型号
    .ask = 设备叫什么？请写名称和型号。
station_application-equipment-quantity = 数量
    .ask = 有几台（套）？
station_application-equipment-serves = 用于工种
    .ask = 用于哪些工种？
    .hint = 回复数字，可以几个；都用写 0。
station_application-testing_equipment = 检测设备
    .first = 现在填写检测设备吗？
    .more = 还有别的检测设备吗？
station_application-testing_equipment-model = 设备名称、型号
    .ask = 检测设备叫什么？请写名称和型号。
station_application-testing_equipment-quantity = 数量
    .ask = 有几台（套）？
station_application-testing_equipment-serves = 用于工种
    .ask = 用于哪些工种？
    .hint = 回复数字，可以几个；都用写 0。
station_application-staff_list = 工作人员名单
    .ask = 请发负责评价工作的人员名单，照片或 PDF。
    .hint = 没有准备好可以先跳过，提交前补上。
station_application-past_assessments = 近年评价、竞赛情况
    .ask = 请发近年开展鉴定考评、技能大赛的情况简介，照片或 PDF。
    .hint = 没有开展过的，请写一页说明。可以先跳过，提交前补上。
station_application-introduction = 学校图文简介
    .ask = 请发单位的图文简介，照片或 PDF。
    .hint = 没有准备好可以先跳过，提交前补上。
station_application-site_photos = 实训环境照片
    .first = 现在发实训环境照片吗？一共要 5 张，可以直接发来。
    .more = 还有别的照片吗？至少 5 张，可以直接发来。
station_application-site_photos-picture = 照片
    .ask = 请发一张实训环境照片。
station_application-three_year_plan = 未来三年工作计划
    .ask = 请发未来三年的工作计划，照片或 PDF。
    .hint = 没有准备好可以先跳过，提交前补上。
station_application-remarks = 备注
    .ask = 还有要说明的吗？没有就跳过。
station_application-first_page = 签字的第一页
    .ask = 请发法人签字、盖公章的第一页，照片或 PDF。
station_application-last_page = 盖章的最后一页
    .ask = 请发盖公章、签署意见的最后一页，照片或 PDF。

unit-kind-secondary = 普通中专
unit-kind-vocational = 职业中专
unit-kind-technical = 技工学校
unit-kind-higher_vocational = 高等职业技术学院
unit-kind-independent = 独立学院
unit-kind-continuing = 继续教育学院
unit-kind-private = 民办大学
unit-kind-training = 技能培训机构
unit-kind-enterprise = 企业
unit-kind-public = 事业单位
unit-kind-other = 其他

management-system-finance = 财务管理制度
management-system-procedure = 评价工作规程
management-system-duties = 岗位责任制度
management-system-archives = 档案管理制度
management-system-plan = 认定工作计划
management-system-conduct = 考评员、管理人员工作守则，考场规则
management-system-secrecy = 保密制度
management-system-examination = 考试管理制度

office-equipment-printer = 文印设备、打印机
office-equipment-filing = 资料柜
office-equipment-telephone = 通讯设备
office-equipment-computers = 微机

venue-office = 办公场地
venue-theory = 理论考试场地
venue-practice = 技能考核场地

attachment-staff_list = 工作人员名单
attachment-past_assessments = 近年评价、竞赛情况
attachment-introduction = 学校图文简介
attachment-three_year_plan = 未来三年工作计划

station-application-state-awaiting_seal = 待盖章
station-application-state-under_way = 审批中
station-application-state-approved = 已批准，待编站号
station-application-state-founded = 已设站
station-application-state-ended = 已结束

station-application-option = { $unit }　{ $on } 申报
station-application-filed =
    表已填好。接下来：
    · 打印审批登记表，一式两份
    · 第一页法人亲笔签字、盖公章；最后一页第一栏盖公章、签署同意申报
    · 把第一页和最后一页拍照或扫描传回来（回复“上传盖章申报表”）
    传回来以前管理站看不到这份申报，还可以修改。
station-form-pdf = 审批登记表.pdf
station-form-word = 审批登记表.docx

form-sealed_application = 上传盖章申报表
    .also = 盖章登记表 上传登记表
sealed_application-application = 考试站申报
    .ask = 是哪一份申报？
    .none = 现在没有等盖章的申报表。请先在“考试站申报”里填好提交。
    .refused-pick-unknown = 现在没有等盖章的申报。
sealed_application-first_page = 签字的第一页
    .ask = 请发第一页：法人亲笔签字并盖公章，照片或 PDF。
    .hint = 整页拍全，签字和公章要看得清。
sealed_application-last_page = 盖章的最后一页
    .ask = 请发最后一页：第一栏盖公章并签署同意申报，照片或 PDF。
next-sealed_application = 上传盖章申报表
next-station_application = { $argument ->
    [none] 考试站申报
   *[other] 修改申报表
 }

station-kind-note-missing = 选了“其他”，请写明单位的性质。
station-trades-missing = 还没有写申报工种。
station-trade-incomplete = { $trade }的名称和等级还待确认，现在不能申报。
station-levels-missing = { $trade }还没有选等级。
station-level-unknown = { $trade }没有{ $level }。
station-trade-twice = { $trade }写了两条。请并成一条。
station-staff-missing = { $post ->
    [head] 还没有写单位负责人（站长 1 人）。
    [deputies] 还差副站长，至少 1 人。
   *[other] 还差专职管理人员 1 人。
 }
station-examiners-few = { $trade }的考评员现在 { $has } 人，至少要 { $least } 人，并且都参加过机械行业考评员培训班。请先用“考评员申报”推荐。
station-venue-missing = 还没有{ $venue }。
station-training-room-missing = 理论场地要有培训用的教室，也要有考试用的教室。
station-office-lacks = 办公用房还差：{ $missing }。
station-equipment-missing = { $trade }还没有培训及考核设备。
station-equipment-idle = 设备“{ $name }”不对应申报的工种。请改用于哪个工种，或去掉。
station-testing-missing = 还没有写检测设备。
station-systems-missing = 管理制度还差：{ $missing }。
station-attachment-missing = 还差{ $attachment }。
station-photos-few = 实训环境照片现在 { $has } 张，要 { $least } 张。
station-application-under-way = 您单位的申报{ $state ->
    [approved] 已经批准，正在编站号
    [founded] 已经批准，考试站已设立
   *[other] 正在审批，这期间不能改
 }。进度在“我的申请”里。
station-already = 这个单位已经是考试站，不用再申报。增减工种请用“增减项”。
station-seal-not-awaited = 这份申报现在不用传盖章页。
station-page-missing = 还差盖章页。
station-application-unknown = 没有这份申报。
station-not-approved = 这份申报还没有批准，或站号已经编过了。
region-unknown = 请从省、自治区或直辖市写起，例如“江苏省”或“江苏省常州市”。
postcode-form = 邮政编码是 6 位数字。请再看一下。

station-briefing-examiners = { $enough ->
    [yes] ✓
   *[no] ✗
 } { $trade }：已培训考评员 { $has } 人，要求 { $least } 人
station-briefing-uninspected = ✗ 还没有现场验收。请先用“现场验收”记录，合格后才能推荐。
station-briefing-inspected = { $passed ->
    [yes] ✓
   *[no] ✗
 } { $on } 现场验收：{ $result }（{ $inspectors }）
station-briefing-line = 　{ $line }：{ $verdict }，{ $remark }
station-briefing-centre = 同意后，请用“设立考试站”编站号、发许可证。

form-inspection = 现场验收
    .also = 验收 资格审查验收
    .review = 提交后不能改；需要时可以再验收一次，以最后一次为准。回复“提交”，或回复项号修改。
inspection-application = 申报单位
    .ask = 验收哪一家？
    .hint = 列表里是正在您这里审批的申报。
    .refused-pick-unknown = 这一家现在不在您这里审批。请从列表里选。
inspection-inspected_on = 验收日期
    .ask = 哪天验收的？
inspection-inspectors = 验收人员
    .ask = 谁去验收的？几个人用顿号隔开。
inspection-staff = 站长、副站长、专职管理人员
    .ask = 站长 1 人、副站长至少 1 人、专职管理人员 1 人，是否到岗？
inspection-examiners = 考评员
    .ask = 每个工种不少于 3 名考评员，是否属实？
inspection-theory_venue = 理论评价场地
    .ask = 理论评价场地是否有培训、考试用的教室？
inspection-practice_venue = 实际操作场地
    .ask = 实际操作场地是否满足申报的工种？
inspection-office = 办公用房和设备
    .ask = 是否有固定专用的办公用房，文印、资料柜、通讯设备、微机齐全？
inspection-equipment = 培训及考核设备
    .ask = 培训及考核设备是否与登记表一致、与工种对应？
inspection-testing_equipment = 检测仪器
    .ask = 检测仪器是否与登记表一致、与工种对应？
inspection-records = 人员名单和评价情况
    .ask = 工作人员名单和近年评价情况是否属实？
inspection-systems = 管理制度
    .ask = 八项管理制度是否齐全？
inspection-materials = 简介、照片、三年计划
    .ask = 学校简介、实训环境照片、三年计划是否与现场相符？
inspection-staff_remark = 人员说明
    .ask = 请写明人员的情况。
inspection-examiners_remark = 考评员说明
    .ask = 请写明考评员的情况。
inspection-theory_venue_remark = 理论场地说明
    .ask = 请写明理论场地的情况。
inspection-practice_venue_remark = 实操场地说明
    .ask = 请写明实操场地的情况。
inspection-office_remark = 办公说明
    .ask = 请写明办公用房和设备的情况。
inspection-equipment_remark = 设备说明
    .ask = 请写明设备的情况。
inspection-testing_equipment_remark = 检测仪器说明
    .ask = 请写明检测仪器的情况。
inspection-records_remark = 名单说明
    .ask = 请写明名单和评价情况。
inspection-systems_remark = 制度说明
    .ask = 请写明制度的情况。
inspection-materials_remark = 材料说明
    .ask = 请写明材料与现场的出入。
inspection-photos = 验收照片
    .more = 还有别的照片吗？
inspection-photos-picture = 照片
    .ask = 请发一张验收照片。
inspection-result = 验收结果
inspection-verdict-met = 符合
inspection-verdict-noted = 符合，有说明
inspection-verdict-not_met = 不符合
inspection-line-staff = 人员
inspection-line-examiners = 考评员
inspection-line-theory_venue = 理论评价场地
inspection-line-practice_venue = 实际操作场地
inspection-line-office = 办公用房和设备
inspection-line-equipment = 培训及考核设备
inspection-line-testing_equipment = 检测仪器
inspection-line-records = 名单和评价情况
inspection-line-systems = 管理制度
inspection-line-materials = 简介、照片、三年计划
inspection-result-passed = 合格
inspection-result-failed = 不合格
next-inspection = 现场验收
inspectors-unreadable = 请写验收人员的姓名，用顿号隔开，最多 { $most } 人。
inspection-in-future = 验收日期还没有到（今天 { $today }）。
inspection-too-early = 验收日期早于申请日期 { $applied }。
inspection-inspectors-missing = 还没有写验收人员。
inspection-photos-missing = 还没有验收照片。
inspection-line-open = { $line }还没有写是否符合。
inspection-remark-missing = { $line }请写明情况。
inspection-passed-unmet = 有不符合的项，不能写合格。
inspection-not-now = 这份申报现在不在管理站，不能记录验收。
inspection-wanted = 还没有现场验收记录。请先用“现场验收”记录，再推荐。
inspection-failed = { $on } 的现场验收不合格，不能推荐。请退回整改，或整改后再验收一次。
inspection-noted = 已记录：{ $unit }　{ $on } 现场验收{ $result }。接下来请办理这份申报。

form-new_station = 设立考试站
    .also = 编站号 设站
    .review = 提交后站号不能改，申报单位的账户转为考试站账户。回复“提交”，或回复项号修改。
new_station-application = 申报单位
    .ask = 给哪一家编站号？
    .hint = 列表里是已经批准、还没有站号的申报。
    .refused-pick-unknown = 这一家还没有批准，或站号已经编过了。
new_station-number = 站号
    .ask = 站号是多少？
    .hint = 名称里的三位数字，例如 301。
new_station-code = 机构编码
new_station-name = 机构名称
new_station-trades = 许可工种
new_station-region = 许可区域
    .ask = 在哪个区域开展评价？
    .hint = 从省写起，例如“江苏省”或“江苏省常州市”。
new_station-valid_from = 许可证起始日期
    .ask = 许可证从哪天起有效？
new_station-valid_until = 许可证截止日期
    .ask = 许可证有效到哪天？
    .hint = 这一天也算在内。
station-number-form = 站号是三位数字，从 001 起。
station-number-unfit = 按上级机构编码 { $tier } 编不出这个站号。请写三位站号；上级机构的编码不是这种样式的，请写八位机构编码。
station-number-taken = { $code } 已经有了。请换一个站号。
station-founded = { $name }已设立，编码 { $code }，许可证有效到 { $until }。申报单位的账户已转为考试站账户，登录名是新的全称。接下来登记许可证、铜牌和印章的交付。
station-founded-told = 贵单位已批准为{ $name }，编码 { $code }，许可证有效到 { $until }。以后用这个全称登录，密码不变。

form-licence = 录入许可证
    .also = 许可证录入 登记许可证
licence-station = 考试站
    .ask = 哪个考试站的许可证？
    .hint = 写站号、学校名称的一部分或拼音首字母。
licence-present = 已有许可证
licence-entered-before = { $number }，到 { $until }；提交后以这次填的为准
licence-number = 许可证编号
    .ask = 许可证编号是多少？
    .hint = 跳过就用机构编码。
licence-region = 许可区域
    .ask = 在哪个区域开展评价？
    .hint = 从省写起，例如“江苏省”或“江苏省常州市”。
licence-valid_from = 起始日期
    .ask = 从哪天起有效？
licence-valid_until = 截止日期
    .ask = 有效到哪天？
    .hint = 这一天也算在内。
licence-trades = 许可工种
    .more = 还有别的工种吗？
licence-trades-trade = 工种
    .ask = 许可哪个工种？
    .hint = 写名称的一部分、编码或拼音首字母。
licence-trades-levels = 等级
    .ask = 许可哪几级？
    .hint = 回复数字，可以几个，例如 5 4 3；全部写 0。
next-licence = { $argument ->
    [none] 录入许可证
   *[other] 修改许可证
 }
licence-entered = { $station }的许可证已录入：{ $number }，有效到 { $until }。
licence-pdf = 许可证 { $number }.pdf
no-licence = 这个考试站还没有录入许可证，不能办理。请管理站先录入。
licence-only-stations = 只有考试站才有许可证。请从列表里选。
licence-ends-first = 截止日期早于起始日期 { $since }。
licence-units-missing = 许可证上至少要有一个工种，每个工种至少一级。
licence-number-taken = 这个许可证编号已经用在别的考试站。请再看一下编号。
licence-not-longer = 新的截止日期要晚于现在的 { $until }。
licence-suspended = 许可证已暂停：不能办理新的计划、批次和增减项，正在进行的不受影响。
licence-not-yet = 许可证从 { $since } 起才有效。
licence-expired = 许可证在 { $until } 到期了。请先办理年审。
outside-licence = { $trade } { $level }不在许可证范围内。需要的话请先办理“增减项”。

form-my_licence = 我的许可证
    .also = 许可证 许可范围
licence-none = 还没有录入许可证。请联系管理站。
licence-shown =
    许可证 { $number }　{ $region }
    有效期 { $since } 至 { $until }
licence-unit-capability = 职业能力　{ $name }　{ $code }　{ $levels }
licence-unit-skill_level = 技能等级　{ $name }　{ $code }　{ $levels }
licence-reason = 暂停原因：{ $reason }

form-handing_over = 交付登记
    .also = 交付铜牌 交付印章 发铜牌
handing_over-station = 考试站
    .ask = 交付给哪个考试站？
    .hint = 写站号、学校名称的一部分或拼音首字母。列表里只有已录入许可证的考试站。
handing_over-thing = 交付物
    .ask = 交付什么？
handing_over-handed_on = 交付日期
    .ask = 哪天交付的？
handing_over-receiver = 接收人
    .ask = 谁接收的？
handed-over-licence = 许可证
handed-over-plaque = 铜牌
handed-over-seal = 印章
handed-over = 已登记：{ $on } 向{ $station }交付{ $thing }。
handed-over-line = { $on } 交付{ $thing }
hand-over-in-future = 交付日期还没有到（今天 { $today }）。
next-handing_over = { $argument ->
    [none] 交付登记
   *[other] 登记交付
 }

form-station_register = 考试站名册
    .also = 站点名册 考试站列表
station-register-listed = 考试站名册。回复数字看一家，或下载全部：
station-register-line = { $n } { $number } 站　{ $operator }　{ $state ->
    [suspended] 已暂停
    [expired] 已到期 { $until }
    [not-yet] 未生效
   *[active] 到 { $until }
 }
station-register-unlicensed = { $n } { $number } 站　{ $operator }　没有许可证
station-register-none = 没有找到考试站。
station-register-xlsx = 考试站名册.xlsx
next-station_register = { $argument ->
    [none] 考试站名册
   *[other] 查看 { $argument }
 }

station-form-posts = 站长：{ $head }　副站长：{ $deputies }　专职管理人员：{ $officer }
station-form-examiners = 考评员：{ $examiners }
register-state-active = 有效
register-state-suspended = 已暂停
register-state-expired = 已到期
register-state-not-yet = 未生效
register-state-unlicensed = 没有许可证

equipment-template-name = 设备清单
equipment-template-choices = 可选内容
equipment-template-title = 设备清单
equipment-template-how = 每台（套）设备一行，填好后把文件发回来。
equipment-template-model = 名称和型号写在一起，例如：直流弧焊机 ZX7-400
equipment-template-quantity = 台（套）数，写整数
equipment-template-serves = 申报工种的名称，几个用顿号隔开；只申报一个工种时不用填

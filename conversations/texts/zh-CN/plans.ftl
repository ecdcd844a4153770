# 年度计划, 汇总, 增减项, 年审: the forms, what stands against them, and what officers should know.

form-annual_plan = 年度计划
    .also = 报计划 申报计划 年计划
    .review = 批准后每条只能用于一个批次，一条最多 99 人。回复“提交”，或回复项号修改。
annual_plan-programme = 评价项目
    .ask = 报哪一类的计划？
    .hint = 两类分开填报。
annual_plan-year = 计划年度
    .ask = 哪一年的计划？
annual_plan-plan_lines = 计划条目
    .more = 还有下一条吗？
    .refused-plan-without-lines = 还没有计划条目。请至少填一条。
annual_plan-plan_lines-trade = 职业（工种）
    .ask = 哪个职业（工种）？
    .hint = 只列许可证上的。可以写名称、编码或拼音首字母。
    .refused-pick-unknown = 这个工种不在许可证上。请从列表里选。
    .refused-pick-nothing = 许可证上没有“{ $query }”。请写全名或编码。
annual_plan-plan_lines-level = 等级
    .ask = 哪个等级？
annual_plan-plan_lines-people = 预计人数
    .ask = 预计多少人？
    .hint = 超过 99 人的，会自动拆成几条。
annual_plan-plan_lines-month = 计划月份
    .ask = 计划在几月考？
    .hint = 写 1 到 12。
annual_plan-note = 备注
    .ask = 还有要说明的吗？没有就跳过。
year-name = { $year } 年
month-name = { $n } 月

plan-template-title = { $programme }年度计划
plan-template-station = { $name }　{ $code }
plan-template-how = 每行一条；工种、等级从下拉列表选；超过 { $most } 人的会自动拆成几条。
plan-template-send = 表头不要改。填好后把文件发到对话里。
plan-template-choices = 可选内容

plan-sum = 共 { $lines } 条计划，{ $people } 人。
plan-before = 今明两年已批准 { $lines } 条，其中 { $free } 条还没有用。
plan-line-split = { $trade } { $level } { $people } 人超过 99 人，拆成了 { $lines } 条。
plan-year = 只能填报 { $first } 年或 { $last } 年的计划。
plan-without-lines = 计划里没有条目。请至少填一条。
plan-programmes-mixed = 第 { $line } 条“{ $trade }”不属于这个评价项目。请换成这一类的工种，或另报一份。
plan-level-unknown = 第 { $line } 条：{ $trade }没有{ $level }。
plan-outside-licence = 第 { $line } 条：许可证上没有{ $trade } { $level }。请换一项，或先办理增减项。
plan-people = 第 { $line } 条：人数要在 1 到 { $most } 之间，现在是 { $people }。
plan-month = 第 { $line } 条：没有 { $month } 月。
plan-month-over = 第 { $line } 条：{ $month } 月已经过了。请改为以后的月份。
plan-under-way = { $year } 年的计划还有一份没有办完。请在“我的申请”里查看，或撤回后重报。
plan-decided = 这份计划已经办完，不能再改。要增加的请另报一份。
plan-other-programme = 这份计划报的是{ $programme }，不能改成另一类。请改回来，另一类另报一份。
plan-unknown = 没有这份计划。
plan-line-unknown = 没有这条计划。请从列表里选。
plan-line-used = 这条计划不能用了：可能刚被另一个批次选用。请重新选一条。
plan-line-unfit = 这条计划不是本站的{ $unit } { $level }。请重新选一条。
plan-line-missing = { $unit } { $level }没有对应的年度计划，不能申请批次。请先报年度计划。

form-plan_lines = 可用计划
    .also = 剩余计划 计划余额
plan-lines-none = 今明两年还没有批准的计划。没有年度计划就不能申请考试批次。
plan-lines-listed = 今明两年已批准 { $lines } 条，可用 { $free } 条：
plan-line-shown = { $year } 年 { $month } 月　{ $trade } { $level }　{ $people } 人　{ $use ->
    [free] 可用
   *[used] 已用
 }
next-plan_lines = 可用计划
next-annual_plan = { $argument ->
    [none] 填报年度计划
   *[other] 修改年度计划
 }

form-plan_summary = 汇总年度计划表
    .also = 汇总计划 计划汇总
    .review = 请核对：列出的考试站已批准、还没有上报的计划会一并提交给指导中心。回复“提交”，或回复项号修改。
plan_summary-programme = 评价项目
    .ask = 汇总哪一类的计划？
plan_summary-year = 计划年度
    .ask = 汇总哪一年的？
    .refused-plans-none-to-gather = { $year } 年没有待上报的计划：没有批准的，或都已上报。请换一年或一类。
plan_summary-stations = 考试站
plan_summary-note = 备注
    .ask = 还有要说明的吗？没有就跳过。
plan-summary-stations = { $count } 个：{ $stations }
plan-summary-sum = 共 { $stations } 个考试站，{ $lines } 条计划，{ $people } 人。
plan-summary-table = 汇总年度计划表（Excel）
plan-summary-unknown = 没有这份汇总表。
plan-summary-other = 这份汇总表是{ $programme } { $year } 年的，不能改成别的。请改回来，或撤回后另报。
plans-none-to-gather = { $year } 年没有待上报的计划。
plan-state-filed = 审批中
plan-state-approved = 已批准
plan-state-closed = 未通过或已撤回

form-licence_change = 增减项
    .also = 增项 减项 增加工种
    .review = 请核对增减的工种和等级。指导中心批准后许可证随之变更。回复“提交”，或回复项号修改。
licence_change-trades = 增加的工种
    .first = 要增加工种或等级吗？
    .more = 还要增加别的吗？
    .refused-station-examiners-few = { $trade }要有至少 { $least } 名培训合格的考评员，现在 { $has } 名。请先申报考评员并参加培训。
licence_change-trades-trade = 工种
    .ask = 增加哪个工种？
    .hint = 可以写名称、编码或拼音首字母。许可证上已有的工种也可以增加等级。
licence_change-trades-levels = 等级
    .ask = 增加哪些等级？
    .hint = 可以写几个，例如 5 4 3。
licence_change-equipment = 设备
    .more = 还有别的设备吗？
    .refused-station-equipment-missing = 还没有{ $trade }用的设备。请补上。
licence_change-equipment-model = 设备名称、型号
    .ask = 设备名称和型号？
licence_change-equipment-quantity = 数量
    .ask = 有多少台（套）？
licence_change-equipment-serves = 用于工种
    .ask = 用于增加的哪些工种？
licence_change-dropped = 减少的工种
    .first = 要减少工种或等级吗？
    .more = 还要减少别的吗？
licence_change-dropped-trade = 工种
    .ask = 减少哪个工种？
licence_change-dropped-levels = 等级
    .ask = 减少哪些等级？
    .hint = 可以写几个，例如 5 4。
licence_change-reason = 理由
    .ask = 为什么要增减？
change-nothing = 还没有要增加或减少的工种。请至少填一项。
change-there-already = 许可证上已经有{ $trade } { $level }，不用增加。
change-not-there = 许可证上没有{ $trade } { $level }，不能减少。
change-leaves-nothing = 这样许可证上就没有工种了。请至少留下一项。
change-under-way = 已经有一份增减项在办理。请在“我的申请”里查看，或撤回后重报。
change-unknown = 没有这份增减项申请。
change-briefing-examiners = 增加{ $trade }（{ $levels }）：培训合格的考评员 { $has } 名，{ $enough ->
    [yes] 够 { $least } 名
   *[no] 不够 { $least } 名
 }。

form-annual_review = 年审
    .also = 许可证年审 年检
    .review = 请逐项核对。管理站通过后许可证延长一年；不通过的，许可证暂停。回复“提交”，或回复项号修改。
annual_review-licence = 许可证
review-licence = { $number }，有效期至 { $until }
annual_review-staff = 人员配备
    .ask = 站长 1 人、副站长至少 1 人、专职管理人员 1 人，都在岗吗？
annual_review-staff_remark = 人员配备说明
    .ask = 缺哪些人员，什么时候配齐？
annual_review-examiners = 考评员
    .ask = 每个工种都有至少 3 名考评员吗？
annual_review-examiners_remark = 考评员说明
    .ask = 哪些工种不够，什么时候补足？
annual_review-theory_venue = 理论场地
    .ask = 有理论培训和考试场地吗？
annual_review-theory_venue_remark = 理论场地说明
    .ask = 缺什么，什么时候解决？
annual_review-practice_venue = 实操场地
    .ask = 有满足各工种的实际操作场地吗？
annual_review-practice_venue_remark = 实操场地说明
    .ask = 缺什么，什么时候解决？
annual_review-equipment = 设备和检测仪器
    .ask = 设备和检测仪器与许可证上的工种都对应、能用吗？
annual_review-equipment_remark = 设备说明
    .ask = 缺什么，什么时候解决？
annual_review-office = 办公条件
    .ask = 有固定的办公用房，打印机、资料柜、电话、微机都齐全吗？
annual_review-office_remark = 办公条件说明
    .ask = 缺什么，什么时候解决？
annual_review-systems = 管理制度
    .ask = 现在有哪些管理制度？
    .hint = 可以写几个数字，例如 1-8；全部写 0。
annual_review-systems_remark = 管理制度说明
    .ask = 缺的制度什么时候补上？
annual_review-scope = 评价范围
    .ask = 这一年都在许可证规定的区域、工种和等级内开展评价吗？
annual_review-scope_remark = 评价范围说明
    .ask = 是什么情况？
annual_review-archives = 档案
    .ask = 各批次的试卷、照片、视频等材料都按期保存吗？
    .hint = 纸质至少 3 年，电子至少 5 年。
annual_review-archives_remark = 档案说明
    .ask = 缺什么，怎么补救？
annual_review-other = 其他
    .ask = 还有要说明的吗？没有就跳过。
review-is-filed-by-stations = 年审由考试站提交；等您办理的在“待办”里。
review-passed-already = { $year } 年的年审已经通过了。
review-under-way = { $year } 年的年审正在办理。请在“我的申请”里查看。
annual-review-unknown = 没有这份年审。
review-briefing-examiners = 记录：{ $trade }培训合格的考评员 { $has } 名，不够 { $least } 名。
review-briefing-licence = 记录：许可证{ $state ->
    [suspended] （暂停中）
   *[active] {""}
 }有效期至 { $until }。通过则延长到 { $extended }，不通过则暂停：不能再报新的计划和批次，已经开始的照常进行。

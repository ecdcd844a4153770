# Trades, levels and stations: their names, lists, and what is said about one of them.

programme-capability = 职业能力水平评价
programme-skill_level = 职业技能等级认定

box-trade = 职业工种
    .ask = 哪个工种？
    .hint = 写名称的一部分、编码或拼音首字母都行，例如 dhg 就是电焊工。
trade-capability = { $name }　{ $code }　职业能力
trade-skill_level = { $name }　{ $code }　技能等级
trade-incomplete = 名称待确认　{ $code }

form-catalogue = 职业工种
    .also = 工种 职业 目录
catalogue-shown =
    { $name }　{ $code }
    { $programme }　职业：{ $occupation }（{ $occupation_code }）
    等级：{ $levels }
catalogue-incomplete =
    名称待确认　{ $code }
    { $programme }　职业：{ $occupation }（{ $occupation_code }）
    这个工种的名称和等级还在确认，暂时不能报名。

form-stations = 考试站
    .also = 考点 站点 哪里考
stations-station = 考试站
    .ask = 哪个考试站？
    .hint = 写站号、学校名称的一部分或拼音首字母都行。
station-option = { $number } 站　{ $operator }
station-shown =
    { $name }　{ $code }
    承建单位：{ $operator }
station-batches = 现在可以报名的批次：
station-batch = { $n } 批次 { $number }　{ $type }　{ $trades }　考试 { $exam_on }　报名到 { $last_day } 为止
station-no-batches = 现在没有开放报名的批次。
next-registration = { $argument ->
    [none] 报名
   *[other] 报名 { $argument }
 }

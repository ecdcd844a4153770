# 年度政策: what each ⚙ value means, and what is wrong with a new one.

policy-out-of-range = 这个数要在 { $least } 到 { $most } 之间。
policy-list-empty = 这一项不能一个都不留。
policy-list-twice = 有一项写了两次，请去掉一个。
policy-mix-three = 要写三个数：易、中、难各占百分之几，合计 100。
policy-text-length = 请写 1 到 { $most } 个字。
policy-phone-form = 电话只写数字和短横，例如 010-83068013 或 12333。
policy-past-day = 生效日期最早是今天（{ $today }）。已经过去的日子按当时的规定办。

# 通知公告、群发通知、联系我们、举报投诉。

form-notices = 通知公告
    .also = 公告 申报流程 样表 标准
notices-notice = 通知公告
    .ask = 看哪一条？
    .hint = ● 是还没看过的。可以写标题的一部分来查找。
    .refused-pick-unknown = 这一条已经撤下，或不是发给这个账户的。请从列表里选。
notices-page = 页码
notices-edition = 版本
notice-option-read = { $heading }　{ $on }
notice-option-unread = ● { $heading }　{ $on }
notice-option-withdrawn = （已撤下）{ $heading }　{ $on }
notice-option-coming = （未生效）{ $heading }　{ $on }
notices-none = 现在没有通知。要问事情，请看“联系我们”。
notice-kind-notice = 通知
notice-kind-procedure = 申报流程
notice-kind-sample = 样表
notice-kind-standard = 标准
notice-head =
    〔{ $kind }〕{ $heading }
    { $publisher }　{ $on } 起　第 { $version } 版{ $standing ->
        [before] 　已有新版，这一版不再执行
        [coming] 　还没有生效
        [withdrawn] 　已撤下
       *[now] {""}
    }
notice-text = { $text }
notice-page = （第 { $page } 页，共 { $of } 页）
notice-receipts = 已读 { $read } 人，共 { $of } 人。
notice-silent = 还没有人读的机构（{ $count } 个）：{ $institutions }
notice-unknown = 没有这条通知，或者不是发给这个账户的。
notice-changed-meanwhile = 这条通知刚才有人改过了。请打开最新的一版再改。
notice-past-day = 生效日期最早是今天。
next-notices = { $argument ->
    [none] 通知公告
   *[other] 打开这条通知
 }
next-notices-next = 下一页
next-notices-previous = 上一页
next-notices-older = 看上一版
next-notices-current = 看现行版

form-publish = 发布通知
    .also = 发公告 发布公告 发布流程
    .review = 请核对发给谁、有多少人。回复“提交”就发布，或回复项号修改。发布后可以改版，也可以撤下。
box-audience = 发给谁
    .ask = 发给谁？
box-region = 地区
    .ask = 只发给一个省吗？不限就跳过。
    .hint = 还没有登记地区的机构收不到按省发的通知。
box-programme = 评价类别
    .ask = 只发给办理其中一类的机构吗？不限就跳过。
publish-institution = 机构
    .ask = 发给哪个机构？
    .hint = 可以写编号、学校名或拼音首字母。
broadcast-institution = 机构
    .ask = 发给哪个机构？
    .hint = 可以写编号、学校名或拼音首字母。
box-reach = 现在会收到
audience-kind-everyone = 所有人
audience-kind-candidates = 全体考生
audience-kind-stations = 全体考试站
audience-kind-examiners = 全体考评员
audience-kind-supervisors = 全体督导员
audience-kind-applicants = 全体申报单位
audience-kind-officers = 管理站、分支机构和指导中心
audience-kind-institution = 一个机构
reached-people = { $people } 人，其中 { $pushed } 人能在微信或 Telegram 收到推送，其余在网页看到
reached-institutions = { $people } 人，{ $institutions } 个机构（如{ $sample }），其中 { $pushed } 人能在微信或 Telegram 收到推送，其余在网页看到
audience-out-of-reach = 这个范围不归您管。请选自己管辖的地区、机构和评价类别。
audience-empty = 这个范围里现在一个人也没有，发不出去。请换一个范围。
publish-kind = 种类
    .ask = 发布哪一种？
    .hint = 申报流程、样表和标准以最新一版为准，旧版仍能查看。
publish-heading = 标题
    .ask = 请写标题，最多 40 个字。
publish-text = 正文
    .ask = 请写正文，最多 3000 个字。
    .hint = 可以分段；长的会自动分页。
publish-attachments = 附件
    .first = 有附件吗？照片或 PDF，最多 5 个。
    .more = 还有附件吗？
publish-attachments-sheet = 附件
    .ask = 请发附件，照片或 PDF。
publish-valid_from = 生效日期
    .ask = 从哪天起生效？
    .hint = 到这一天才能看到；有旧版的，旧版执行到前一天。
notice-published = 已发布《{ $heading }》第 { $version } 版，{ $on } 起可以看到，现在共 { $people } 人。
notice-withdrawn = 已撤下《{ $heading }》，别人看不到了，已读记录还在。
notice-restored = 已恢复《{ $heading }》。
next-publish = { $argument ->
    [none] 发布通知
   *[other] 修改（出新版）
 }
form-withdraw_notice = 撤下通知
next-withdraw_notice = 撤下
next-withdraw_notice-undo = 恢复

form-broadcast = 群发通知
    .also = 群发 推送 通知大家
    .review = 发出去就收不回来。请看清人数和下面的样子，回复“提交”开始发送，或回复项号修改。
broadcast-text = 内容
    .ask = 请写要发的内容，最多 500 个字。
broadcast-sample = 收到的样子
broadcast-message =
    { $text }
    —— { $sender }
broadcast-of-notice = 新通知：《{ $heading }》，请打开查看。
broadcast-open = 打开通知
broadcast-begun = 开始发送，共 { $count } 人，发完会告诉您。
broadcast-begun-at-night = 开始发送，共 { $count } 人。现在是免打扰时间，手机上 { $until } 才会收到，网页上马上能看到。
broadcast-done = 通知已发完，共 { $count } 人。
broadcast-stopped = 已停止，发了 { $sent } 人（原定 { $planned } 人）。已经发出的收不回来。
broadcast-ended = 这次发送已经结束了。
broadcast-unknown = 没有这次发送。
next-broadcast = 群发通知
next-broadcast-notice = 现在推送提醒
form-stop_broadcast = 停止发送
next-stop_broadcast = 停止发送

form-contacts = 联系我们
    .also = 电话 联系人 联系方式 客服 人工
contacts-institution = 机构
    .ask = 联系哪个机构？
    .hint = 可以写编号、学校名或拼音首字母。
contacts-none = 还没有登记联系人。可以打下面的电话。
contacts-of = { $name }
contacts-line = { $n }{ $department }　{ $known }
contact-unknown = 没有这个联系人。
contact-unreachable = 电话和邮箱至少写一个，不然联系不上。
form-contact = 联系人
    .also = 修改联系人 添加联系人
    .review = 这些内容所有人都能看到。回复“提交”，或回复项号修改。
contact-institution = 机构
    .ask = 哪个机构的联系人？
    .hint = 可以写编号、学校名或拼音首字母。
contact-department = 部门
    .ask = 哪个部门？
contact-person = 联系人
    .ask = 联系人姓名？不写就跳过。
contact-phone = 电话
    .ask = 请写电话，手机或座机（加区号）。
contact-email = 邮箱
    .ask = 请写邮箱，没有就跳过。
contact-kept = 已保存：{ $department }。
contact-removed = 已去掉：{ $department }。
contact-restored = 已恢复：{ $department }。
next-contacts = 联系我们
next-contact = { $argument ->
    [none] 添加联系人
   *[other] 修改 { $argument } 号
 }
form-remove_contact = 去掉联系人
next-remove_contact = 去掉这个联系人
next-remove_contact-undo = 恢复

form-complaint = 举报投诉
    .also = 举报 投诉
    .review = 举报由管理站和指导中心处理，不会转给被举报的机构。回复“提交”，或回复项号修改。
complaint-anonymous = 匿名
    .ask = 要匿名吗？
    .hint = 匿名：不保存身份，提交后这里的对话也抹掉，结果凭回执号和查询码查。不匿名：结果在这里告诉你。微信、Telegram 里的聊天记录要自己删。
complaint-about = 关于什么
    .ask = 举报或投诉什么？
about-station = 考试站或机构
about-batch = 一个批次的考试
about-certificate = 一本证书
about-person = 某个人
about-other = 其他
complaint-institution = 机构
    .ask = 哪个机构？
    .hint = 可以写编号、学校名或拼音首字母。
complaint-batch = 批次
    .ask = 哪个批次？写编号，例如 2026-0417；不知道就写考试的地点和日期。
complaint-certificate = 证书编号
    .ask = 证书编号是多少？
complaint-whom = 姓名
    .ask = 关于谁？写姓名或职务。
complaint-works_at = 所在机构
    .ask = 和哪个机构有关？不知道就跳过。
    .hint = 写了，举报就不会到这个机构手里。
complaint-what = 内容
    .ask = 请写经过：时间、地点、发生了什么。
    .hint = 最多 3000 个字。
complaint-evidence = 材料
    .first = 有照片或 PDF 要交吗？最多 9 个。
    .more = 还有吗？
complaint-evidence-sheet = 材料
    .ask = 请发照片或 PDF。
complaint-contact = 联系方式
    .ask = 要留联系方式吗？不留就跳过。
    .hint = 处理的人可能要问细节。匿名的话，留了联系方式别人就可能知道你是谁。
complaint-taken = 收到，回执号 { $number }。由管理站和指导中心处理，结果会在这里告诉你。
complaint-receipt-once =
    收到，回执号 { $number }，查询码 { $code }（只显示这一次）。
    由管理站和指导中心处理，结果会在这里告诉你；换了设备，也可以凭回执号和查询码在“举报查询”里查。
complaint-not-kept = （这里的内容没有保存）
complaint-receipt-once-anonymous =
    收到。请现在记下，只显示这一次，以后谁也找不回来：
    回执号 { $number }
    查询码 { $code }
    由管理站和指导中心处理。以后在“举报查询”里写这两样就能看结果。
complaint-news = 收到新的举报 { $number }：{ $about }。
complaint-unknown = 没有这份举报，或者不由您处理。
complaint-in-other-hands = { $state ->
    [answered] 这份举报已经答复了。
    [claimed] 这份举报别人正在处理。
   *[other] 这份举报还没有人领取。
 }

form-complaint_status = 举报查询
    .also = 举报结果 投诉结果
complaint_status-number = 回执号
    .ask = 请写回执号，例如 TS26-0001。
complaint_status-code = 查询码
    .ask = 请写查询码，10 位。
complaint-not-found = 没有查到。请对照回执再看一下回执号和查询码。
complaint-state-filed = 等待处理
complaint-state-claimed = 正在处理
complaint-state-answered = 已答复
complaint-under-way = 举报 { $number }（{ $on }）：{ $state }。
complaint-answer =
    举报 { $number } 的处理结果：{ $result }（{ $on }）
    { $answer }
next-complaint = 举报投诉
next-complaint_status = 查处理结果

form-complaints = 举报处理
    .also = 处理举报
complaints-none = 现在没有举报。
complaints-listed = 举报，未答复的在前：
complaints-line = { $n } { $number }　{ $about }　{ $concerned }　{ $on }　{ $state }
complaint-shown =
    { $number }　{ $state }　{ $on }{ $anonymous ->
        [yes] 　匿名
       *[no] {""}
    }
    关于：{ $about }　{ $subject }
    机构：{ $concerned }
    联系方式：{ $contact }
    { $text }
complaint-shown-answer =
    结果：{ $result }（{ $on }）
    { $answer }
next-complaints = { $argument ->
    [none] 举报处理
   *[other] 打开 { $argument }
 }
next-complaints-claim = 我来处理
next-complaints-release = 交回
form-complaint_answer = 答复举报
    .review = 答复后不能再改。匿名的凭回执来看，其他的马上发给举报人。回复“提交”，或回复项号修改。
complaint_answer-number = 回执号
complaint_answer-result = 结果
    .ask = 查下来是什么结果？
complaint-result-upheld = 属实
complaint-result-partly_upheld = 部分属实
complaint-result-not_upheld = 不属实
complaint-result-passed_on = 已转有关部门
complaint_answer-words_said = 答复
    .ask = 请写答复，最多 500 个字。
    .hint = 举报人会看到，请不要写别人的个人信息。
complaint-answered = { $number } 已答复，举报人在聊天里会看到。
complaint-answered-anonymous = { $number } 已答复，举报人凭回执来查。
next-complaint_answer = 答复

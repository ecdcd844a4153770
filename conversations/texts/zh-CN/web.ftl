# What the web page and the API say outside of conversations: problems, and where a handover comes from.

channel-web = 网页
channel-wechat = 微信

handover-continued = 已换到这台设备。前面填的内容都在。

web-not-readable = 请求没有看懂
    .detail = 这个请求不是有效的 JSON 或表单数据。
web-not-json = 格式不对
    .detail = 请用 Content-Type: application/json 发送。
web-not-a-form = 格式不对
    .detail = 请用 multipart/form-data 发送编号（id）和一个文件（file）。
web-fields-wrong = 内容不完整或不对
    .detail = 请检查这些字段：{ $fields }。
web-text-too-long = 文字太长
    .detail = 一次最多 { $most } 个字，请分几次发。
web-too-large = 内容太大
    .detail = 最多可以发 { $most }。请换一个小一些的再发。
web-no-session = 对话已结束
    .detail = 这个对话已经失效，请重新打开页面，再登录或继续。
web-other-site = 没有接受
    .detail = 这个请求来自别的网站，没有处理。
web-key-reused = 编号用过了
    .detail = 这个编号已经用在另一条消息上。请换一个新的编号再发。
web-busy = 现在人多
    .detail = 请稍等 { $seconds } 秒再试，填过的内容都在。
web-too-many = 次数太多
    .detail = 请过 { $minutes } 分钟再试。
web-too-many-streams = 打开的页面太多
    .detail = 请先关掉几个页面。
web-refused = 没有接受
web-handover-gone = 链接已失效
    .detail = 链接只能用一次，10 分钟内有效。请回到原来的对话，发送“换设备继续”。
web-somebody-signed-in = 这台设备上已有人登录
    .detail = 继续的话会先退出那个账户。请确认后再继续。
web-link-expired = 链接已过期
    .detail = 请回到对话，重新打开这个文件。
web-not-found = 没有找到
    .detail = 这里没有内容，或者不是给这个账户看的。
web-wrong-method = 方法不对
    .detail = 这个地址不能这样使用。
web-our-fault = 没有成功
    .detail = 是我们的问题，填过的内容都在。请稍后再试。

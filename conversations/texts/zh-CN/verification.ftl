# The page behind the QR code of a certificate, and the offline check.

verify-title = 证书核验
verify-genuine = 证书是真的
verify-genuine-detail = 这个二维码由本平台签发。请把下面的内容和手里的证书逐项对照，有一项不同就不要接受。
verify-void = 证书已不能使用
verify-void-detail = 这个二维码由本平台签发，{ $state ->
    [revoked] 但这本证书已经注销。请不要接受；对注销有疑问，请打查询热线。
   *[reissued] 但这本证书已经换发，旧证作废。请让持证人出示下面编号的新证。
 }
verify-differs = 内容和登记的不一致
verify-differs-detail = 这张纸打印以后，登记的内容改过。请以下面的内容为准，并请持证人领取新证。
verify-failed = 没有核验通过
verify-failed-detail = 这个二维码不是本平台签发的，或者没有扫全、被改动过。请重新扫一次；还可以用姓名、身份证号、证书编号中的任意两项查询。
verify-nothing = 请扫二维码，或用证书编号查询
verify-nothing-detail = 扫证书上的二维码会打开这里，逐项显示登记的内容。没有二维码，请点“证书查询”，告诉我姓名、身份证号、证书编号中的任意两项。
verify-wait = 请稍后再核验
verify-wait-detail = 这里一小时内核验得太多，请过 { $minutes } 分钟再试。
verify-look-up = 证书查询
verify-state = 状态
verify-kind = 证书名称
verify-number = 证书编号
verify-name = 姓名
verify-id_number = 证件号码
verify-occupation = 职业
verify-trade = 工种
verify-level = 等级
verify-result = 评定成绩
verify-issued_on = 发证日期
verify-station = 评价机构
verify-issuer = 发证单位
verify-replaced_by = 换发的新证
verify-query = 查询热线
verify-complaint = 举报

verify-form = 这不是证书二维码里的内容，或者没有扫全。请重新扫一次，整段粘贴。
verify-check-code = 防伪码是证书上二维码旁边的 12 位字母和数字，例如 7K3M-Q9TP-2XWA。请再看一下。
verify-keys = 这不是公布的核验公钥。每行应该是一个编号和一段 base64。
verify-no-code = 这个文件里没有找到证书的二维码。请换一张清楚、完整的图。
verify-picture = 这个文件打不开。可以用文本文件、PNG 或 JPG 图片。

certificate-sheets = 证书（PDF，批次 { $number }，按平台顺序）
certificate-copy = 电子副本
certificate-sheets-none = 这个批次还没有核发证书。
certificate-no-address = 证书上的二维码要写网址，先设置 KAOWU_PUBLIC_URL。
lookup-changed-on = 状态变更日期：{ $on }
lookup-copy = 证书电子副本（PDF）
verify-changed_on = 变更日期

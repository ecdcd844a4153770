# What the store and the reading of files refuse, whoever asks: what is wrong, and what to do.

not-yours = 这不在这个账户名下，不能查看或办理。
not-your-role = 这件事不在这个账户的权限里。
not-signed-up = 请先注册或登录。
file-gone = 这个文件已经不在了。请回到原来的地方重新打开；如果是刚上传的，请再发一次。
institution-unknown = 没有这个机构。请再看一下编码。
unit-unknown = 没有这个工种。请从列表里选。
batch-unknown = 没有这个批次。请从列表里选。
batch-without-lines = 批次里还没有考试项目。请至少加一项。
batch-not-open = 这个批次现在不能报名。请看看其他批次。
programmes-mixed = 职业能力水平评价和职业技能等级认定不能放在同一个批次里。
line-size = { $unit } { $level }：一条计划 1 到 { $most } 人，现在是 { $people }。人数更多，请再加一条计划。
certificate-number-known = 这个证书编号已经有了。请再看一下编号。
registration-unknown = 没有这份报名。请从“我的报名”里打开。
policy-value-unfit = “{ $name }”不能是这个值。请按说明填写。
id-number-known = 这个身份证号不能用来注册。以前注册过请登录，或找回密码。

picture-empty = 这个文件是空的。请重新选一张照片发来。
picture-too-big = 这个文件太大了（上限 20 MB）。请发小一些的照片。
picture-kind = 这不是照片（{ $kind }）。请发 JPG、PNG、HEIC 或 WebP 照片。
picture-unreadable = 这张照片打不开，可能坏了。请重新拍一张发来。
picture-truncated = 这张照片没有传完整。请再发一次。
picture-too-many-pixels = 这张照片有 { $width }×{ $height }，太大了。请发小一些的照片。
picture-too-slow = 这个文件处理不了。请换一张照片。
picture-type = 这一项要照片。请发 JPG、PNG、HEIC 或 WebP 照片。
picture-too-small = 这张照片只有 { $width }×{ $height }，打印会模糊。请发原图（至少 { $min_width }×{ $min_height }）；微信里请勾选“原图”，Telegram 里请以文件发送。
portrait-shape = 这张照片是 { $width }×{ $height }，形状不像证件照。请发竖的小 2 寸证件照（宽高约 35:45）。
upload-too-large = 这个文件太大了（上限 1 MB）。请发小一些的文件。
pdf-too-large = 这个 PDF 太大了（上限 1 MB）。请压缩一下，或直接拍照发来。
pdf-encrypted = 这个 PDF 有密码，打不开。请去掉密码，或直接拍照发来。
pdf-broken = 这个 PDF 打不开，可能坏了。请重新生成，或直接拍照发来。

certificate-number-unknown-form = 这个编号的样式没有见过，请再看一下。
certificate-number-issuer = 这个编号的发证机构部分没有见过，请再看一下。
certificate-number-level = 这个编号的等级部分没有见过，请再看一下。

exam-date-too-early = 考试日期早了，最早是 { $earliest }。
reschedule-used = 考试时间只能调整一次，已经用过了。
reschedule-exam-over = 考试（{ $exam }）已经开始或结束，不能再调整。
reschedule-same-date = 新的日期和原来一样（{ $exam }）。
reschedule-not-future = 新的日期要在今天（{ $today }）以后。
reschedule-close-passed = 这个日期的报名截止已经过了。最早可以改到 { $earliest }。
score-form = 成绩请写 0 到 100 的数字，例如 82.5。
score-too-high = 成绩最高 { $highest } 分。
score-decimals = 成绩最多一位小数。

# The words every form shares: questions, review, and what is said when an answer cannot be taken.

list-comma = 、
choice-yes = 是
    .also = 是的 对 对的 好 好的 行 可以 同意 嗯 还有 ok yes
choice-no = 否
    .also = 不 不是 不对 不好 不行 不可以 不同意 不用 没有了 no
several-all = 全部

engine-step = 第 { $step } 项，共 { $of } 项：{ $title }
engine-entry-title = { $part }（第 { $n } 条）{ $box }
engine-now = 现在填的是：{ $value }
engine-keep = 保留原来的
engine-skip = 跳过
engine-more = 更多
engine-left-empty = （未填）
engine-review-title = 核对
engine-review = 请核对（{ $count } 项）
engine-review-line = { $mark }{ $title }：{ $answer }
engine-review-foot = 回复“提交”，或回复项号修改。
engine-submit = 提交
engine-edit = 修改{ $title }
engine-reveal = 完整显示一次
engine-cancel = 取消
engine-edit-effect = 把{ $title }改为“{ $value }”后，{ $gone }不再适用，需要重新填写。其他 { $others } 项不变。
engine-edit-keep = 修改
engine-edit-change = 不改了
engine-photo-received = 照片收到：{ $width }×{ $height }{ $done }，{ $megabytes } MB。请看预览，完整、清楚吗？
engine-photo-turned = ，方向已转正
engine-photo-reduced = ，已压缩
engine-pdf-received = 文件收到：PDF，{ $kilobytes } KB。用这一份吗？
engine-photo-keep = 可以
engine-photo-change = 换一张
engine-again = “{ $said }”又收到一次，前面的已经记下。这里也是“{ $said }”吗？
engine-again-keep = 是
engine-again-change = 不是
engine-part-list = 要修改哪一条？
engine-part-more = 还有下一条吗？
engine-part-first = 要填写吗？
engine-part-done = 好了
engine-part-edit = 修改第 { $n } 条
engine-part-remove = 去掉第 { $n } 条
engine-part-add = 再加一条
engine-part-restore = 恢复去掉的
photo-shown = { $kind ->
    [pdf] PDF，{ $kilobytes } KB
   *[other] 照片，{ $kilobytes } KB
 }
part-shown = { $count } 条

moved-on = 这个问题已经回答过了，没有重复记录。现在请看下面这一项。
text-empty = 还没有写内容。请写好再发。
file-not-asked-for = 这一项不用照片或文件。请写下来，或从选项里选。
text-without-words = 收到的只有符号，没有文字。请用文字写。
text-too-long = 这一项最多 { $most } 个字，现在是 { $length } 个。请写短一些。
choice-unknown = 没有看懂是哪一项。请点选，或回复它的数字。
several-unknown = “{ $word }”不在上面的列表里。请回复数字，可以几个，例如 1 3。
pick-unknown = 这一项现在不能选。请从列表里选，或换个词查找。
pick-nothing = 没有找到“{ $query }”。可以写名称的一部分、编码，或拼音首字母。
day-unreadable = 没有看懂这个日期。请写成 2026-09-01 这样。
month-unreadable = 没有看懂这个月份。请写成 2026-09 这样。
day-impossible = 没有这一天。请看一下月份和日期。
day-too-early = 这个日期早了，最早是 { $earliest }。
day-too-late = 这个日期晚了，最晚是 { $latest }。
number-unreadable = 这里要写数字，例如 400。
number-out-of-range = 这个数要在 { $least } 到 { $most } 之间。
number-not-whole = 请写整数。
number-too-precise = 小数最多 { $places } 位。
photo-wanted = 这一项要一张照片。请拍照或选一张图片发来。
photo-wanted-pdf = 这一项要一张照片或一个 PDF 文件。请发来。
photo-no-pdf = 这一项要照片，不收 PDF。请拍照或选一张图片发来。
part-too-few = 这一部分至少要 { $n } 条。
review-unknown = 没有看懂。回复“提交”，或回复要修改的项号。
edit-unknown = 没有这一项，或现在不能改。请从核对页上选。
back-at-first = 这已经是第一项了。
password-wrong = 密码不对。请再试一次。
password-again = 隔的时间长了，请再输入一次现在的密码。
engine-none = 这里现在没有可选的内容，所以还办不了。等有了再来，前面填的会保留。

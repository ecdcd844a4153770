# What is said outside of forms: greeting, menu, leaving, going on; and the short forms of everybody.

greeting-guest =
    这里是考务通，机械行业职业能力评价。
    回复数字，或直接说要做什么。
greeting =
    { $name }，你好。要做什么？
    回复数字，或直接说。
lobby-unknown = 没有听懂。请从下面选，或换个说法。
help = 点选项，或回复它的数字。随时可以说：菜单、返回、取消、继续、语言。已经填的内容都会保留。
help-in-form = 直接回答下面的问题就行。说“返回”改上一项，“修改 项名”改某一项，“取消”先不填，“换设备继续”换到别的手机或电脑。已经填的内容都会保留。
nothing-open = 现在没有正在填的表。
nothing-to-reopen = 这份表已经不在了。
cancelled = “{ $form }”先不填了。填过的内容还在，需要时可以恢复。
cancelled-empty = 好，“{ $form }”先不办。
resume-which = 要继续哪一份？
old-or-new = 有一份没填完的{ $form }。要继续，还是另填一份？
start-new = 另填一份
next-page = 下一页
unfinished = { $form }（{ $done }/{ $of }）
go-on = 继续{ $form }
first-sign-up = { $form }前请先注册或登录，这样资料才能保存在你名下。
first-login = { $form }要登录以后才能用。请先登录。
not-your-form = { $form }不在这个账户的权限里。
handover-only-this-form = 这台设备只能填这一份表。要做别的，请先说“登录”。
handover-file-elsewhere = 都填好了，内容和文件都已保存。这台设备只能填，不能提交：请回到原来的聊天，说“继续”，再提交；也可以在这里登录后提交。
fault-of-ours = 刚才这一步没有成功，是我们的问题，填过的内容都在。请再发一次；如果还不行，告诉工作人员编号 { $reference }。

command-menu = 菜单
command-back = 返回
command-edit = 修改
command-cancel = 取消
command-help = 帮助
command-resume = 继续
command-undo = 恢复
command-again = 改一改再查
command-new = 另填一份

form-language = 语言
    .also = language english 中文 英文
language-language = 语言
    .ask = 用哪种语言？
tongue-zh-CN = 中文
tongue-en = English
language-set = 好，用中文。

form-logout = 退出
logged-out = 已退出。没填完的内容会保留，下次登录可以继续。

form-handover = 换设备继续
    .also = 换手机 换电脑
handover-nothing = 现在没有正在填的表，不用换设备。直接在另一台设备上登录就可以。
handover-link = 换设备继续{ $form }的链接已经给出，只显示一次，10 分钟内有效。
handover-link-once =
    在另一台设备上打开这个链接，继续填{ $form }：
    { $link }
    10 分钟内有效，只能用一次。请不要转发给别人。

next-again-step = 我有找回码
next-again-which = 看其中一本
next-again-name = 改一改再查
next-again-id_number = 改一改再查
next-again-number = 改一改再查
next-again-level = 换一个等级看看
next-again-class_hours = 我的学时填错了
next-again-trade = 换一个工种看看

# What is said outside of forms: greeting, menu, leaving, going on; and the short forms of everybody.

greeting-guest =
    This is Kaowu, skill assessment in the machinery industry.
    Reply a number, or simply say what you want.
greeting =
    Hello { $name }. What shall we do?
    Reply a number, or simply say it.
lobby-unknown = That was not clear. Please choose below, or say it in other words.
help = Tap an option or reply its number. You can always say: menu, back, cancel, resume, language. Everything filled in is kept.
help-in-form = Simply answer the question below. Say “back” for the item before, “edit” and an item to change it, “cancel” to leave, “continue elsewhere” for another phone or computer. Everything filled in is kept.
nothing-open = No form is being filled in now.
nothing-to-reopen = That form is no longer here.
cancelled = “{ $form }” is put away. What was filled in is kept and can be brought back.
cancelled-empty = All right, no “{ $form }” for now.
resume-which = Which one shall we continue?
old-or-new = There is an unfinished { $form }. Continue it, or fill in another one?
start-new = Fill in another
next-page = Next page
unfinished = { $form } ({ $done }/{ $of })
go-on = Continue { $form }
first-sign-up = Please sign up or log in before { $form }, so that everything is kept in your name.
first-login = Please log in before { $form }.
not-your-form = { $form } is not within the rights of this account.
handover-only-this-form = This device can fill in this form only. For anything else, please say “log in” first.
handover-file-elsewhere = Everything is filled in, and all answers and files are kept. This device can fill in but not submit: please go back to the chat you came from, say “resume” and submit there; or log in here and submit.
fault-of-ours = This step did not succeed; the fault is ours, and everything you filled in is kept. Please send it again; if it fails once more, tell our staff the number { $reference }.

command-menu = Menu
command-back = Back
command-edit = Edit
command-cancel = Cancel
command-help = Help
command-resume = Resume
command-undo = Bring it back
command-again = Change and look again
command-new = Fill in another

form-language = Language
    .also = 语言 中文 英文
language-language = Language
    .ask = Which language?
tongue-zh-CN = 中文
tongue-en = English
language-set = Good, English it is.

form-logout = Log out
logged-out = You are logged out. Unfinished forms are kept for your next log-in.

form-handover = Continue elsewhere
    .also = handover 换设备
handover-nothing = No form is being filled in, so nothing needs to move. Simply log in on the other device.
handover-link = The link to continue { $form } elsewhere was given; it is shown once and lives 10 minutes.
handover-link-once =
    Open this link on the other device to continue { $form }:
    { $link }
    It lives 10 minutes and works once. Please do not pass it on.

next-again-step = I have a code
next-again-which = Open one of them
next-again-name = Change and look again
next-again-id_number = Change and look again
next-again-number = Change and look again
next-again-level = Try another level
next-again-class_hours = My class hours were wrong
next-again-trade = Try another trade

# Words only chats need: links, corrections, and the way to the secure page.

channel-telegram_aiogram = Telegram
channel-telegram_ptb = Telegram（工作人员）
handover-gone = 这个链接已用过、已超过 10 分钟，或表已填完。请在原来的设备上再发"换设备继续"，取一个新链接。
handover-signed-in-here = 这个聊天已登录另一个人，所以没有换过来。请先退出登录，再打开一次链接。
handover-telegram_aiogram = 在 Telegram 里继续：{ $link }
handover-telegram_ptb = 在工作人员 Telegram 里继续：{ $link }
next-handover = 打开安全网页
private-also-on-page = 不想在聊天里发，可回复"换设备继续"，在安全网页上填。
private-only-on-page = 为保护个人信息，这一项请在安全网页上填：回复"换设备继续"，打开链接。别的都不变。
correction-too-late = 看到你改了前面的消息，但那一项已不在填写中，没有改动。要改答案，请回复"修改"加项目名。
file-gave-up = 这个文件两次都没能读出来，不再重试。请换一个文件，或用手机重新拍一张。
outbox-not-dead = 没有编号为 { $id } 的未送达消息。可用 kaowu outbox --failed 查看。

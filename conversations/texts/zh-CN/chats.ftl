# Words only chats need: links, corrections, and the way to the secure page.

channel-telegram_aiogram = Telegram
channel-telegram_ptb = Telegram（工作人员）
handover-gone = 这个链接已用过、已超过 10 分钟，或表已填完。请在原来的设备上再发“换设备继续”，取一个新链接。
handover-signed-in-here = 这个聊天已登录另一个人，所以没有换过来。请先退出登录，再打开一次链接。
handover-telegram_aiogram = 在 Telegram 里继续：{ $link }
handover-telegram_ptb = 在工作人员 Telegram 里继续：{ $link }
next-handover = 打开安全网页
private-also-on-page = 不想在聊天里发，可回复“换设备继续”，在安全网页上填。
private-only-on-page = 为保护个人信息，这一项请在安全网页上填：回复“换设备继续”，打开链接。别的都不变。
correction-noted = 已改：{ $title }。
correction-too-late = 前面的消息改过了，但那一项已不在填写中，没有改动。要改答案，请回复“修改”加项目名。
file-gave-up = 这个文件两次都没能读出来，不再重试。请换一个文件，或用手机重新拍一张。
outbox-not-dead = 没有编号为 { $id } 的未送达消息。可用 kaowu outbox --failed 查看。
chat-one-picture = 一次只收一张：第一张已经收下，同一组的其他照片没有处理。还要交的请一张一张发。
chat-file-too-big = 这个文件超过 20 MB，聊天里收不了。请发小一些的，或回复“换设备继续”，在网页上传。
chat-file-lost = 这个文件没有取到。请再发一次。
chat-unreadable = 贴纸、语音、视频和位置这里读不了。请打字、点选项，或发照片和文件。

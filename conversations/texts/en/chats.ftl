# Words only chats need: links, corrections, and the way to the secure page.

channel-telegram_aiogram = Telegram
channel-telegram_ptb = Telegram (staff)
handover-gone = This link was used, is older than 10 minutes, or the form is finished. Please send “Continue elsewhere” on the first device for a new one.
handover-signed-in-here = Somebody else is logged in to this chat, so nothing was moved. Please log out first, then open the link again.
handover-telegram_aiogram = Continue in Telegram: { $link }
handover-telegram_ptb = Continue in Telegram for staff: { $link }
next-handover = Open the secure page
private-also-on-page = If you would rather not send this in a chat, reply “Continue elsewhere” and fill it in on the secure page.
private-only-on-page = To protect personal data, please answer this on the secure page: reply “Continue elsewhere” and open the link. Nothing else changes.
correction-noted = Changed: { $title }.
correction-too-late = You edited an earlier message, but its question is not open any more; nothing was changed. To change an answer, reply “edit” and its title.
file-gave-up = This file could not be read twice and is not tried again. Please send another one, or take a new picture.
outbox-not-dead = There is no undelivered message { $id }. `kaowu outbox --failed` lists them.
chat-one-picture = One picture at a time: the first one was taken, the others of the same album were not. Please send what else is needed one by one.
chat-file-too-big = This file is larger than 20 MB, more than a chat can carry. Please send a smaller one, or reply “Continue elsewhere” and upload it on the page.
chat-file-lost = This file did not arrive. Please send it again.
chat-unreadable = Stickers, voice, video and places cannot be read here. Please write, tap an option, or send a photo or file.

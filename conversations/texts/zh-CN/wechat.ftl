# What only WeChat needs: long replies in pages, pictures that did not come, the menu below the chat.

handover-wechat = 在微信里继续：向公众号发送这一行 { $link }
wechat-busy = 现在人多，这一条没有处理，前面填的都在。请稍候再发一次。
wechat-file = { $name }：{ $link }
wechat-picture = 图片
wechat-read-on = （未完，回复 { $reply } 看下文）
wechat-only-words = 这里只能收文字和图片。语音请改成文字；文件请回复"换设备继续"，在网页上传。
wechat-picture-lost = 这张图片没有取到。请再发一次。
wechat-picture-too-big = 这张图片超过 { $most } MB。请换一张小一点的，或回复"换设备继续"，在网页上传。
wechat-menu-look = 查询
wechat-menu-apply = 报名
wechat-menu-mine = 我的

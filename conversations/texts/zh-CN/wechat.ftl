# What only WeChat needs: long replies in pages, pictures that did not come, the menus below the chat.

handover-wechat = 在微信里继续：向公众号发送这一行 { $link }
wechat-busy = 现在人多，这一条没有处理，前面填的都在。请稍候再发一次。
wechat-file = { $name }：{ $link }
wechat-picture = 图片
wechat-read-on = （未完，回复 { $reply } 看下文）
wechat-only-words = 这里只能收文字和图片。语音请改成文字；文件请回复“换设备继续”，在网页上传。
wechat-picture-lost = 这张图片没有取到。请再发一次。
wechat-picture-too-big = 这张图片超过 { $most } MB。请换一张小一点的，或回复“换设备继续”，在网页上传。
wechat-menu-look = 查询
wechat-menu-apply = 报名
wechat-menu-mine = 我的
wechat-menu-stations = 考试站
wechat-menu-certificates = 证书
wechat-menu-exams = 考试
wechat-menu-batches = 报名
wechat-menu-apply-station = 申报
wechat-menu-examiners = 考评员
wechat-menu-on-site = 督导
wechat-menu-evaluation = 考评
# Names of WeChat tags: at most 30 bytes. A changed name is a new tag.
wechat-tag-centre = 考务通指导中心
wechat-tag-management = 考务通管理站
wechat-tag-branch = 考务通分支机构
wechat-tag-station = 考务通考试站
wechat-tag-unit = 考务通申报单位
wechat-tag-supervisor = 考务通督导员
wechat-tag-examiner = 考务通考评员

# What only WeChat needs: long replies in pages, pictures that did not come, the menus below the chat.

handover-wechat = To continue in WeChat, send this line to the official account: { $link }
wechat-busy = Many people are here now; this message was not taken, what you filled in before is kept. Please send it again in a moment.
wechat-file = { $name }: { $link }
wechat-picture = Picture
wechat-read-on = (continued, reply { $reply } to read on)
wechat-only-words = Only words and pictures can be taken here. Please type instead of speaking; for a file reply “Continue elsewhere” and upload it on the page.
wechat-picture-lost = This picture could not be fetched. Please send it again.
wechat-picture-too-big = This picture is larger than { $most } MB. Please send a smaller one, or reply “Continue elsewhere” and upload it on the page.
wechat-menu-look = Look up
wechat-menu-apply = Register
wechat-menu-mine = Mine
wechat-menu-stations = Stations
wechat-menu-certificates = Certificates
wechat-menu-exams = Exams
wechat-menu-batches = Registrations
wechat-menu-apply-station = Apply
wechat-menu-examiners = Examiners
wechat-menu-on-site = Supervision
wechat-menu-evaluation = Evaluation
# Names of WeChat tags: at most 30 bytes. A changed name is a new tag.
wechat-tag-centre = Kaowu centre
wechat-tag-management = Kaowu management station
wechat-tag-branch = Kaowu branch
wechat-tag-station = Kaowu station
wechat-tag-unit = Kaowu applicant unit
wechat-tag-supervisor = Kaowu supervisor
wechat-tag-examiner = Kaowu examiner

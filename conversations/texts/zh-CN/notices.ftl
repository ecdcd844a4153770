# 通知公告、群发通知、联系我们、举报投诉。

broadcast-message =
    { $text }
    —— { $sender }
broadcast-open = 打开通知
broadcast-done = 通知已发完，共 { $count } 人。

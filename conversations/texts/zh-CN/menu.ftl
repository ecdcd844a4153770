# The menu: its parts, and the way back to the whole.

menu-whole = 全部菜单
menu-papers = 待办和申请
menu-public = 报名和查询
menu-entrance = 登录
menu-station = 考试站
menu-plans = 年度计划
menu-batches = 考试批次
menu-examiners = 考评员和督导员
menu-notices = 通知、联系、投诉
menu-accounts = 账户
menu-rules = 工种和政策
menu-self = 我的设置
menu-exams = 考试、成绩、督导

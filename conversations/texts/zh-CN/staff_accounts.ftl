# Accounts of institutions and their staff, and who may do what where.

no-institution = 您的账户现在不属于任何机构。请联系上级机构。

login-institution = 单位
    .ask = 是哪一家？
institution-none = 都不是，就用我写的用户名
first-password = 这是首次密码。请先设一个自己的密码，之后才能办理业务。
password-is-code = 密码里不能有单位编码。请换一个。
locked-out = 有人连续输错了这个账户的密码，{ $minutes } 分钟内谁也不能登录。已经登录的设备不受影响。如果不是你本人，请修改密码，并告诉上级机构。
account-locked = 这个账户已被上级机构停用。请联系上级机构。

# Accounts of institutions and their staff, and who may do what where.

greeting-staff =
    { $name }，您好。要做什么？
    回复数字，或直接说。
no-institution = 您的账户现在不属于任何机构。请联系上级机构。

login-institution = 单位
    .ask = 是哪一家？
institution-none = 都不是，就用我写的用户名
first-password = 这是首次密码。请先设一个自己的密码，之后才能办理业务。
password-is-code = 密码里不能有单位编码。请换一个。
locked-out = 有人连续输错了这个账户的密码，{ $minutes } 分钟内谁也不能登录。已经登录的设备不受影响。如果不是本人，请修改密码，并告诉考试站或上级机构。
station-came-first = { $name }刚刚用单位编码第一次登录。如果不是这家考试站，请马上停用账户。
account-see-it = 看看这个账户
account-locked = 这个账户已被上级机构停用。请联系上级机构。

role-applicant_unit = 申报经办人
role-station_head = 站长
role-station_deputy = 副站长
role-station_officer = 专职管理员
role-management_officer = 管理站工作人员
role-branch_officer = 分支机构工作人员
role-centre_officer = 指导中心工作人员

box-contact = 联系人
    .ask = 请写联系人姓名。
box-email = 电子邮箱
    .ask = 请写电子邮箱。
    .hint = 忘记密码时，找回码会发到这里。
email-form = 这个邮箱地址不完整，例如 zhangsan@example.com。请再看一下。

form-unit_sign_up = 单位注册
    .also = 申报单位注册 注册单位
    .review = 单位全称就是以后登录用的用户名，注册后不能改。回复“提交”，或回复项号修改。
unit_sign_up-consent = 同意说明
    .ask =
        为了办理申报，我们要保存单位信息和联系人的姓名、邮箱、电话：加密保存，只给上级管理站和指导中心用。
        联系人已经知道并同意。是这样吗？
    .refused-consent-needed = 请先征得联系人同意，再选“是”。
unit_sign_up-name = 单位全称
    .ask = 请写单位全称，和公章上一样。以后用它登录。
unit_sign_up-filed_at = 受理机构
    .ask = 向哪一家申报？
unit_sign_up-contact = 联系人
    .ask = 请写联系人姓名。
unit_sign_up-email = 预留邮箱
    .ask = 请写预留邮箱。
    .hint = 忘记密码时，找回码会发到这里。
unit_sign_up-phone = 联系电话
    .ask = 请写联系电话。
    .hint = 手机，或带区号的座机。
unit_sign_up-password = 密码
    .ask = 最后，请设一个密码。
    .hint = 至少 8 位，不要用单位名称。
unit-name-length = 单位全称要 { $shortest } 到 { $longest } 个字。请写公章上的全称。
unit-name-characters = 单位全称里有不能用的字符。请写公章上的全称。
unit-name-taken = 这个单位已经有账户了。请直接登录；忘了密码请用“找回密码”。如果不是贵单位注册的，请联系管理站。
unit-signed-up = 注册好了，单位编号 { $code }。以后用“{ $name }”和密码登录。接下来可以申报考试站和考评员。

unit-recovery-sent = 如果这个单位预留过邮箱，找回码已经发到邮箱，30 分钟内有效。没有收到，请看一下垃圾邮件，或请上级机构重置密码。
unit-recovery-no-mail = 这里现在不能发邮件。请联系上级机构，由他们重置密码。
recovery-mail = 考务通找回码
    .body =
        { $name }：

        您的找回码是 { $code }，30 分钟内有效。请在“找回密码”里写单位全称，选“我已经有找回码”，再填这个号码。

        如果不是您在找回密码，不用理会，也不要告诉别人。

        考务通（机械行业职业能力评价）
next-staff = 人员账户
next-staff-add = 再加一个人
next-staff-see = 看看都有谁
next-staff-reserve = 单位联系人和邮箱

form-staff = 人员账户
    .also = 子账户 单位人员 添加人员
staff-act = 要做什么
    .ask = 单位的人员账户，要做什么？
staff-act-see = 看看都有谁
staff-act-add = 添加人员
staff-act-reset = 重置某人的密码
staff-act-remove = 停用某人的账户
staff-act-reserve = 登记单位联系人和预留邮箱
staff-role = 岗位
    .ask = 什么岗位？
staff-name = 姓名
    .ask = 请写这位同事的姓名。
staff-user_name = 用户名
    .ask = 请为这位同事起一个用户名，2 到 30 个字，以后不能改。
staff-colleague = 人员
    .ask = 哪一位？
staff-member = { $name }　{ $role ->
    [applicant_unit] 经办人
    [station_head] 站长
    [station_deputy] 副站长
    [station_officer] 专职管理员
    [management_officer] 管理站工作人员
    [branch_officer] 分支机构工作人员
    [centre_officer] 指导中心工作人员
   *[other] —
    }
staff-sure = 确认
    .ask = 这位同事会马上从所有设备退出。确定吗？
    .refused-not-done = 好，没有改动。
staff-contact = 联系人
    .ask = 请写单位联系人的姓名。
staff-email = 预留邮箱
    .ask = 请写单位的预留邮箱。
    .hint = 忘记密码时，找回码会发到这里。
staff-phone = 联系电话
    .ask = 请写联系电话。
    .hint = 手机，或带区号的座机。
staff-added = 账户开好了。首次密码只显示这一次，请当面告诉本人；第一次登录要换成自己的密码。
staff-reset = 密码重置好了，原来的设备已退出。首次密码只显示这一次，请当面告诉本人。
first-password-once =
    用户名：{ $user_name }
    首次密码：{ $password }
staff-removed = 已停用。这位同事不能再登录；以前办理的记录不变。
reserved-set = 登记好了。忘记密码时，找回码会发到 { $email }。
staff-of = { $name }的账户：
staff-line = · { $name }　{ $role ->
    [applicant_unit] 经办人
    [station_head] 站长
    [station_deputy] 副站长
    [station_officer] 专职管理员
    [management_officer] 管理站工作人员
    [branch_officer] 分支机构工作人员
    [centre_officer] 指导中心工作人员
   *[other] —
    }　用户名：{ $user_name }{ $state ->
    [locked] （已停用）
    [first] （还没有换首次密码）
   *[other] {""}
    }
staff-lacking = 还没有：{ $role ->
    [station_deputy] 副站长（至少 1 名）
    [station_officer] 专职管理员（1 名）
    [management_officer] 其他工作人员
    [branch_officer] 其他工作人员
    [centre_officer] 其他工作人员
   *[other] 其他经办人
    }
not-done = 好，没有改动。
post-not-here = 这个岗位不能在本单位开账户。请从列表里选。
not-this-account = 单位自己的账户和您正在用的账户，不能在这里停用或重置。

next-accounts = { $argument ->
    [none] 账户
   *[other] 办理这个账户
 }
form-accounts = 账户
    .also = 账户管理 机构账户 重置密码
accounts-institution = 机构
    .ask = 哪一家？
    .hint = 可以写编号、名称或承建单位，也可以写拼音。
institution-option = { $name }（{ $code }）
accounts-act = 要做什么
    .ask = 这个账户，要做什么？
account-act-see = 看看现在的情况
account-act-open = 开通，给一个首次密码
account-act-reset = 重置密码
account-act-lock = 停用
account-act-unlock = 恢复使用
account-act-hand_over = 移交给新的联系人
account-act-region = 设置所在省份
accounts-region = 所在省份
    .ask = 在哪个省份？
    .hint = 省级分支机构按省份看到考试站。
accounts-contact = 新联系人
    .ask = 请写新联系人的姓名。
accounts-email = 预留邮箱
    .ask = 请写新的预留邮箱。
    .hint = 忘记密码时，找回码会发到这里。
accounts-phone = 联系电话
    .ask = 请写联系电话。
    .hint = 手机，或带区号的座机。
accounts-sure = 确认
    .ask = 这家单位会马上从所有设备退出。确定吗？
    .refused-not-done = 好，没有改动。
first-password-given = 首次密码好了，只显示这一次，{ $days } 天内有效。请告诉对方单位；第一次登录要换成自己的密码。
account-now-locked = { $name }的账户已停用，所有设备已退出。
account-now-open = { $name }的账户已恢复，可以用原来的密码登录。
region-now-set = { $name }：所在省份已设为{ $region }。
account-not-opened = 这家单位还没有开通账户。请先开通。
account-shown =
    { $name }
    编号：{ $code }
    省份：{ $region }
    账户：{ $state ->
    [unopened] 还没有开通
    [first] 已开通，还没有换首次密码
    [locked] 已停用
   *[other] 使用中
    }
    人员账户：{ $staff } 个
    最近登录：{ $signed_in }
account-reserved =
    联系人：{ $contact }
    预留邮箱：{ $email }
    电话：{ $phone }

my-data-of-institution = 这是单位的账户，不能自己删除。人员账户请单位负责人停用，单位账户请上级机构停用；停用后不再使用里面的个人信息。

form-devices = 登录设备
    .also = 设备 远程退出
devices-device = 登录设备
    .ask = 除了这一台，账户还登录在下面这些地方。要让哪一台退出？
device-option = { $kind ->
    [page] 网页
    [program] 程序接口
    [wechat] 微信
    [telegram_aiogram] Telegram
    [telegram_ptb] Telegram（工作人员）
   *[other] 聊天
    }　{ $since } 登录，最近 { $seen }
device-all = 其他设备全部退出
device-none = 不用，都留着
device-gone = 这台设备已经退出了。
devices-only-here = 账户只在这一台设备上登录，没有别的。
devices-kept = 好，都没有变。
devices-signed-out = 已退出 { $count } 台设备。

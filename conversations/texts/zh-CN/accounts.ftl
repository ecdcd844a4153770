# Accounts: signing up, logging in, passwords, one's own data; and what is wrong with names and numbers.

box-name = 姓名
    .ask = 请写姓名，和身份证上一样。
box-id_number = 身份证号
    .ask = 请写身份证号。
    .hint = 18 位，末位是 X 的请写 X。只用于报名和证书，加密保存。
box-user_name = 用户名
    .ask = 请写用户名。
box-password = 密码
    .ask = 请输入密码。
box-new_password = 新密码
    .ask = 请设一个新密码。
    .hint = 至少 8 位，不要用生日或用户名。
box-phone = 电话
sex-male = 男
sex-female = 女
id-kind-resident = 居民身份证
id-kind-hong_kong = 港澳居民居住证（香港）
id-kind-macau = 港澳居民居住证（澳门）
id-kind-taiwan = 台湾居民居住证
id-kind-foreign_card = 外国人永久居留身份证
id-kind-old_foreign_card = 外国人永久居留身份证（旧版）

form-sign_up = 注册
    .also = 开户 注册账号
    .review = 姓名、身份证号和用户名注册后不能改。回复“提交”，或回复项号修改。
sign_up-consent = 同意说明
    .ask =
        为了报名和发证，我们要保存你的姓名、身份证号、照片和学习、工作经历。
        身份证号和照片属于敏感个人信息：加密保存，只给考试站和发证机构审核用，考后电子档案保留 5 年。
        你可以随时在“我的信息”里查看、导出或要求删除。同意吗？
    .refused-consent-needed = 不同意就不能注册，不过证书查询、职业工种和条件自查都可以直接用。想好了再选“是”。
sign_up-name = 姓名
    .ask = 请写姓名，和身份证上一样。注册后不能改。
sign_up-id_number = 身份证号
    .ask = 请写身份证号。注册后不能改。
    .hint = 18 位，末位是 X 的请写 X。只用于报名和证书，加密保存。
sign_up-sex = 性别
    .ask = 旧版永久居留证看不出性别，请选。
sign_up-born = 出生日期
    .ask = 请写出生日期。
sign_up-user_name = 用户名
    .ask = 请起一个用户名，2 到 30 个字。注册后不能改，请记好。
sign_up-password = 密码
    .ask = 最后，请设一个密码。
    .hint = 至少 8 位，不要用生日或用户名。忘了可以找回。

signed-up = 注册好了。下次用用户名“{ $user_name }”和密码登录，换手机、换电脑都可以。
sign-up-neutral =
    没有注册成功。如果你以前注册过，请直接登录，或用“找回密码”。
    如果没有注册过，请带身份证到考试站，请工作人员核对。
somebody-signed-up = 刚才有人用你的身份证号注册，没有成功，你的账户没有变化。如果不是你本人，请告诉考试站。
consent-needed = 不同意就不能注册。
user-name-taken = 这个用户名已经有人用了，请换一个。
signed-up-already = 你已经注册过了。

form-login = 登录
    .also = 登陆
login-user_name = 用户名
    .ask = 请写用户名。
    .hint = 考试站和单位写全称。
login-password = 密码
    .ask = 请输入密码。
    .refused-password-wrong = 用户名或密码不对。请再输入一次密码；要改用户名，请说“返回”。忘了密码可以用“找回密码”。
logged-in = { $name }，已登录。

form-change_password = 修改密码
    .also = 改密码
change_password-password = 现在的密码
    .ask = 请输入现在的密码。
password-changed = 密码改好了。其他设备需要重新登录。
password-was-set = 密码刚刚改过，其他设备已退出。如果不是本人改的，请马上找回密码，并告诉考试站或上级机构。

form-reset_password = 找回密码
    .also = 忘了密码 忘记密码
reset_password-name = 姓名
    .ask = 请写姓名，和身份证上一样；单位的账户，请写单位全称。
reset_password-step = 找回码
    .ask = 要找回码吗？
    .hint = 个人的找回码发到现在登录着的设备，没有的话，带身份证到考试站领取；单位的发到预留邮箱。
recovery-send = 给我发找回码
recovery-have = 我已经有找回码
reset_password-code = 找回码
    .ask = 请写 8 位找回码。
recovery-sent = 如果姓名和身份证号对得上，找回码已经发到登录着的设备上，30 分钟内有效。没有登录着的设备，请带身份证到考试站领取找回码。
recovery-code-is = 你的找回码是 { $code }，30 分钟内有效。如果不是你在找回密码，不用理会，也不要告诉别人。
code-wrong = 找回码不对或已过期。请再看一下；也可以重新要一个。
password-reset = { $name }，密码已重设，并已登录。

form-recovery_code = 找回码
    .also = 发找回码
recovery_code-card_seen = 核对身份证
    .ask = 您已当面看过本人的身份证原件，姓名和号码都对吗？
    .refused-card-not-seen = 没有当面核对身份证，不能发找回码。
card-not-seen = 没有当面核对身份证，不能发找回码。
person-not-found = 没有找到这个姓名和身份证号的账户。请核对两项，或请本人注册。
recovery-code = 找回码已给出，只显示一次。
recovery-code-once = 找回码：{ $code }。30 分钟内有效，请本人在“找回密码”里使用。
recovery-code-was-handed-out = 考试站刚刚核对身份证后，为你发了找回码。如果不是你本人，请马上告诉考试站。

too-many-tries = 试的次数多了。请过 { $minutes } 分钟再来。

form-my_data = 我的信息
    .also = 个人信息 删除账户
my_data-wish = 我的信息
    .ask = 要做什么？
wish-see = 看看保存了什么
wish-export = 导出成文件
wish-erase = 要求删除
my_data-sure = 确认删除
    .ask = 删除后，账户、没填完的表和对话都会清除，不能恢复。确定删除吗？
my-data-shown =
    姓名：{ $name }
    身份证号：{ $id_number }
    用户名：{ $user_name }
    电话：{ $phone }
    报名：{ $registrations } 份
    登录着的设备：{ $devices } 台
my-data-file = 这是我们保存的全部信息，一个文件。里面有完整的身份证号，请收好。
my-data-name = 我的信息.json
my-data-kept = 好，什么都没有删除。
my-data-must-stay = 你有 { $registrations } 份报名。考务档案按规定要保存 { $years } 年，这期间不能删除；删除要求已经记下，到期由工作人员处理。
my-data-erased = 已删除。账户、没填完的表和对话都清除了。

id-number-empty = 还没有写号码。请写身份证号。
id-number-first-generation = 这是 15 位的旧号码。请写现在身份证上的 18 位号码。
id-number-form = 身份证号是 17 位数字加最后一位（数字或 X）。请再看一下身份证，重新发给我。
id-number-too-short = 身份证号是 18 位，现在是 { $length } 位。请再看一下身份证。
id-number-too-long = 身份证号是 18 位，现在是 { $length } 位。请再看一下身份证。
id-number-before-1900 = 号码里的出生年份是 { $year }，应该是写错了。请再看一下身份证。
id-number-date = 号码里的出生日期（第 7 到 14 位）不是真的日期，可能有一位写错了。请再看一下身份证。
id-number-future = 号码里的出生日期还没有到，可能有一位写错了。请再看一下身份证。
id-number-checksum = 这个号码的最后一位对不上，可能有一位写错了：{ $masked }。请再看一下身份证，重新发给我。
name-empty = 还没有写姓名。请写和身份证上一样的姓名。
name-digits = 姓名里不能有数字。请写和身份证上一样的姓名。
name-characters = 姓名里有不能用的字符。请只写姓名，例如“古丽娜尔·买买提”。
name-too-short = 姓名至少两个字。请写全。
name-too-long = 姓名最多 { $longest } 个字。请只写姓名。
user-name-id-number = 用户名不能用身份证号。请换一个。
user-name-spaces = 用户名里不能有空格。请换一个。
user-name-length = 用户名要 { $shortest } 到 { $longest } 个字。请换一个。
user-name-characters = 用户名只能用汉字、字母、数字和 _ - . · @。请换一个。
phone-empty = 还没有写电话。
phone-mobile-only = 这里要手机号，11 位。
phone-area-code = 座机请加上区号，例如 0991-4812345。
phone-form = 这个电话号码不完整。手机是 11 位；座机请加区号。
password-too-short = 密码至少 { $shortest } 位。请换一个长一些的。
password-too-long = 密码最多 { $longest } 位。请换一个短一些的。
password-user-name = 密码不能和用户名一样。请换一个。
password-id-number = 密码里不能有身份证号或生日。请换一个。
password-too-simple = 这个密码太常见，容易被猜到。请换一个，例如几个不相干的词连起来，汉字、拼音都行。

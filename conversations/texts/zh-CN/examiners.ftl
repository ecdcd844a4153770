# Examiners, managers, supervisors: their application, training classes, registers and accounts.

examiner-kind-senior_examiner = 高级考评员
examiner-kind-examiner = 考评员
examiner-kind-exam_manager = 管理人员
examiner-state-appointed = 在聘
examiner-state-expired = 已过期
examiner-state-ended = 已解聘
manager-post-personnel_head = 人力资源管理部门主要负责人
manager-post-training_head = 教育、培训部门主要负责人
manager-post-exam_affairs = 从事考务管理的人员
training-kind-senior_examiner = 高级考评员
training-kind-examiner = 考评员
training-kind-exam_manager = 管理人员
training-kind-supervisor = 督导员
training-mode-on_site = 面授
training-mode-cloud = 云端
class-state-open = 正常
class-state-cancelled = 已取消
training-result-passed = 合格
training-result-failed = 不合格
training-result-absent = 缺席
supervisor-state-to_be_trained = 待培训
supervisor-state-appointed = 在聘
supervisor-state-expired = 已过期
supervisor-state-ended = 已解聘

form-examiner_application = 考评员申报
    .also = 申报考评员 考评员申请 管理人员申报
    .review = 请对照证件和证明看一遍。提交后由部门、单位、管理站、指导中心依次办理。回复“提交”，或回复项号修改。
examiner_application-unit = 单位名称
examiner_application-name = 姓名
    .ask = 为谁申报？请写姓名，和身份证上一样。
    .hint = 一次申报一个人。
examiner_application-sex = 性别
examiner_application-age = 年龄
examiner_application-photo = 照片
    .ask = 请发一张小 2 寸证件照。
    .hint = 正面、免冠、浅色背景，至少 295×413。
examiner_application-education = 学历
    .ask = 学历是哪一种？
examiner_application-major = 所学专业
    .ask = 学的什么专业？
examiner_application-id_number = 身份证号
    .ask = 请写身份证号。
    .hint = 18 位，末位是 X 的请写 X。加密保存，只用于审批和聘任。
examiner_application-stated_sex = 性别（证件上没有）
    .ask = 旧版永久居留证看不出性别，请选。
examiner_application-born = 出生日期
    .ask = 请写出生日期。
examiner_application-department = 所在部门
    .ask = 在哪个部门？
examiner_application-occupation = 职业
    .ask = 从事什么职业？
    .hint = 例如：焊接专业教师、电焊工。
examiner_application-years_in_trade = 从业年限
    .ask = 这个职业做了几年？
    .hint = 写整年数。
examiner_application-skill_level = 职业技能等级
    .ask = 有高级工以上的职业技能等级吗？请选最高的一级，没有就跳过。
examiner_application-professional_title = 职称
    .ask = 有专业技术职称吗？没有就跳过。
examiner_application-post = 职务
    .ask = 担任什么职务？没有就跳过。
examiner_application-address = 通讯地址
    .ask = 请写通讯地址。
examiner_application-email = 电子邮箱
    .ask = 请写电子邮箱。
    .hint = 写本人的邮箱，印在审批表上。
examiner_application-phone = 联系电话
    .ask = 请写联系电话。
    .hint = 手机 11 位；座机请加区号。
examiner_application-training = 参加培训项目
    .ask = 申报哪一种？
    .hint = 考评员要高级工以上或中级以上职称；高级考评员要高级技师或高级职称，并且当考评员满一年。
examiner_application-manages = 从事的工作
    .ask = 属于哪一种？
examiner_application-examiner_since = 取得考评员资格的日期
    .ask = 哪天取得考评员资格的？
    .hint = 和考评员证上一样。
examiner_application-trades = 考评工种
    .ask = 考评工种
    .more = 还要加一个工种吗？最多三个。
examiner_application-trades-trade = 工种
    .ask = 考评哪个工种？
examiner_application-skill_proof = 技能等级证明
    .ask = 请拍职业技能等级证书。
examiner_application-title_proof = 职称证明
    .ask = 请拍职称证书。
examiner_application-examiner_proof = 考评员证
    .ask = 请拍考评员证，日期要看得清。
    .hint = 没有证的，可以用聘任文件。
examiner_application-conduct = 工作守则
    .ask = 本人遵守考评人员工作守则和有关规章制度，坚持原则，办事公道，廉洁奉公，作风正派。同意吗？
    .hint = 请先问过本人。
conduct-needed = 不遵守工作守则，就不能申报。本人同意后请选“是”。

examiner-not-qualified = { $kind ->
    [senior_examiner] 高级考评员要有高级技师或高级职称。请说“修改 职业技能等级”或“修改 职称”补上；没有的，请选别的。
   *[other] 考评员要有高级工以上技能等级或中级以上职称。请说“修改 职业技能等级”或“修改 职称”补上；没有的，请选别的。
 }
examiner-since-missing = 还没有写取得考评员资格的日期。
senior-too-soon = 当考评员满一年才能申报高级考评员，{ $from } 起可以报。现在可以先报考评员。
manager-post-missing = 还没有选从事的工作。
examiner-trades-missing = 还没有选考评工种，至少一个。
examiner-trades-too-many = 考评工种最多 { $most } 个。请去掉多的。
examiner-trade-twice = 同一个工种写了两次。请去掉一个。
proof-missing = 还差{ $proof ->
    [skill_proof] 技能等级证明
    [title_proof] 职称证明
   *[other] 考评员证
 }。
examiner-application-open = 这个人的同一种申报正在办理，不能再报一份。请在“我的申请”里查看。
examiner-application-decided = 这份申报已经有结果了，不能再改。
examiner-application-unknown = 没有这份申报。请从“我的申请”里打开。
training-not-passed = { $number } 还没有通过培训班，不能批准。请等培训考核合格后再办，或退回并说明。
person-name-differs = 这个身份证号登记的是另一个姓名。请核对身份证，把姓名或号码退回更正。

training-passed = 培训（{ $own }）：{ $kind }培训已合格（{ $on }）。
training-seat = 培训（{ $own }）：已列入培训班 { $number }（{ $starts_on } 到 { $ends_on }），有席位，等考核。
training-waiting = 培训（{ $own }）：在培训班 { $number }（{ $starts_on } 到 { $ends_on }）候补第 { $position } 位。
training-none = 培训（{ $own }）：还没有参加{ $kind }培训班。培训合格后指导中心才能批准。
examiner-registered-as = 名册：{ $institution }　{ $kind }　{ $since } 起　{ $state }
examiner-form-pdf = 审批表 { $number }.pdf
examiner-form-word = 审批表 { $number }.docx

form-nomination = 培训提名
    .also = 报名培训 参加培训
nominee-option = { $name }　{ $kind }　{ $unit }
class-option = { $number }　{ $kind }　{ $starts_on } 到 { $ends_on }　{ $place }　{ $taken }/{ $seats }
nomination-nominee = 参加人
    .ask = 谁参加培训？
    .hint = 列表里是已申报、还没有安排培训的人。可以写姓名或申报编号查找。
    .refused-pick-unknown = 这个人不用再提名：已经安排了培训，已经合格，或申报已经办完。请从列表里选。
nomination-training_class = 培训班
    .ask = 参加哪个培训班？
    .none = 现在没有合适的培训班。请等管理站安排，再来“培训提名”。
    .refused-pick-unknown = 这个培训班不合适：项目不同、已经结束，或已取消。请从列表里选。
nominated-seat = { $name }已列入培训班 { $number }：{ $starts_on } 到 { $ends_on }，{ $place }。有席位。
nominated-waiting = 培训班 { $number } 的 { $seats } 个席位已满，{ $name }候补第 { $position } 位。有人退出或增加席位时依次递补，有了席位会通知。
next-nomination = { $argument ->
    [none] 培训提名
   *[other] 安排培训
 }

form-training_class = 培训班
    .also = 举办培训班 新建培训班
    .review = 提交后各单位就可以提名。回复“提交”，或回复项号修改。
training_class-kind = 培训项目
    .ask = 培训哪一种人员？
training_class-mode = 方式
    .ask = 面授还是云端？
training_class-place = 地点
    .ask = 在哪里？面授写地址，云端写平台名称。
training_class-starts_on = 开始日期
    .ask = 哪天开始？
    .hint = 以前办过的班也可以补录。
training_class-ends_on = 结束日期
    .ask = 哪天结束？
training_class-seats = 席位
    .ask = 有多少个席位？
class-announced = 培训班 { $number } 已建立：{ $kind }，{ $mode }，{ $starts_on } 到 { $ends_on }，{ $place }，{ $seats } 个席位。
class-changed = 培训班 { $number } 已修改：{ $kind }，{ $mode }，{ $starts_on } 到 { $ends_on }，{ $place }，{ $seats } 个席位。已通知 { $people } 位参加人。
class-changed-told = 培训班 { $number } 有变动，请看现在的安排：{ $mode }，{ $starts_on } 到 { $ends_on }，{ $place }。参加人：{ $names }。
class-seat-told = 培训班 { $number }：{ $names }已从候补转为正式席位。
class-called-off = 培训班 { $number } 已取消，已通知 { $people } 位参加人。他们可以重新安排到别的班。
class-cancelled-told = 培训班 { $number }（{ $starts_on } 到 { $ends_on }）已取消。{ $names }请重新安排到别的培训班。
class-unknown = 没有这个培训班。请从“培训安排”里打开。
class-ends-before-start = 结束日期早于开始日期（{ $starts_on }）。请改一下。
class-without-seats = 席位至少 1 个。
class-cancelled = 这个培训班已经取消了。
class-has-results = 这个培训班已经登记了考核结果，不能再改，也不能取消。
class-kind-fixed = 已经有人提名，培训项目不能改。请另建一个培训班。
class-not-over = 培训班 { $ends_on } 结束，那天起才能登记结果。
class-empty = 这个培训班还没有人参加。请先提名。
class-over = 这个培训班 { $ends_on } 已经结束。请选别的班。
class-other-kind = 这个培训班培训的是{ $kind ->
    [senior_examiner] 高级考评员
    [examiner] 考评员
    [exam_manager] 管理人员
   *[other] 督导员
 }，项目不同。请选别的班。
class-elsewhere = 这个培训班不是您的管理站办的。请选别的班。
already-trained = 已经培训合格（{ $on }），不用再参加。
already-nominated = 已经安排了培训，不用再提名。
not-in-class = 名单里有人不在这个班。请重新打开再登记。
trained-and-approved = { $number } 已经按合格批准聘任，结果不能再改。

form-training_results = 培训考核
training_results-training_class = 培训班
    .ask = 登记哪个培训班的结果？
training_results-absent = 缺席
    .ask = 谁没有来？可以选几个；都来了就跳过。
training_results-failed = 不合格
    .ask = 来的人里谁不合格？可以选几个；都合格就跳过。
training-recorded = 培训班 { $number }：{ $of } 人，合格 { $passed } 人。已通知各单位。登记错了可以重新登记。
training-results-told = 培训班 { $number } 的考核结果：
training-result-line = { $name }　{ $result }
next-training_results = 登记考核结果
next-training_class = { $argument ->
    [none] 新建培训班
   *[other] 修改这个班
 }

form-cancel_class = 取消培训班
cancel_class-training_class = 培训班
    .ask = 取消哪个培训班？
cancel_class-sure = 确认取消
    .ask = 确定取消吗？所有参加人都会收到通知。
nothing-changed = 好，什么都没有改。

form-training_classes = 培训安排
    .also = 培训班名单 培训
classes-none = 还没有培训班。
classes-listed = 培训班：
classes-line = { $n } { $number }　{ $kind }　{ $mode }　{ $starts_on } 到 { $ends_on }　{ $taken }/{ $seats }{ $waiting ->
    [none] {""}
   *[other] 　候补 { $waiting }
 }{ $cancelled ->
    [yes] 　已取消
   *[no] {""}
 }
class-shown =
    培训班 { $number }　{ $kind }　{ $state }
    { $mode }　{ $place }
    { $starts_on } 到 { $ends_on }　席位 { $seats }，已占 { $taken }{ $waiting ->
        [none] {""}
       *[other] ，候补 { $waiting }
    }
class-participant = · { $name }　{ $unit }{ $waiting ->
    [none] {""}
   *[other] 　候补第 { $waiting } 位
 }{ $result ->
    [none] {""}
   *[other] 　{ $result }
 }
next-training_classes = { $argument ->
    [none] 培训安排
   *[other] 查看 { $argument }
 }

form-examiners = 考评员名册
    .also = 考评员 名册
examiners-none = 名册里还没有考评员。
examiners-listed = 名册（{ $count } 条）：
examiners-line = { $n } { $number }　{ $name }　{ $kind }　{ $trades }　{ $unit }　到 { $valid_until }　{ $state }
examiner-shown =
    { $number }　{ $name }　{ $kind }　{ $state }
    单位：{ $unit }（{ $code }）
    培训合格 { $trained_on }　聘任 { $appointed_on }　有效至 { $valid_until }
examiner-trade = { $name }（{ $code }）：{ $levels }
examiner-register-xlsx = 考评员名册.xlsx
examiner-unknown = 名册里没有这个人。请从列表里选。
examiner-ended = 这个人 { $on } 已经解聘了。
account-signs-in = 登录用户名：{ $user_name }
account-missing = 还没有个人账户，不能登录。
next-examiners = { $argument ->
    [none] 考评员名册
   *[other] 查看 { $argument }
 }

form-end_appointment = 终止聘任
    .also = 解聘
appointed-option = { $name }　{ $kind }　{ $number }
end_appointment-holder = 人员
    .ask = 终止谁的聘任？
end_appointment-sure = 确认终止
    .ask = 确定终止吗？以后要重新申报和审批；以前的工作记录保留。
appointment-ended = { $name }（{ $number }）的聘任已于 { $on } 终止。
appointment-ended-told = 您的聘任今天终止了。有疑问请联系所在单位或管理站。

form-personal_account = 开通个人账户
    .also = 个人账户
personal_account-holder = 人员
    .ask = 为谁开通？
    .hint = 列表里是已聘任、还不能登录的人。
    .refused-pick-unknown = 这个人不用开通：已经有账户，或不在名册里。请从列表里选。
personal_account-user_name = 用户名
    .ask = 请起一个用户名，2 到 30 个字。
personal-account-opened = 账户“{ $user_name }”已开通。请把用户名和首次密码交给本人；首次密码 { $days } 天内有效，第一次登录要马上修改。没有用上，可以再给一个。
personal-account-password = 首次密码：{ $password }（只显示这一次）
personal-account-there = 本人已经有账户，用原来的用户名和密码登录，所有身份通用。忘了密码请本人找回。

form-supervisor = 督导员登记
    .also = 登记督导员
    .review = 培训过的登记后就聘任；没有培训的，培训班合格后聘任。回复“提交”，或回复项号修改。
supervisor-name = 姓名
supervisor-id_number = 身份证号
    .hint = 18 位，末位是 X 的请写 X。加密保存。
supervisor-sex = 性别
    .ask = 旧版永久居留证看不出性别，请选。
supervisor-born = 出生日期
    .ask = 请写出生日期。
supervisor-works_at = 单位
    .ask = 在哪个单位？请写全称。
    .hint = 督导员不督导自己的单位。
supervisor-phone = 电话
    .ask = 请写电话。
    .hint = 手机 11 位；座机请加区号。
supervisor-trained = 是否培训过
    .ask = 已经培训合格了吗？
supervisor-training = 培训
    .ask = 参加的是哪一期培训？
supervisor-trained_on = 培训合格日期
    .ask = 哪天合格的？
supervisor-valid_until = 有效期
    .ask = 聘任到哪天？
supervisor-registered = { $name }已登记，编号 { $number }，{ $state }。
validity-over = 有效期 { $valid_until } 已经过了。请写今天以后的日期。
supervisor-known = 这个人已经在名册里。要改的，请先终止再重新登记。
supervisor-ended = 这个人 { $on } 已经解聘了。

form-supervisors = 督导员名册
    .also = 督导员
supervisors-none = 名册里还没有督导员。
supervisors-listed = 督导员名册（{ $count } 条）：
supervisors-line = { $n } { $number }　{ $name }　{ $works_at }　到 { $valid_until }　{ $state }
supervisor-shown =
    { $number }　{ $name }　{ $state }
    单位：{ $works_at }　电话：{ $phone }
    培训：{ $training ->
        [none] 培训班
       *[other] { $training }
    }{ $trained_on ->
        [none] ，尚未合格
       *[other] ，{ $trained_on } 合格
    }　有效至 { $valid_until }
supervisor-unknown = 名册里没有这个人。请从列表里选。
next-supervisors = { $argument ->
    [none] 督导员名册
   *[other] 查看 { $argument }
 }

my-data-of-register = 您在考评员或督导员名册里。名册按规定要保存 { $years } 年，这期间不能删除；删除要求已经记下，到期由工作人员处理。

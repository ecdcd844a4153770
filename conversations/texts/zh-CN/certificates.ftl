# Certificates: looking them up, their kinds, states and printed fields.

certificate-kind-capability = 职业能力证书
certificate-kind-skill_level = 职业技能等级证书
certificate-kind-old_qualification = 职业资格证书
certificate-state-issued = 有效
certificate-state-revoked = 已注销
certificate-state-reissued = 已换发
result-failed = 不合格
result-passed = 合格
result-good = 良好
result-excellent = 优秀

form-certificate_lookup = 证书查询
    .also = 查证书 查证 证书 查成绩
certificate_lookup-name = 姓名
    .ask = 请告诉我证书上的姓名。
    .hint = 姓名、身份证号、证书编号，知道任意两项就能查。
certificate_lookup-id_number = 身份证号
    .ask = 身份证号？
    .hint = 18 位，末位是 X 的请写 X。只用于这次查询。
certificate_lookup-number = 证书编号
    .ask = 证书编号？
certificate_lookup-which = 证书
    .ask = 看哪一本？
lookup-option = { $trade }　{ $level }　{ $issued_on }　{ $state }
lookup-found = 找到 { $count } 本证书，新的在前：
lookup-line = · { $trade }　{ $level }　{ $issued_on }　{ $state }（{ $kind }）
lookup-nothing = 用这些信息没有查到证书。常见原因：成绩公布后约 20 天才能查到；职业技能等级证书以外的旧证请用 16 位编号；其他行业的职业技能等级证书在 jndj.osta.org.cn 查；姓名中的点（·）不影响查询。
lookup-phones = 查询热线 { $query }　举报 { $complaint }
lookup-fields =
    { $kind }　{ $state }
    姓名：{ $name }　性别：{ $sex }
    身份证号：{ $id_number }
    职业：{ $occupation }　工种：{ $trade }
    等级：{ $level }
    理论成绩：{ $theory }　技能成绩：{ $practice }　评定：{ $result }
    文化程度：{ $schooling }
    证书编号：{ $number }
    发证日期：{ $issued_on }
    考试站：{ $station }
    发证单位：{ $issuer }
lookup-replaced = 已换发新证，新编号 { $number }。

lookup-two-fields = 姓名、身份证号、证书编号，至少要两项才能查。
lookup-number-required = 这类证书还要写证书编号。
certificate-number-empty = 还没有写编号。请写证书上的编号。
certificate-number-form = 证书编号只有字母和数字，最多 40 位。请再看一下证书。

# Certificates: looking them up, their kinds, states and printed fields.

certificate-kind-capability = capability certificate
certificate-kind-skill_level = skill-level certificate
certificate-kind-old_qualification = vocational qualification certificate
certificate-state-issued = valid
certificate-state-revoked = revoked
certificate-state-reissued = reissued
result-failed = failed
result-passed = passed
result-good = good
result-excellent = excellent

form-certificate_lookup = Certificate look-up
    .also = certificate certificates look up
certificate_lookup-name = Name
    .ask = Which name is on the certificate?
    .hint = Any two of name, ID number and certificate number will do.
certificate_lookup-id_number = ID number
    .ask = The ID number?
    .hint = 18 characters; write X if the last one is X. Used for this look-up only.
certificate_lookup-number = Certificate number
    .ask = The certificate number?
certificate_lookup-which = Certificate
    .ask = Which one shall be shown?
lookup-option = { $trade }　{ $level }　{ $issued_on }　{ $state }
lookup-found = Certificates found: { $count }, newest first.
lookup-line = · { $trade }　{ $level }　{ $issued_on }　{ $state } ({ $kind })
lookup-nothing = No certificate was found with these. Common reasons: it shows about 20 days after the results are published; old certificates that are not skill-level ones go by their 16-digit number; skill-level certificates of other industries are found at jndj.osta.org.cn; the dot (·) in a name does not matter.
lookup-phones = Questions { $query }　Complaints { $complaint }
lookup-fields =
    { $kind }, { $state }
    Name: { $name }　Sex: { $sex }
    ID number: { $id_number }
    Occupation: { $occupation }　Trade: { $trade }
    Level: { $level }
    Theory: { $theory }　Practice: { $practice }　Result: { $result }
    Education: { $schooling }
    Certificate number: { $number }
    Issued on: { $issued_on }
    Exam station: { $station }
    Issued by: { $issuer }
lookup-replaced = It was reissued; the new number is { $number }.

lookup-two-fields = At least two of name, ID number and certificate number are needed.
lookup-number-required = For this kind the certificate number is needed as well.
certificate-number-empty = No number was written. Please write the number on the certificate.
certificate-number-form = A certificate number has letters and digits only, 40 at most. Please look at the certificate again.

# Accounts of institutions and their staff, and who may do what where.

greeting-staff =
    Hello { $name }. What shall we do?
    Reply a number, or simply say it.
no-institution = Your account belongs to no institution at present. Please contact the institution above yours.

login-institution = Institution
    .ask = Which one is it?
institution-none = None of these; use the user name I wrote
first-password = This is a first password. Please set one of your own first; everything else opens after that.
password-is-code = The password must not contain the institution's code. Please choose another one.
locked-out = Somebody kept typing wrong passwords for this account, so nobody can log in for { $minutes } minutes. Devices already logged in are not affected. If it was not you, change the password and tell the institution above yours.
station-came-first = { $name } has just logged in for the first time, with its code. If that was not the station, please lock the account at once.
account-see-it = See the account
account-locked = This account has been locked by the institution above. Please contact them.

role-applicant_unit = Applicant's staff
role-station_head = Head of station
role-station_deputy = Deputy head
role-station_officer = Full-time officer
role-management_officer = Management station staff
role-branch_officer = Branch staff
role-centre_officer = Centre staff

box-contact = Contact
    .ask = What is the contact's name?
box-email = E-mail
    .ask = What is the e-mail address?
    .hint = A recovery code goes there when the password is forgotten.
email-form = This e-mail address is incomplete; it looks like zhangsan@example.com. Please check it.

form-unit_sign_up = Unit sign-up
    .also = applicant unit
    .review = The unit's full name is the user name from now on and cannot be changed. Reply "submit", or the number of a line to change it.
unit_sign_up-consent = Consent
    .ask =
        To handle the application we keep the unit's data and the contact's name, e-mail and phone: encrypted, seen only by the management station and the centre.
        The contact knows and agrees. Is that so?
    .refused-consent-needed = Please ask the contact first, then choose "yes".
unit_sign_up-name = Full name of the unit
    .ask = What is the unit's full name, as on its seal? You will log in with it.
unit_sign_up-filed_at = Receiving body
    .ask = Where do you apply?
unit_sign_up-contact = Contact
    .ask = What is the contact's name?
unit_sign_up-email = Reserved e-mail
    .ask = What is the reserved e-mail address?
    .hint = A recovery code goes there when the password is forgotten.
unit_sign_up-phone = Phone
    .ask = What is the contact's phone number?
    .hint = A mobile, or a landline with area code.
unit_sign_up-password = Password
    .ask = Finally, please set a password.
    .hint = At least 8 characters, and not the unit's name.
unit-name-length = The full name has { $shortest } to { $longest } characters. Please write the name on the seal.
unit-name-characters = The full name holds characters that cannot be used. Please write the name on the seal.
unit-name-taken = This unit has an account already. Please log in; if the password is forgotten, use "Reset password". If it was not your unit that signed up, please contact the management station.
unit-signed-up = The unit is signed up; its number is { $code }. From now on log in with "{ $name }" and the password. Next you can apply as a station and for examiners.

unit-recovery-sent = If this unit has a reserved e-mail address, a recovery code is on its way there, good for 30 minutes. If nothing arrives, look into the spam folder, or ask the institution above to reset the password.
unit-recovery-no-mail = Mail cannot be sent from here at present. Please ask the institution above to reset the password.
recovery-mail = Kaowu recovery code
    .body =
        { $name }:

        Your recovery code is { $code }, good for 30 minutes. In "Reset password" write the full name of the unit, choose "I have a code", and enter it.

        If it was not you who asked, do nothing and tell nobody.

        Kaowu (skill assessment of the machinery industry)
next-staff = Staff accounts
next-staff-add = Add another person
next-staff-see = See who there is
next-staff-reserve = Contact and e-mail of the unit

form-staff = Staff accounts
    .also = colleagues
staff-act = What to do
    .ask = What do you want to do with the accounts of your staff?
staff-act-see = See who there is
staff-act-add = Add a person
staff-act-reset = Reset somebody's password
staff-act-remove = Close somebody's account
staff-act-reserve = Set the unit's contact and reserved e-mail
staff-role = Post
    .ask = Which post?
staff-name = Name
    .ask = What is the colleague's name?
staff-user_name = User name
    .ask = Choose a user name for the colleague, 2 to 30 characters; it cannot be changed later.
staff-colleague = Person
    .ask = Who?
staff-member = { $name }, { $role ->
    [applicant_unit] applicant's staff
    [station_head] head
    [station_deputy] deputy head
    [station_officer] full-time officer
    [management_officer] management station staff
    [branch_officer] branch staff
    [centre_officer] centre staff
   *[other] —
    }
staff-sure = Confirmation
    .ask = This person will be logged out everywhere at once. Are you sure?
    .refused-not-done = Fine, nothing was changed.
staff-contact = Contact
    .ask = What is the name of the unit's contact?
staff-email = Reserved e-mail
    .ask = What is the unit's reserved e-mail address?
    .hint = A recovery code goes there when the password is forgotten.
staff-phone = Phone
    .ask = What is the phone number?
    .hint = A mobile, or a landline with area code.
staff-added = The account is open. The first password is shown only now; please hand it on in person. It has to be changed at the first login.
staff-reset = The password is reset and all devices are logged out. The first password is shown only now; please hand it on in person.
first-password-once =
    User name: { $user_name }
    First password: { $password }
staff-removed = Closed. This person cannot log in any more; what they did stays on record.
reserved-set = Noted. When the password is forgotten, a recovery code goes to { $email }.
staff-of = Accounts of { $name }:
staff-line = · { $name }, { $role ->
    [applicant_unit] applicant's staff
    [station_head] head
    [station_deputy] deputy head
    [station_officer] full-time officer
    [management_officer] management station staff
    [branch_officer] branch staff
    [centre_officer] centre staff
   *[other] —
    }, user name { $user_name }{ $state ->
    [locked] {" "}(locked)
    [first] {" "}(first password not changed yet)
   *[other] {""}
    }
staff-lacking = Still missing: { $role ->
    [station_deputy] deputy head (at least 1)
    [station_officer] full-time officer (1)
    [management_officer] further staff
    [branch_officer] further staff
    [centre_officer] further staff
   *[other] further staff
    }
not-done = Fine, nothing was changed.
post-not-here = There is no account for this post here. Please choose from the list.
not-this-account = The unit's own account and the one you are using cannot be closed or reset here.

next-accounts = { $argument ->
    [none] Accounts
   *[other] This account
 }
form-accounts = Accounts
    .also = institution accounts
accounts-institution = Institution
    .ask = Which one?
    .hint = Write its number, name or operator, also in pinyin.
institution-option = { $name } ({ $code })
accounts-act = What to do
    .ask = What do you want to do with this account?
account-act-see = See how it stands
account-act-open = Open it with a first password
account-act-reset = Reset the password
account-act-lock = Lock it
account-act-unlock = Unlock it
account-act-hand_over = Hand it over to a new contact
account-act-region = Set the province
accounts-region = Province
    .ask = In which province?
    .hint = A provincial branch sees the stations of its province.
accounts-contact = New contact
    .ask = What is the new contact's name?
accounts-email = Reserved e-mail
    .ask = What is the new reserved e-mail address?
    .hint = A recovery code goes there when the password is forgotten.
accounts-phone = Phone
    .ask = What is the phone number?
    .hint = A mobile, or a landline with area code.
accounts-sure = Confirmation
    .ask = This institution will be logged out everywhere at once. Are you sure?
    .refused-not-done = Fine, nothing was changed.
first-password-given = Here is the first password, shown only now and good for { $days } days. Please tell the institution; it has to be changed at the first login.
account-now-locked = The account of { $name } is locked and logged out everywhere.
account-now-open = The account of { $name } is unlocked; its password is as before.
region-now-set = { $name }: the province is { $region } now.
account-not-opened = This institution has no account yet. Please open it first.
account-shown =
    { $name }
    Number: { $code }
    Province: { $region }
    Account: { $state ->
    [unopened] not opened yet
    [first] opened, first password not changed yet
    [locked] locked
   *[other] in use
    }
    Staff accounts: { $staff }
    Last login: { $signed_in }
account-reserved =
    Contact: { $contact }
    Reserved e-mail: { $email }
    Phone: { $phone }

my-data-of-institution = This account belongs to an institution, so you cannot erase it yourself. The institution closes accounts of its staff, the institution above it the institution's own; what is personal in them is not used after that.

form-devices = Devices
    .also = log out elsewhere
devices-device = Devices
    .ask = Besides this one, your account is logged in here. Which one do you want to log out?
device-option = { $kind ->
    [page] Web page
    [program] Program
    [wechat] WeChat
    [telegram_aiogram] Telegram
    [telegram_ptb] Telegram (staff)
   *[other] Chat
    }, since { $since }, last seen { $seen }
device-all = Log out all others
device-none = None, keep them
device-gone = This device is logged out already.
devices-only-here = The account is logged in on this device only.
devices-kept = Fine, nothing was changed.
devices-signed-out = Logged out of { $count } devices.

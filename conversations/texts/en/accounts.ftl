# Accounts: signing up, logging in, passwords, one's own data; and what is wrong with names and numbers.

box-name = Name
    .ask = Please write the name as on the ID card.
box-id_number = ID number
    .ask = Please write the ID number.
    .hint = 18 characters; write X if the last one is X. Used for registration and certificates only, kept encrypted.
box-user_name = User name
    .ask = Please write the user name.
box-password = Password
    .ask = Please enter the password.
box-new_password = New password
    .ask = Please choose a new password.
    .hint = At least 8 characters; not the birthday, not the user name.
box-phone = Phone
sex-male = Male
sex-female = Female
id-kind-resident = Resident ID card
id-kind-hong_kong = Residence permit (Hong Kong)
id-kind-macau = Residence permit (Macau)
id-kind-taiwan = Residence permit (Taiwan)
id-kind-foreign_card = Foreigner's permanent residence ID card
id-kind-old_foreign_card = Foreigner's permanent residence card (old)

form-sign_up = Sign up
    .also = register account
    .review = Name, ID number and user name cannot be changed after signing up. Reply “Submit”, or the number of an item to change it.
sign_up-consent = Consent
    .ask =
        For registration and certificates we keep your name, ID number, photo, and your study and work history.
        ID number and photo are sensitive personal information: kept encrypted, used only by the station and the issuing bodies for review, archived electronically for 5 years after the exam.
        Under “My data” you can see, export, or ask to erase them at any time. Do you agree?
    .refused-consent-needed = Without consent there is no account; certificate look-up, trades and the eligibility check work without one. Choose “Yes” when you are ready.
sign_up-name = Name
    .ask = Please write the name as on the ID card. It cannot be changed later.
sign_up-id_number = ID number
    .ask = Please write the ID number. It cannot be changed later.
    .hint = 18 characters; write X if the last one is X. Used for registration and certificates only, kept encrypted.
sign_up-sex = Sex
    .ask = The old residence card does not show it; please choose.
sign_up-born = Date of birth
    .ask = Please write the date of birth.
sign_up-user_name = User name
    .ask = Please choose a user name of 2 to 30 characters. It cannot be changed later; please remember it.
sign_up-password = Password
    .ask = Finally, please choose a password.
    .hint = At least 8 characters; not the birthday, not the user name. It can be recovered.

signed-up = You are signed up. Next time log in as “{ $user_name }” with your password, on any phone or computer.
sign-up-neutral =
    Signing up did not succeed. If you signed up before, please log in, or use “Reset password”.
    If not, please take your ID card to an exam station; the staff will check.
somebody-signed-up = Somebody just tried to sign up with your ID number and did not succeed; your account is unchanged. If it was not you, please tell your exam station.
consent-needed = Without consent there is no account.
user-name-taken = This user name is taken; please choose another.
signed-up-already = You are signed up already.

form-login = Log in
    .also = login signin
login-user_name = User name
    .ask = Please write the user name.
    .hint = Stations and units: the full name.
login-password = Password
    .ask = Please enter the password.
    .refused-password-wrong = The user name or the password is not right. Please enter the password again; to change the user name say “back”. Forgotten? Use “Reset password”.
logged-in = { $name }, you are logged in.

form-change_password = Change password
    .also = newpassword
change_password-password = Present password
    .ask = Please enter your present password.
password-changed = The password is changed. Other devices have to log in again.
password-was-set = Your password was just changed and other devices were logged out. If it was not you, reset the password at once and tell your exam station or the institution above yours.

form-reset_password = Reset password
    .also = forgot forgotten
reset_password-name = Name
    .ask = What is your name, as on your ID card? For an institution's account, its full name.
reset_password-step = Recovery code
    .ask = Do you need a recovery code?
    .hint = A person's code goes to the devices they are logged in on; without one, take your ID card to an exam station. An institution's goes to its reserved e-mail.
recovery-send = Send me a code
recovery-have = I have a code
reset_password-code = Recovery code
    .ask = Please write the code of 8 digits.
recovery-sent = If name and ID number match, a code went to the devices that are logged in; it lives 30 minutes. Without such a device, take your ID card to an exam station for a code.
recovery-code-is = Your recovery code is { $code }; it lives 30 minutes. If you are not resetting your password, ignore this and tell nobody.
code-wrong = The code is not right or has expired. Please look again, or ask for a new one.
password-reset = { $name }, the password is reset and you are logged in.

form-recovery_code = Recovery code
    .also = hand out code
recovery_code-card_seen = ID card seen
    .ask = Have you seen the person and the original ID card, and do name and number match?
    .refused-card-not-seen = Without seeing the ID card no code can be handed out.
card-not-seen = Without seeing the ID card no code can be handed out.
person-not-found = There is no account with this name and ID number. Please check both, or ask the person to sign up.
recovery-code = The recovery code was given; it is shown once.
recovery-code-once = Recovery code: { $code }. It lives 30 minutes; the person uses it under “Reset password”.
recovery-code-was-handed-out = An exam station saw your ID card and handed out a recovery code for you. If it was not you, tell the station at once.

too-many-tries = That was tried too often. Please come back in { $minutes } minutes.

form-my_data = My data
    .also = personal data erase account
my_data-wish = My data
    .ask = What would you like to do?
wish-see = See what is kept
wish-export = Export it as a file
wish-erase = Ask for erasure
my_data-sure = Erase
    .ask = The account, unfinished forms and the conversation will be erased and cannot be brought back. Erase them?
my-data-shown =
    Name: { $name }
    ID number: { $id_number }
    User name: { $user_name }
    Phone: { $phone }
    Registrations: { $registrations }
    Devices logged in: { $devices }
my-data-file = This file holds everything we keep about you, with the full ID number. Please keep it safe.
my-data-name = My data.json
my-data-kept = Good, nothing was erased.
my-data-must-stay = You have { $registrations } registrations. Exam archives must be kept for { $years } years and cannot be erased before; your wish is noted and staff will act when the time has come.
my-data-erased = Erased: the account, unfinished forms and the conversation are gone.

id-number-empty = No number was written. Please write the ID number.
id-number-first-generation = This is an old number of 15 digits. Please write the 18 characters on the present ID card.
id-number-form = An ID number is 17 digits and a last character (digit or X). Please look at the card and send it again.
id-number-too-short = An ID number has 18 characters; this has { $length }. Please look at the card again.
id-number-too-long = An ID number has 18 characters; this has { $length }. Please look at the card again.
id-number-before-1900 = The year of birth in the number is { $year }; there must be a slip. Please look at the card again.
id-number-date = The date of birth in the number (digits 7 to 14) is no real date; one digit may be wrong. Please look at the card again.
id-number-future = The date of birth in the number lies in the future; one digit may be wrong. Please look at the card again.
id-number-checksum = The last character does not match; one digit may be wrong: { $masked }. Please look at the card and send it again.
name-empty = No name was written. Please write it as on the ID card.
name-digits = A name has no digits. Please write it as on the ID card.
name-characters = The name has characters that cannot be used. Please write the name only, for example “古丽娜尔·买买提”.
name-too-short = A name has at least two characters. Please write it in full.
name-too-long = At most { $longest } characters, please; the name only.
user-name-id-number = An ID number cannot be the user name. Please choose another.
user-name-spaces = A user name has no spaces. Please choose another.
user-name-length = A user name has { $shortest } to { $longest } characters. Please choose another.
user-name-characters = Only characters, letters, digits and _ - . · @ can be used. Please choose another.
phone-empty = No phone number was written.
phone-mobile-only = A mobile number of 11 digits is wanted here.
phone-area-code = Please add the area code of the landline, for example 0991-4812345.
phone-form = This phone number is not complete. A mobile has 11 digits; a landline needs its area code.
password-too-short = At least { $shortest } characters, please.
password-too-long = At most { $longest } characters, please.
password-user-name = The password cannot be the user name. Please choose another.
password-id-number = The password cannot contain the ID number or birthday. Please choose another.
password-too-simple = This password is too common and easy to guess. Please choose another, such as a few words that do not belong together.

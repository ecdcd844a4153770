# Accounts of institutions and their staff, and who may do what where.

no-institution = Your account belongs to no institution at present. Please contact the institution above yours.

login-institution = Institution
    .ask = Which one is it?
institution-none = None of these; use the user name I wrote
first-password = This is a first password. Please set one of your own first; everything else opens after that.
password-is-code = The password must not contain the institution's code. Please choose another one.
locked-out = Somebody kept typing wrong passwords for this account, so nobody can log in for { $minutes } minutes. Devices already logged in are not affected. If it was not you, change the password and tell the institution above yours.
account-locked = This account has been locked by the institution above. Please contact them.

# The menu: its parts, and the way back to the whole.

menu-whole = Whole menu
menu-papers = Tasks and applications
menu-public = Registration and look-up
menu-entrance = Log in
menu-station = Exam station
menu-plans = Annual plan
menu-batches = Exam batches
menu-examiners = Examiners and supervisors
menu-notices = Notices, contacts, complaints
menu-accounts = Accounts
menu-rules = Trades and policy
menu-self = My settings
menu-exams = Exams, scores, supervision

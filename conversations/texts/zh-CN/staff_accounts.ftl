# Accounts of institutions and their staff, and who may do what where.

no-institution = 您的账户现在不属于任何机构。请联系上级机构。

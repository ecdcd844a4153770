# Accounts of institutions and their staff, and who may do what where.

no-institution = Your account belongs to no institution at present. Please contact the institution above yours.

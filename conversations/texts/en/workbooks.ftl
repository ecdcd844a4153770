# Lists sent as a workbook: the template, what was read, and what is wrong in it.

engine-workbook-hint = You may also fill in the Excel template below (.xlsx) and send it: all at once.
engine-workbook-template = { $part } (Excel template)
engine-workbook-all-good = The workbook has been read: all { $good } rows are fine.
engine-workbook-some-wrong = The workbook has been read: { $good } rows are fine, { $wrong } are not. No row has been taken yet.
engine-workbook-fault = Row { $row }, “{ $column }”: { $problem }
engine-workbook-more-faults = There are { $count } more; they are checked when you send it again.
engine-workbook-unused = Columns not used: { $columns }.
engine-workbook-keep = Take only the { $good } good rows
engine-workbook-replace = Take these { $good } rows instead of the { $there } there were
engine-workbook-append = Add these { $good } rows to the { $there } there are
engine-workbook-change = Take none, I will correct it
engine-workbook-taken = { $count } rows taken.
engine-part-rest = … and { $count } more

workbook-on-page = Excel files are sent on the page: reply “Continue elsewhere”; what is filled in stays.
workbook-wanted = An Excel file (.xlsx) can be sent here, no other. You may also type your answer.
workbook-no-rows = There is nothing below the column titles. Please fill it in and send it again.
workbook-no-titles = No column titles were found. Please use the template; its titles are: { $titles }.
workbook-titles-missing = These columns are missing: { $titles }. Please use the template and leave its titles as they are.
workbook-title-twice = These columns are there twice: { $titles }. Please keep one of each.
workbook-all-wrong = Not one row can be used. Please correct it as told above and send it again.
workbook-too-many-rows = There are { $rows } rows; at most { $most } fit. Please file them in several parts.
workbook-empty = This workbook is empty. Please fill it in and send it again.
workbook-too-big = This workbook is too large a file (limit { $megabytes } MB). Please take out pictures and other sheets.
workbook-too-large = The sheet is too large: at most { $rows } rows and { $columns } columns. Look for something left far out, or send several files.
workbook-old = This is an older kind of workbook (.xls, .xlsb or .et). Please save it as .xlsx in Excel or WPS.
workbook-macros = This workbook has macros and cannot be taken. Please save it as .xlsx without macros.
workbook-encrypted = This workbook has a password. Please take it off and send it again.
workbook-text = This is a text file (such as .csv). Please open it in Excel or WPS and save it as .xlsx.
workbook-kind = This is no Excel workbook. Please send an .xlsx file.
workbook-unreadable = This workbook cannot be opened; it may be damaged. Please save it as .xlsx again.
workbook-too-slow = This workbook takes too long. Please copy its content to a new one.

cell-empty = nothing is filled in.
cell-formula = is a formula without a result. Open and save it in Excel, or write the value.
cell-error = holds an error (such as #N/A). Please write the content.
cell-merged = is a merged cell. Please split it and fill in every row.
cell-number-too-long = the number is too long, Excel has changed its last digits. Set the column to “Text” and type it again.
cell-is-date = Excel made a date of it. Set the column to “Text” and type it again.
cell-not-listed = there is no “{ $text }”. Possible are: { $choices }.
cell-nearly = there is no “{ $text }”. Is “{ $meant }” meant? Write the full name or the code.
cell-ambiguous = “{ $text }” is more than one. Please write the code.

# Roster: what a batch lacks, the roster handed in, its documents, and long work beside the turns.

form-roster = Submit the roster
    .also = roster submit list
next-roster = { $argument ->
    [none] Submit the roster
   *[other] Roster { $argument }
 }
next-roster-submit = Submit the roster
next-roster-confirm = Submit it now
rosters-none = No batch is waiting for its roster.
rosters-listed = Batches without a roster, the next close first:
rosters-line = { $n } Batch { $number }　{ $closed ->
    [yes] closed at the end of { $day }/{ $month } (day/month)
   *[no] closes at the end of { $day }/{ $month } (day/month)
 }　{ $ready } reviewed, { $pending } not ready
roster-stands = Batch { $number }: the roster closes at the end of { $day }/{ $month } (day/month). { $ready } reviewed, { $pending } not ready.
roster-waiting = { $state ->
    [complete] To be reviewed
    [returned] Sent back, waiting for the candidate
   *[other] Stamped form missing
 } ({ $count }): { $names }
roster-sure = Roster of batch { $number }: { $ready } people. Once it is submitted, the list and its numbers are fixed, nobody can register any more and the papers are sealed. It cannot be taken back. Submit it?
roster-is-in = The roster of batch { $number } is in: { $people } people, { $at }. The list and its numbers are fixed; candidates, examiners and the management station are being told.
roster-not-open = { $state ->
    [applied] This batch is still being decided on; it has a roster once it is approved.
    [submitted] The roster of this batch is in.
    [rejected] This batch was not approved and has no roster.
   *[withdrawn] This batch was withdrawn and has no roster.
 }
roster-closed = The roster closed at the end of { $last } and cannot be submitted any more. Please contact the management station.
roster-empty = Nobody has registered in this batch yet.
roster-incomplete = { $state ->
    [complete] Not reviewed yet
    [returned] Sent back and not corrected yet
   *[other] Stamped form missing
 } ({ $count }): { $numbers }.

roster-you-are-on = You are on the roster of batch { $number }: registration { $registration }, number { $place }. Theory { $theory_on } { $theory_at }, practice { $practice_on } { $practice_at }, { $venue }. Bring your ID card and sign in before you enter.
roster-came-in = { $station }: the roster of batch { $number } is in, { $people } people.
roster-for-examiners = { $station }: the roster of batch { $number } is in. Please be there in time: theory { $theory_on } { $theory_at }, practice { $practice_on } { $practice_at }, { $venue }.

roster-head-in = Submitted { $on }, { $people } people
roster-head-draft = Roster not submitted yet
roster-eligible = Meets the conditions
export-roster = Roster { $number }.xlsx
export-sign_in_sheet_theory = Sign-in sheet, theory { $number }.pdf
export-sign_in_sheet_practice = Sign-in sheet, practice { $number }.pdf
export-application_forms = Application forms { $number }.zip

form-application_forms = All application forms
    .also = zip download forms
next-application_forms = All application forms in a zip
application-forms-asked = The { $people } application forms of batch { $number } are being put together. You will be told when they are ready; no need to wait here.
chore-application_forms-under-way = Application forms of batch { $number }: { $percent } % done.
chore-application_forms-done = The { $people } application forms of batch { $number } are ready, named by running number and registration. Kept for 30 days, for you alone.
chore-application_forms-failed = The application forms of batch { $number } could not be put together: { $problem }

roster-name-differs = Name and ID number do not go together. Please compare both with the ID card.
roster-row-decided = { $state ->
    [approved] This registration has been approved and cannot be changed any more.
   *[other] This registration was rejected and cannot be changed any more.
 }

form-roster_import = Import a roster
    .also = import list bulk registration
next-roster_import = Import a roster
roster_import-batch = Batch
    .ask = Into which batch?
    .none = No batch is open for registration now.
roster-batch-option = { $number }　{ $type }　registration until { $last_day }
roster_import-roster = List
    .ask = Please send the list (.xlsx).
    .hint = Fill in the template below, one person a row. It is looked through first; nobody is registered yet.
roster_import-pictures = Photos and documents
    .ask = Please send the photos and documents in a zip, or skip.
    .hint = Name files by ID number: “ID number.jpg” is the photo, others are “ID number_student card.jpg”; the stamped form is “ID number_stamped form”.
export-roster_template = Empty list (Excel)
workbook-shown = Excel workbook, { $kilobytes } KB
pictures-shown = Zip, { $kilobytes } KB
list-wanted = An Excel file (.xlsx) is wanted here. Please fill in the template and send it.
picture-zip-wanted = A zip is wanted here. Please pack the pictures and send them, or skip.
picture-zip-unreadable = This zip cannot be opened and may be damaged. Please pack it again and send it.
picture-zip-too-many = There are too many files in this zip ({ $most } at most). Please send several.
picture-zip-too-large = This zip holds files that are too large ({ $megabytes } MB each at most) or are no pictures. Please put only pictures in.
picture-zip-encrypted = This zip has a password. Please remove it and send it again.
picture-zip-paths = The file names in this zip are not in order and cannot be taken. Please pack it again.
picture-zip-nobodys = No file in this zip begins with an ID number. Please rename the files and send it again.

roster-looked-at = The list for batch { $number } is being looked through. You will be told; nobody is registered yet.
roster-being-taken = The list for batch { $number } is being taken. You will be told when it is done.
next-take_roster = Take it now
form-take_roster = Take a roster
    .also = take roster
chore-roster_check-under-way = List of batch { $number }: { $percent } % looked through.
chore-roster_import-under-way = List of batch { $number }: { $percent } % taken.
chore-roster_check-done = The list of batch { $number } has been looked through and not taken yet: { $new } new, { $changed } changed, { $unchanged } as they were, { $own } registered themselves, { $wrong } rows wrong.{ $wrong ->
    [0] { "" }
   *[other] { " " }What is wrong stands in the column “Problem”; put it right and send it again.
 }
chore-roster_import-done = The list of batch { $number } has been taken: { $new } new, { $changed } changed, { $unchanged } as they were, { $own } registered themselves, { $wrong } rows not taken.{ $wrong ->
    [0] { "" }
   *[other] { " " }The reasons stand in the column “Problem”; put them right and send it again, only changes are applied.
 }
chore-roster_check-failed = The list of batch { $number } could not be looked through: { $problem }
chore-roster_import-failed = The list of batch { $number } could not be taken to its end: { $problem } Rows taken so far stay, and are not taken twice.
chore-fault = It is our fault. Please try again; if it does not help, contact the management station.
roster-report-file = List { $number } (problems).xlsx
roster-problem-column = Problem
roster-fault = { $title }: { $problem }
roster-row-twice = This ID number stands in row { $row } already.
roster-row-own = Registered in person; nothing was changed.
roster-card-tells-too-little = This kind of card tells neither birth date nor sex. The candidate has to register in person.
roster-picture-unknown = “{ $word }” in the zip is no document we know.
roster-picture-twice = { $title } came twice. Please leave one.
roster-entry-reason = The station sent its list again.
roster-entered-for-you = { $station } has registered you, number { $number }.{ $stamp ->
    [yes] { " " }The stamped form is missing: hand it to the station or upload it here by the end of { $day }/{ $month } (day/month).
   *[no] { " " }The registration is complete and will be reviewed.
 } If you did not want this, contact the station at once or file a complaint.
roster-changed-for-you = { $station } has corrected your registration { $number }.{ $stamp ->
    [yes] { " " }Please have the new form stamped and hand it in by the end of { $day }/{ $month } (day/month).
   *[no] { " " }It will be reviewed.
 }
history-unreadable = Entry { $n } ({ $text }) cannot be read. Write “2020-09 to 2023-07, school, junior middle school, class”, entries separated by semicolons.
history-entry-wrong = Entry { $n }: { $problem }

roster-template-title = Candidates of batch { $number } ({ $type })
roster-template-rows = One person a row; columns with * are needed. ID numbers and phones are text.
roster-template-history = Study and work go into one cell: entries separated by semicolons, each “2020-09 to 2023-07, school, stage, class”; the present one “2023-09 to now, …”.
roster-template-pictures = Photos and documents come apart in a zip, file names beginning with the ID number: number.jpg, number_student card.jpg.
roster-template-study = 2020-09 to 2023-07, No. 4 School, Junior middle school, 3; 2023-09 to now, Vocational School, Secondary vocational, 23-1
roster-template-work = 2015-01 to now, Machine Works, welder, Yes (the last word: whether it is related)
roster-column-id_number = ID／ID card／Card number
roster-column-phone = Mobile／Telephone／Tel
roster-column-school = School name
roster-column-trade = Trade name／Occupation
roster-column-level = Grade
roster-column-class_hours = Hours
roster-column-condition = Condition claimed
roster-column-employer = Company
roster-picture-photo = photo／portrait
roster-picture-id_card_front = id front／id card front
roster-picture-id_card_back = id back／id card back
roster-picture-student_card = student card
roster-picture-class_hours_proof = class hours／hours
roster-picture-skill_certificate = skill certificate
roster-picture-title_certificate = title certificate
roster-picture-diploma = diploma
roster-picture-work_proof = work proof
roster-picture-pledge = pledge
roster-picture-stamped_form = stamped form

# Exam papers, receipts, moving an exam, supervision: the forms, what stands against them, and who hears what.

exam-part-theory = theory
exam-part-practice = practical
exam-paper-called = { $trade } { $level } { $part } paper

exam-paper-missing = The { $part ->
    [theory] theory
   *[practice] practical
 } paper is missing: { $trade }, { $level }.
exam-papers-sealed = The papers were sealed with the roster and cannot be replaced any more.
exam-papers-closed = Papers could be handed in until the end of { $last_day }.
exam-papers-not-open = It is too early to sign for papers. They open at 00:00 on { $opens }.
exam-papers-over = The exam ({ $exam }) has begun; papers cannot be signed for any more.
exam-papers-not-sealed = The roster has not been submitted, so the papers are not sealed and cannot be signed for.
exam-papers-no-batch = Batch { $number } was not approved or was withdrawn; it takes no papers.
exam-papers-nothing-awaited = Your station has no batch that awaits papers: none was applied for, or all have closed.
exam-paper-no-place = This batch has no such item. Please choose from the list.
exam-paper-unknown = There is no such paper. Please choose from the list.
receipt-of-nobody = Papers are signed for by a person who has logged in.
receipt-over = A paper can be downloaded for 30 minutes after it was signed for, and these are over. If you need it again, please sign again.

document-wanted = A Word (.docx) or PDF file is wanted here. Please send one.
document-old-word = This is an old Word file (.doc), or one with a password. Please remove the password and save it as .docx or PDF.
document-with-macros = This Word file contains macros and cannot be taken. Please save it as a .docx without macros.
document-cut-off = This file did not arrive whole. Please send it again.
document-locked = This PDF has a password and could not be opened at the exam. Please send it without one.
document-too-big = This file is too large (at most 20 MB). Please make its pictures smaller.
document-shown = { $kind ->
    [pdf] PDF
   *[word] Word
 }, { $kilobytes } KB

form-paper = Exam papers
    .also = upload a paper, hand in papers
paper-batch = Batch
    .ask = For which batch is the paper?
    .refused-pick-unknown = This batch takes no papers now: it may have closed, or its papers are sealed. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Only batches that have not closed are listed.
paper-place = Paper
    .ask = Which one do you hand in?
paper-place-option = { $trade } { $level } { $part }, { $there ->
    [yes] there, may be replaced
   *[no] missing
 }
paper-file = File
    .ask = Please send the file of the paper (Word or PDF).
    .hint = At most 20 MB, kept encrypted. It may be replaced until the end of { $last_day } and is sealed with the roster.
paper-batch-option = { $number }, exam { $exam_on }, { $missing } missing
paper-put = Received the { $called }: { $file }.
paper-digest = Checksum of the file (SHA-256): { $digest }
paper-replaced = The one before it no longer counts.
papers-still-missing = { $count } still missing: { $papers }. They are due by the end of { $last_day }.
papers-complete = All papers of this batch are in. They are sealed with the roster and can be signed for from 00:00 on { $opens }.
next-paper = Hand in papers

form-paper_receipt = Sign for a paper
    .also = paper receipt, download a paper
paper_receipt-batch = Batch
    .ask = For which batch do you sign?
    .hint = From ten days before the exam until it begins.
    .refused-pick-unknown = This batch cannot be signed for: its exam may have begun, or it is not your station's. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Only batches whose exam has not begun are listed.
paper_receipt-paper_signed = Paper
    .ask = Which one do you sign for?
paper_receipt-signed = Signature
    .ask = Your name, the time and the checksum of the paper are recorded; the management station can see them. Do you sign?
receipt-batch-option = { $number }, exam { $exam_on }: { $open ->
    [yes] open
   *[no] from 00:00 on { $opens }
 }
receipt-no-exam = Your station has no exam to come, so there is no paper to sign for.
paper-signed-for = Signed for: batch { $number }, { $called }, { $at }. Please download it within 30 minutes.
receipt-paper = { $called } ({ $file })
next-paper_receipt = Sign for papers

form-paper_receipts = Receipts of papers
    .also = who signed for papers
paper-receipts-none = Nobody has signed for a paper yet.
paper-receipts-none-here = Batch { $number }: nobody has signed for a paper yet.
paper-receipts-listed = Batches whose papers were signed for, the latest first:
paper-receipts-batch = { $n } Batch { $number }, { $station }, { $count } signatures
paper-receipts-head = Batch { $number }, { $station }, exam { $exam_on }
paper-receipt-line = { $at }, { $name }, { $called }, checksum { $digest }
next-paper_receipts = { $argument ->
    [none] Receipts of papers
   *[other] Receipts of { $argument }
 }

form-reschedule = Move the exam
    .also = reschedule, change the exam date
    .review = Please check: the exam can be moved only once, and the management station decides. When approved, all candidates are told, and examiners and supervisor are asked again. Reply “submit”, or the number of an item to change it.
reschedule-batch = Batch
    .ask = Which batch is to be moved?
    .refused-pick-unknown = This batch cannot be moved now: it may not be approved yet, or its exam has begun. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Only batches whose exam has not begun are listed.
reschedule-days = As it stands
reschedule-theory_on = New theory exam date
    .ask = To which day does the theory exam move?
    .hint = Write it like 2026-09-01. Hours and place stay.
    .refused-day-too-early = Too early; the earliest day is { $earliest }.
    .refused-day-too-late = The licence ends on { $latest }; the exam cannot be after that.
    .refused-reschedule-same-date = Both days are the old ones ({ $exam }). Please write new ones.
reschedule-practice_on = New practical exam date
    .ask = To which day does the practical exam move?
    .hint = If it stays, write the old date.
    .refused-day-too-early = Too early; the earliest day is { $earliest }.
    .refused-day-too-late = The licence ends on { $latest }; the exam cannot be after that.
reschedule-windows = What follows
reschedule-reason = Reason
    .ask = Why is it to be moved?
reschedule-batch-option = { $number }, exam { $exam_on }, { $people } people
exam-days = theory { $theory_on } { $theory_at }, practical { $practice_on } { $practice_at }
reschedule-windows-shown = { $closed ->
    [yes] registration has closed and stays so
   *[no] registration until the end of { $last_day }
 }, papers from 00:00 on { $opens }
reschedule-none = Your station has no batch to move: it has to be approved, and its exam still to come.
reschedule-under-way = An application to move this exam is on its way. Please look under “My papers”, or withdraw it and file another.
reschedule-decided = This application has been decided and cannot be changed any more.
reschedule-not-approved = Batch { $number } is not approved yet, or was withdrawn, so its exam cannot be moved. If it still waits, withdraw it and apply with another date.
reschedule-unknown = There is no such application.
reschedule-briefing = Batch { $number }: { $taken } people have registered.
reschedule-briefing-signed = The papers were signed for { $count } times: moved to a later day they are out before the exam. Please look into it first.
reschedule-briefing-supervisor = { $name } was sent to supervise and will be asked again.
next-reschedule = Move the exam

rescheduled-candidate = The exam has been moved. Batch { $number }, { $trade } { $level }:
    { $days }.
    Place: { $venue }.
rescheduled-close = What is missing of your registration is now due by the end of { $last_day }.
rescheduled-examiner = The exam of batch { $number } has been moved: { $days }, { $station }, { $venue }. What was agreed before no longer counts; please say whether you can take part.
rescheduled-supervisor = Batch { $number }, which you supervise, has been moved: { $days }, { $station }, { $venue }. Please say again whether you can go.

form-supervision = Send a supervisor
    .also = supervision, on-site supervision
    .review = Please check: the supervisor hears of it at once and accepts or declines. Reply “submit”, or the number of an item to change it.
supervision-batch = Batch
    .ask = For which batch do you decide?
    .hint = Those of 80 people and more that are undecided stand first.
    .refused-pick-nothing = Nothing fits “{ $query }”. You can write the batch number, the station's name or its code.
supervision-standing = As it stands
supervision-decision = Decision
    .ask = Is a supervisor sent, or not?
supervision-choice-send = Send a supervisor
supervision-choice-waive = None is sent, for a reason
supervision-supervisor = Supervisor
    .ask = Who is sent?
    .hint = Only those appointed on these days who have nothing to do with the station are listed.
    .refused-pick-unknown = The register has no such supervisor. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Please write the name, or register the supervisor first.
supervision-reason = Reason
    .ask = Why is none sent?
supervision-batch-option = { $number }, { $station }, { $exam_on }, { $people } people: { $state ->
    [urgent] to be decided
    [free] nothing planned
    [declined] declined, to be decided
    [asked] sent, no answer yet
    [accepted] accepted
   *[waived] none is sent
 }
supervision-standing-shown = { $state ->
    [asked] { $name } was sent and has not answered
    [accepted] { $name } was sent and has accepted
   *[waived] none is sent: { $reason }
 }
supervision-declined-shown = { $name } declined: { $reason }
supervisor-option = { $name }, { $works_at }, until { $until }
supervision-sent = { $name } was sent to supervise batch { $number } and will answer.
supervision-waived = Batch { $number }: no supervisor is sent; the reason is recorded.
supervision-recalled-told = You need not supervise batch { $number } ({ $exam_on }, { $station }) any more.
supervision-told = You are asked to supervise batch { $number }: { $days }, { $station }, { $venue }, { $people } people. Please say whether you can go.
supervisor-untrained = This supervisor has not passed the training and cannot be sent.
supervisor-expired = The appointment of this supervisor ends on { $until }, the exam is on { $exam }. Please choose another, or renew it first.
supervisor-sits-batch = This supervisor is a candidate of this batch and cannot supervise it. Please choose another.
supervisor-examines-batch = This supervisor is an examiner of this batch and cannot supervise it. Please choose another.
supervisor-of-station = This supervisor is an examiner or on the staff of this station and cannot supervise it. Please choose another.
supervisor-works-there = This supervisor works for the unit that runs this station and cannot supervise it. Please choose another.
supervision-too-late = The exam of this batch has begun, or the batch has ended; no supervision can be arranged.
supervision-decided-meanwhile = Somebody else has just decided on this batch. Please choose it again and see how it stands.
supervision-none = There is no batch to arrange supervision for.
supervision-unknown = There is no such supervision.
next-supervision = { $argument ->
    [none] Send a supervisor
   *[other] Supervision of { $argument }
 }

form-assignments = My assignments
    .also = supervision tasks, examining tasks
assignments-none = You have no supervision to do, and no exam to confirm.
assignments-listed = Your assignments:
assignment-line = { $n } { $kind ->
    [supervision] supervise
   *[call] examine
 } batch { $number }, { $exam_on }, { $station }: { $state ->
    [asked] waits for your answer
    [accepted] accepted
   *[declined] declined
 }
assignment-shown = { $kind ->
    [supervision] Supervise
   *[call] Examine
 } batch { $number }: { $state ->
    [asked] waits for your answer
    [accepted] accepted
   *[declined] declined
 }
assignment-place = { $days }, { $station }, { $venue }
assignment-contact = Contact: { $name }, { $phone }
next-assignments = { $argument ->
    [none] My assignments
   *[other] Show
 }
form-assignment_reply = Answer an assignment
    .also = accept an assignment, decline an assignment
assignment_reply-assignment = Assignment
    .ask = Which one do you answer?
assignment_reply-accepts = Answer
    .ask = Can you go?
assignment_reply-reason = Reason
    .ask = Why can you not go?
    .hint = Somebody else will be found at once.
assignment-option = { $kind ->
    [supervision] Supervise
   *[call] Examine
 } { $number }, { $exam_on }
next-assignment_reply = Answer the assignment
next-assignment_reply-yes = I can go
next-assignment_reply-no = I cannot go
assignment-accepted = Noted: { $days }, { $station }, { $venue }.
assignment-declined = Noted; somebody else will be found.
assignment-told-accepted = { $name } has accepted to supervise batch { $number } ({ $exam_on }).
assignment-told-declined = { $name } cannot supervise batch { $number } ({ $exam_on }): { $reason }. Please decide anew.
call-told-declined = Examiner { $name } cannot take part in batch { $number } ({ $exam_on }): { $reason }. Please name another.
call-told-all = All examiners of batch { $number } have confirmed the new date ({ $exam_on }).
assignment-over = The exam has begun; no answer is needed any more.
assignment-answered = This assignment has been answered already ({ $state ->
    [accepted] can go
   *[declined] cannot go
 }).
assignment-recalled = This assignment was called off or given to somebody else; no answer is needed.
assignment-unknown = There is no such assignment.

form-stand_in = Replace an examiner
    .also = name another examiner, stand-in
stand_in-absent = Examiner who cannot take part
    .ask = Who is replaced?
stand_in-examiner = Stand-in
    .ask = Who stands in?
    .hint = Only those entitled to the same trades and levels who are not on the team are listed.
    .refused-pick-unknown = This examiner cannot stand in. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Please write the name.
absent-option = { $name }, batch { $number }, { $exam_on }
stand-in-option = { $name }, { $kind }, { $number }
stand-in-named = Batch { $number }: { $name } takes the place of { $absent } and will answer.
stand-in-told = You are asked to examine batch { $number }: { $days }, { $station }, { $venue }. Please say whether you can take part.
stand-in-told-officer = { $station }, batch { $number } ({ $exam_on }): { $name } takes the place of examiner { $absent }.
stand-in-not-declined = This examiner has not declined, or has been replaced already.
stand-in-on-team = This examiner is on the team already. Please choose another.
stand-in-sits-batch = This examiner is a candidate of the batch and cannot examine it. Please choose another.
stand-in-supervises = This examiner supervises the batch and cannot examine it. Please choose another.
next-stand_in = Replace an examiner

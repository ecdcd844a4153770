# The supervision report, its confirmation, and the corrections it demands (R7.3).

# --- what stands against a report ---

supervision-report-too-early = The exam of this batch is on { $from }. The report can be filled in from 0:00 of that day.
supervision-other-day = The exam is from { $first } to { $last }. You arrived on one of these days.
supervision-left-early = You left at { $left }, before you arrived at { $arrived }. Please check.
supervision-left-later = That time has not come yet (it is { $now }). Fill it in when you leave, or give a time that has passed.
supervision-present-too-many = { $present } present are more than the { $expected } expected. Please check.
supervision-checked-too-many = { $checked } checked are more than the { $present } present. Please check.
supervision-mismatched-too-many = { $mismatched } who did not match are more than the { $checked } checked. Please check.
supervision-line-missing = A line of the checklist is still open.
supervision-remark-missing = A line with "No" has no remark yet.
supervision-due-missing = Finding { $n } demands a correction but has no due date.
supervision-due-past = The due date { $due } of finding { $n } has passed. Please choose today or later.
supervision-not-normal = A correction is demanded, so the conclusion cannot be "in order". Please choose "correction needed".
supervision-nothing-demanded = The conclusion is "correction needed", but no finding demands one. Please add it, or change the conclusion.
supervision-no-grounds = Advice to void the results needs its grounds.
supervision-report-there = The report on this batch was filed on { $at } and { $state ->
    [confirmed] is confirmed
   *[filed] waits for the management station
 }; nothing more to fill in.
supervision-report-unknown = There is no such supervision report.
supervision-report-not-yet = The management station has not confirmed this report yet; it can be read afterwards.
supervision-report-decided = Somebody else has just { $state ->
    [confirmed] confirmed
   *[returned] returned
 } this report; nothing is left to do.
supervision-report-missing = A supervisor was sent, and the supervision report is not in yet.
supervision-report-unconfirmed = The management station has not confirmed the supervision report yet.
supervision-corrections-open = { $count } corrections the supervisor demanded are not accepted yet.
supervision-due-lapsed = A due date has passed while the report was waiting. Please set a new one, today or later.
supervision-not-excused = No report is awaited for this batch, so no absence can be noted.
correction-unknown = There is no such correction.
correction-answered = This correction { $state ->
    [accepted] is accepted
   *[answered] has been replied to and waits for the management station
 }; nothing more to reply.
correction-decided = This correction { $state ->
    [accepted] is accepted already
   *[open] still waits for the station
 }; nothing is left to decide.

# --- The form ---

form-supervision_report = Supervision report
    .also = write supervision report
    .review = Please check. The management station confirms it; corrections then go to the station. Reply "submit", or a number to change a line.
supervision_report-batch = Batch
    .ask = Which batch is the report on?
    .refused-pick-unknown = No report of yours is awaited for this batch. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Listed are your batches whose exam day has come.
supervised-batch-option = { $number }　{ $exam_on }　{ $station }
supervision_report-exam = Exam
supervised-exam = { $station }　{ $days }　{ $venue }
supervision_report-returned_for = Why it came back
supervision_report-arrived_on = Day of arrival
    .ask = On which day did you arrive?
supervision_report-arrived_at = Time of arrival
    .ask = When did you arrive?
    .hint = Tap "Now", or write a time such as 8:30.
hour-now = Now
supervision_report-expected = Expected
supervision_report-present = Present
    .ask = How many are present?
supervision_report-checked = Identities checked
    .ask = Whose identity did you check, how many people? Write 0 if none.
supervision_report-mismatched = Not matching
    .ask = How many of them did not match their card? Write 0 if none.
line-verdict-yes = Yes
line-verdict-no = No
line-verdict-not_applicable = Not applicable
supervision_report-examiners_on_time = Examiners on time
    .ask = Were the examiners there on time?
supervision_report-examiners_on_time_remark = Remark: Examiners on time
    .ask = What was wrong?
supervision_report-examiners_badges = Examiners as appointed, with badges
    .ask = Were the examiners those appointed, wearing their badges?
supervision_report-examiners_badges_remark = Remark: Examiners as appointed, with badges
    .ask = What was wrong?
supervision_report-identity_checked = Identity checked at the door
    .ask = Was everybody's ID card checked against the sign-in sheet at the door?
supervision_report-identity_checked_remark = Remark: Identity checked at the door
    .ask = What was wrong?
supervision_report-no_substitutes = No substitutes
    .ask = Was nobody sitting the exam for somebody else?
supervision_report-no_substitutes_remark = Remark: No substitutes
    .ask = What was wrong?
supervision_report-belongings_checked = Belongings checked
    .ask = Were candidates' belongings and tools checked?
supervision_report-belongings_checked_remark = Remark: Belongings checked
    .ask = What was wrong?
supervision_report-rules_read = Rules read out
    .ask = Were the rules of the exam room read out?
supervision_report-rules_read_remark = Remark: Rules read out
    .ask = What was wrong?
supervision_report-rooms_patrolled = Rooms patrolled
    .ask = Did the examiners walk through the rooms?
supervision_report-rooms_patrolled_remark = Remark: Rooms patrolled
    .ask = What was wrong?
supervision_report-violations_noted = Violations warned and noted
    .ask = Were violations warned at once and noted?
supervision_report-violations_noted_remark = Remark: Violations warned and noted
    .ask = What was wrong?
supervision_report-standard_applied = Marking standard applied
    .ask = Was marked by the standard, each on their own?
supervision_report-standard_applied_remark = Remark: Marking standard applied
    .ask = What was wrong?
supervision_report-no_cheating = No cheating
    .ask = Was there no cheating?
supervision_report-no_cheating_remark = Remark: No cheating
    .ask = What was wrong?
supervision_report-record_kept = Record of the room kept
    .ask = Was the record of the room kept in full?
supervision_report-record_kept_remark = Remark: Record of the room kept
    .ask = What was wrong?
supervision_report-theory_seats = Theory: single desks in rows
    .ask = Was the theory room set with single desks in single rows?
supervision_report-theory_seats_remark = Remark: Theory: single desks in rows
    .ask = What was wrong?
supervision_report-practice_site = Practice site in order
    .ask = Was the practice site clean, aired, with places apart?
supervision_report-practice_site_remark = Remark: Practice site in order
    .ask = What was wrong?
supervision_report-equipment_ready = Equipment and material ready
    .ask = Were equipment, tools and material ready?
supervision_report-equipment_ready_remark = Remark: Equipment and material ready
    .ask = What was wrong?
supervision_report-papers_sealed = Papers sealed, numbers agree
    .ask = Were the papers sealed, with the numbers approved?
supervision_report-papers_sealed_remark = Remark: Papers sealed, numbers agree
    .ask = What was wrong?
supervision_report-order_of_events = Order of events kept
    .ask = Was the exam run in the prescribed order?
supervision_report-order_of_events_remark = Remark: Order of events kept
    .ask = What was wrong?
supervision_report-safety = Safety measures in place
    .ask = Were safety and emergency measures in place?
supervision_report-safety_remark = Remark: Safety measures in place
    .ask = What was wrong?
supervision_report-fees = Fees proper
    .ask = Were the fees proper?
supervision_report-fees_remark = Remark: Fees proper
    .ask = What was wrong?
supervision_report-numbers_shown = Rooms and places numbered
    .ask = Were rooms, seats and work places numbered visibly?
supervision_report-numbers_shown_remark = Remark: Rooms and places numbered
    .ask = What was wrong?
supervision_report-faults = Findings
    .ask = Is there a finding to note?
    .more = Another finding?
supervision_report-faults-what = Finding
    .ask = What did you find?
supervision_report-faults-handled = Done on the spot
    .ask = What was done about it on the spot?
supervision_report-faults-demanded = Correction demanded
    .ask = What does the station have to put right?
    .hint = Skip it where it was settled on the spot.
supervision_report-faults-due_on = Due date
    .ask = By which day?
supervision_report-photos = Photos
    .more = Another photo?
supervision_report-photos-picture = Photo
    .ask = Please take a photo and send it.
    .hint = One at least. The time it was taken is kept, or else the time you sent it.
supervision_report-photos-shows = It shows
    .ask = What does it show?
photo-of-theory = Theory room
photo-of-practice = Practice site
photo-of-sign_in = Sign-in and identity
photo-of-papers = Papers and records
photo-of-fault = A finding
photo-of-other = Something else
supervision_report-left_on = Day of leaving
    .ask = On which day did you leave?
supervision_report-left_at = Time of leaving
    .ask = When did you leave?
    .hint = Tap "Now", or write a time such as 16:40.
supervision_report-conclusion = Conclusion
    .ask = What is your conclusion?
supervision-conclusion-normal = In order
supervision-conclusion-correction = Correction needed
supervision-conclusion-invalid = Results should be void
supervision_report-grounds = Grounds
    .ask = Why should the results be void? Please state the facts.
supervision_report-remarks = Remarks
    .ask = Anything else to say?

supervision-reports-none = There is no supervision report to fill in or to read.
supervision-report-filed = The report on batch { $number } is filed and waits for the management station.
next-supervision_report = Fill in the report
export-supervision_report = { $number } supervision report.pdf

# --- The list, and one report ---

form-supervision_reports = Supervision reports and corrections
    .also = read supervision reports corrections
supervision-reports-listed = Supervision reports and corrections:
supervision-to-file = { $n } To fill in　{ $number }　{ $station }　exam { $exam_on }　{ $late ->
    [yes] was due on { $due }
   *[no] due on { $due }
 }
supervision-to-confirm = { $n } To confirm　{ $number }　{ $station }　by { $name }　{ $conclusion ->
    [normal] in order
    [correction] correction needed
   *[invalid] results should be void
 }
supervision-awaited = { $n } Report awaited　{ $number }　{ $station }　exam { $exam_on }　{ $late ->
    [yes] was due on { $due }
   *[no] due on { $due }
 }
correction-to-check = { $n } To check　{ $number }　{ $station }　correction { $place }: { $demanded }
correction-overdue = { $n } Overdue　{ $number }　{ $station }　since { $due }: { $demanded }
correction-to-answer = { $n } To correct　{ $number }　{ $late ->
    [yes] was due on { $due }
   *[no] by { $due }
 }: { $demanded }
supervision-report-line = { $n } { $state ->
    [filed] Filed
    [returned] Returned
   *[confirmed] Confirmed
 }　{ $number }　{ $station }　{ $exam_on }　{ $conclusion ->
    [normal] in order
    [correction] correction needed
   *[invalid] results should be void
 }
supervision-report-shown = Supervision report　batch { $number }　{ $station }　{ $state ->
    [filed] waits for confirmation
    [returned] returned
   *[confirmed] confirmed
 }
    Supervisor { $name }　arrived { $arrived }　left { $left }
    Expected { $expected }　present { $present }　checked { $checked }　not matching { $mismatched }
    Conclusion: { $conclusion ->
        [normal] in order
        [correction] correction needed
       *[invalid] results should be void
     }
supervision-checklist = { $all } lines: yes { $yes }　no { $no }　not applicable { $na }
supervision-checklist-no = No　{ $line }: { $remark }
supervision-fault-line = Finding { $n }: { $what }{ $handled ->
    [none] {""}
   *[other] . On the spot: { $handled }
 }{ $demanded ->
    [none] {""}
   *[other] . To correct: { $demanded } (by { $due })
 }
supervision-grounds = Grounds: { $grounds }
supervision-remarks = Remarks: { $remarks }
supervision-returned-for = Returned because: { $reason }
supervision-noted = Filled in on site: { $first } to { $last }
supervision-photo = { $shows } { $at } { $from ->
    [camera] taken
   *[upload] sent
 }
supervision-paper-state = { $state ->
    [confirmed] Confirmed by the management station on { $on }
    [returned] Returned on { $on }
   *[filed] Not confirmed yet
 }
next-supervision_reports = Read the report
form-supervision_corrections = Corrections demanded
supervision-correction-shown = Correction { $place }: { $demanded } (by { $due })　{ $state ->
    [open] waits for the station
    [overdue] the station has not replied, overdue
    [answered] replied, to be checked
   *[accepted] accepted
 }
correction-reply-shown = Reply of { $at }: { $words }
correction-refused-shown = Not accepted: { $reason }
next-supervision_corrections = See the correction

# --- Confirming ---

form-supervision_confirmation = Confirm a supervision report
    .also = supervision report confirmation
    .review = Please check. Once confirmed, corrections go to the station at once; a returned report is filed anew by the supervisor. Reply "submit", or a number to change a line.
supervision_confirmation-report = Supervision report
    .ask = Which report?
    .refused-pick-unknown = This report does not wait here. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Try the number of the batch.
supervision-report-option = { $number }　{ $station }　{ $conclusion ->
    [normal] in order
    [correction] correction needed
   *[invalid] results should be void
 }
supervision_confirmation-concluded = The supervisor's conclusion
supervision_confirmation-decision = Decision
    .ask = Confirm it, or send it back?
report-decision-confirm = Confirm
report-decision-send_back = Send it back
supervision_confirmation-due_on = New due date
    .ask = A due date has passed meanwhile. Which day shall it be?
supervision_confirmation-reason = Reason
    .ask = What has to be changed?
supervision-none-to-confirm = No supervision report waits for confirmation.
supervision-confirmed = The report on batch { $number } is confirmed; the station and the supervisor have been told.
supervision-sent-back = The report on batch { $number } went back; the supervisor has been told.
next-supervision_confirmation = Decide on the report
next-supervision_confirmation-confirm = Confirm
next-supervision_confirmation-send_back = Send it back

# --- Nobody came ---

form-supervision_absence = Supervisor did not come
    .review = Please check. No report is awaited for this batch any more; the reason is recorded. Reply "submit", or a number to change a line.
supervision_absence-batch = Batch
    .ask = For which batch did the supervisor not come?
supervision_absence-reason = Reason
    .ask = Why did the supervisor not come?
    .hint = It is recorded. Who did come files the report.
supervision-excused = Noted: nobody supervised batch { $number }, and no report is awaited.
supervision-told-excused = Batch { $number } ({ $exam_on }, { $station }) was closed as not attended by you; no report is needed. Reason: { $reason }
next-supervision_absence = Supervisor did not come

# --- Replying and checking ---

form-correction_reply = Reply to a correction
    .also = correction reply
    .review = Please check. The management station looks at it next. Reply "submit", or a number to change a line.
correction_reply-correction = Correction
    .ask = Which correction?
    .refused-pick-unknown = Nothing is to be replied to this one now. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Try the number of the batch.
supervision-correction-option = { $number } no. { $place }　{ $due }　{ $what }
correction_reply-demand = Demanded
supervision-demand-shown = { $what }. To do: { $demanded } (by { $due })
correction_reply-refused_for = Why the last reply was not accepted
correction_reply-done_so_far = What was done
    .ask = What did you put right?
correction_reply-photos = Photos
    .ask = Is there a photo?
    .more = Another photo?
correction_reply-photos-picture = Photo
    .ask = Please send a photo of how it is now.
corrections-none = Your station has no correction to reply to.
correction-replied = The reply to correction { $place } of batch { $number } is in and will be checked.
next-correction_reply = Reply to the correction
form-correction_check = Check a correction
    .review = Please check. The station is told at once. Reply "submit", or a number to change a line.
correction_check-correction = Correction
    .ask = Which correction?
    .refused-pick-unknown = Nothing is to be checked here now. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Try the number of the batch.
correction_check-demand = Demanded
correction_check-reply = The station's reply
correction_check-accepted = Accepted
    .ask = Is the correction accepted?
correction_check-reason = Why not
    .ask = What is still missing?
correction_check-due_on = New due date
    .ask = By which day?
corrections-none-to-check = No correction waits to be checked.
correction-accepted = Correction { $place } of batch { $number } is accepted; the station has been told.
correction-asked-again = Correction { $place } of batch { $number } went back; the station replies by { $due }.
next-correction_check = Check the correction
next-correction_check-yes = Accept
next-correction_check-no = Ask again

# --- Who hears what ---

supervision-told-filed = { $name } filed the report on batch { $number } ({ $station }, { $exam_on }): { $conclusion ->
    [normal] in order
    [correction] correction needed
   *[invalid] results should be void. Grounds: { $grounds }
 }. Please confirm it.
supervision-told-returned = The report on batch { $number } came back: { $reason }. All you filled in is there; change it and file it again.
supervision-told-confirmed = The report on batch { $number } is confirmed.
supervision-told-station = The supervision report on batch { $number } ({ $exam_on }) is confirmed: { $conclusion ->
    [normal] in order
    [correction] correction needed
   *[invalid] results should be void
 }{ $count ->
    [0] .
   *[other] . Corrections demanded: { $count }. Please reply in time:
 }
supervision-correction-line = { $place }　{ $what }. To do: { $demanded } (by { $due })
correction-told-replied = { $station } replied to correction { $place } of batch { $number } ({ $demanded }). Please check it.
correction-told-accepted = Correction { $place } of batch { $number } is accepted: { $demanded }
correction-told-again = Correction { $place } of batch { $number } is not accepted: { $reason }. Please reply again by { $due }.

# --- In the archive (R7.7) ---

archive-titles-corrections = No.|Finding|Demanded|Due|State|Replied|What was done|Why not accepted
correction-state = { $state ->
    [open] waits for the station
    [answered] to be checked
   *[accepted] accepted
 }

# --- Reminders (R9.1) ---

reminder-supervision_report = The batch you supervised, { $batch } { $trades } ({ $station }): the supervision report { $late ->
    [yes] was due on { $due } and is overdue
   *[no] is due on { $due }
 }.
reminder-correction = Batch { $batch }: the reply to a correction { $late ->
    [yes] was due on { $due } and is overdue
   *[no] is due on { $due }
 }: { $demanded }
reminder-report_to_confirm = The supervision report on batch { $batch } { $trades } ({ $station }) has waited for you for { $days } days.

# 影像材料, 考评报告, 确认报告: the forms, what stands against them, and who hears what (R7.2, R7.4, R7.7).

material-kind-theory_room = theory room photo
material-kind-practice_room = practical room photo
material-kind-workpiece = workpiece photo
material-kind-theory_sign_in = theory sign-in sheet
material-kind-practice_sign_in = practical sign-in sheet
material-kind-score_sheet = signed score sheet
material-kind-exam_paper = exam paper scan

exam-material-missing = Missing: { $trade }, { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }.
exam-material-answers-nowhere = It is not noted yet where answers, photos and video are kept.
exam-material-no-roster = Batch { $number } has no roster yet; no material is taken.
exam-material-before-exam = The exam is on { $exam_on }; material can be handed in from that day on.
exam-material-no-place = There is no such thing in this batch. Please choose from the list.
exam-material-used-already = This file has been handed in before and cannot stand for two. Please send another one.
exam-material-other-day = This picture was taken on { $taken_on }, but the { $kind ->
    [theory_room] theory exam
   *[practice_room] practical exam
 } is on { $exam_on }. Please send a picture taken on the day of the exam.
exam-material-undated = The picture carries no date. Please say on which day it was taken.
exam-material-no-examiner = An examiner has to be in the picture of the room.
exam-material-pages-full = There are { $most } pages of this already. Please remove some first.
exam-material-gone = It has been removed or replaced.
exam-material-locked = The results of batch { $number } are filed; its material can no longer be changed.

report-missing = No evaluation report yet: { $trade }, { $level }.
report-outdated = Scores changed after the report; the leader has to file it anew: { $trade }, { $level }.
report-objected = { $count } undecided objections to the evaluation report: { $trade }, { $level }.
report-unconfirmed = { $count } examiners have not confirmed the evaluation report: { $trade }, { $level }.
report-not-leader = The leader ({ $leader }) files the evaluation report.
report-locked = The results of batch { $number } are filed; report and opinions can no longer be changed.
report-scores-open = The scores of { $trade }, { $level }, are not complete and confirmed; the report comes after that.
report-filed-meanwhile = Version { $version } has been filed meanwhile. Please open it again and revise that one.
report-change-unsaid = Please say what is different in this version; the team will read it.
report-unknown = There is no such report. Please choose from the list.
opinion-own-report = You filed this report yourself; the other examiners confirm it.
opinion-report-revised = The leader has revised the report; it is version { $version } now. Please read that one.
opinion-given-already = You have spoken on version { $version } already. You will be asked again after a revision.
opinion-text-wanted = Please write what is to be added, or what you object to.
opinion-unknown = There is no such opinion.
objection-revised = The leader has revised the report; it is version { $version } now, and there is nothing to decide any more.
objection-decided = It has been decided already, or is no objection.

form-exam_material = Exam material
    .also = exam photos, sign-in scans, upload photos
exam_material-batch = Batch
    .ask = Material of which batch?
    .refused-pick-unknown = No material is taken for this batch: not examined yet, or its results are filed. Please choose from the list.
    .refused-pick-nothing = Nothing found for “{ $query }”. Only batches whose exam has begun and whose results are not filed are listed.
exam_material-place = Material
    .ask = Which one? What is missing comes first.
exam_material-picture = Photo
    .ask = Please send the { $kind ->
        [theory_room] { material-kind-theory_room }
        [practice_room] { material-kind-practice_room }
       *[workpiece] { material-kind-workpiece }
     } of { $trade }.
    .hint = Taken on the day of the exam, { $exam_on }{ $kind ->
        [workpiece] { "" }
       *[other] , with the examiners in it
     }. Please send the original: the date is read from the picture. On the web page you can also take it right here; the time is noted by itself.
exam_material-taken_on = Date taken
    .ask = The picture carries no date. On which day was it taken?
    .hint = Like 2026-09-01; it will be marked as stated. If you have the original, go back and send that.
exam_material-examiners = Examiners present
    .ask = How many examiners are in the picture?
exam_material-scan = Scan
    .ask = Please send the { $kind ->
        [theory_sign_in] { material-kind-theory_sign_in }
        [practice_sign_in] { material-kind-practice_sign_in }
        [score_sheet] { material-kind-score_sheet }
       *[exam_paper] { material-kind-exam_paper }
     } of { $trade } as a picture or PDF.
    .hint = One at a time; several pages can be one PDF, or add pages afterwards.
exam_material-kept_at = Where answers are kept
    .ask = Where are answers, original photos and video kept?
    .hint = For example: records room, second floor, cabinet 3. Spot checks look there.
exam-material-called = { $trade }, { $kind }
exam-material-option = { $trade }, { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }: { $count ->
    [none] missing
    [1] there
   *[other] { $count } pages
 }
exam-material-answers = Where answers and video are kept: { $place ->
    [none] missing
   *[other] { $place }
 }
exam-material-answers-short = where answers and video are kept
exam-material-examiners = { $count }
exam-material-no-batch = No batch of your station waits for material: not examined yet, or all results are filed.
exam-material-batch-option = { $number }, exam { $exam_on }, { $missing } missing
exam-material-put = Received: { $called }{ $page ->
    [none] { "" }
   *[other] , page { $page }
 }.
exam-material-dated = { $source ->
    [exif] Taken { $on } { $at } (from the picture)
    [camera] Taken { $on } { $at } (our camera)
   *[stated] Taken { $on } (stated; not in the picture)
 }{ $examiners ->
    [none] { "" }
   *[other] , examiners present: { $examiners }
 }.
exam-material-replaced = It took the place of the one before.
exam-material-answers-noted = Noted: answers and video are kept at { $place }.
exam-material-still-missing = { $count } still missing: { $things }.
exam-material-complete = The material of this batch is complete. Until results are filed it can be replaced or removed.
next-exam_material = Exam material
next-exam_material-missing = Next one missing
next-exam_material-page = Add a page
next-exam_material-again = Replace it, or add a page

form-material_list = Exam material at a glance
    .also = see exam photos
material-listed = Batch { $number }, exam { $exam_on }, material:
material-line = { $trade }, { $kind ->
    [theory_room] { material-kind-theory_room }
    [practice_room] { material-kind-practice_room }
    [workpiece] { material-kind-workpiece }
    [theory_sign_in] { material-kind-theory_sign_in }
    [practice_sign_in] { material-kind-practice_sign_in }
    [score_sheet] { material-kind-score_sheet }
   *[exam_paper] { material-kind-exam_paper }
 }: { $count }
material-answers = Answers and video are kept at: { $place }
material-shown = { $called }, { $count } in all:
material-page = { $called } { $page }
next-material_list = { $argument ->
    [none] Exam material at a glance
   *[other] Material of { $argument }
 }

form-remove_material = Remove exam material
    .also = delete photo
material-remove-sure = Remove no. { $page } of { $called }? It cannot be brought back.
material-removed = Removed: { $called }.
next-remove_material = Remove
next-remove_material-yes = Yes, remove it

course-in_order = In order
course-remark = Something to note
opinion-kind-confirm = Confirm
opinion-kind-supplement = Add something
opinion-kind-object = Object

report-head = Evaluation report, version { $version } (filed { $at }), batch { $number }, { $trade } { $level }
report-exam = { $days }, { $station }, { $venue }
report-team = Leader { $leader }; examiners { $examiners }
report-attendance = { $expected } expected, { $present } present, { $absent } absent
report-grades = excellent { $excellent }, good { $good }, passed { $passed }, failed { $failed }{ $absent ->
    [0] { "" }
   *[other] { " " }({ $absent } absent among them)
 }, pass rate { $rate ->
    [none] –
   *[other] { $rate }%
 }
report-paper = { $part ->
    [theory] Theory
   *[practice] Practical
 } paper, checksum { $digest } …, { $signed ->
    [none] no receipt
   *[other] signed for by { $signed }
 }
report-remark = { $remark ->
    [unsealing] Receipt and opening of papers
    [rooms] Rooms, equipment, tools
    [scoring] Marking
   *[incidents] Breaches and incidents
 }: { $text ->
    [none] in order
   *[other] { $text }
 }
report-advice = Comments and advice: { $text }
report-changed = Changed in this version: { $text }
report-opinion-line = { $name }, { $at }: { $kind ->
    [confirm] confirmed
    [supplement] adds: { $text }
   *[object] objects: { $text }
 }{ $overruled ->
    [none] { "" }
   *[other] { " " }(overruled by the management station { $overruled }: { $reason })
 }
report-awaited = { $name }: awaited
report-option = { $number } { $trade } { $level }: { $state ->
    [early] scores open
    [due] to be filed
    [outdated] scores changed, file anew
    [objected] version { $version }, objection
    [pending] version { $version }, to be confirmed
   *[confirmed] version { $version }, confirmed by all
 }
objection-option = { $number } { $trade } { $level }, { $station }

form-evaluation_report = Evaluation report
    .also = write the report, file the report
    .review = Please check: the other examiners are asked to confirm, and the figures are fixed as scores and receipts stand now. Reply “submit”, or an item's number to change it.
evaluation_report-item = Batch and item
    .ask = Which report are you writing?
    .hint = Only items you led and whose scores are all confirmed are listed.
    .refused-pick-unknown = This report is not yours to write, or its scores are not all confirmed. Please choose from the list.
    .refused-pick-nothing = Nothing found for “{ $query }”. You can type a batch number.
evaluation_report-exam = Time and place
evaluation_report-team = Team
evaluation_report-attendance = Attendance
evaluation_report-grades = Results
evaluation_report-papers = Papers and receipts
evaluation_report-unsealing = Receipt and opening of papers
    .ask = Were receipt, keeping and opening of the papers in order?
evaluation_report-unsealing_said = About receipt and opening
    .ask = Please write what happened.
evaluation_report-rooms = Rooms, equipment, tools
    .ask = Were rooms, equipment and tools in order?
evaluation_report-rooms_said = About rooms and equipment
    .ask = Please write what happened and what was done.
evaluation_report-scoring = Marking
    .ask = Was everything marked independently and without dispute?
evaluation_report-scoring_said = About the marking
    .ask = Please write what was disputed and how it was settled.
evaluation_report-incidents = Breaches and incidents
    .ask = Were there no breaches and incidents?
evaluation_report-incidents_said = About breaches and incidents
    .ask = Please write what happened and what was done.
    .hint = Running numbers are enough; no names or ID numbers.
evaluation_report-advice = Comments and advice
    .ask = Any comments or advice?
evaluation_report-changed = Changed in this version
    .ask = What is different in this version?
    .hint = The examiners read this first; whoever objected is told first.
report-none = There is no report for you to write now: the leader writes it once all scores are confirmed.
report-filed = Version { $version } of the report is filed: batch { $number }, { $trade } { $level }. { $count } examiners are asked to confirm.
next-evaluation_report = { $argument ->
    [none] Write the report
   *[other] Write or revise the report
 }

form-report_opinion = Confirm report
    .also = confirm the evaluation report, object
report_opinion-report = Report
    .ask = On which report?
    .refused-pick-unknown = This report is not yours to confirm. Please choose from the list.
    .refused-pick-nothing = Nothing found for “{ $query }”. You can type a batch number.
report_opinion-opinion = Opinion
    .ask = { $report }
    .hint = Your opinion? “Confirm” stands for your signature; “Object” holds the report until the leader revises it or the management station decides.
report_opinion-text = Explanation
    .ask = Please write what is to be added, or what you object to and why.
opinion-none = No report waits for your confirmation now.
opinion-given = { $kind ->
    [confirm] Confirmed
    [supplement] Your addition is noted
   *[object] Your objection is noted; leader and management station are told
 }: batch { $number }, { $trade } { $level }, report version { $version }.
next-report_opinion = Read and answer

form-report_overruling = Decide on objection
    .also = overrule objection
    .review = Please check: the objection will no longer hold the report; the reason is kept with it. Reply “submit”, or an item's number to change it.
report_overruling-objection = Objection
    .ask = Which objection?
    .refused-pick-unknown = It has been decided, or the leader has revised the report. Please choose from the list.
    .refused-pick-nothing = Nothing found for “{ $query }”. You can type a batch number or a station.
report_overruling-objected = Who objects to what
report_overruling-reason = Reason
    .ask = { $report }
    .hint = Why does the objection not stand? If it is right, let the leader revise the report; nothing is to be done here then.
objection-shown = { $name }: { $text }
objection-none = No objection waits for a decision.
objection-overruled = Overruled: batch { $number }, { $trade } { $level }. Whoever objected and the leader are told.
next-report_overruling = Decide on objection

form-evaluation_reports = Evaluation reports
    .also = see reports
reports-none = No evaluation reports yet. The leader writes them once scores are in.
reports-listed = Evaluation reports:
report-line = { $n } { $number } { $trade } { $level }: { $state ->
    [early] scores open
    [due] to be filed by the leader
    [outdated] scores changed, to be filed anew
    [objected] version { $version }, objection
    [pending] version { $version }, { $count } to confirm
   *[confirmed] version { $version }, confirmed by all
 }
next-evaluation_reports = { $argument ->
    [none] Evaluation reports
   *[other] See report
 }

report-told-filed = The evaluation report of batch { $number }, { $trade } { $level }, is { $changed ->
    [none] filed
   *[other] revised, now version { $version }. Changed: { $changed }
 }. Please read it and answer.
report-told-objector = The report you objected to is revised: batch { $number }, { $trade } { $level }, version { $version }. Changed: { $changed }. Please read the new version and answer.
report-told-station = The evaluation report of batch { $number }, { $trade } { $level }, is filed; the other examiners are asked to confirm.
report-told-confirmed = The evaluation report of batch { $number }, { $trade } { $level }, is confirmed by all examiners.
opinion-told-leader = { $name } on the evaluation report of batch { $number }, { $trade } { $level }: { $kind ->
    [confirm] confirmed.
    [supplement] adds: { $text }
   *[object] objects: { $text }. Please revise the report, or wait for the management station.
 }
objection-told-officers = { $station }, batch { $number }, { $trade } { $level }: examiner { $name } objects to the evaluation report: { $text }. Until the leader revises or you decide, results cannot be filed.
objection-told-station = Batch { $number }, { $trade } { $level }: an examiner objects to the evaluation report; leader and management station are told. Until it is settled, results cannot be filed.
objection-told-overruled = Batch { $number }, { $trade } { $level }: the management station overrules the objection of { $name }. Reason: { $reason }
report-file = Evaluation report, version { $version } (PDF)
reports-file = { $number } { $supervised ->
    [yes] evaluation and supervision reports
   *[no] evaluation reports
 } (PDF)
report-paper-state = Version { $version }, { $state ->
    [replaced] replaced by a newer one
    [objected] with an objection not settled
    [confirmed] confirmed by all examiners
    [outdated] scores changed since, to be filed anew
   *[other] to be confirmed by the other examiners
 }
report-paper-overruled = Overruled by the management station { $at }: { $reason }

reminder-evaluation = Batch { $number }, { $trade } { $level } ({ $station }): { $state ->
    [objected] there is an objection to your report; please revise it, or wait for the decision
    [outdated] scores changed after the report; please file it anew
   *[other] please file the evaluation report
 }, { $late ->
    [yes] it was due on { $due }
   *[no] by { $due }
 }.
reminder-opinion = The evaluation report of batch { $number }, { $trade } { $level } ({ $station }), waits for your confirmation, { $late ->
    [yes] it was due on { $due }
   *[no] by { $due }
 }.
reminder-objection = { $station }, batch { $number }, { $trade } { $level }: an objection to the evaluation report has waited { $days } days. Until it is settled, results cannot be filed.
reminder-material = Batch { $batch }, { $trades }: { $count } pieces of exam material are missing; results are due by { $due }.

todo-evaluations = Objections to evaluation reports:
todo-objection = { $n } Decide: { $number }, { $trade } { $level }, { $station }, waiting { $days } days

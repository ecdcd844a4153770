# 登记成绩, 确认成绩: the forms, what stands against a score, and who hears what.

scores-too-early = The { $part ->
    [theory] theory exam
    [practice] practical exam
   *[any] exam
 } begins at { $at } on { $day }; scores can be entered from then on.
scores-no-roster = The roster of batch { $number } is not in yet, so there is nobody to score.
scores-locked = The results of batch { $number } are handed in, so its scores cannot change any more.
scores-changed-meanwhile = These scores have just changed. Please look at them as they are now.
score-not-on-roster = This person is not on the roster of this batch.
score-twice = No. { $place } has two { $part ->
    [theory] theory
   *[practice] practical
 } scores here. Please keep one.
score-examiner-not-of-team = No. { $place }, { $part ->
    [theory] theory
   *[practice] practical
 }: this examiner is not on the team of the trade.
score-stands = No. { $place }, { $part ->
    [theory] theory
   *[practice] practical
 }: { $stands ->
    [absent] absent
   *[other] { $stands }
 } stands there, { $given ->
    [absent] absent
   *[other] { $given }
 } is new. { $state ->
    [confirmed] The examiner has confirmed the old one.
    [returned] The examiner sent the old one back.
   *[entered] { "" }
 }
score-needs-reason = No. { $place }: the examiner has confirmed the { $part ->
    [theory] theory
   *[practice] practical
 } score; a correction needs a reason.

scores-missing = { $trade }, { $level }, { $part ->
    [theory] theory
   *[practice] practical
 }: { $count } without a score (no. { $places }).
scores-returned = { $trade }, { $level }, { $part ->
    [theory] theory
   *[practice] practical
 }: { $count } sent back by the examiner (no. { $places }).
scores-unconfirmed = { $trade }, { $level }, { $part ->
    [theory] theory
   *[practice] practical
 }: { $count } waiting for the examiner (no. { $places }).

absent-absent = absent
scores-line-1 = “{ $line }” cannot be read. Write the score, such as 78; for somebody else the number first, such as 12 78. Write “absent” for who was absent.
scores-line-2 = “{ $line }” cannot be read. Write theory and practice, such as 78 85; for somebody else the number first, such as 12 78 85. Write “absent” for who was absent, “-” for what is still to come.
scores-line-without-place = Of several lines each begins with the running number: “{ $line }” has none. For example 12 78 85.
scores-line-twice = No. { $place } has two lines. Please keep one.
score-place-unknown = There is no no. { $place } of this trade on the roster. Please look at the number.
score-other-name = No. { $place } has another name. Please look at number and name.

form-scores = Enter scores
    .also = scores
scores-none-to-enter = There is no batch to enter scores for. Batches appear here once their roster is in and the exam has begun.
scores-listed = Batches to enter scores for:
scores-line = { $n } { $number }, exam { $exam_on }: { $entered }/{ $all } entered, { $confirmed } confirmed
scores-shown = Batch { $number }, exam { $exam_on }
    { $entered }/{ $all } scores entered, { $confirmed } confirmed by the examiners.
scores-item = { $trade } { $level }
scores-part = – { $part }: { $entered }/{ $all } entered, { $confirmed } confirmed{ $missing ->
    [none] { "" }
   *[other] ; without a score: no. { $missing_places }
 }{ $returned ->
    [none] { "" }
   *[other] ; sent back: no. { $returned_places }
 }
scores-candidates = Batch { $number }: number, name, scores (* to be confirmed, ! sent back). Reply “/scores { $number } NUMBER” for everything about one candidate.
scores-candidate = { $place } { $name }: theory { $theory }{ $theory_state ->
    [entered] *
    [returned] !
   *[other] { "" }
 }, practice { $practice }{ $practice_state ->
    [entered] *
    [returned] !
   *[other] { "" }
 }{ $result ->
    [none] { "" }
   *[other] , { $result }
 }
score-history-of = No. { $place } { $name }: theory { $theory }, practice { $practice }{ $result ->
    [none] { "" }
   *[other] , { $result }
 }
score-history = { $part } { $mark }: entered { $entered_at } by { $entered_by }, examiner { $examiner }{ $confirmed_at ->
    [none] { "" }
   *[other] , confirmed { $confirmed_at }
 }{ $returned_at ->
    [none] { "" }
   *[other] , sent back { $returned_at }: { $answer }
 }{ $reason ->
    [none] { "" }
   *[other] . Reason of the correction: { $reason }
 }{ $state ->
    [replaced] { " (replaced)" }
   *[other] { "" }
 }
scores-asked = Asked the examiners to confirm ({ $count }).
scores-nothing-waits = No score waits for an examiner.
next-scores = { $argument ->
    [none] Enter scores
   *[other] Scores of { $argument }
 }
next-scores-list = All candidates and scores
next-scores-ask = Ask the examiners to confirm
export-score_sheet = Score sheet
exam-batch-option = { $number }, exam { $exam_on }

form-score_entry = Type scores
    .also = one by one
score_entry-batch = Batch
    .ask = For which batch do you enter scores?
    .refused-pick-unknown = Scores of this batch cannot be entered now: its exam has not begun, or its results are in. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Only batches whose exam has begun are listed.
score_entry-item = Trade
    .ask = Which trade?
score-item-option = { $trade } { $level }: { $people } people, { $left ->
    [none] all entered
   *[other] { $left } to enter
 }
score_entry-parts = Parts
    .ask = Which part do you enter?
score-parts-both = Theory and practice
score-parts-theory = Theory
score-parts-practice = Practice
score_entry-examiner = Examiner
    .ask = Which examiner gave the scores? For both parts choose the one of the theory first.
    .hint = A score counts once this examiner has confirmed it.
score_entry-practice_examiner = Examiner of the practice
    .ask = Which examiner gave the scores of the practice?
score-examiner-option = { $name }{ $leader ->
    [yes] { " (leader)" }
   *[no] { "" }
 } { $number }
score_entry-place = Candidate
    .ask = With whom do you begin? Those without a score come first; you may write a number or a name.
    .none = Nobody of this trade is on the roster.
score-place-option = { $place } { $name }: theory { $theory }, practice { $practice }
score_entry-marks = Scores
    .ask = Please write the scores of:
    .again = “{ $said }” came a second time; the candidate before has it. Is it { $said } for no. { $place } { $name }, too?
    .hint = No. { $place } { $name }{ $stands ->
        [none] { "" }
       *[some] , now theory { $theory }, practice { $practice }
    }
    { $parts ->
        [both] Theory and practice in one line, such as 78 85. For several people begin each line with the number, such as 12 78 85.
        [theory] The theory only, such as 78. For several people begin each line with the number, such as 12 78.
       *[practice] The practice only, such as 85. For several people begin each line with the number, such as 12 85.
    }
    { $left } still without a score.
score-typed = { $place }: theory { $theory }, practice { $practice }
score_entry-replace = Replace
    .ask = What stands there differs from what you wrote. Replace it?
    .hint = { $pairs }
score-pair = no. { $place } { $name } { $part } { $stands } ({ $stands_examiner }{ $state ->
    [confirmed] , confirmed
   *[other] { "" }
 }) → { $given } ({ $given_examiner })
score_entry-reason = Reason of the correction
    .ask = The examiner has confirmed the old score. Why is it corrected?
    .hint = The old score and the reason stay on record; the examiner confirms the new one.
score-entered = Entered: no. { $place } { $name }, theory { $theory }, practice { $practice }
scores-entered-many = Scores of { $count } candidates entered.
scores-kept = Where they differed, the old scores were kept.
score-skipped = No. { $place } is left out for now.
next-score_entry = Type them
next-score_entry-correct = Correct a score
next-score_entry-back = Correct what came back

form-score_confirmation = Confirm scores
    .also = check scores
scores-none-to-return = There is no score to send back: none of yours is entered, or the results are handed in.
scores-none-to-confirm = No score waits for you. You will be told once the station has entered some.
scores-to-confirm-listed = Scores that wait for you:
scores-to-confirm-line = { $n } batch { $number }, { $station }, exam { $exam_on }: { $count } scores
scores-which-item = Batch { $number }: which trade first?
scores-item-to-confirm = { $n } { $trade } { $level }: { $count } scores
scores-confirm-head = Batch { $number }, { $trade } { $level }: { $count } scores wait for you.
score-to-confirm = { $place } { $name }{ $theory ->
    [none] { "" }
   *[other] , theory { $theory }
 }{ $practice ->
    [none] { "" }
   *[other] , practice { $practice }
 }{ $reason ->
    [none] { "" }
   *[other] . Reason of the correction: { $reason }
 }
scores-confirm-foot = Please compare them with the sheet you signed. They count once you confirm them.
scores-now-confirmed = Batch { $number }: { $count } scores confirmed.
scores-confirmed-already = Batch { $number }: no score waits for you any more.
scores-came-meanwhile = { $count } more have just been entered; please look again.
next-score_confirmation-all = Confirm all
next-score_confirmation = { $argument ->
    [none] Confirm scores
   *[other] To confirm
 }

form-score_return = Send scores back
    .also = return scores
score_return-given = Scores
    .ask = Of which trade?
    .none = There is no score of yours to send back.
scores-given-option = { $number }: { $trade } { $level }
score_return-which = Numbers
    .ask = Which numbers are not right? For example 3 7 or 3-5.
score-places-unreadable = That cannot be read. Please write numbers only, such as 3 7 or 3-5.
score-places-not-yours = No. { $places }: no score of yours to send back. Please look at the number.
score-part-not-yours = These have no score of yours in that part to send back.
score_return-parts = Part
    .ask = Which part is not right?
score_return-reason = Reason
    .ask = What is wrong? The station reads it, for example “theory of no. 3 is 78”.
score_return-confirm_others = The others
    .ask = Confirm the others as they are?
    .hint = { $count } more scores wait for you.
scores-now-returned = { $count } scores sent back; the station hears at once.
next-score_return = Something is wrong, send it back

scores-to-confirm = Batch { $number }, { $trade } { $level }: { $count } scores wait for you.
scores-corrected = Batch { $number }, { $trade } { $level }: confirmed scores were corrected; { $count } wait for you again.
scores-all-confirmed = All scores of batch { $number } are confirmed by their examiners.
scores-sent-back = Batch { $number }: { $name } sent back the scores of no. { $places }. Reason: { $reason }

form-score_import = Import scores
    .also = upload a score sheet
    .review = Please check: the scores count once the examiners have confirmed them. Reply “submit”, or a number to change that answer.
score_import-batch = Batch
    .ask = For which batch do you import scores?
    .refused-pick-unknown = Scores of this batch cannot be entered now: its exam has not begun, or its results are in. Please choose from the list.
    .refused-pick-nothing = Nothing fits “{ $query }”. Only batches whose exam has begun are listed.
score_import-sheet = Score sheet
    .ask = Please send the filled-in score sheet (Excel).
    .hint = Download the sheet of this batch first and fill in the yellow cells only: scores, absences, examiners. It is looked through first; you see what it would do.
    .refused-score-sheet-wrong = Something in this sheet is not right, so no score was entered:
        { $faults }
        Please put it right and send it again.
score-sheet-wrong = Something in this sheet is not right, so no score was entered: { $faults }
score-sheet-shown = { $people } people: { $new } scores new, { $same } unchanged{ $differs ->
    [none] { "" }
   *[other] , { $differs } other than those entered
 }
score-sheet-more-faults = and { $count } more.
score-sheet-more = and { $count } more.
score-sheet-fault = Row { $row }, { $column }: { $problem }
score_import-differing = Different scores
    .ask = These scores differ from those entered. Which ones hold?
    .hint = { $pairs }
differing-entered = Those entered
differing-sheet = Those of the sheet
score_import-reason = Reason of the correction
    .ask = Some of them are confirmed by the examiner. Why are they corrected?
    .hint = The old scores and the reason stay on record; the examiner confirms the new ones.
scores-taken = { $count } scores entered.
next-score_import = Import the score sheet

score-sheet-moved-on = More scores were entered a moment ago. Please look again and choose.
score-sheet-unknown = This is no score sheet. Please download the one of this batch, fill it in and send it.
score-sheet-columns = The columns are not as they were downloaded: missing, renamed or moved. Please download the sheet again and leave the columns as they are.
score-sheet-no-batch = No batch number stands above the list. Please fill in the sheet of batch { $number }.
score-sheet-other-batch = This is the sheet of batch { $found }; you are entering scores of batch { $number }. Please send another one or choose another batch.
score-sheet-empty = There are no scores in this sheet yet. Please fill it in first.
score-sheet-place = A running number of the roster belongs here.
score-sheet-not-on-roster = There is no no. { $place } on the roster.
score-sheet-twice = No. { $place } stands in row { $row } already. Please keep one.
score-sheet-other-name = No. { $place } on the roster has another name.
score-sheet-absent-scored = Who was absent has no score. Please remove one of the two.
score-sheet-absence = Only these may stand here: absent, absent from theory, absent from practice.
score-sheet-formula = This is a formula. Please write the score itself.
score-sheet-no-examiner = No examiner is chosen.
score-sheet-examiner = This is nobody of the team of the trade. There are: { $team }.
score-sheet-examiner-twice = Two of the team have this name; please choose with the number: { $team }.

score-sheet-title = Score sheet
score-sheet-lists = Lists
score-sheet-head = Batch { $number }, { $station }, { $days }
score-sheet-how = { $state ->
    [submitted] The results are submitted and final. This sheet is to be read, printed and signed.
    [confirmed] The examiners have confirmed all scores: this sheet is to be read, printed and signed. To correct one, say “Type scores” to Kaowu and give the reason.
   *[open] Fill in the yellow cells only: scores 0–100, at most one decimal; no score for who was absent, choose it in “Absent”; an examiner for every score. Then send it back to Kaowu.
 }
score-sheet-score-error = A score is a number from 0 to 100 with at most one decimal.
score-column-place = No.
score-column-name = Name
score-column-id_number = ID number
score-column-trade = Occupation (trade)
score-column-level = Level
score-column-theory = Theory
score-column-practice = Practice
score-column-absent = Absent
score-column-theory_examiner = Examiner (theory)
score-column-practice_examiner = Examiner (practice)
score-column-result = Result
score-column-signature = Signature
score-absent-both = absent
score-absent-theory = absent from theory
score-absent-practice = absent from practice

reminder-scores = Batch { $batch } { $trades }: the scores { $late ->
    [yes] were due on { $due } and are overdue
   *[no] are due on { $due }
 }. { $count } are missing or were sent back.
reminder-scores_to_confirm = Batch { $batch } { $trades } ({ $station }): { $count } scores you gave have waited for you for { $days } days.

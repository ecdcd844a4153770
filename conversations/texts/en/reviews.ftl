# The station reviews registrations; candidates hand in what was returned.

review-claimed = { $by } is reviewing this one. Please take another, or come back later.
review-moved-on = Something happened to this one meanwhile: { $on } { $by } { $done ->
    [approve] approved it
    [return] returned it
    [reject] rejected it
    [reopen] took the decision back
    [stamp] sent the stamped form
    [hand_in] handed documents in again
   *[correct] corrected it
 }. Please open it again.
review-over = The roster of batch { $number } is submitted; reviews change no more.
review-own = This is your own registration; please leave it to a colleague.
review-not-now = { $state ->
    [submitted] The stamped form has not come yet; now it can only be returned or rejected.
    [returned] It is returned and the candidate is to hand in; now it can only be rejected.
    [complete] It is not reviewed yet, so there is nothing to take back.
    [approved] It is approved. To change that, take the decision back first.
   *[rejected] It is rejected. To change that, take the decision back first.
 }
review-not-confirmed = Not compared yet: { $point ->
    [school-and-major] school and subject with the trade
    [enrolment] the enrolment date with the student card
    [enrolment-differs] the enrolment date with the schools
    [practice] leaving for practice
    [birth-years] the year of birth
   *[proof] the proofs
 }.
review-not-today = This was decided on { $on }; it can be taken back on the same day only.
review-no-seat = The seat has gone to somebody else, so this cannot be taken back.
review-not-returnable = This cannot be sent back. Please choose from the list.
review-reason-wanted = Please give the reason, so that the candidate knows what to do.
registration-not-returned = { $state ->
    [approved] This registration is approved; nothing is to be changed.
    [rejected] This registration was rejected and cannot be changed.
   *[other] Nothing of this registration is to be handed in or corrected now.
 }
document-not-returned = This was not returned; it need not be sent again.
box-not-returned = This was not returned and cannot be changed.

menu-reviews = Reviewing registrations
form-registration_review = Registrations to review
    .also = review
next-registration_review = { $argument ->
    [none] Registrations to review
   *[other] Review { $argument }
 }
next-registration_review-openly = Show once in full
next-registration_review-release = Not now, put it back
reviews-none = No registration waits for review. New ones appear here.
reviews-none-plain = Nothing in this batch can be approved together now; please look at them one by one.
reviews-counted = Batch { $batch }: { $complete } to review, { $submitted } awaiting the stamp, { $returned } returned, { $approved } approved, { $rejected } rejected
reviews-listed = Waiting, the longest first:
reviews-line = { $n } { $name }  { $number }  { $trade }  { $level }  { $days ->
    [today] came today
    [yesterday] came yesterday
   *[other] { $days } days
 }{ $claim ->
    [mine] , you have it
    [other] , a colleague has it
   *[none] {""}
 }
review-option = { $number }  { $name }  { $trade }  { $level }
review-released = { $number } is put back for others.
review-head =
    { $number }  { $name }  { $trade }  { $level }
    Batch { $batch }, exam { $exam_on }, filed { $filed_on }: { $state }
review-eligibility = The condition claimed, for the exam on { $exam_on } (? needs proof):
review-student-card = The student card should say: { $school }, { $major }, enrolled { $enrolled }; applies for { $trade }.
review-proof = Please compare work, certificates, title or diploma with the proofs, and whether they belong to this or a related occupation.
review-look-alike = Note: { $number ->
    [elsewhere] a registration at another station
   *[other] { $number }
 } has { $same ->
    [photo] the same photo
   *[phone] the same mobile number
 }, of another person.
review-sent-again = Handed in again: { $documents }. The rest was looked at before.
review-whole = The whole registration
review-history = What happened:
review-step = { $on }  { $by ->
    [candidate] the candidate
    [office] the imported list
   *[other] { $by }
 }: { $done ->
    [approve] approved
    [return] returned
    [reject] rejected
    [reopen] took the decision back
    [stamp] sent the stamped form
    [hand_in] handed documents in again
   *[correct] corrected
 }

form-registration_decision = Decision on a registration
next-registration_decision-approve = Approve
next-registration_decision-return = Return
next-registration_decision-reject = Reject
review-kind-approve = Approve
review-kind-return = Return
review-kind-reject = Reject
registration_decision-registration = Registration
    .ask = Which one?
    .refused-pick-unknown = This one is not with you. Please choose from the list.
registration_decision-decision = Decision
    .ask = What shall happen?
registration_decision-confirmed = Compared
    .ask = Did you compare all of these with the documents, and do they agree?
    .hint = Reply 0 if all agree. If one does not, go back and choose “Return”.
review-all-points = Every point must agree before it is approved. If one does not, go back and choose “Return”.
point-school-and-major = School and subject as on the student card, fitting the trade
point-enrolment = Enrolment date as on the student card
point-enrolment-differs = Enrolment differs from the schools: cleared up
point-practice = Leaves for practice early: confirmed
point-birth-years = Year of birth: judged and accepted
point-proof = Work, certificates, schooling are true and related
registration_decision-returned = Returned
    .more = Anything else to return?
registration_decision-returned-item = What is returned
    .ask = What is to be handed in again or corrected?
registration_decision-returned-why = Reason
    .ask = Why?
    .hint = Choose or write; the candidate reads it as it stands.
registration_decision-refusal = Reason
    .ask = Why is it rejected?
    .hint = Choose or write; the candidate reads it as it stands. The seat goes to somebody else.
document-reason-blurred = It cannot be read; please take it again
document-reason-cut_off = It is cut off; all four corners must be in the picture
document-reason-another = It is not the document asked for here
document-reason-not_theirs = Name or ID number is not the candidate's
document-reason-expired = It has expired
document-reason-no_seal = The seal is missing or cannot be read
document-reason-differs = It differs from the documents; please correct it
document-reason-not_a_portrait = It is no ID photo (from the front, no hat, light background)
registration-refusal-not_eligible = Does not meet the conditions
registration-refusal-falsified = The documents are not genuine
registration-refusal-twice = Registered twice
registration-refusal-given_up = The candidate asked to cancel
review-done-approve = Approved: { $number } { $name }. The candidate was told.
review-done-return = Returned: { $number } { $name }. The candidate was told why.
review-done-reject = Rejected: { $number } { $name }. The seat is free, the candidate was told why.

form-approve_registrations = Approve together
    .review = By submitting you confirm: the documents of everybody listed were looked at; school, subject and enrolment of students are as on their cards and fit the trade.
next-approve_registrations = Approve together (batch { $argument })
approve_registrations-batch = Batch
    .ask = Which batch?
approve_registrations-people = Approved
    .ask = Whom? Reply 0 for all, or 1 3 5, or 1-12.
    .hint = Only complete ones with nothing particular to compare; at most 30 at a time.
    .refused-choice-unknown = The list has just changed; please choose again.
review-plain-option = { $name }  { $number }
reviews-approved = { $count } approved; all of them were told.
reviews-left = { $count } changed meanwhile and were not approved; please open them one by one.
form-reopen_registration = Take a decision back
next-reopen_registration = Take it back
reviews-reopened = { $count } taken back; they wait for you again, and the candidates were told.
reviews-reopened-none = There is nothing left to take back.

review-told-approve = Registration { $number } ({ $trade }) is approved. The exam is on { $exam_on }; you will be told time and place before.
review-told-return = Parts of registration { $number } ({ $trade }) were returned; the rest is kept. Please put them right by the end of { $day }/{ $month } (day/month):
review-told-reject = Registration { $number } ({ $trade }) was rejected:
review-told-reopen = Registration { $number } ({ $trade }) is being reviewed again; there is nothing to do, you will be told.

form-document = Documents asked for again
    .also = hand in documents
next-document = Hand in documents
document-none = No document is asked for now. “My registrations” shows how far you are.
document-registration = Registration
    .ask = Which registration?
    .refused-window-closed = This batch closed at the end of { $last }; nothing more can be handed in. Please ask the station, or register in the next batch.
    .refused-pick-unknown = Nothing of this registration is asked for now.
document-stamped_form = Stamped form
    .ask = Please send the stamped form again, as a photo or PDF.
    .hint = The whole page, with the seal easy to read.
document-taken-complete = Received. The station reviews { $number } again; you will be told.
document-taken-submitted = Received. For { $number } the stamped form is still missing; it counts if sent by the end of { $day }/{ $month } (day/month).
document-taken-returned = Received. Some boxes of { $number } are still to be corrected; please go on.

form-correction = Correct a registration
    .also = correction
    .review = Only what was returned can be changed; the rest stays as it was. When done, reply “submit”.
next-correction = Correct it
correction-none = Nothing is to be corrected now. “My registrations” shows how far you are.
correction-taken-complete = Received. The station reviews { $number } again; you will be told.
correction-taken-submitted = Received. The form reads differently now, so the old stamp counts no more: please download the form of { $number } again, have it stamped and send it back by the end of { $day }/{ $month } (day/month).
correction-taken-returned = Received. Some documents of { $number } are still asked for; please go on.

batch-full-elsewhere = The last seat has just gone; all you wrote is kept. Batches with seats: { $others }. Choose one and go on to submit, or ask the station for more seats.
batch-line-full = { $trade } ({ $level }) of batch { $batch } is full. If more people want to register, please apply for another batch on another plan line.
registrations-returned-item = { "  " }{ $box }: { $reason }
registrations-returned-due = Put right by the end of { $day }/{ $month } (day/month) it counts:
registrations-returned-late = What was returned was not put right by the end of { $day }/{ $month } (day/month), so this registration does not count. You may register in the next batch.
registrations-rejected-why = Reason: { $reason }

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
review-not-returnable = This cannot be sent back. Please choose from the list.
review-reason-wanted = Please give the reason, so that the candidate knows what to do.
registration-not-returned = { $state ->
    [approved] This registration is approved; nothing is to be changed.
    [rejected] This registration was rejected and cannot be changed.
   *[other] Nothing of this registration is to be handed in or corrected now.
 }
document-not-returned = This was not returned; it need not be sent again.
box-not-returned = This was not returned and cannot be changed.

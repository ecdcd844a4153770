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
chore-application_forms-failed = The application forms of batch { $number } could not be put together. Please try again; if it does not help, contact the management station.

roster-name-differs = Name and ID number do not go together. Please compare both with the ID card.
roster-row-decided = { $state ->
    [approved] This registration has been approved and cannot be changed any more.
   *[other] This registration was rejected and cannot be changed any more.
 }

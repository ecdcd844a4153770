# Papers on their way: what waits, what is decided and why, and what the applicant is told.

paper-kind-station_application = Station application
paper-kind-licence_change = Licence change
paper-kind-examiner_application = Examiner application
paper-kind-annual_review = Annual review
paper-kind-annual_plan = Annual plan
paper-kind-plan_summary = Plan summary
paper-kind-batch = Batch application
paper-kind-reschedule = Change of exam date
paper-kind-results = Results
paper-kind-certificate_application = Certificate application

desk-department = department
desk-unit = institution
desk-branch = provincial branch
desk-management_station = management station
desk-centre = centre

paper-state-waiting = being decided
paper-state-returned = returned
paper-state-approved = approved
paper-state-rejected = rejected
paper-state-withdrawn = withdrawn

decision-kind-file = filed
decision-kind-resubmit = filed again
decision-kind-forward = agreed, passed on
decision-kind-approve = approved
decision-kind-return = returned for correction
decision-kind-reject = rejected
decision-kind-withdraw = withdrawn

paper-unknown = There is no such application. Open one from "To do" or "My applications".
paper-under-way = One is being decided already, so no second one can be filed. You find it under "My applications".
paper-moved-on = This has been dealt with: { $done } on { $on } { $by }. Please look at the next one.
paper-claimed = { $by } is working on this application. Please take another one, or come back later.
paper-not-at-this-desk = That cannot be done with this application now. Please open it again.
paper-reason-wanted = Please say why, so that the applicant knows what to change.

engine-returned = Returned because: { $reason }
paper-taken-up = { $kind } (no. { $number }): everything you wrote is here. Please look at the item below, then file it again.
paper-not-returned = There is nothing to correct now: this application is { $state }.
paper-correct = Correct it
paper-anew = File it anew from what you wrote
paper-as-a-whole = The application as a whole
paper-reason = { $box }: { $reason }
paper-opinion = Opinion: { $opinion }
paper-filed = { $kind } filed, number { $number }. It now lies with the { $desk }; you will be told at once what is decided.
paper-arrived = To do: { $kind } of { $institution } (no. { $number }) waits for you.
paper-told-forward = { $kind } (no. { $number }): the { $desk } agrees; it now lies with the { $next }.
paper-told-approve = { $kind } (no. { $number }): approved by the { $desk }.
paper-told-return = { $kind } (no. { $number }): returned by the { $desk }. Everything you wrote is kept; please correct the items below and file it again.
paper-told-reject = { $kind } (no. { $number }): not approved by the { $desk }.

reason-unclear = Cannot be read; please take the picture again
reason-incomplete = Incomplete; please add what is missing
reason-not_as_proof = Differs from the proof; please check
reason-not_as_required = Not as required; please follow the notes

next-approve = Deal with no. { $argument }

form-todo = To do
    .also = waiting tasks
form-approve = Approve
    .also = approval
form-my_papers = My applications
    .also = progress
todo-none = Nothing waits for you. You will be told as soon as something does.
todo-listed = Waiting for you, longest first:
todo-line = { $n } { $kind } no. { $number }{ $programme ->
    [none] {""}
   *[other] {" "}({ $programme })
 }　{ $institution }　{ $days ->
    [today] came today
    [yesterday] came yesterday
   *[other] { $days } days
 }{ $claim ->
    [mine] 　with you
    [other] 　with a colleague
   *[none] {""}
 }
todo-returned = Returned, to be corrected by you:
todo-returned-line = { $kind } no. { $number }
next-todo = { $argument ->
    [none] To do
   *[other] Next page
 }
next-my_papers = { $argument ->
    [none] My applications
   *[other] See no. { $argument }
 }
next-my_papers-openly = Show in full once
next-approve-openly = Show in full once
next-approve-release = Put it back
next-decision-forward = Agree, pass on
next-decision-approve = Approve
next-decision-return = Return for correction
next-decision-reject = Reject
next-withdrawal = Withdraw no. { $argument }

paper-head = { $kind } no. { $number }{ $programme ->
    [none] {""}
   *[other] {" "}({ $programme })
 }
    { $institution }　filed { $on }{ $again ->
    [no] {""}
   *[other] {" "}(version { $version })
 }　{ $state } ({ $desk })
paper-history = What happened so far:
paper-step = { $on }　{ $desk ->
    [none] {""}
   *[other] { $desk }　
 }{ $by }　{ $done }
paper-released = No. { $number } is free for others again.
paper-private-shown = Shown in full, this once.
paper-option = { $kind } no. { $number }　{ $institution } ({ $days ->
    [today] came today
    [yesterday] came yesterday
   *[other] { $days } days
 })
paper-own-option = { $kind } no. { $number }　{ $state }
paper-done-forward = Agreed; { $kind } (no. { $number }) goes on to the { $next }.
paper-done-approve = { $kind } (no. { $number }) approved. The applicant has been told.
paper-done-return = { $kind } (no. { $number }) returned. The applicant has been told why.
paper-done-reject = { $kind } (no. { $number }) rejected. The applicant has been told why.

form-decision = Decision
decision-application = Application
    .ask = Which one?
    .refused-pick-unknown = This one is not with you now, or has just been decided. Please choose from the list.
decision-decision = Decision
    .ask = What is to be done?
decision-opinion = Opinion
    .ask = What is your opinion?
    .hint = Tap "Agreed", or write your own words. They are printed on the form.
decision-returned = Items to correct
    .more = Is there another item to correct?
decision-returned-item = Item
    .ask = Which item is to be corrected?
decision-returned-why = Reason
    .ask = What is wrong?
    .hint = Choose, or write your own words; the applicant reads them as they are.
decision-refusal = Reason
    .ask = Why is it not approved?
    .hint = Choose, or write your own words; the applicant reads them as they are.
opinion-agreed = Agreed
refusal-conditions_not_met = Does not meet the conditions
refusal-untrue = The documents are not true

my-papers-none = Nothing has been applied for yet.
my-papers-listed = What was applied for:
my-papers-line = { $n } { $kind } no. { $number }　{ $on }　{ $waiting ->
    [yes] with the { $desk }
   *[no] { $state }
 }
form-withdrawal = Withdraw
    .also = take back an application
withdrawal-application = Application
    .ask = Which one is to be withdrawn?
    .refused-pick-unknown = This one is decided or withdrawn already. Please choose from the list.
withdrawal-sure = Withdraw
    .ask = It will not be decided any more; what you wrote is kept and can be filed again. Withdraw it?
withdrawal-not = All right, it stays.
withdrawal-done = { $kind } (no. { $number }) withdrawn. Everything you wrote is kept.
withdrawal-told = { $kind } (no. { $number }), which you had taken, was withdrawn by the applicant; nothing is left to do.
withdrawal-none = No application is under way, so there is nothing to withdraw.

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
paper-as-a-whole = The application as a whole
paper-reason = { $box }: { $reason }
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

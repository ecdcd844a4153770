# Results, the roster of the qualified, the application for certificates, and the certificates.

results-no-roster = This batch has no roster yet, so there are no results to submit.
results-before-exam = The exam ends on { $on }; submit the results after it.
results-in-already = The results of this batch are in.

certificates-applied = Batch { $number } is on another application for certificates.
certificates-applied-meanwhile = A colleague has just applied for one of these batches. Choose again.
certificates-nobody = Nobody in batch { $number } qualified; there are no certificates to apply for.
certificates-unsettled = The settlement of batch { $number } is not confirmed yet. Apply once it is.
certificates-no-batch = Choose at least one batch.
certificates-mixed = Certificates of the two programmes are applied for apart. Make two applications.
certificate-application-decided = This application is decided and cannot be changed.
certificate-application-unknown = There is no such application.
certificates-not-released = The numbers of this batch are not released: the management station applies for the certificates, and the centre agrees.
certificates-not-begun = Issuing of this batch has not begun. Choose "Issue" first.
certificate-series-full = All serial numbers of this institution, year and level are used. Change the number scheme in the policy first.
issuer-code-missing = Institution { $code } has no assessment body code, so no skill-level number can be made. Enter it with "Assessment body code" first.
issuer-code-form = The code has 13 characters: a letter (Y or S) and 12 digits, as on the notice of the labour department.
certificate-unknown = No such certificate. Check the number.
certificate-not-valid = { $state ->
    [revoked] This certificate is revoked and cannot be changed any more.
   *[reissued] This certificate was replaced; use the number of the new one.
 }
certificate-old-kind = Old qualifications can only be revoked: the office that issued them is gone.
certificate-station-unknown = No station is on record for this certificate, so no new number can be made.

form-results = Submit results
    .also = results hand in results
next-results = { $argument ->
    [none] Submit results
   *[other] Results of { $argument }
 }
results-batch = Batch
    .ask = Results of which batch?
    .hint = Only batches whose scores, reports and material are all there are listed.
    .none = No batch is ready for its results.
    .refused-pick-unknown = The results of this batch were submitted a moment ago, or something is missing again. See “My applications”.
results-batch-option = { $number }　exam { $exam_on }　{ $trades }
results-outcomes = How it came out
results-supervision = Supervision
results-overruled = Objections overruled
results-note = Note
    .ask = Is there anything those who decide should know?
    .hint = Skip it if not.
results-item = { $trade } { $level }: { $expected } expected, { $present } present, { $absent } absent; { $excellent } excellent, { $good } good, { $passed } passed, { $failed } failed (absent included); pass rate { $rate ->
    [none] —
   *[other] { $rate }%
 }
results-conclusion = { $conclusion ->
    [normal] in order
    [correction] corrections demanded
    [invalid] results advised to be void
   *[none] no supervisor was sent
 }
results-no-objections = None
results-none = No results are waiting. Batches appear here after their exam.
results-batch-gaps = Batch { $number }: { $count } still missing. Open it to see what.
results-filed = Scores, reports and material of batch { $number } are locked now, unless they come back.
results-briefing = Batch { $number }, exam { $exam_on }. { $count ->
    [0] Scores, reports and material are complete.
   *[other] Still missing ({ $count }):
 }
results-advised-against = Note: the supervisor advises that the results of this batch be void, and the report is confirmed. Read it before you decide.
results-approved-station = The results of batch { $number } are approved; the candidates are being told. { $notice ->
    [yes] They are on public notice; roster of the qualified, settlement and certificates follow from { $free_on }.
   *[no] The roster of the qualified and the settlement come next.
 }
results-your-result = Your result is here. Batch { $number } { $trade } { $level }: theory { $theory ->
    [absent] absent
   *[other] { $theory }
 }, practice { $practice ->
    [absent] absent
   *[other] { $practice }
 }, result { $result }. { $outcome ->
    [passed] You will hear when your certificate is issued.
   *[failed] You can register for a later batch. If you doubt a score, ask the station first.
 }
results-shown = Scores: theory { $theory ->
    [absent] absent
   *[other] { $theory }
 }, practice { $practice ->
    [absent] absent
   *[other] { $practice }
 }, result { $result }.
results-certificate = Certificate { $number }, issued { $issued_on }, { $state }.

form-certificate_application = Apply for certificates
    .also = certificate application
next-certificate_application = { $argument ->
    [none] Apply for certificates
   *[other] Apply for { $argument }
 }
certificate_application-batches = Batches
    .ask = Certificates for which batches?
    .hint = Several may be chosen by number, such as 1 3. The two programmes go apart.
certificate_application-certificates = Certificates
certificate_application-note = Note
    .ask = Is there anything the centre should know?
    .hint = Skip it if not.
certificates-batch-option = { $number }　{ $station }　{ $programme }　{ $count } certificates
certificates-wanted = { $number }　{ $trade } { $level }: { $count }
certificates-none-ready = No batch is ready for certificates. Batches appear here once results are approved, public notice is over and the settlement is confirmed.
certificates-briefing = { $batches } batches, { $count } certificates. { $against ->
    [0] Results are approved, settlements confirmed.
   *[other] { $against } points are not met now:
 }

form-certificates = Issue certificates
    .also = issue certificates
next-certificates = { $argument ->
    [none] Issue certificates
   *[other] { $argument }
 }
next-certificates-issue = Issue
next-certificates-confirm = Issue them now
certificates-none = No certificates are waiting. Batches appear here once their application is approved.
certificates-listed = Released batches that are not finished:
certificates-line = { $n } { $number }　{ $station }　{ $issued }/{ $people }
certificates-shown = Batch { $number }　{ $station }　released { $released_on }　{ $issued }/{ $people } issued　dated { $issued_on ->
    [none] not yet
   *[other] { $issued_on }
 }
certificates-item = · { $trade } { $level }: { $count }
certificates-done = All issued: numbers { $numbers }.
certificates-range = { $first }{ $last ->
    [none] { "" }
   *[other] { " " }to { $last }
 }
certificates-sure = Batch { $number }　{ $station }: { $people } certificates dated { $today }. Numbers given out cannot be taken back. Issue them?
certificates-begun = Batch { $number }: { $people } certificates are being issued; the progress is shown below, and you can go on with other things.
chore-certificates-under-way = Certificates of batch { $number }: { $percent }% done.
chore-certificates-done = The { $people } certificates of batch { $number } are issued, and their holders have been told.
chore-certificates-failed = The certificates of batch { $number } are not finished: { $problem } Those issued are valid; go on once this is settled.
certificate-yours = Your certificate is issued: { $kind }, { $trade } { $level }, number { $number }, dated { $issued_on }. The station will tell you when to collect it; it can be looked up now.
certificates-issued-station = All { $people } certificates of batch { $number } are issued. You will hear when they are sent.
certificates-issued-officers = { $station }, batch { $number }: all { $people } certificates are issued and can be sent.

form-certificate_change = Change a certificate
    .also = revoke certificate reissue certificate
next-certificate_change = Change another
certificate_change-certificate = Certificate
    .ask = Send the whole certificate number.
    .none = No certificate has this number. Look at the certificate again; the number has to be complete.
certificate-option = { $kind }　{ $name }　{ $trade } { $level }　{ $issued_on }　{ $state }
certificate_change-act = What to do
    .ask = What is to be done?
certificate-act-reissue = Replace it (new number, the old one void)
certificate-act-revoke = Revoke it
certificate-act-print_again = Print it again (same number)
certificate_change-name = Corrected name
    .ask = Was the name misprinted? Write it as it should be.
    .hint = Skip it if not.
certificate_change-reason = Reason
    .ask = What is the reason?
    .hint = The holder is told, and it is kept in the history of the certificate.
certificate-changed = { $act ->
    [reissue] Replaced: new number { $number }, dated { $issued_on }. The old one shows that it was replaced.
    [revoke] Certificate { $number } is revoked, and look-ups say so.
   *[print_again] Another print of certificate { $number } is on record; the number stays.
 } { $told ->
    [yes] The holder has been told.
   *[no] It was not issued on a registration here; please tell the holder yourself.
 }
certificate-told-reissued = Your { $kind } ({ $trade } { $level }) was replaced. New number { $number }, dated { $issued_on }. Reason: { $reason }. The old certificate is no longer valid.
certificate-told-revoked = Your { $kind } ({ $trade } { $level }, number { $number }) was revoked. Reason: { $reason }. Contact us if you have questions.
certificate-told-printed_again = Your { $kind } ({ $trade } { $level }, number { $number }) will be printed again under the same number. Reason: { $reason }.

form-issuer_code = Assessment body code
    .also = issuer code
next-issuer_code = Enter a code
issuer_code-institution = Institution
    .ask = The code of which institution?
    .hint = A station without one uses that of the institution above it.
issuer_code-code = Code
    .ask = What is the code?
    .hint = 13 characters: a letter (Y or S) and 12 digits, as on the notice of the labour department. Skill-level numbers begin with it.
issuer-code-set = The code of { $institution } is { $code }; skill-level certificates issued from now on are numbered with it.

export-qualified_roster = Qualified { $number }.xlsx
export-certificate_register = Certificate register { $year }.xlsx

form-qualified_roster = Roster of the qualified
    .also = qualified roster
next-qualified_roster = { $argument ->
    [none] Roster of the qualified
   *[other] Qualified { $argument }
 }
qualified-none = No batch has approved results yet.
qualified-listed = Batches with approved results, the latest first:
qualified-line = { $n } { $number }　{ $station }　{ $people } qualified, { $issued } certificates
qualified-shown = Batch { $number }　{ $station }　exam { $exam_on }: { $people } qualified, { $issued } certificates. The list keeps the numbers of the roster; stack the paper photos in this order.
form-certificate_register = Certificate register
    .also = register of certificates
certificate-register-here = The register of certificates by year of issue, those revoked and replaced included.
certificate-register-days = The first day cannot be after the last one.

reminder-results = Batch { $batch } { $trades }: the results { $late ->
    [yes] were due on { $due }
   *[no] are due on { $due }
 }. { $gaps ->
    [0] Nothing is missing.
   *[other] { $gaps } points are missing.
 }
reminder-apply = Batch { $batch } { $trades } ({ $station }): the settlement is confirmed; { $people } certificates can be applied for.
reminder-issue = Batch { $batch } { $trades } ({ $station }): { $people } certificates are to be issued.

todo-results = { $n } Batch { $number }: submit the results; { $gaps ->
    [0] nothing is missing
   *[other] { $gaps } points are missing
 }
todo-certificates-to-apply = { $n } Batch { $number }　{ $station }: apply for { $people } certificates
todo-certificates-to-issue = { $n } Batch { $number }　{ $station }: issue { $people } certificates

form-results_return = Return approved results
    .also = take-back
next-results_return = Return the approved results
results_return-batch = Batch
    .ask = Which results are to go back? It is possible until a settlement is filed or certificates are applied for.
    .refused-pick-unknown = The results of this batch cannot be returned now. Please choose from the list.
results_return-reason = Reason
    .ask = What is wrong, and what is the station to correct?
results_return-sure = Sure
    .ask = Scores, reports and material can then be corrected, and the results are approved anew. { $people } candidates will be told that their scores count no more. Return them?
results-none-to-take-back = There are no results to return: it is possible until a settlement is filed or certificates are applied for.
results-not-approved = The results of batch { $number } are not approved. While they are being decided, they are returned under “To do”.
results-approved-elsewhere = The results of batch { $number } are returned by the desk that approved them last.
results-settled = The settlement of batch { $number } is filed, so its results stand. A single certificate is put right by “Change a certificate”.
results-certificates = Certificates were applied for with batch { $number }, so its results stand. A single certificate is put right by “Change a certificate”.
results-taken-back = The results of batch { $number } are back with the station; station, examiners and { $people } candidates are told.
results-taken-back-staff = The approved results of batch { $number } ({ $station }) were returned: { $reason }. Corrected scores are confirmed by their examiners and approved anew.
results-taken-back-candidate = The results of batch { $number } are being checked; the scores you were told count no more. You will hear again.

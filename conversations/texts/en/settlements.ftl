# Settlement and what follows: the forms, what stands against them, and who hears what.

outcome-not-approved = The results of batch { $number } have not been approved yet; this step comes after that.
outcome-on-notice = The results of batch { $number } are on public notice; this step is possible from { $free_on }.

settlement-unknown = There is no such settlement. Please choose from the list.
settlement-nobody-passed = Nobody of this batch qualified: there is nothing to settle.
settlement-no-price = No price has been set for certificates of { $level }. Please ask the management station to set the unit price under "Annual policy", then file again.
settlement-paid-in-future = The day of payment cannot be later than today ({ $today }).
settlement-paid-before-batch = The day of payment is before the batch was applied for ({ $applied_on }). Please look at the remittance slip again.
settlement-is-filed = The settlement of batch { $number } has been filed; the management station is checking it.
settlement-is-confirmed = The settlement of batch { $number } has been confirmed; nothing more is due.
settlement-moved-on = This settlement has just been decided on, or filed again. Please open it from the list.

running-numbers-unreadable = "{ $word }" could not be read. Please write running numbers, such as 1-40 45.
running-numbers-reversed = { $first }-{ $last } is the wrong way round. Please write the smaller number first.
running-numbers-not-listed = Running number { $number } is not listed here. Please look at the numbers of the list.

tracking-number-form = A tracking number has 8 to 30 letters and figures. Please copy it from the waybill again.
shipment-not-settled = The settlement of this batch has not been confirmed; certificates are sent after that.
shipment-not-issued = Not all certificates of this batch have been issued; they are sent after that.
shipment-arrived = The certificates of this batch have been received; nothing more is to be sent.
shipment-under-way = A parcel of this batch is under way. Another one can follow once the station has signed for it and said what is wrong.
shipment-in-future = The day of dispatch cannot be later than today ({ $today }).

spot-check-due-past = This day has passed; the earliest is today ({ $today }).

menu-settlement = Settlement, certificates, archive

form-payment_slip = Payment slip
    .also = payment bill
next-payment_slip = { $argument ->
    [none] Payment slips
   *[other] See the payment slip
 }
settlements-none = No batch is to be settled now. They are listed here once their results are approved.
settlements-listed = Batches to be settled:
settlements-line = { $n } { $number }, exam { $exam_on }
bill-head = Batch { $number }, { $station }
bill-line = · { $trade } { $level }: { $certificates } × { $yuan ->
    [none] no price set
   *[other] { $yuan } = { $amount } yuan
 }
bill-total = { $certificates } certificates, { $yuan } yuan in all ({ $capitals })
bill-payee =
    Pay to:
    { $payee }
bill-payee-unknown = The account to pay to is not registered here; please ask the management station before you pay.
bill-payment = Paid by { $payer } on { $paid_on }, filed on { $filed_on }.
bill-filed = Waiting for the management station to check it.
bill-returned = Sent back on { $on }: { $reason }
bill-confirmed = Payment confirmed on { $on }.
settlement-state = { $state ->
    [filed] paid, to be confirmed ({ $on })
    [returned] sent back ({ $on })
    [confirmed] payment confirmed ({ $on })
   *[open] to be paid
 }
export-payment_slip = { $number } payment slip (PDF)
export-settlement = { $number } settlement (Excel)

form-settlement = Settlement
    .also = settle
    .review = Please compare it with the remittance slip. After filing the management station looks for the payment. Reply "submit", or the number of an item to change it.
next-settlement = Tell of the payment
settlement-batch = Batch
    .ask = Which batch do you settle?
    .refused-pick-unknown = This batch is not to be settled now: its results are not approved, or the settlement has been filed. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only batches with approved results and without a settlement are listed.
settlement-batch-option = { $number }, { $certificates } certificates, { $yuan ->
    [none] no price set
   *[other] { $yuan } yuan
 }
settlement-due = Amount due
settlement-payer = Payer
    .ask = Who paid? Please write the full name.
    .hint = As the payer is named on the remittance slip.
settlement-paid_on = Day of payment
    .ask = On which day was it paid?
    .hint = The day on the remittance slip, such as 2026-09-17.
settlement-slip = Remittance slip
    .ask = Please send a photo or PDF of the remittance slip.
    .hint = Amount, day, payer and payee must be readable; 1 MB at most.
settlement-filed = The settlement of batch { $number } has been filed, { $yuan } yuan in all. You will hear once the payment is confirmed.
settlement-told-filed = { $station }: batch { $number } { $again ->
    [yes] has filed its settlement again
   *[no] has filed its settlement
 }, { $yuan } yuan. Please check the payment.

form-settlement_check = Check settlements
    .also = payments received
next-settlement_check = { $argument ->
    [none] Check settlements
   *[other] Check it
 }
settlement-checks-none = No settlement is to be checked now.
settlement-checks-listed = Settlements to be checked:
settlement-checks-line = { $n } { $number }, { $station }, { $yuan } yuan, paid { $paid_on }, waiting { $days } days
settlement-not-filed = No settlement of batch { $number } has been filed.
settlement-slip-file = Remittance slip

form-settlement_decision = Decision on a settlement
next-settlement_decision-confirm = Confirm the payment
next-settlement_decision-return = Send back
settlement_decision-settlement = Settlement
    .ask = Which one?
settlement-option = { $number }, { $station }, { $yuan } yuan
settlement_decision-decision = Decision
    .ask = Is the payment there?
settlement-choice-confirm = Confirm the payment
settlement-choice-return = Send back to the station
settlement_decision-reason = Reason
    .ask = What is wrong? The station will read this.
settlement-done-confirmed = Confirmed: batch { $number }, { $yuan } yuan. The station has been told.
settlement-done-returned = The settlement of batch { $number } has been sent back, and the station told.
settlement-told-confirmed = The payment of { $yuan } yuan for batch { $number } has been confirmed. The management station now applies for the certificates.
settlement-told-returned = The settlement of batch { $number } was sent back: { $reason }. Please put it right and file it again.

paper-photos-not-listed = Running numbers { $numbers } are not among the qualified. Please look at the numbers of the list.
paper-photos-none = No paper photos are awaited now.
form-paper_photos = Paper photos
    .also = photos
next-paper_photos = { $argument ->
    [none] Paper photos
   *[other] See the photos
 }
paper-photos-listed = Batches whose photos are not complete:
paper-photos-line = { $n } { $number }, { $station }: { $all } due, { $received } received, { $returned } returned
paper-photos-head =
    Batch { $number }, { $station }
    { $all } qualified: { $received } received, { $awaited } awaited, { $returned } returned. One two-inch bareheaded photo each, name or ID number on the back, stacked by running number.
paper-photos-awaited = Awaited: { $numbers }
paper-photos-returned = Number { $number } was returned: { $reason }
export-photo_labels = { $number } photo labels (PDF)
photo-batch-option = { $number }, { $station }, { $lacking } lacking

form-photo_receipt = Note photos
    .review = Please look it through. Reply "submit", or the number of an item to change it.
next-photo_receipt-received = Note those received
next-photo_receipt-others = All awaited ones received
next-photo_receipt-returned = Return some
photo_receipt-batch = Batch
    .ask = Photos of which batch?
    .refused-pick-unknown = The photos of this batch are complete, or its results not approved. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only batches whose photos are not complete are listed.
photo_receipt-outcome = To note
    .ask = What is to be noted?
photo-choice-received = Received, by number
photo-choice-others = All awaited ones received
photo-choice-returned = Returned, by number with the reason
photo_receipt-awaited = Awaited
photo-receipt-awaited-shown = { $numbers ->
    [none] none
   *[other] { $numbers }
 }
photo_receipt-numbers = Running numbers
    .ask = Which numbers?
    .hint = Such as 1-40 45. Numbers of the qualified in this batch: { $numbers }
photo_receipt-reason = Reason
    .ask = Why are they returned? Candidates and station will read this.
    .hint = For example: with a cap, please hand in another one.
photo-receipt-received = { $numbers ->
    [none] These had been noted before; nothing has changed.
   *[other] Noted as received, { $count } photos: { $numbers }.
 }
photo-receipt-returned = { $numbers ->
    [none] These had been returned before; nothing has changed.
   *[other] Noted as returned, { $count } photos: { $numbers }. Candidates and station have been told.
 }
paper-photos-told-complete = The paper photos of batch { $number } are complete.
paper-photos-told-candidate = Your paper photo (batch { $number }, running number { $place }) was returned: { $reason }. Please hand in another two-inch bareheaded photo, your name on the back, at { $station }.
paper-photos-told-station = Paper photos { $numbers } of batch { $number } were returned: { $reason }. Please collect new ones and send them to the management station; the candidates have been told.

shipment-unknown = There is no such parcel. Please choose from the list.
shipment-signed-for = This parcel has been signed for already.
shipment-none-to-sign = No certificates are on their way now.
shipments-none = There are no certificates to be sent now, and no parcels on their way.
trouble-missing = Certificates missing
trouble-damaged = Certificates damaged
trouble-wrong = Wrong certificates
trouble-lost = Never arrived
shipment-batch-option = { $number }, { $station }, { $certificates } certificates
parcel-option = { $number }, { $carrier } { $tracking }, sent { $sent_on }

form-shipments = Certificate parcels
    .also = parcels
next-shipments = { $argument ->
    [none] Certificate parcels
   *[other] See the parcels
 }
shipments-to-send = Can be sent:
shipments-to-send-line = · { $number }, { $station }
shipments-under-way = On their way:
shipments-under-way-line = · { $number }, { $station }, { $carrier } { $tracking }, sent { $sent_on }
shipments-head = Batch { $number }, { $station }
shipment-line =
    { $carrier } { $tracking }, sent { $sent_on }
    To: { $name }, { $phone }, { $address }
shipment-standing = { $state ->
    [received] Signed for on { $on }, complete and undamaged.
    [trouble] Trouble on { $on }: { $trouble }. { $remark }
   *[on_its_way] Not signed for yet.
 }

form-shipment = Send certificates
    .also = mail certificates
    .review = Please compare it with the waybill. Station and candidates are told once you submit. Reply "submit", or the number of an item to change it.
next-shipment = Note the dispatch
shipment-batch = Batch
    .ask = Certificates of which batch?
    .refused-pick-unknown = Nothing of this batch can be sent now: the settlement is not confirmed, certificates are not all issued, or they have been sent. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only batches settled, issued and not sent yet are listed.
shipment-last = Last address
shipment-last-shown = { $name }, { $phone }, { $address }
shipment-same = To the same address
    .ask = To the same address as last time?
shipment-recipient = Recipient
    .ask = Who is to receive it?
shipment-address = Address
    .ask = Where to? Please write province, city and the full address.
shipment-phone = Recipient's phone
    .ask = The recipient's phone number?
shipment-carrier = Carrier
    .ask = Which carrier?
    .hint = For example China Post EMS.
shipment-tracking_number = Tracking number
    .ask = The tracking number?
shipment-sent_on = Day of dispatch
    .ask = On which day was it sent?
    .hint = Today at the latest, such as 2026-09-28.
shipment-noted = Noted: the certificates of batch { $number } were sent on { $sent_on } by { $carrier }, number { $tracking }. Station and candidates have been told.
shipment-told-station = The certificates of batch { $number } were sent on { $sent_on } by { $carrier }, number { $tracking }. Please count them when they arrive, then sign for them.
shipment-told-candidate = Your certificate from batch { $number } was sent to { $station } on { $sent_on }. You will hear when it arrives.

form-waybill = Correct a waybill
    .review = Please compare it with the waybill. Reply "submit", or the number of an item to change it.
waybill-shipment = Parcel
    .ask = Which parcel?
    .refused-pick-unknown = There is no such parcel. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only parcels on their way are listed.
waybill-carrier = Carrier
    .ask = Which carrier?
waybill-tracking_number = Tracking number
    .ask = The tracking number?
waybill-sent_on = Day of dispatch
    .ask = On which day was it sent?
waybill-corrected = Corrected: batch { $number }, { $carrier } { $tracking }, sent { $sent_on }. The station has been told.
waybill-told = The parcel of batch { $number } has been corrected: { $carrier } { $tracking }, sent { $sent_on }.

form-shipment_receipt = Sign for certificates
    .also = receipt of certificates
next-shipment_receipt-yes = Sign for it, complete and undamaged
next-shipment_receipt-no = Something is wrong
next-shipment_receipt = Sign for certificates
shipment_receipt-shipment = Parcel
    .ask = Which parcel do you sign for?
    .refused-pick-unknown = There is no such parcel. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only parcels on their way are listed.
shipment_receipt-whole = Complete and undamaged
    .ask = Have the certificates been counted, and are they complete and undamaged?
shipment_receipt-trouble = Trouble
    .ask = What is wrong?
shipment_receipt-remark = Details
    .ask = Please say what exactly, such as which running numbers are missing or what is damaged.
shipment-done-received = The certificates of batch { $number } have been signed for; management station and candidates have been told.
shipment-done-trouble = The management station has been told what is wrong with batch { $number }.
shipment-told-received = { $station } has signed for the certificates of batch { $number }, complete and undamaged.
shipment-told-trouble = { $station } found trouble with the certificates of batch { $number }: { $trouble }. { $remark }
shipment-told-collect = The certificates of batch { $number } have arrived and can be collected at { $station }.

photo-state-awaited = awaited
photo-state-received = received
photo-state-returned = returned
shipment-state-on_its_way = on its way
shipment-state-received = received
shipment-state-trouble = trouble

archive-none = No batch has been examined yet.
form-archive = Archive of a batch
    .also = archive
next-archive = { $argument ->
    [none] Archives of batches
   *[other] See the archive
 }
next-archive-make = Make the zip
archive-listed = Batches with an archive:
archive-line = { $n } { $number }, { $station }, exam { $exam_on }
archive-kept =
    Batch { $number }, { $station }
    Paper is kept until { $paper }, files until { $electronic }; nothing is deleted before.
    Paper answers are kept at: { $answers ->
        [none] not noted yet
       *[other] { $answers }
     }
archive-made = Zip of { $at }, { $documents } documents, digest of the list { $digest }…
archive-asked = The archive of batch { $number } is being made; you will get it when it is ready. Opening it is on record.
chore-archive-under-way = Making the archive of batch { $number }: { $percent }%
chore-archive-done = The archive of batch { $number } is ready, { $documents } documents. manifest.txt in it lists them all with their digests.{ $lost ->
        [0] {""}
       *[other] {" "}{ $lost } files could not be found; the list names them.
    }
chore-archive-failed = The archive of batch { $number } could not be made: { $problem }
export-archive = { $number } archive (ZIP)
archive-head =
    Machinery industry skill assessment, archive of a batch
    Batch: { $number }
    Station: { $station }
    Exam: { $exam_on }
    Made: { $made }
    Paper is kept until: { $paper }
    Files are kept until: { $electronic }
    To check: run sha256sum -c SHA256SUMS in the unpacked folder
archive-count = { $count } documents
archive-lost = Not to be found: { $path }
archive-titles-decisions = Time|Desk|Decision|Reason
archive-titles-spot-checks = Time|What|Note, place|Seed|Conclusion|Findings, correction
archive-titles-trail = Time|Role|Person number|Act|Detail
archive-titles-lines = Item|Answer
archive-titles-receipts = Paper|Signed at|Signed by|Digest
archive-titles-scores = Number|Registration|Theory|Practice|Result
archive-titles-answers = Batch|Paper answers kept at
archive-titles-payment = Payer|Paid on|Amount (yuan)|State|Reason
archive-titles-photos = Number|State|Noted at|Reason
archive-titles-certificates = Number|Certificate number|Issued on
archive-titles-shipments = Sent on|Carrier|Tracking number|Recipient|Phone|Address|State|Signed for|Trouble|Remark

todo-after-results = Results, settlement, certificates, spot checks:
todo-settlement-to-check = { $n } Check the payment: { $number }, { $station }, { $yuan } yuan
todo-settlement-due = { $n } { $again ->
    [yes] Settlement sent back, file it again
   *[no] Settlement to be paid
 }: { $number }
todo-photos-returned = { $n } Photos returned: { $number }, { $count }
todo-parcel-under-way = { $n } Certificates to sign for: { $number }, { $carrier } { $tracking }, sent { $sent_on }
todo-spot-check-asked = { $n } Spot check to answer: { $number }, by { $due_on }{ $late ->
    [yes] , overdue
   *[no] {""}
 }
todo-spot-check-answered = { $n } Spot check to conclude: { $number }, { $station }

reminder-settlement = Certificates of batch { $batch } { $trades }: the settlement { $again ->
    [yes] was sent back and is to be filed again
   *[no] has not been filed
 }; it { $late ->
    [yes] was due on { $due }
   *[no] is due on { $due }
 }.
reminder-payment = The payment of { $yuan } yuan by { $station } for batch { $batch } { $trades } has waited to be checked for { $days } days.
reminder-photos = { $count } paper photos of batch { $batch } { $trades } were returned and have not been replaced.
reminder-parcel = The certificates of batch { $batch } { $trades } were sent on { $sent_on } by { $carrier } ({ $tracking }) and have not been signed for.
reminder-spot_check = The spot check of batch { $batch } { $late ->
    [yes] was to be answered by { $due }
   *[no] is to be answered by { $due }
 }.
reminder-spot_check_answered = { $station } has answered the spot check of batch { $batch }; your finding has been awaited for { $days } days.

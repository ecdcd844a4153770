# Reminders: before something is due, what waits, when the exam is, each with the button that leads there; and the dates ahead.

reminder-close = Batch { $batch } { $trades }: registration, roster and papers close on { $last } at 24:00, { $days ->
    [none] today is the last day
   *[other] days left: { $days }
 }.
reminder-closed = Batch { $batch } { $trades }: registration has closed without a roster, so the exam of { $exam } cannot take place as planned. You may apply to move it.
reminder-standing = { $all } registered: { $review } to review, { $stamp } without the stamped form, { $returned } returned.
reminder-papers-missing = Papers still missing: { $papers }.
reminder-review = Batch { $batch } { $trades }: registrations waiting for your review: { $review }; days the oldest has waited: { $days }.
reminder-sign_off = Batch { $batch } { $trades }: the papers can be signed for, until the exam begins at { $begins }.
reminder-exam_held =
    The exam of batch { $batch } { $trades } is near.
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-appointed =
    { $station } has named you as an examiner of batch { $batch } { $trades }.
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-exam_duty =
    The exam you assess is near: batch { $batch } { $trades } ({ $station }).
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-call =
    The exam of batch { $batch } { $trades } was moved; please answer whether you can assess it ({ $station }).
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-assignment =
    You are asked to supervise batch { $batch } { $trades } ({ $station }) and have not answered yet.
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-exam_supervised =
    The exam you supervise is near: batch { $batch } { $trades } ({ $station }).
    Theory { $theory }, practice { $practice }, at { $venue }.
reminder-stamp = Registration { $number } still lacks the stamped form. Send a picture of it by { $last } 24:00; without it the registration does not count.
reminder-document = Something of registration { $number } was returned. Put it right by { $last } 24:00; without it the registration does not count.
reminder-exam =
    Your exam is near: { $trades }. Bring your ID card.
    Theory { $theory }, practice { $practice }, at { $venue } ({ $station }).
reminder-approvals = Papers waiting for your decision: { $count }{ $more ->
    [yes] {" "}or more
   *[no] {""}
 }; days the oldest has waited: { $days }.
reminder-supervision = Batch { $batch } { $trades } ({ $station }, { $people } people, exam on { $exam }): nobody has decided on supervision yet.
reminder-plan_season = The annual plan of { $year } has not been handed in: { $programmes }. Please do so by { $last }.
reminder-first_application = The exams planned for { $month } can be applied for: applied for today, the earliest is on { $earliest }; apply by { $last } for an exam in that month. Plan lines not yet used: { $lines }.
reminder-licence = Licence { $number } is valid until { $until }. After that no new batch is possible; please apply for the annual review before.
reminder-examiners = Appointments that end on { $until }: { $count } ({ $names }). After that they cannot assess; please apply for them again before.
reminder-draft = “{ $form }” is filled in halfway and has not been touched since { $touched }. From { $until } on it will be erased; to keep it, go on below.
draft-erased = (This form was never finished; its time is over and it has been erased.)

form-remind_tomorrow = Remind me tomorrow
reminder-again = Good, you will be reminded in the morning of { $on }.
reminder-done = There is nothing to be reminded of any more.
reminder-too-late = Tomorrow will be too late; please do it today.
reminder-unknown = That reminder is not here any more.

reminder-mail = A reminder from Kaowu
    .body =
        { $whom ->
            [none] {""}
           *[other] For { $whom }:{" "}
        }{ $text }

        Please sign in to Kaowu. Accounts without a chat in WeChat or Telegram are reminded at the reserved address of their institution.

form-deadlines = Dates ahead
    .also = deadlines calendar schedule
deadlines-listed = The dates ahead:
deadlines-none = There are no dates ahead for now.
deadline-line = { $on }  { $what }
deadline-registration-closes = registration, roster and papers close: batch { $batch } { $trades }
deadline-own-close = last moment for what is missing: { $number }
deadline-papers-open = papers can be signed for: batch { $batch } { $trades }
deadline-theory = theory exam: { $trades }, { $venue } (batch { $batch })
deadline-practice = practical exam: { $trades }, { $venue } (batch { $batch })
deadline-licence-ends = licence { $number } ends
deadline-appointments-end = appointments that end: { $count }
deadline-plan-season-ends = the season of annual plans ends
deadlines-file = Calendar file (.ics)

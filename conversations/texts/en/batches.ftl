# Batch applications and a station's own batches: the form, what stands against it, and how a batch stands.

hour-unreadable = Please write when it starts, such as 9:00 or 2pm.
venue-outside-licence = The venue has to lie in the region of the licence ({ $region }). Please begin the address with “{ $region }”.
batch-venue-missing = The venue is missing.
batch-contact-missing = The contact person is missing.
batch-machinery-classes = A batch of construction machinery examines one class, here are: { $classes }. Please make several batches.
batch-closed-before-open = The exam is on { $exam }, so registration closed at the end of { $last_day }: once approved, nobody could register. Please return it so that the station chooses another day.
batch-decided = This batch has been decided and cannot be changed any more.
batch-other-programme = This batch was applied for in { $programme } and cannot be changed to the other one. Please change it back, and apply for the other one apart.

plan-line-twice = Item { $item } ({ $trade }, { $level }) is on the same plan line as one before. A line is used once; please choose another.
team-without-leader = Item { $item } ({ $trade }, { $level }) has no team leader. Please choose one.
team-too-few = Item { $item } ({ $trade }, { $level }) needs at least { $least } examiners with the leader, now { $has }. Please choose more, or propose examiners first.
team-other-station = Examiner { $who } is not of this station. Please choose one of yours.
team-not-yet = Examiner { $who } is appointed only from { $since }, after the exam. Please choose another, or a later exam.
team-expired = The appointment of examiner { $who } ends on { $until }, before the exam. Please choose another, or renew it first.
team-other-trade = Examiner { $who } is not appointed for { $trade }. Please choose another.
team-level = Examiner { $who } may not assess { $trade }, { $level }. Please choose a senior examiner.

form-batch = Batch application
    .also = apply for a batch, new batch
    .review = Please check: once approved, candidates can register; the exam date can be moved only once. Reply “submit”, or the number of an item to change it.
batch-programme = Programme
    .ask = Which programme is this batch for?
    .hint = The two are applied for apart.
batch-candidate_type = Type of candidates
    .ask = Which candidates is it for?
    .hint = A batch takes one type; each hands in documents of its own.
batch-items = Items
    .more = Is there another item? For more people of the same trade and level, add another plan line.
batch-items-plan_line = Plan line
    .ask = On which line of the annual plan?
    .hint = Only lines not used yet are listed. You can write the trade's name, its code or pinyin initials.
    .refused-pick-unknown = This line cannot be used: it may be used already, or belong to the other programme. Please choose from the list.
    .refused-pick-nothing = No free line fits “{ $query }”. Please try another word, or file an annual plan first.
batch-line-option = { $year }-{ $month } { $trade } { $level } { $people } people
batch-line-shown = plan of { $year }-{ $month } ({ $people } people)
batch-items-trade = Occupation (trade)
batch-items-level = Level
batch-level-shown = { $level }
batch-items-people = People
    .ask = How many people are to be examined?
    .hint = Planned are { $planned }; a line carries at most { $most }, for more add another line.
    .refused-number-out-of-range = A plan line carries { $least } to { $most } people. For more, please add another line.
batch-people-shown = { $people } people
batch-items-leader = Team leader
    .ask = Which examiner leads the team?
    .hint = Only those of your station entitled to this trade and level are listed.
batch-examiner = { $name }, { $kind }, { $number }
batch-leader-shown = leader { $name }
batch-team-shown = examiners { $names }
batch-items-examiners = Examiners
    .ask = Who else is on the team?
    .hint = At least 3 with the leader. You can write several numbers, such as 1 3; 0 for all.
batch-theory_on = Theory exam date
    .ask = On which day is the theory exam?
    .hint = At the earliest { $earliest }. Write it like 2026-09-01.
    .refused-day-too-early = The exam has to be 30 days after the application: at the earliest { $earliest }.
    .refused-day-too-late = The licence ends on { $latest }; the exam cannot be after that.
    .refused-exam-date-too-early = The exam has to be 30 days after the application: at the earliest { $earliest }.
batch-theory_starts_at = Theory begins at
    .ask = At what time does the theory exam begin?
    .hint = Such as 9:00 or 2pm.
batch-practice_on = Practical exam date
    .ask = On which day is the practical exam?
    .hint = Going by the theory date: registration until the end of { $month }/{ $day }, papers signed for from { $from_month }/{ $from_day } 00:00. An earlier practical exam counts instead.
    .refused-day-too-early = The exam has to be 30 days after the application: at the earliest { $earliest }.
    .refused-day-too-late = The licence ends on { $latest }; the exam cannot be after that.
batch-practice_starts_at = Practical exam begins at
    .ask = At what time does the practical exam begin?
    .hint = Such as 9:00 or 2pm.
windows-follow = Registration until the end of { $month }/{ $day }, papers signed for from { $from_month }/{ $from_day } 00:00
batch-windows = Registration and papers
batch-venue = Venue
    .ask = Where is the exam?
    .hint = Down to building and room, so that candidates find it; it has to lie in the region of the licence.
batch-contact = Contact person
    .ask = Whom to ask about this batch?
batch-contact_phone = Contact phone
    .ask = The contact person's phone?
    .hint = A mobile or a landline.
batch-procedures = Procedures
batch-procedures-shown = as in { $editions }
batch-procedure = “{ $heading }” version { $version }

batch-no-plan = There is no approved annual plan yet, so no batch can be applied for. Please file the annual plan first.
batch-no-free-line = All lines of the annual plan are used, so no batch can be applied for. Please file a further plan first.
batch-no-team = { $trade } has { $has } entitled examiners; at least { $least } are needed for a batch. Please propose examiners first.
batch-few-examiners = { $trade }, { $level }, has { $has } entitled examiners, at least { $least } are needed. Please choose another line, or propose examiners first.
batch-team-small = Beside the leader at least { $wanted } are needed, you chose { $has }. Please write them together, such as 1 2.
batch-filed = The batch has number { $number }.
batch-briefing = Batch { $number }: counted from { $applied_on }, { $people } people in all.
batch-procedure-noted = Procedures in force at the application: “{ $heading }” version { $version }.
batch-checks-met = Checked against the regulations: the 30 days, annual plan, examiners, licence and region are in order.
batch-checks-unmet = Checked against the regulations, { $count } not in order:

form-batches = Batches
    .also = batch
next-batches = { $argument ->
    [none] Batches
   *[other] Batch { $argument }
 }
next-batch = Apply for a batch
batches-none = No batch has been applied for yet.
batches-none-below = No station below has applied for a batch yet.
batches-listed-below = Batches of the stations below, the latest first:
batches-listed = Batches of this station, the latest first:
batches-line = { $n } batch { $number }, { $type }, { $trades }, exam { $exam_on }, { $state ->
    [applied] being decided
    [open] registration until the end of { $last_day }, { $taken } of { $people }
    [closed] registration closed, roster missing, { $taken } of { $people }
    [submitted] roster submitted, { $taken } people
    [rejected] not approved
   *[withdrawn] withdrawn
 }
batches-line-below = { batches-line }, { $station }
batch-shown = Batch { $number }, { $programme }, { $type }, { $state ->
    [applied] being decided
    [open] open for registration, { $taken } of { $people }
    [closed] registration closed, roster missing, { $taken } of { $people }
    [submitted] roster submitted, { $taken } people
    [rejected] not approved
   *[withdrawn] withdrawn
 }
batch-station-shown = Station: { $station }
batch-days = Theory { $theory_on } { $theory_at }, practical { $practice_on } { $practice_at }, { $venue }
batch-item = { $trade } { $level }: { $taken } of { $people } registered
batch-team =   Leader { $leader }, examiners { $examiners }
batch-contact-shown = Contact { $name }, { $phone }
batch-registrations = Registrations: to review { $complete }, stamped form awaited { $submitted }, returned { $returned }, approved { $approved }, rejected { $rejected }

form-batch_withdrawal = Withdraw a batch
    .also = withdraw-batch
next-batch_withdrawal = Withdraw the batch
batch_withdrawal-batch = Batch
    .ask = Which batch is to be withdrawn? It is possible until its roster is in.
    .refused-pick-unknown = This batch cannot be withdrawn now: its roster is in, or it is withdrawn already. Please choose from the list.
batch_withdrawal-reason = Reason
    .ask = Why? Candidates, examiners and the management station will read it.
batch_withdrawal-sure = Sure
    .ask = A withdrawn batch does not come back; its plan lines are free, and another batch can be applied for. { $people ->
        [none] Nobody is registered.
       *[other] { $people } registered candidates will be told; their registrations count no more.
     } Withdraw it?
batch-withdrawal-none = There is no batch to withdraw: it is possible until the roster is in.
batch-withdrawal-roster-in = The roster of batch { $number } is in, so it cannot be withdrawn. To move the exam, please use “Move the exam”; if it cannot be held at all, please contact the management station.
batch-withdrawal-not-open = Batch { $number } is not open. One that is still being decided is taken back under “My applications”.
batch-withdrawal-moving = Moving the exam of batch { $number } is being decided. Please take that back under “My applications” first.
batch-withdrawn = Batch { $number } is withdrawn; its plan lines can be used again. { $people ->
    [none] Nobody was registered.
   *[other] The { $people } registered candidates are told.
 } Examiners and management station are told, too.
batch-withdrawn-why = Withdrawn on { $on }: { $reason }
batch-withdrawn-candidate = { $station } has withdrawn batch { $number } (exam { $exam_on }): { $reason }. Your registration in it counts no more; you can register for another one.
batch-withdrawn-sent = { $station } has withdrawn batch { $number } ({ $days }): { $reason }. You need not come.
batch-withdrawn-officer = { $station } has withdrawn batch { $number } (exam { $exam_on }): { $reason }. Its plan lines are free; candidates, examiners and supervisor are told.
registrations-withdrawn = The station has withdrawn this batch; the registration counts no more, and you can register for another one. Reason: { $reason }

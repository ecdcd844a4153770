# Batch applications and a station's own batches: the form, what stands against it, and how a batch stands.

hour-unreadable = Please write when it starts, such as 9:00 or 2pm.
venue-outside-licence = The venue has to lie in the region of the licence ({ $region }). Please begin the address with “{ $region }”.
batch-venue-missing = The venue is missing.
batch-contact-missing = The contact person is missing.
batch-machinery-classes = A batch of construction machinery examines one class, here are: { $classes }. Please make several batches.
batch-closed-before-open = The exam is on { $exam }, so registration closed at the end of { $last_day }: once approved, nobody could register. Please return it so that the station chooses another day.
batch-decided = This batch has been decided and cannot be changed any more.
batch-other-programme = This batch was applied for in { $programme } and cannot be changed to the other one. Please change it back, and apply for the other one apart.

plan-line-twice = Item { $item } ({ $trade } level { $level }) is on the same plan line as one before. A line is used once; please choose another.
team-without-leader = Item { $item } ({ $trade } level { $level }) has no team leader. Please choose one.
team-too-few = Item { $item } ({ $trade } level { $level }) needs at least { $least } examiners with the leader, now { $has }. Please choose more, or propose examiners first.
team-other-station = Examiner { $who } is not of this station. Please choose one of yours.
team-not-yet = Examiner { $who } is appointed only from { $since }, after the exam. Please choose another, or a later exam.
team-expired = The appointment of examiner { $who } ends on { $until }, before the exam. Please choose another, or renew it first.
team-other-trade = Examiner { $who } is not appointed for { $trade }. Please choose another.
team-level = Examiner { $who } may not assess { $trade } level { $level }. Please choose a senior examiner.

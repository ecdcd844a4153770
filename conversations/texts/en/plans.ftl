# Annual plans, summaries, licence changes, annual reviews: the forms, what stands against them, what officers should know.

form-annual_plan = Annual plan
    .also = plan yearly
    .review = Once approved each line serves one batch, with at most 99 people. Reply “submit”, or an item's number to change it.
annual_plan-programme = Programme
    .ask = For which programme?
    .hint = Each programme has a plan of its own.
annual_plan-year = Year
    .ask = For which year?
annual_plan-plan_lines = Plan lines
    .more = Is there another line?
    .refused-plan-without-lines = There is no line yet. Please enter at least one.
annual_plan-plan_lines-trade = Occupation (trade)
    .ask = Which occupation (trade)?
    .hint = Only what stands on the licence is listed. Write a name, a code or pinyin initials.
    .refused-pick-unknown = This trade is not on the licence. Please choose from the list.
    .refused-pick-nothing = There is no “{ $query }” on the licence. Please write the full name or the code.
annual_plan-plan_lines-level = Level
    .ask = Which level?
annual_plan-plan_lines-people = People expected
    .ask = How many people are expected?
    .hint = More than 99 are split into several lines.
annual_plan-plan_lines-month = Month
    .ask = In which month?
    .hint = Write 1 to 12.
annual_plan-note = Remark
    .ask = Anything else? Skip it if not.
year-name = { $year }
month-name = Month { $n }

plan-template-title = Annual plan, { $programme }
plan-template-station = { $name }　{ $code }
plan-template-how = One line a row; choose trade and level from the lists; more than { $most } people are split.
plan-template-send = Leave the titles as they are. Send the file to the chat when done.
plan-template-choices = Choices

plan-sum = { $lines } lines for { $people } people.
plan-before = Approved for this year and the next: { $lines } lines, { $free } of them not used yet.
plan-line-split = { $trade } { $level }: { $people } people are more than 99 and became { $lines } lines.
plan-year = A plan can be filed for { $first } or { $last } only.
plan-without-lines = The plan has no lines. Please enter at least one.
plan-programmes-mixed = Line { $line }: “{ $trade }” is not of this programme. Choose another trade, or file a plan of its own.
plan-level-unknown = Line { $line }: { $trade } has no { $level }.
plan-outside-licence = Line { $line }: { $trade }, { $level }, is not on the licence. Choose another, or change the licence first.
plan-people = Line { $line }: between 1 and { $most } people are possible, now it is { $people }.
plan-month = Line { $line }: there is no month { $month }.
plan-month-over = Line { $line }: month { $month } is over. Please choose a later one.
plan-under-way = A plan for { $year } is still under way. See “My papers”, or withdraw it and file again.
plan-decided = This plan has been decided and cannot be changed. File another one for what is to be added.
plan-other-programme = This plan is for { $programme } and cannot become another. Change it back and file the other one by itself.
plan-unknown = There is no such plan.
plan-line-unknown = There is no such plan line. Please choose from the list.
plan-line-used = This plan line cannot be used: another batch may just have taken it. Please choose another.
plan-line-unfit = This plan line is not your station's for { $unit }, { $level }. Please choose another.
plan-line-missing = There is no annual plan for { $unit }, { $level }, so no batch can be applied for. Please file a plan first.

form-plan_lines = Lines to use
    .also = free plan
plan-lines-none = No plan is approved for this year or the next. Without an annual plan no batch can be applied for.
plan-lines-listed = Approved for this year and the next: { $lines } lines, { $free } of them free:
plan-line-shown = { $year }-{ $month }　{ $trade } { $level }　{ $people } people　{ $use ->
    [free] free
   *[used] used
 }
next-plan_lines = Lines to use
next-annual_plan = { $argument ->
    [none] File an annual plan
   *[other] Correct the annual plan
 }

form-plan_summary = Summary of annual plans
    .also = plan summary
    .review = Please check: the approved plans of the stations listed, not yet submitted, go to the centre together. Reply “submit”, or an item's number to change it.
plan_summary-programme = Programme
    .ask = For which programme?
plan_summary-year = Year
    .ask = For which year?
    .refused-plans-none-to-gather = There are no plans for { $year } to submit: none is approved, or all have been submitted. Choose another year or programme.
plan_summary-stations = Stations
plan_summary-note = Remark
    .ask = Anything else? Skip it if not.
plan-summary-stations = { $count }: { $stations }
plan-summary-sum = { $stations } stations, { $lines } lines for { $people } people.
plan-summary-table = Summary of annual plans (Excel)
plan-summary-unknown = There is no such summary.
plan-summary-other = This summary is for { $programme } { $year } and cannot become another. Change it back, or withdraw it and file again.
plans-none-to-gather = There are no plans for { $year } to submit.
plan-state-filed = under way
plan-state-approved = approved
plan-state-closed = rejected or withdrawn

form-licence_change = Change of licence
    .also = add trade drop trade
    .review = Please check what is added and dropped. The licence changes when the centre agrees. Reply “submit”, or an item's number to change it.
licence_change-trades = Trades to add
    .first = Are there trades or levels to add?
    .more = Are there more to add?
    .refused-station-examiners-few = { $trade } needs at least { $least } trained examiners; there are { $has }. Please propose examiners and send them to a class first.
licence_change-trades-trade = Trade
    .ask = Which trade is to be added?
    .hint = Write a name, a code or pinyin initials. Levels can be added to a trade of the licence, too.
licence_change-trades-levels = Levels
    .ask = Which levels are to be added?
    .hint = Several are possible, such as 5 4 3.
licence_change-equipment = Equipment
    .more = Is there more equipment?
    .refused-station-equipment-missing = There is no equipment for { $trade } yet. Please add it.
licence_change-equipment-model = Name and model
    .ask = What is the equipment's name and model?
licence_change-equipment-quantity = Quantity
    .ask = How many are there?
licence_change-equipment-serves = For trades
    .ask = For which of the added trades?
licence_change-dropped = Trades to drop
    .first = Are there trades or levels to drop?
    .more = Are there more to drop?
licence_change-dropped-trade = Trade
    .ask = Which trade is to be dropped?
licence_change-dropped-levels = Levels
    .ask = Which levels are to be dropped?
    .hint = Several are possible, such as 5 4.
licence_change-reason = Reason
    .ask = Why is the licence to change?
change-nothing = There is nothing to add or drop yet. Please enter at least one trade.
change-there-already = { $trade }, { $level }, is on the licence already.
change-not-there = { $trade }, { $level }, is not on the licence and cannot be dropped.
change-leaves-nothing = No trade would be left on the licence. Please keep at least one.
change-under-way = A change of the licence is under way. See “My papers”, or withdraw it and file again.
change-unknown = There is no such change.
change-briefing-examiners = To add { $trade } ({ $levels }): { $has } trained examiners, { $enough ->
    [yes] enough: { $least }
   *[no] fewer than { $least }
 }.

form-annual_review = Annual review
    .also = licence review yearly
    .review = Please check every item. When the management station agrees the licence runs a year longer; when it does not, the licence is suspended. Reply “submit”, or an item's number to change it.
annual_review-licence = Licence
review-licence = { $number }, valid until { $until }
annual_review-staff = Staff
    .ask = Are one head, at least one deputy and one full-time officer in post?
annual_review-staff_remark = Staff, remark
    .ask = Who is missing, and until when?
annual_review-examiners = Examiners
    .ask = Are there at least 3 examiners for every trade?
annual_review-examiners_remark = Examiners, remark
    .ask = Which trades lack examiners, and until when?
annual_review-theory_venue = Theory rooms
    .ask = Are there rooms for theory training and exams?
annual_review-theory_venue_remark = Theory rooms, remark
    .ask = What is missing, and until when?
annual_review-practice_venue = Practice venues
    .ask = Are there venues for the practical work of all trades?
annual_review-practice_venue_remark = Practice venues, remark
    .ask = What is missing, and until when?
annual_review-equipment = Equipment
    .ask = Do equipment and measuring instruments match all trades of the licence, and do they work?
annual_review-equipment_remark = Equipment, remark
    .ask = What is missing, and until when?
annual_review-office = Office
    .ask = Is there a fixed office with printer, filing, telephone and computers?
annual_review-office_remark = Office, remark
    .ask = What is missing, and until when?
annual_review-systems = Management systems
    .ask = Which management systems are there?
    .hint = Several numbers are possible, such as 1-8; all of them are 0.
annual_review-systems_remark = Management systems, remark
    .ask = Until when will the missing ones be written?
annual_review-scope = Scope
    .ask = Was all assessment of this year within the region, trades and levels of the licence?
annual_review-scope_remark = Scope, remark
    .ask = What happened?
annual_review-archives = Archives
    .ask = Are the papers, photos and videos of all batches kept as long as they must be?
    .hint = Paper at least 3 years, electronic at least 5.
annual_review-archives_remark = Archives, remark
    .ask = What is missing, and what is done about it?
annual_review-other = Other
    .ask = Anything else? Skip it if not.
review-is-filed-by-stations = Annual reviews are filed by the stations; what waits for you is in “To do”.
review-passed-already = The review of { $year } has been passed already.
review-under-way = The review of { $year } is under way. See “My papers”.
annual-review-unknown = There is no such review.
review-briefing-examiners = On record: { $trade } has { $has } trained examiners, fewer than { $least }.
review-briefing-licence = On record: the licence{ $state ->
    [suspended] {" "}(now suspended)
   *[active] {""}
 } is valid until { $until }. Agreed to, it runs until { $extended }; refused, it is suspended: no new plan or batch, what has begun goes on.

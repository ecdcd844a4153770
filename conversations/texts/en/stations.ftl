# Becoming an exam station, its inspection, its licence, and the register of stations.

form-station_application = Station application
    .also = become a station apply as station
    .review = After filing, print the registration form, have it signed and sealed, and send the scans; only then the management station sees it. Reply “submit”, or a number to change that line.

station_application-head = Head of the unit
    .ask = Who is the head of the unit?
    .hint = Printed on the cover and signed by that person.
station_application-applied_on = Date of application
station_application-email = Reserved e-mail
    .ask = Which e-mail address do you reserve?
    .hint = For notices and for recovering the password; one the unit keeps.
station_application-trades = Trades applied for
    .more = Another trade? They are put in order of their codes by themselves.
station_application-trades-trade = Trade
    .ask = Which trade?
    .hint = Part of the name, the code or pinyin initials. Trades of both programmes can be chosen.
station_application-trades-levels = Levels
    .ask = Which levels?
    .hint = Reply with numbers, several are fine: 5 4 3. All of them: 0.
station_application-category = Kind of institution applied for
station-category = Exam station
station_application-operator = Operating unit
station_application-kind = Nature of the unit
    .ask = What kind of unit is it?
station_application-kind_note = Nature, in words
    .ask = Please say what kind of unit it is.
station_application-legal_representative = Legal representative
    .ask = Who is the legal representative?
    .hint = The first page of the form is signed by that person.
station_application-address = Address
    .ask = What is the address of the unit?
    .hint = From the province down to the house number.
station_application-phone = Phone
    .ask = Which phone number?
    .hint = A mobile number of 11 digits, or a landline with its area code.
station_application-postcode = Postcode
    .ask = What is the postcode?
station_application-teachers = Training teachers
    .ask = Which training teachers are there?
    .hint = How many, subjects, titles or skill levels; up to 200 characters.
station_application-deputies = Deputy heads
    .first = Fill in the deputy heads now? At least one is needed.
    .more = Another deputy head?
station_application-deputies-name = Name
    .ask = Who is deputy head?
station_application-full_time_officer = Full-time officer
    .ask = Who is the full-time officer?
    .hint = One is needed. Skip if not decided yet, and add it before filing.
station_application-examiners = Trained examiners
station-trained = { $trade }: { $count }
station_application-staff_note = Note on examiners and managers
    .ask = Anything to add about examiners and managers? Skip if not.
station_application-systems = Management systems
    .ask = Which of these management systems do you have?
    .hint = Reply with numbers, several are fine: 1 2 5. All eight: 0.
station_application-system_files = Texts of the systems
    .first = Upload their texts? Not required; they are looked at on site.
    .more = Another one?
station_application-system_files-system = System
    .ask = Which system is it?
station_application-system_files-text = Text
    .ask = Please send it as a photo or PDF.
station_application-office_area = Office area (m²)
    .ask = How many square metres of offices?
    .hint = Just the number; 0 if there are none yet.
station_application-theory_area = Theory exam area (m²)
    .ask = How many square metres for theory exams?
station_application-practice_area = Practical exam area (m²)
    .ask = How many square metres for practical exams?
station_application-theory_for_training = Training rooms
    .ask = Beside exam rooms, are there rooms for training in theory?
station_application-office_equipment = Office equipment
    .ask = Which of these are in the office?
    .hint = Reply with numbers, several are fine. All: 0.
station_application-equipment = Training and assessment equipment
    .first = Fill in the training and assessment equipment now? Every trade needs some.
    .more = Another piece of equipment?
station_application-equipment-model = Name and model
    .ask = What is it? Name and model, please.
station_application-equipment-quantity = Quantity
    .ask = How many?
station_application-equipment-serves = For which trades
    .ask = For which trades is it?
    .hint = Reply with numbers, several are fine. All: 0.
station_application-testing_equipment = Testing equipment
    .first = Fill in the testing equipment now?
    .more = Another piece of testing equipment?
station_application-testing_equipment-model = Name and model
    .ask = What is it? Name and model, please.
station_application-testing_equipment-quantity = Quantity
    .ask = How many?
station_application-testing_equipment-serves = For which trades
    .ask = For which trades is it?
    .hint = Reply with numbers, several are fine. All: 0.
station_application-staff_list = Staff list
    .ask = Please send the list of staff for assessments, as a photo or PDF.
    .hint = Skip if it is not ready, and add it before filing.
station_application-past_assessments = Past assessments and contests
    .ask = Please send the account of past assessments and skill contests, as a photo or PDF.
    .hint = If there were none, one page that says so. Skip if it is not ready, and add it before filing.
station_application-introduction = Introduction of the school
    .ask = Please send the illustrated introduction of the unit, as a photo or PDF.
    .hint = Skip if it is not ready, and add it before filing.
station_application-site_photos = Photos of the training site
    .first = Send photos of the training site now? Five are needed; just send them.
    .more = Another photo? At least five; just send them.
station_application-site_photos-picture = Photo
    .ask = Please send a photo of the training site.
station_application-three_year_plan = Plan of the next three years
    .ask = Please send the plan of the next three years, as a photo or PDF.
    .hint = Skip if it is not ready, and add it before filing.
station_application-remarks = Remarks
    .ask = Anything else to say? Skip if not.
station_application-first_page = Signed first page
    .ask = Please send the first page, signed by the legal representative and sealed, as a photo or PDF.
station_application-last_page = Sealed last page
    .ask = Please send the last page with the seal and opinion of the unit, as a photo or PDF.

unit-kind-secondary = Secondary technical school
unit-kind-vocational = Vocational secondary school
unit-kind-technical = School for skilled workers
unit-kind-higher_vocational = Vocational college
unit-kind-independent = Independent college
unit-kind-continuing = College of continuing education
unit-kind-private = Private university
unit-kind-training = Skills training body
unit-kind-enterprise = Enterprise
unit-kind-public = Public institution
unit-kind-other = Other

management-system-finance = Finance
management-system-procedure = Assessment procedure
management-system-duties = Duties of posts
management-system-archives = Archives
management-system-plan = Assessment plan
management-system-conduct = Conduct of examiners and managers, exam room rules
management-system-secrecy = Secrecy
management-system-examination = Exam management

office-equipment-printer = Copier and printer
office-equipment-filing = Filing cabinets
office-equipment-telephone = Telephone
office-equipment-computers = Computers

venue-office = offices
venue-theory = rooms for theory exams
venue-practice = a place for practical exams

attachment-staff_list = staff list
attachment-past_assessments = account of past assessments and contests
attachment-introduction = introduction of the school
attachment-three_year_plan = plan of the next three years

station-application-state-awaiting_seal = awaiting seals
station-application-state-under_way = being decided
station-application-state-approved = approved, awaiting its number
station-application-state-founded = station founded
station-application-state-ended = ended

station-application-option = { $unit }, applied { $on }
station-application-filed =
    The form is filled in. Next:
    · Print the registration form, two copies
    · First page: signature of the legal representative and seal; last page, first box: seal and consent
    · Send both pages as photos or scans (reply “Sealed application”)
    Until then the management station does not see it, and you may still change it.
station-form-pdf = Registration form.pdf
station-form-word = Registration form.docx

form-sealed_application = Sealed application
    .also = sealed form signed form
sealed_application-application = Station application
    .ask = Which application is it?
    .none = Nothing waits for a seal now. Please fill in and file the station application first.
    .refused-pick-unknown = No application waits for its seals now.
sealed_application-first_page = Signed first page
    .ask = Please send the first page, signed by the legal representative and sealed, as a photo or PDF.
    .hint = The whole page, signature and seal legible.
sealed_application-last_page = Sealed last page
    .ask = Please send the last page with seal and consent in its first box, as a photo or PDF.
next-sealed_application = Send the sealed form
next-station_application = { $argument ->
    [none] Apply to become a station
   *[other] Change the application
 }

station-kind-note-missing = You chose “other”: please say what kind of unit it is.
station-trades-missing = No trade is given yet.
station-trade-incomplete = Name and levels of { $trade } are yet to be confirmed; it cannot be applied for now.
station-levels-missing = No level is chosen for { $trade }.
station-level-unknown = { $trade } has no { $level }.
station-trade-twice = { $trade } stands twice. Please put it in one line.
station-staff-missing = { $post ->
    [head] The head of the unit is missing (one head of station).
    [deputies] A deputy head is missing; at least one is needed.
   *[other] The full-time officer is missing.
 }
station-examiners-few = { $trade } has { $has } examiners now; at least { $least } are needed, all trained in the machinery-industry class. Please propose them first with “Examiner application”.
station-venue-missing = Missing: { $venue }.
station-training-room-missing = For theory, rooms for training are needed as well as exam rooms.
station-office-lacks = The office lacks: { $missing }.
station-equipment-missing = { $trade } has no training and assessment equipment yet.
station-equipment-idle = “{ $name }” is for no trade applied for. Please change its trades, or remove it.
station-testing-missing = No testing equipment is given yet.
station-systems-missing = Management systems missing: { $missing }.
station-attachment-missing = Missing: { $attachment }.
station-photos-few = { $has } photos of the training site; { $least } are needed.
station-application-under-way = { $state ->
    [approved] Your application is approved and gets its number now
    [founded] Your application is approved and the station founded
   *[other] Your application is being decided and cannot be changed now
 }. See “My papers”.
station-already = This unit is a station already. To add or drop trades use “Licence change”.
station-seal-not-awaited = This application awaits no sealed pages now.
station-page-missing = A sealed page is missing.
station-application-unknown = There is no such application.
station-not-approved = This application is not approved yet, or has its number already.
region-unknown = Please begin with the province, for example 江苏省 or 江苏省常州市.
postcode-form = A postcode has 6 digits. Please check.

station-briefing-examiners = { $enough ->
    [yes] ✓
   *[no] ✗
 } { $trade }: { $has } trained examiners, { $least } required
station-briefing-uninspected = ✗ Not inspected yet. Please note the inspection first; only when it is passed you can recommend.
station-briefing-inspected = { $passed ->
    [yes] ✓
   *[no] ✗
 } Inspected { $on }: { $result } ({ $inspectors })
station-briefing-line = 　{ $line }: { $verdict }, { $remark }
station-briefing-centre = Once you agree, give the number and the licence with “New station”.

form-inspection = Inspection
    .also = on-site inspection acceptance
    .review = It cannot be changed after filing; a further inspection may follow, and the last one counts. Reply “submit”, or a number to change that line.
inspection-application = Applicant
    .ask = Whom did you inspect?
    .hint = Listed are the applications that lie with you.
    .refused-pick-unknown = This one does not lie with you now. Please choose from the list.
inspection-inspected_on = Date of inspection
    .ask = On which day?
inspection-inspectors = Inspectors
    .ask = Who inspected? Several names with commas.
inspection-staff = Head, deputies, full-time officer
    .ask = One head, at least one deputy, one full-time officer: are they in place?
inspection-examiners = Examiners
    .ask = At least three examiners for every trade: is it so?
inspection-theory_venue = Theory venue
    .ask = Are there rooms for training and for theory exams?
inspection-practice_venue = Practical venue
    .ask = Is the practical venue fit for the trades?
inspection-office = Office and its equipment
    .ask = Is there a fixed office with copier, filing, telephone and computers?
inspection-equipment = Training and assessment equipment
    .ask = Is the equipment as on the form, and does it match the trades?
inspection-testing_equipment = Testing equipment
    .ask = Is the testing equipment as on the form, and does it match the trades?
inspection-records = Staff list and past assessments
    .ask = Are the staff list and the account of past assessments true?
inspection-systems = Management systems
    .ask = Are all eight management systems there?
inspection-materials = Introduction, photos, three-year plan
    .ask = Do introduction, photos and plan agree with the site?
inspection-staff_remark = Remark on staff
    .ask = What about the staff?
inspection-examiners_remark = Remark on examiners
    .ask = What about the examiners?
inspection-theory_venue_remark = Remark on the theory venue
    .ask = What about the theory venue?
inspection-practice_venue_remark = Remark on the practical venue
    .ask = What about the practical venue?
inspection-office_remark = Remark on the office
    .ask = What about the office?
inspection-equipment_remark = Remark on equipment
    .ask = What about the equipment?
inspection-testing_equipment_remark = Remark on testing equipment
    .ask = What about the testing equipment?
inspection-records_remark = Remark on list and account
    .ask = What about the staff list and the account?
inspection-systems_remark = Remark on the systems
    .ask = What about the management systems?
inspection-materials_remark = Remark on the materials
    .ask = How do the materials differ from the site?
inspection-photos = Photos
    .more = Another photo?
inspection-photos-picture = Photo
    .ask = Please send a photo of the inspection.
inspection-result = Result
inspection-verdict-met = met
inspection-verdict-noted = met, with a remark
inspection-verdict-not_met = not met
inspection-line-staff = Staff
inspection-line-examiners = Examiners
inspection-line-theory_venue = Theory venue
inspection-line-practice_venue = Practical venue
inspection-line-office = Office and its equipment
inspection-line-equipment = Training and assessment equipment
inspection-line-testing_equipment = Testing equipment
inspection-line-records = Staff list and past assessments
inspection-line-systems = Management systems
inspection-line-materials = Introduction, photos, three-year plan
inspection-result-passed = passed
inspection-result-failed = not passed
next-inspection = Note the inspection
inspectors-unreadable = Please give the names of the inspectors with commas between them, { $most } at most.
inspection-in-future = That day is still to come (today is { $today }).
inspection-too-early = That day is before the application of { $applied }.
inspection-inspectors-missing = No inspector is named yet.
inspection-photos-missing = There is no photo of the inspection yet.
inspection-line-open = { $line }: not said yet whether it is met.
inspection-remark-missing = { $line }: please say what was found.
inspection-passed-unmet = With a line that is not met it cannot be passed.
inspection-not-now = This application does not lie with the management station now; no inspection can be noted.
inspection-wanted = No inspection is noted yet. Please note it first, then recommend.
inspection-failed = The inspection of { $on } was not passed, so it cannot be recommended. Please return it, or inspect again after the corrections.
inspection-noted = Noted: { $unit }, inspected { $on }, { $result }. Now please decide on the application.

form-new_station = New station
    .also = found a station station number
    .review = After filing the number stays, and the applicant’s account becomes the station’s. Reply “submit”, or a number to change that line.
new_station-application = Applicant
    .ask = Who gets a number?
    .hint = Listed are approved applications without a number.
    .refused-pick-unknown = This one is not approved yet, or has its number already.
new_station-number = Number
    .ask = Which number?
    .hint = The three figures in the name, for example 301.
new_station-code = Code
new_station-name = Name
new_station-trades = Licensed trades
new_station-region = Licensed region
    .ask = In which region may it assess?
    .hint = Beginning with the province, for example 江苏省 or 江苏省常州市.
new_station-valid_from = Valid from
    .ask = From which day is the licence valid?
new_station-valid_until = Valid until
    .ask = Until which day is the licence valid?
    .hint = That day included.
station-number-form = A station’s number has three figures, from 001 on.
station-number-unfit = The code { $tier } of the body above gives no such code. Please give three figures; where that body’s code is of another form, the whole code of eight.
station-number-taken = { $code } is taken. Please choose another number.
station-founded = { $name } is founded: code { $code }, licence valid until { $until }. The applicant’s account is the station’s now and signs in with the new full name. Next, note when licence, plaque and seal are handed over.
station-founded-told = You are approved as { $name }, code { $code }; the licence is valid until { $until }. From now on sign in with this full name; the password stays.

form-licence = Licence entry
    .also = enter a licence
licence-station = Station
    .ask = Whose licence is it?
    .hint = The station’s number, part of the school’s name or pinyin initials.
licence-present = Licence so far
licence-entered-before = { $number } until { $until }; what you file now takes its place
licence-number = Licence number
    .ask = What is the number of the licence?
    .hint = If skipped, the station’s code.
licence-region = Licensed region
    .ask = In which region may it assess?
    .hint = Beginning with the province, for example 江苏省 or 江苏省常州市.
licence-valid_from = Valid from
    .ask = From which day is it valid?
licence-valid_until = Valid until
    .ask = Until which day is it valid?
    .hint = That day included.
licence-trades = Licensed trades
    .more = Another trade?
licence-trades-trade = Trade
    .ask = Which trade?
    .hint = Part of the name, the code or pinyin initials.
licence-trades-levels = Levels
    .ask = Which levels?
    .hint = Reply with numbers, several are fine: 5 4 3. All of them: 0.
next-licence = { $argument ->
    [none] Enter a licence
   *[other] Change the licence
 }
licence-entered = The licence of { $station } is entered: { $number }, valid until { $until }.
licence-pdf = Licence { $number }.pdf
no-licence = The licence of this station has not been entered, so this cannot be done. Please ask the management station to enter it.
licence-only-stations = Only stations have a licence. Please choose from the list.
licence-ends-first = The last day is before the first, { $since }.
licence-units-missing = A licence has at least one trade, and every trade at least one level.
licence-number-taken = Another station has this licence number. Please check the number.
licence-not-longer = The new last day must be after the present one, { $until }.
licence-suspended = The licence is suspended: no new plan, batch or licence change; what is running goes on.
licence-not-yet = The licence is valid only from { $since }.
licence-expired = The licence ended on { $until }. Please have the annual review done first.
outside-licence = { $trade }, { $level }, is outside the licence. If you need it, apply for a licence change first.

form-my_licence = My licence
    .also = licence scope
licence-none = No licence is entered yet. Please ask the management station.
licence-shown =
    Licence { $number }, { $region }
    Valid { $since } to { $until }
licence-unit-capability = Capability: { $name }, { $code }, { $levels }
licence-unit-skill_level = Skill level: { $name }, { $code }, { $levels }
licence-reason = Why it is suspended: { $reason }

form-handing_over = Handing over
    .also = hand over plaque seal
handing_over-station = Station
    .ask = Which station got it?
    .hint = The station’s number, part of the school’s name or pinyin initials. Only stations with a licence are listed.
handing_over-thing = What
    .ask = What was handed over?
handing_over-handed_on = Date
    .ask = On which day?
handing_over-receiver = Received by
    .ask = Who received it?
handed-over-licence = licence
handed-over-plaque = plaque
handed-over-seal = seal
handed-over = Noted: { $on }, { $thing } handed over to { $station }.
handed-over-line = { $on }: { $thing } handed over
hand-over-in-future = That day is still to come (today is { $today }).
next-handing_over = { $argument ->
    [none] Handing over
   *[other] Note a handing over
 }

form-station_register = Station register
    .also = list of stations
station-register-listed = The stations. Reply with a number to see one, or download them all:
station-register-line = { $n } Station { $number }, { $operator }, { $state ->
    [suspended] suspended
    [expired] ended { $until }
    [not-yet] not valid yet
   *[active] until { $until }
 }
station-register-unlicensed = { $n } Station { $number }, { $operator }, no licence
station-register-none = No station was found.
station-register-xlsx = Station register.xlsx
next-station_register = { $argument ->
    [none] Station register
   *[other] See { $argument }
 }

station-form-posts = Head: { $head }; deputies: { $deputies }; full-time officer: { $officer }
station-form-examiners = Examiners: { $examiners }
register-state-active = valid
register-state-suspended = suspended
register-state-expired = ended
register-state-not-yet = not valid yet
register-state-unlicensed = no licence

equipment-template-name = Equipment
equipment-template-choices = Choices
equipment-template-title = Equipment list
equipment-template-how = One line for each piece; fill it in and send the file back.
equipment-template-model = Name and model together, for example 直流弧焊机 ZX7-400
equipment-template-quantity = How many, a whole number
equipment-template-serves = Names of the trades applied for, with commas; not needed where there is only one

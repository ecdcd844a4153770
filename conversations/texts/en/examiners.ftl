# Examiners, managers, supervisors: their application, training classes, registers and accounts.

examiner-kind-senior_examiner = senior examiner
examiner-kind-examiner = examiner
examiner-kind-exam_manager = exam manager
examiner-state-appointed = appointed
examiner-state-expired = expired
examiner-state-ended = ended
manager-post-personnel_head = head of personnel
manager-post-training_head = head of education or training
manager-post-exam_affairs = works in exam affairs
training-kind-senior_examiner = senior examiners
training-kind-examiner = examiners
training-kind-exam_manager = exam managers
training-kind-supervisor = supervisors
training-mode-on_site = on site
training-mode-cloud = online
class-state-open = on
class-state-cancelled = cancelled
training-result-passed = passed
training-result-failed = not passed
training-result-absent = absent
supervisor-state-to_be_trained = to be trained
supervisor-state-appointed = appointed
supervisor-state-expired = expired
supervisor-state-ended = ended

form-examiner_application = Examiner application
    .also = propose an examiner, apply for examiner, exam manager application
    .review = Please compare with the card and the proofs. Department, unit, management station and centre will handle it one after the other. Reply “submit”, or the number of an item to change it.
examiner_application-unit = Unit
examiner_application-name = Name
    .ask = Whom do you propose? Please write the name as on the ID card.
    .hint = One person at a time.
examiner_application-sex = Sex
examiner_application-age = Age
examiner_application-photo = Photo
    .ask = Please send a passport-style photo (35×45 mm).
    .hint = Facing the camera, no hat, light background, at least 295×413.
examiner_application-education = Education
    .ask = What is the highest education?
examiner_application-major = Major
    .ask = What was the major?
examiner_application-id_number = ID number
    .ask = Please write the ID number.
    .hint = 18 characters; a final X is written X. Kept encrypted, used for the approval and appointment only.
examiner_application-stated_sex = Sex (not on the card)
    .ask = The old residence card does not show the sex. Please choose.
examiner_application-born = Date of birth
    .ask = Please write the date of birth.
examiner_application-department = Department
    .ask = In which department?
examiner_application-occupation = Occupation
    .ask = What occupation?
    .hint = For example: welding teacher, electric welder.
examiner_application-years_in_trade = Years in the occupation
    .ask = For how many years?
    .hint = Whole years.
examiner_application-skill_level = Skill level
    .ask = A skill level of senior worker or above? Choose the highest, or skip.
examiner_application-professional_title = Professional title
    .ask = A professional title? Skip if there is none.
examiner_application-post = Post
    .ask = What post? Skip if there is none.
examiner_application-address = Postal address
    .ask = Please write the postal address.
examiner_application-email = E-mail
    .ask = Please write the e-mail address.
    .hint = The person’s own; it is printed on the form.
examiner_application-phone = Phone
    .ask = Please write the phone number.
    .hint = Mobile: 11 digits. Landline: with area code.
examiner_application-training = Applying for
    .ask = Which one is applied for?
    .hint = Examiner: senior worker or intermediate title, or above. Senior examiner: senior technician or senior title, and one year as an examiner.
examiner_application-manages = Work
    .ask = Which one applies?
examiner_application-examiner_since = Examiner since
    .ask = Since which day an examiner?
    .hint = As on the examiner's card.
examiner_application-trades = Trades to assess
    .ask = Trades to assess
    .more = Another trade? At most three.
examiner_application-trades-trade = Trade
    .ask = Which trade?
examiner_application-skill_proof = Proof of skill level
    .ask = Please photograph the skill certificate.
examiner_application-title_proof = Proof of title
    .ask = Please photograph the title certificate.
examiner_application-examiner_proof = Examiner's card
    .ask = Please photograph the examiner's card, with a readable date.
    .hint = Without a card, the letter of appointment will do.
examiner_application-conduct = Code of conduct
    .ask = The person keeps the examiners' code of conduct and all rules, and acts on principle, fairly and honestly. Agreed?
    .hint = Please ask the person first.
conduct-needed = Without the code of conduct there is no application. Once the person agrees, choose “yes”.

examiner-not-qualified = { $kind ->
    [senior_examiner] A senior examiner needs senior technician or a senior title. Say “edit Skill level” or “edit Professional title” to add it; otherwise choose another kind.
   *[other] An examiner needs senior worker or an intermediate title, or above. Say “edit Skill level” or “edit Professional title” to add it; otherwise choose another kind.
 }
examiner-since-missing = The day of becoming an examiner is missing.
senior-too-soon = One becomes a senior examiner after a full year as an examiner: from { $from } on. For now, please apply for examiner.
manager-post-missing = The kind of work is missing.
examiner-trades-missing = The trades to assess are missing; at least one.
examiner-trades-too-many = At most { $most } trades. Please take some out.
examiner-trade-twice = A trade stands there twice. Please take one out.
proof-missing = Still missing: { $proof ->
    [skill_proof] proof of skill level
    [title_proof] proof of title
   *[other] examiner's card
 }.
examiner-application-open = An application of this kind for this person is under way; there cannot be another. See “My applications”.
examiner-application-decided = This application has been decided and cannot be changed.
examiner-application-unknown = There is no such application. Please open it from “My applications”.
training-not-passed = { $number } has not passed the training class and cannot be approved. Wait until it is passed, or return it with the reason.
person-name-differs = This ID number is registered under another name. Please check the card; return the application to have name or number corrected.

training-passed = Training ({ $own }): passed for { $kind } ({ $on }).
training-seat = Training ({ $own }): has a seat in class { $number } ({ $starts_on } to { $ends_on }), not assessed yet.
training-waiting = Training ({ $own }): number { $position } on the waiting list of class { $number } ({ $starts_on } to { $ends_on }).
training-none = Training ({ $own }): no class for { $kind } attended yet. The centre can approve once it is passed.
examiner-registered-as = Register: { $institution }　{ $kind } since { $since }　{ $state }
examiner-form-pdf = approval form { $number }.pdf
examiner-form-word = approval form { $number }.docx

form-nomination = Nominate for training
    .also = training nomination, sign up for training
nominee-option = { $name }　{ $kind }　{ $unit }
class-option = { $number }　{ $kind }　{ $starts_on } to { $ends_on }　{ $place }　{ $taken }/{ $seats }
nomination-nominee = Participant
    .ask = Who takes part?
    .hint = The list holds people proposed who have no class yet. Search by name or application number.
    .refused-pick-unknown = This person needs no nomination: a class is arranged, passed, or the application is decided. Please choose from the list.
nomination-training_class = Training class
    .ask = Which class?
    .none = There is no suitable class now. Please come back to “Nomination” when the management station has planned one.
    .refused-pick-unknown = This class does not fit: another kind, over, or cancelled. Please choose from the list.
nominated-seat = { $name } is in class { $number }: { $starts_on } to { $ends_on }, { $place }. There is a seat.
nominated-waiting = All { $seats } seats of class { $number } are taken; { $name } is number { $position } on the waiting list. When a seat becomes free you will be told.
next-nomination = { $argument ->
    [none] Nominate for training
   *[other] Arrange the training
 }

form-training_class = Training class
    .also = hold a training class, new training class
    .review = Once submitted, units can nominate. Reply “submit”, or the number of an item to change it.
training_class-kind = Training for
    .ask = Whom does it train?
training_class-mode = Mode
    .ask = On site or online?
training_class-place = Place
    .ask = Where? An address, or the name of the platform.
training_class-starts_on = First day
    .ask = On which day does it begin?
    .hint = A class held before may be entered as well.
training_class-ends_on = Last day
    .ask = On which day does it end?
training_class-seats = Seats
    .ask = How many seats?
class-announced = Class { $number } is set up: { $kind }, { $mode }, { $starts_on } to { $ends_on }, { $place }, { $seats } seats.
class-changed = Class { $number } is changed: { $kind }, { $mode }, { $starts_on } to { $ends_on }, { $place }, { $seats } seats. Participants told: { $people }.
class-changed-told = Class { $number } has changed. It is now: { $mode }, { $starts_on } to { $ends_on }, { $place }. Participants: { $names }.
class-seat-told = Class { $number }: { $names } moved up from the waiting list and has a seat.
class-called-off = Class { $number } is cancelled; participants told: { $people }. They can be nominated for another class.
class-cancelled-told = Class { $number } ({ $starts_on } to { $ends_on }) is cancelled. Please nominate { $names } for another class.
class-unknown = There is no such class. Please open it from “Training schedule”.
class-ends-before-start = The last day is before the first ({ $starts_on }). Please change it.
class-without-seats = At least one seat.
class-cancelled = This class has been cancelled.
class-has-results = Results of this class are entered; it can be neither changed nor cancelled.
class-kind-fixed = Somebody was nominated, so the kind stays. Please set up another class.
class-not-over = The class ends on { $ends_on }; results are entered from that day on.
class-empty = Nobody takes part in this class yet. Please nominate first.
class-over = This class ended on { $ends_on }. Please choose another one.
class-other-kind = This class trains { $kind ->
    [senior_examiner] senior examiners
    [examiner] examiners
    [exam_manager] exam managers
   *[other] supervisors
 }. Please choose another one.
class-elsewhere = This class is not held by your management station. Please choose another one.
already-trained = The training is passed already ({ $on }).
already-nominated = A class is arranged already.
not-in-class = Somebody on the list is not in this class. Please open it again.
trained-and-approved = { $number } was approved on the strength of this result, so it stays.

form-training_results = Training results
training_results-training_class = Training class
    .ask = Results of which class?
training_results-absent = Absent
    .ask = Who was absent? Several may be chosen; skip if everybody came.
training_results-failed = Not passed
    .ask = Of those present, who did not pass? Several may be chosen; skip if everybody passed.
training-recorded = Class { $number }: { $passed } of { $of } passed. The units have been told. A mistake is corrected by entering once more.
training-results-told = Results of class { $number }:
training-result-line = { $name }　{ $result }
next-training_results = Enter the results
next-training_class = { $argument ->
    [none] New class
   *[other] Change this class
 }

form-cancel_class = Cancel a training class
cancel_class-training_class = Training class
    .ask = Which class is cancelled?
cancel_class-sure = Confirmation
    .ask = Cancel it? All participants will be told.
nothing-changed = All right, nothing was changed.

form-training_classes = Training schedule
    .also = list of classes, training
classes-none = There are no training classes yet.
classes-listed = Training classes:
classes-line = { $n } { $number }　{ $kind }　{ $mode }　{ $starts_on } to { $ends_on }　{ $taken }/{ $seats }{ $waiting ->
    [none] {""}
   *[other] 　waiting { $waiting }
 }{ $cancelled ->
    [yes] 　cancelled
   *[no] {""}
 }
class-shown =
    Class { $number }　{ $kind }　{ $state }
    { $mode }　{ $place }
    { $starts_on } to { $ends_on }　seats { $seats }, taken { $taken }{ $waiting ->
        [none] {""}
       *[other] , waiting { $waiting }
    }
class-participant = · { $name }　{ $unit }{ $waiting ->
    [none] {""}
   *[other] 　number { $waiting } on the waiting list
 }{ $result ->
    [none] {""}
   *[other] 　{ $result }
 }
next-training_classes = { $argument ->
    [none] Training schedule
   *[other] See { $argument }
 }

form-examiners = Register of examiners
    .also = examiners, list of examiners
examiners-none = There are no examiners in the register yet.
examiners-listed = Register ({ $count } entries):
examiners-line = { $n } { $number }　{ $name }　{ $kind }　{ $trades }　{ $unit }　until { $valid_until }　{ $state }
examiner-shown =
    { $number }　{ $name }　{ $kind }　{ $state }
    Unit: { $unit } ({ $code })
    Trained { $trained_on }　appointed { $appointed_on }　valid until { $valid_until }
examiner-trade = { $name } ({ $code }): { $levels }
examiner-register-xlsx = register of examiners.xlsx
examiner-unknown = This person is not in the register. Please choose from the list.
examiner-ended = The appointment ended on { $on }.
account-signs-in = Signs in as: { $user_name }
account-missing = No personal account yet, cannot sign in.
next-examiners = { $argument ->
    [none] Register of examiners
   *[other] See { $argument }
 }

form-end_appointment = End an appointment
    .also = dismiss
appointed-option = { $name }　{ $kind }　{ $number }
end_appointment-holder = Person
    .ask = Whose appointment ends?
end_appointment-sure = Confirmation
    .ask = End it? A new appointment needs a new application; earlier work stays on record.
appointment-ended = The appointment of { $name } ({ $number }) ended on { $on }.
appointment-ended-told = Your appointment ended today. Questions go to your unit or the management station.

form-personal_account = Open a personal account
    .also = personal account
personal_account-holder = Person
    .ask = For whom?
    .hint = The list holds people appointed who cannot sign in yet.
    .refused-pick-unknown = This person needs no opening: there is an account, or no entry in the register. Please choose from the list.
personal_account-user_name = User name
    .ask = Please choose a user name of 2 to 30 characters.
personal-account-opened = The account “{ $user_name }” is open. Please hand user name and first password to the person; the password is good for { $days } days and has to be changed at the first sign-in. If it was not used, another one can be given.
personal-account-password = First password: { $password } (shown only now)
personal-account-there = The person has an account: the same user name and password serve every role. A forgotten password is reset by the person.

form-supervisor = Register a supervisor
    .also = new supervisor
    .review = Who was trained is appointed at once; who was not, by passing a class. Reply “submit”, or the number of an item to change it.
supervisor-name = Name
supervisor-id_number = ID number
    .hint = 18 characters; a final X is written X. Kept encrypted.
supervisor-sex = Sex
    .ask = The old residence card does not show the sex. Please choose.
supervisor-born = Date of birth
    .ask = Please write the date of birth.
supervisor-works_at = Unit
    .ask = At which unit? Please write the full name.
    .hint = Nobody supervises their own unit.
supervisor-phone = Phone
    .ask = Please write the phone number.
    .hint = Mobile: 11 digits. Landline: with area code.
supervisor-trained = Trained
    .ask = Has the training been passed?
supervisor-training = Training
    .ask = Which training was it?
supervisor-trained_on = Passed on
    .ask = On which day was it passed?
supervisor-valid_until = Valid until
    .ask = Until which day is the appointment valid?
supervisor-registered = { $name } is registered as { $number }: { $state }.
validity-over = { $valid_until } is over. Please write a later day.
supervisor-known = This person is in the register already. To change the entry, end it and register anew.
supervisor-ended = The appointment ended on { $on }.

form-supervisors = Register of supervisors
    .also = supervisors
supervisors-none = There are no supervisors in the register yet.
supervisors-listed = Register of supervisors ({ $count } entries):
supervisors-line = { $n } { $number }　{ $name }　{ $works_at }　until { $valid_until }　{ $state }
supervisor-shown =
    { $number }　{ $name }　{ $state }
    Unit: { $works_at }　Phone: { $phone }
    Training: { $training ->
        [none] training class
       *[other] { $training }
    }{ $trained_on ->
        [none] , not passed yet
       *[other] , passed on { $trained_on }
    }　valid until { $valid_until }
supervisor-unknown = This person is not in the register. Please choose from the list.
next-supervisors = { $argument ->
    [none] Register of supervisors
   *[other] See { $argument }
 }

my-data-of-register = You are in the register of examiners or supervisors. It has to be kept for { $years } years, so nothing can be erased until then; your wish is noted and will be handled in time.

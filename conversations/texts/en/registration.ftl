# 报名: the form, what is wrong with it, the stamped form, and what became of it.

form-registration = Registration
    .also = 报名 register apply exam
    .review = Please check everything against your documents: after submission nothing can be changed, and each batch takes one registration a person. Reply “Submit”, or the number of an item to change it.

batch-option = Station { $station }: { $type }, exam { $exam_on }, registration until { $last_day }
registration-batch = Batch
    .ask = Which batch?
    .hint = Search by station number, school or trade.
    .refused-already-registered = You are registered in this batch already; each batch takes one registration a person. Say “my registrations” to see how far it is, or choose another batch.
    .refused-candidate-serves = { $duty ->
        [examines] Examiners do not sit an exam they examine. Please choose another batch.
       *[supervises] Supervisors do not sit an exam they supervise. Please choose another batch.
     }
    .refused-window-closed = Registration for this batch closed at the end of { $last }. Please choose another batch.
    .refused-window-not-open = Registration for this batch opens on { $opens }. Please come back then, or choose another batch.
    .refused-batch-full = This batch is full. Please choose another one, or ask the station for more seats.
registration-name = Name
registration-sex = Sex
registration-born = Born
registration-photo = Photo
    .ask = Please send an ID photo (小2寸).
    .hint = From the front, bare-headed, light background, at least 295×413. In WeChat choose “original”, in Telegram send it as a file.
registration-id_number = ID number
registration-school = School
    .ask = Which school do you attend?
    .hint = Its full name, as on the student card.
registration-education = Education
    .ask = Which education?
    .hint = Students choose the one attended now, others the highest finished.
registration-enrolled_on = Enrolled
    .ask = In which year and month did you enrol?
    .hint = As on the student card, for example 2023-09.
registration-major = Subject
    .ask = Which subject do you study?
registration-held_skill = Skill certificate held
    .ask = Do you hold a skill certificate? Write the occupation or trade printed on it, or skip.
registration-held_level = Its level
    .ask = Which level is that certificate?
registration-held_on = Its date
    .ask = On which day was that certificate issued?
registration-held_certificate_number = Its number
    .ask = What is the number of the certificate?
registration-held_issuer = Its issuer
    .ask = Who issued it?
registration-trade = Trade
    .ask = Which trade do you apply for?
registration-years_in_trade = Years in the trade
    .ask = How many years have you worked in it?
    .hint = Whole years; 0 if none.
registration-level = Level
    .ask = Which level do you apply for?
    .refused-batch-full = This level is full. Please choose another one, or ask the station for more seats.
registration-phone = Phone
    .ask = Which phone number?
    .hint = A mobile of 11 digits. Students without one give the landline at home, with area code.
    .refused-phone-mobile-only = A mobile of 11 digits is wanted here; only students may give a landline.
registration-condition = Condition
    .ask = Which of these do you meet?
    .hint = Choose one; the proofs asked for follow from it.
registration-held_title = Professional title
    .ask = Which professional title do you hold?
registration-title_on = Date of the title
    .ask = On which day was it awarded?
registration-finished_at = School of the diploma
    .ask = Which school is the diploma of?
    .hint = Its full name.
registration-graduating = Final year
    .ask = Do you graduate this year?
registration-leaves_for_practice = Leaving for practice
    .ask = On the exam day you will not have been in school for two years. Is it because you leave for practice in the third year?
    .hint = If so, the station confirms it.
registration-class_hours = Class hours
    .ask = How many hours of training in this trade did you have at school, in all?
registration-other = Other
    .ask = Is there anything to add? If not, skip.
registration-has_employer = Employer
    .ask = Do you have an employer now?
    .hint = With one, the employer stamps the form; without, you sign a pledge.
registration-employer = Present employer
    .ask = Where do you work?
    .hint = The full name; this employer stamps the form.
registration-study = Schools attended
    .ask = Schools attended
    .more = Is there another school after it? From junior middle school up to the present one.
registration-study-since = From
    .ask = From which year and month? Entry 1 is junior middle school.
registration-study-until = To
    .ask = Until which year and month? Skip it if you still attend.
registration-study-school = School
    .ask = Which school?
registration-study-stage = Kind
    .ask = Which kind of school?
registration-study-class_name = Class
    .ask = Which class? Skip it if you do not remember.
registration-work = Work
    .ask = Work
    .more = Is there another employment?
registration-work-since = From
    .ask = From which year and month?
registration-work-until = To
    .ask = Until which year and month? Skip it if you still work there.
registration-work-employer = Employer
    .ask = At which employer?
registration-work-occupation = Post
    .ask = In which post?
registration-work-related = Related to the trade
    .ask = Is it the trade applied for, or a related one?
    .hint = The station checks it with your proofs.
registration-id_card_front = ID card, portrait side
    .ask = Please photograph the side of the ID card with your picture.
registration-id_card_back = ID card, emblem side
    .ask = Please photograph the side of the ID card with the emblem.
registration-student_card = Student card
    .ask = Please photograph the student card; picture and enrolment date must be legible.
    .hint = Without one, a certificate of enrolment will do.
registration-skill_certificate = Skill certificate
    .ask = Please photograph the skill certificate you hold.
registration-title_certificate = Title certificate
    .ask = Please photograph the certificate of the professional title.
registration-diploma = Diploma
    .ask = Please photograph the diploma.
registration-work_proof = Proof of years worked
    .ask = Please photograph the proof of the years worked.
    .hint = Stamped by the employer, or the social insurance record.
registration-class_hours_proof = Proof of class hours
    .ask = Please photograph the school's proof of the training hours.
registration-pledge = Pledge
    .ask = Please photograph the signed pledge.
    .hint = Without an employer, the pledge stands for the stamp. You may write it by hand, in Chinese: “本人目前无工作单位，自愿申报本次评价。本人承诺：以上所填内容和提交的材料真实、准确、完整；如有不实，愿意承担由此产生的一切后果。” Sign it and add the date.

registration-filed =
    Submitted, number { $number }. Next: download the form, have it stamped by { $stamped_by ->
        [student] the school's office
       *[other] your employer
    }, photograph it and send it back (say “stamped form”). The registration counts once this is done, by the end of { $day }/{ $month } (day/month).
registration-complete = Submitted, number { $number }. The registration is complete; no stamp is needed. You can keep the form. Should the station find something missing, we tell you; it must be in by the end of { $day }/{ $month } (day/month).
application-form-pdf = Application form { $number }.pdf
application-form-word = Application form { $number }.docx

form-stamped_form = Stamped form
    .also = upload stamp 盖章表
stamped_form-registration = Registration
    .ask = Which registration does the form belong to?
    .none = No registration waits for its stamped form. To send another one, say my_registrations and choose the registration.
    .refused-window-closed = This batch closed at the end of { $last }; nothing can be sent any more. Please talk to the station, or register in the next batch.
    .refused-pick-unknown = There is no such registration. Please choose from the list.
stamped_form-stamped = Stamped form
    .ask = Please send the stamped form, as a picture or PDF.
    .hint = The whole page, with a legible stamp.
stamped-form-taken = Received; registration { $number } is complete. { $trade }, { $level }, exam on { $exam_on } at { $station }. Until the end of { $day }/{ $month } (day/month) you may still send a clearer picture.
registration-option = { $number }  { $trade }  { $level }

form-my_registrations = My registrations
    .also = 我的报名 progress
next-my_registrations = { $argument ->
    [none] My registrations
   *[other] { $argument }
 }
registration-state-submitted = stamped form awaited
registration-state-returned = returned for correction
registration-state-complete = complete, the station reviews it
registration-state-approved = approved by the station
registration-state-rejected = rejected by the station
registrations-none = You have no registration yet. Register now, or first see which level is open to you.
registrations-listed = Your registrations:
registrations-line = { $n } { $number }  { $trade }  { $level }  { $station }  exam { $exam_on }  { $state }
registrations-one =
    { $number }: { $state }
    { $trade }  { $level }
    { $station }, exam { $exam_on }
registrations-stamp-due = The stamped form is still missing; it counts if sent by the end of { $day }/{ $month } (day/month).
registrations-stamped = The stamped form is in; until the end of { $day }/{ $month } (day/month) you may still send a clearer one.
registrations-stamp-late = The stamped form did not come by the end of { $day }/{ $month } (day/month), so this registration does not count. You may register in the next batch.

registration-not-submitted = { $state ->
    [complete] This registration is complete already; nothing more is to be sent.
    [approved] This registration is approved; nothing more is to be sent.
    [rejected] This registration was rejected; nothing more is to be sent.
   *[other] This registration was returned; please correct it first.
 }
candidate-serves = { $duty ->
    [examines] Examiners do not sit an exam they examine. Please choose another batch.
   *[supervises] Supervisors do not sit an exam they supervise. Please choose another batch.
 }
already-registered = You are registered in this batch already; each batch takes one registration a person.
batch-full = All seats are taken. Please choose another level or batch, or ask the station for more seats.
window-closed = Registration closed at the end of { $last }.
window-not-open = Registration opens on { $opens }.
wrong-candidate-type = This batch is for { $wanted ->
    [employed] employed people
    [student] students
   *[other] other candidates
 }, not for { $given ->
    [employed] employed people
    [student] students
   *[other] other candidates
 }. Please choose another batch.
trade-not-offered = This batch does not examine { $unit }. Please choose another trade or batch.
level-not-offered = This batch does not examine { $unit }, { $level }. Please choose another level or batch.
level-not-in-unit = { $unit } has no { $level }.
level-closed = { $unit }, { $level }, is not open now. Please choose another level.
unit-incomplete = Name and levels of { $unit } have yet to be confirmed, so it cannot be chosen now.
condition-not-available = This condition cannot be claimed for this level. Please choose the condition again.
name-missing = No name is on record.
phone-missing = The phone number is missing.
school-missing = The school is missing.
education-missing = The education is missing.
enrolled-on-missing = The enrolment date is missing.
major-missing = The subject is missing.
employer-missing = The present employer is missing.
work-missing = The work history is missing; please write at least the present employment.
study-missing = The schools are missing. Please write them from junior middle school up to the present one.
material-missing = Still missing: { $material ->
    [photo] the photo
    [id_card_front] the portrait side of the ID card
    [id_card_back] the emblem side of the ID card
    [student_card] the student card
    [class_hours_proof] the proof of class hours
    [skill_certificate] the skill certificate
    [title_certificate] the title certificate
    [diploma] the diploma
    [work_proof] the proof of years worked
    [pledge] the pledge
   *[other] the stamped form
 }.
under-age = You must be { $years } on the exam day, which is so from { $on } on. Please choose a batch after that.
enrolled-in-future = The enrolment lies in the future. Please look at the student card.
enrolled-too-young = By this date you enrolled before the age of { $years }. Please look at the student card.
study-starts-too-late = The schools begin with junior middle school; now the first begins { $since }. Please add those before it.
study-overlap = Schools { $first } and { $second } overlap. Please change the months.
study-gap = Between schools { $first } and { $second } there is a gap ({ $since } to { $until }). Please fill it, or change the months.
study-ends-elsewhere = The last school must be { $school }, which you attend now, without an end.
study-reversed = School { $n } ends before it begins. Please change the months.
study-future = School { $n } begins in the future. Please change the months.
study-before-birth = School { $n } begins before you were born. Please change the months.
work-reversed = Employment { $n } ends before it begins. Please change the months.
work-future = Employment { $n } lies in the future. Please change the months.
work-before-birth = Employment { $n } begins before you were born. Please change the months.

need-age = The condition asks for the age of { $years } on the exam day.
need-work = The condition asks for work in this or a related occupation; the work history has none.
need-worked = The condition asks for { $years } years of related work in all; by the work history they are not full on the exam day.
need-worked-since-certificate = The condition asks for { $years } years of related work after a { $held } certificate; by the work history and the date of the certificate they are not full on the exam day.
need-worked-since-title = The condition asks for { $years } years of related work after { $title ->
    [junior] a junior
    [intermediate] an intermediate
   *[other] a senior
 } title; by the work history they are not full on the exam day.
need-certificate = The condition asks for a certificate of { $held } or higher. Please write it under “skill certificate held”, or choose another condition.
need-certificate-held = The condition asks for a { $held } certificate held for { $years } years, which are not full on the exam day.
need-title = The condition asks for { $title ->
    [junior] a junior
    [intermediate] an intermediate
   *[other] a senior
 } title or higher.
need-diploma = The condition asks for a diploma ({ $schooling ->
    [secondary_vocational] secondary vocational or technical school and above
    [senior_technical] senior-worker class and above
    [college] college and above
   *[other] technician college
 }), which the education given does not show. Please choose another condition, or change the education.
need-diploma-assessed = The condition takes only diplomas of assessed schools ({ $schooling ->
    [college] college and above
   *[other] of that kind
 }); the school given is not among them. Please choose another condition.
need-schooling = The condition asks for attending { $schooling ->
    [secondary_vocational] a secondary vocational or technical school, or above
    [college] a college, or above
   *[other] a technician class
 }, which the education given does not show. Please change the education, or choose another level.
need-birth-year = The condition asks for birth in { $first } to { $last }; you were born in { $born }. Please choose another level.
need-years-in-school = The condition asks for { $years } full years in school on the exam day ({ $months } months when leaving for practice in the third year); by the enrolment they are not full. Please choose another level, or a later batch.
need-class-hours = The condition asks for { $hours } hours of training; { $has } were given.

confirm-school-and-major = Please check that school and subject on the student card correspond to the trade.
confirm-enrolment-as-on-student-card = Please check that the enrolment date is the one on the student card.
confirm-practice = Fewer than two years in school, said to be leaving for practice ({ $months } months are full). Please confirm.
enrolment-differs-from-study = The enrolment { $enrolled } differs from the beginning of the last school { $since }. Please check.
birth-years-reversed = The birth years printed for { $level } are { $first }–{ $last }, the wrong way round; nothing was judged by them. Please decide.
birth-years-not-set = No birth years are set for { $level }; nothing was judged by them. Please decide.

# Notices, broadcasts, contacts, complaints.

form-notices = Notices
    .also = announcements procedure samples standards 通知公告
notices-notice = Notices
    .ask = Which one would you like to read?
    .hint = ● marks what you have not read yet. A part of the heading finds it.
    .refused-pick-unknown = That one was withdrawn, or is not meant for you. Please choose from the list.
notices-page = Page
notices-edition = Version
notice-option-read = { $heading } { $on }
notice-option-unread = ● { $heading } { $on }
notice-option-withdrawn = (withdrawn) { $heading } { $on }
notice-option-coming = (to come) { $heading } { $on }
notices-none = There is no notice for you at present. For questions, please see “Contacts”.
notice-kind-notice = Notice
notice-kind-procedure = Procedure
notice-kind-sample = Sample form
notice-kind-standard = Standard
notice-head =
    { $kind }: { $heading }
    { $publisher }, from { $on }, version { $version }{ $standing ->
        [before] ; there is a newer one, this no longer counts
        [coming] ; not yet in force
        [withdrawn] ; withdrawn
       *[now] {""}
    }
notice-text = { $text }
notice-page = (page { $page } of { $of })
notice-receipts = Read by { $read } of { $of } people.
notice-silent = Nobody has read it at { $count } institutions: { $institutions }
notice-unknown = There is no such notice, or it is not meant for you.
notice-changed-meanwhile = Somebody has just changed this notice. Please open the latest version and change that.
notice-past-day = It can be valid from today at the earliest.
next-notices = { $argument ->
    [none] Notices
   *[other] Open this notice
 }
next-notices-next = Next page
next-notices-previous = Previous page
next-notices-older = The version before
next-notices-current = The version in force

form-publish = Publish a notice
    .also = announce 发布通知
    .review = Please check who gets it and how many they are. Reply “submit” to publish, or a number to change that item. It can be changed or withdrawn later.
box-audience = Audience
    .ask = Who is it for?
box-region = Region
    .ask = For one province only? Skip for all.
    .hint = Institutions whose region is not entered yet get nothing that goes by province.
box-programme = Programme
    .ask = Only for institutions of one programme? Skip for both.
publish-institution = Institution
    .ask = Which institution?
    .hint = Its number, school or pinyin initials find it.
broadcast-institution = Institution
    .ask = Which institution?
    .hint = Its number, school or pinyin initials find it.
box-reach = Reaches now
audience-kind-everyone = Everyone
audience-kind-candidates = All candidates
audience-kind-stations = All exam stations
audience-kind-examiners = All examiners
audience-kind-supervisors = All supervisors
audience-kind-applicants = All applicant units
audience-kind-officers = Management stations, branches and centre
audience-kind-institution = One institution
reached-people = { $people } people, { $pushed } of them by push on WeChat or Telegram, the others on the page
reached-institutions = { $people } people at { $institutions } institutions (such as { $sample }), { $pushed } of them by push on WeChat or Telegram, the others on the page
audience-out-of-reach = That is outside of your reach. Please choose a region, institution and programme you look after.
audience-empty = There is nobody there at present, so nothing can be sent. Please choose another audience.
publish-kind = Kind
    .ask = What is published?
    .hint = Of procedures, samples and standards the latest version counts; older ones stay readable.
publish-heading = Heading
    .ask = Please write the heading, at most 40 characters.
publish-text = Text
    .ask = Please write the text, at most 3000 characters.
    .hint = Paragraphs stay; a long text is cut into pages.
publish-attachments = Attachments
    .first = Any attachments? Pictures or PDFs, at most 5.
    .more = Another attachment?
publish-attachments-sheet = Attachment
    .ask = Please send a picture or PDF.
publish-valid_from = Valid from
    .ask = From which day on?
    .hint = It is seen from that day; an older version counts until the day before.
notice-published = “{ $heading }” is published, version { $version }, to be seen from { $on } by { $people } people at present.
notice-withdrawn = “{ $heading }” is withdrawn; others no longer see it, what was read stays noted.
notice-restored = “{ $heading }” is back.
next-publish = { $argument ->
    [none] Publish a notice
   *[other] Change (a new version)
 }
form-withdraw_notice = Withdraw a notice
next-withdraw_notice = Withdraw
next-withdraw_notice-undo = Bring it back

form-broadcast = Broadcast
    .also = push message to all 群发通知
    .review = Once sent it cannot be taken back. Please look at the number and at the sample, reply “submit” to begin, or a number to change that item.
broadcast-text = Text
    .ask = Please write the message, at most 500 characters.
broadcast-sample = As it is read
broadcast-message =
    { $text }
    — { $sender }
broadcast-of-notice = A new notice: “{ $heading }”. Please open it.
broadcast-open = Open the notice
broadcast-begun = On its way to { $count } people; you will hear when it is done.
broadcast-begun-at-night = On its way to { $count } people. These are quiet hours: phones get it at { $until }, the page shows it at once.
broadcast-done = Your message has been sent to { $count } people.
broadcast-stopped = Stopped after { $sent } of { $planned } people. What was sent cannot be taken back.
broadcast-ended = That broadcast is over already.
broadcast-unknown = There is no such broadcast.
next-broadcast = Broadcast
next-broadcast-notice = Push a reminder now
form-stop_broadcast = Stop sending
next-stop_broadcast = Stop sending

form-contacts = Contacts
    .also = phone address 联系我们
contacts-institution = Institution
    .ask = Which institution would you like to reach?
    .hint = Its number, school or pinyin initials find it.
contacts-none = No contacts have been entered yet. These numbers help:
contacts-of = { $name }
contacts-line = { $n }{ $department }　{ $known }
contact-unknown = There is no such contact.
contact-unreachable = Please give a phone number or an e-mail address, otherwise nobody can be reached.
form-contact = Contact
    .also = change contact 联系人
    .review = Everybody will see this. Reply “submit”, or a number to change that item.
contact-institution = Institution
    .ask = A contact of which institution?
    .hint = Its number, school or pinyin initials find it.
contact-department = Department
    .ask = Which department?
contact-person = Person
    .ask = Whose name shall stand there? Skip for none.
contact-phone = Phone
    .ask = Please write the phone number, a mobile or a landline with its area code.
contact-email = E-mail
    .ask = Please write the e-mail address, or skip.
contact-kept = Kept: { $department }.
contact-removed = Removed: { $department }.
contact-restored = Back again: { $department }.
next-contacts = Contacts
next-contact = { $argument ->
    [none] Add a contact
   *[other] Change number { $argument }
 }
form-remove_contact = Remove a contact
next-remove_contact = Remove this contact
next-remove_contact-undo = Bring it back

form-complaint = Complaint
    .also = complain report 举报投诉
    .review = The management station and the centre handle it; it does not go to the institution it is about. Reply “submit”, or a number to change that item.
complaint-anonymous = Anonymous
    .ask = Do you want to stay anonymous?
    .hint = Then we keep nothing of who you are, and what was said here is wiped when you submit; the result is found by a receipt and a code. Otherwise we tell you the result here. The records of WeChat or Telegram themselves you have to delete yourself.
complaint-about = About
    .ask = What is it about?
about-station = An exam station or institution
about-batch = The exams of a batch
about-certificate = A certificate
about-person = A person
about-other = Something else
complaint-institution = Institution
    .ask = Which institution?
    .hint = Its number, school or pinyin initials find it.
complaint-batch = Batch
    .ask = Which batch? Its number, such as 2026-0417; if you do not know it, where and when the exam was.
complaint-certificate = Certificate number
    .ask = What is the certificate number?
complaint-whom = Person
    .ask = Who is it about? A name or an office.
complaint-works_at = Institution
    .ask = Which institution has to do with it? Skip if you do not know.
    .hint = If you name it, the complaint does not get into its hands.
complaint-what = What happened
    .ask = Please tell what happened, when and where.
    .hint = At most 3000 characters.
complaint-evidence = Evidence
    .first = Any pictures or PDFs? At most 9.
    .more = Another one?
complaint-evidence-sheet = Evidence
    .ask = Please send a picture or PDF.
complaint-contact = Contact
    .ask = May we contact you? Leave a number or address, or skip.
    .hint = Whoever handles it may have a question. If you stay anonymous, a contact can give you away.
complaint-taken = Received, number { $number }. The management station and the centre handle it; you will hear the result here.
complaint-receipt-once =
    Received, number { $number }, code { $code } (shown this once).
    The management station and the centre handle it; you will hear the result here. On another device, number and code open it under “Complaint result”.
complaint-not-kept = (what was said here is not kept)
complaint-receipt-once-anonymous =
    Received. Please note this now; it is shown once and nobody can find it again:
    Number { $number }
    Code { $code }
    The management station and the centre handle it. Under “Complaint result” these two show you what came out.
complaint-news = A new complaint { $number }: { $about }.
complaint-unknown = There is no such complaint, or it is not yours to handle.
complaint-in-other-hands = { $state ->
    [answered] This complaint has been answered.
    [claimed] Somebody else has this complaint in hand.
   *[other] Nobody has taken this complaint in hand.
 }

form-complaint_status = Complaint result
    .also = complaint status 举报查询
complaint_status-number = Number
    .ask = Please write the number of the receipt, such as TS26-0001.
complaint_status-code = Code
    .ask = Please write the code, 10 characters.
complaint-not-found = Nothing was found. Please compare number and code with your receipt.
complaint-state-filed = waiting
complaint-state-claimed = in hand
complaint-state-answered = answered
complaint-under-way = Complaint { $number } ({ $on }): { $state }.
complaint-answer =
    What came of complaint { $number }: { $result } ({ $on })
    { $answer }
next-complaint = Complaint
next-complaint_status = See the result

form-complaints = Complaints
    .also = handle complaints 举报处理
complaints-none = There are no complaints at present.
complaints-listed = Complaints, unanswered ones first:
complaints-line = { $n } { $number } { $about }, { $concerned }, { $on }, { $state }
complaint-shown =
    { $number }, { $state }, { $on }{ $anonymous ->
        [yes] , anonymous
       *[no] {""}
    }
    About: { $about } { $subject }
    Institution: { $concerned }
    Contact: { $contact }
    { $text }
complaint-shown-answer =
    Result: { $result } ({ $on })
    { $answer }
next-complaints = { $argument ->
    [none] Complaints
   *[other] Open { $argument }
 }
next-complaints-claim = I take it in hand
next-complaints-release = Give it back
form-complaint_answer = Answer a complaint
    .review = An answer cannot be changed. Whoever gave a name gets it at once, others by their receipt. Reply “submit”, or a number to change that item.
complaint_answer-number = Number
complaint_answer-result = Result
    .ask = What came out?
complaint-result-upheld = upheld
complaint-result-partly_upheld = partly upheld
complaint-result-not_upheld = not upheld
complaint-result-passed_on = passed on to the authority responsible
complaint_answer-words_said = Answer
    .ask = Please write the answer, at most 500 characters.
    .hint = Whoever complained will read it; no personal data of others, please.
complaint-answered = { $number } is answered; the answer is in the chat of whoever complained.
complaint-answered-anonymous = { $number } is answered; whoever complained finds it by the receipt.
next-complaint_answer = Answer

# Spot checks: the request, the answer, what was found; who hears what.

spot-check-unknown = There is no such spot check. Please choose from the list.
spot-check-too-early = Batch { $number } has not been examined yet and cannot be checked.
spot-check-open = The spot check of batch { $number } is not closed yet.
spot-check-nothing-to-draw = There is nothing to draw: all batches examined lately have been checked.
spot-check-moved-on = Somebody has just dealt with this spot check. Please open it from the list.
spot-check-none-to-answer = No spot check waits for an answer.
spot-check-none-answered = No spot check waits for a finding.
spot-check-material-papers = paper answers
spot-check-material-photos = photos
spot-check-material-video = video
spot-check-conclusion-in_order = in order, closed
spot-check-conclusion-correct = to be put right
spot-check-conclusion-violation = violation, closed and dealt with elsewhere
spot-check-batch-option = { $number }, { $station }, exam { $exam_on }
spot-check-option = { $number }, { $station }, by { $due_on }{ $late ->
    [yes] {" "}(overdue)
   *[no] {""}
 }

form-spot_check = Spot check
    .also = draw a batch
    .review = Please look it through. The station is told once you submit. Reply "submit", or the number of an item to change it.
next-spot_check = Check a batch
spot_check-how = How
    .ask = A batch you name, or one drawn at random?
spot-check-choice-named = A batch I name
spot-check-choice-drawn = Draw one
spot_check-batch = Batch
    .ask = Which batch is to be checked?
    .refused-pick-unknown = This batch cannot be checked now: not examined yet, checked already, or too long ago. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only batches examined lately and never checked are listed.
spot_check-seed = Number to draw by
    .ask = By which number shall it be drawn?
    .hint = You may write a number made public on the spot, such as a lottery result; the same number and list give everybody the same batch. Skip it and one is made at random and noted.
spot_check-wanted = What to show
    .ask = What is the station to show?
spot_check-request = Further wishes
    .ask = Anything in particular?
spot_check-due_on = Answer by
    .ask = By which day?
    .hint = Such as 2026-10-20.
spot-check-asked = The station of batch { $number } has been asked.
spot-check-drawn = Out of { $pool } batches { $number } ({ $station }) was drawn by the number { $seed }. The station has been told.
spot-check-told-asked = Batch { $number } is being checked. By { $due_on }, please provide: { $wanted }. { $note }

form-spot_checks = Spot checks
    .also = checks
next-spot_checks = { $argument ->
    [none] Spot checks
   *[other] See this spot check
 }
spot-checks-none = There has been no spot check yet.
spot-checks-listed = Spot checks:
spot-checks-line = { $n } { $number }, { $station }, { $state ->
    [asked] { $late ->
        [yes] unanswered, was due { $due_on }
       *[no] to be answered by { $due_on }
    }
    [answered] answered, waits for a finding
   *[closed] closed
 }
spot-check-head =
    Batch { $number }, { $station }
    Asked for on { $asked_on }: { $wanted }. { $note ->
        [none] {""}
       *[other] { $note }
     }
    { $state ->
        [asked] { $late ->
            [yes] Unanswered, was due { $due_on }
           *[no] To be answered by { $due_on }
        }
        [answered] Answered, waits for a finding
       *[closed] Closed
     }
spot-check-draw = Drawn at random out of { $pool } batches by the number { $seed }
spot-check-answer = Answered on { $on }: { $answer } Kept at: { $place ->
        [none] not said
       *[other] { $place }
     }. Enclosures: { $files }
spot-check-verdict = Found on { $on }: { $conclusion }. { $findings }{ $correction ->
        [none] {""}
       *[other] {" "}To be put right by { $correct_by }: { $correction }
     }
spot-check-file = Enclosure { $n }
spot-check-request-shown = { $wanted }. { $note } (by { $due_on })

form-spot_check_reply = Answer a spot check
    .also = spot check answer
    .review = Please look it through. The management station sees it once you submit. Reply "submit", or the number of an item to change it.
next-spot_check_reply = Answer the spot check
spot_check_reply-check = Spot check
    .ask = Which spot check do you answer?
    .refused-pick-unknown = This spot check needs no answer any more. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only spot checks that wait for you are listed.
spot_check_reply-request = Asked for
spot_check_reply-answer = Answer
    .ask = Please explain.
spot_check_reply-place = Where it is kept
    .ask = Where are paper answers and video kept?
    .hint = For example: archive room, cabinet 3; video on disk B.
spot_check_reply-files = Enclosures
    .first = Do you want to enclose photos or scans?
    .more = Another one?
spot_check_reply-files-file = Photo or PDF
    .ask = Please send the photo or PDF.
    .hint = 1 MB each at most.
spot-check-answered = The spot check of batch { $number } has been answered, and the management station told.
spot-check-told-answered = { $station } has answered the spot check of batch { $number }, { $files } enclosures. Please have a look.

form-spot_check_finding = Finding of a spot check
    .review = Please look it through. The station is told once you submit. Reply "submit", or the number of an item to change it.
next-spot_check_finding = Write the finding
spot_check_finding-check = Spot check
    .ask = Which spot check?
    .refused-pick-unknown = This spot check waits for no finding any more. Please choose from the list.
    .refused-pick-nothing = Nothing found for "{ $query }". Only spot checks that wait for a finding are listed.
spot_check_finding-findings = Findings
    .ask = What was found?
spot_check_finding-conclusion = Conclusion
    .ask = What is the conclusion?
spot_check_finding-correction = Correction
    .ask = What is to be put right? The station will read this.
spot_check_finding-correct_by = Put right by
    .ask = By which day?
spot-check-concluded = The finding on batch { $number } has been noted, and the station told. { $state ->
    [closed] The spot check is closed.
   *[other] The station answers again once it is put right.
 }
spot-check-told-in_order = The spot check of batch { $number } is closed: in order. { $findings }
spot-check-told-correct = The spot check of batch { $number } demands a correction: { $correction }. { $findings } Please put it right and answer by { $correct_by }.
spot-check-told-violation = The spot check of batch { $number } is closed: a violation was found, which the management station will deal with. { $findings }

# The words every form shares: questions, review, and what is said when an answer cannot be taken.

list-comma = {", "}
choice-yes = Yes
    .also = y yeah ok okay sure good agreed iagree
choice-no = No
    .also = n nope notgood
several-all = All of them

engine-step = Item { $step } of { $of }: { $title }
engine-entry-title = { $part } (entry { $n }): { $box }
engine-now = Now: { $value }
engine-keep = Keep as it is
engine-skip = Skip
engine-more = More
engine-left-empty = (left empty)
engine-review-title = Review
engine-review = Please check the { $count } items
engine-review-line = { $mark }{ $title }: { $answer }
engine-review-foot = Reply “Submit”, or the number of an item to change it.
engine-submit = Submit
engine-edit = Change { $title }
engine-reveal = Show in full, once
engine-cancel = Cancel
engine-edit-effect = If { $title } becomes “{ $value }”, these no longer apply and must be answered again: { $gone }. The other { $others } items stay.
engine-edit-keep = Change it
engine-edit-change = Leave it
engine-photo-received = Photo received: { $width }×{ $height }{ $done }, { $megabytes } MB. Please look at the preview: is it complete and clear?
engine-photo-turned = , turned upright
engine-photo-reduced = , made smaller
engine-pdf-received = File received: PDF, { $kilobytes } KB. Use this one?
engine-photo-keep = Good
engine-photo-change = Another one
engine-again = “{ $said }” came a second time; the one before is noted. Is it “{ $said }” here, too?
engine-again-keep = Yes
engine-again-change = No
engine-part-list = Which entry should change?
engine-part-more = Is there another entry?
engine-part-first = Fill in this part?
engine-part-done = That is all
engine-part-edit = Change entry { $n }
engine-part-remove = Take away entry { $n }
engine-part-add = Add an entry
engine-part-restore = Bring back what was taken away
photo-shown = { $kind ->
    [pdf] PDF, { $kilobytes } KB
   *[other] Picture, { $kilobytes } KB
 }
part-shown = { $count } entries

moved-on = That question was answered before; nothing was recorded twice. Here is the present one.
text-empty = Nothing was written yet. Please write the answer and send it.
file-not-asked-for = No picture or file is needed here. Please type the answer, or choose an option.
text-without-words = That has symbols only. Please write it in words.
text-too-long = At most { $most } characters fit here; this has { $length }. Please shorten it.
choice-unknown = It is not clear which one you mean. Please tap one, or reply its number.
several-unknown = “{ $word }” is not in the list above. Reply with its numbers, several are fine: 1 3.
pick-unknown = This cannot be chosen now. Please choose from the list, or search with other words.
pick-nothing = Nothing found for “{ $query }”. Try part of the name, the code, or pinyin initials.
day-unreadable = This is not a date we can read. Please write it like 2026-09-01.
month-unreadable = This is not a month we can read. Please write it like 2026-09.
day-impossible = There is no such day. Please check month and day.
day-too-early = This date is too early; the earliest is { $earliest }.
day-too-late = This date is too late; the latest is { $latest }.
number-unreadable = A number is wanted here, for example 400.
number-out-of-range = The number must lie between { $least } and { $most }.
number-not-whole = Please write a whole number.
number-too-precise = At most { $places } decimals, please.
photo-wanted = A picture is wanted here. Please take or choose one and send it.
photo-wanted-pdf = A picture or a PDF is wanted here. Please send one.
photo-no-pdf = A picture is wanted here, not a PDF. Please take or choose one and send it.
part-too-few = At least { $n } entries are needed here.
review-unknown = That is not clear. Reply “Submit”, or the number of the item to change.
edit-unknown = There is no such item, or it cannot be changed now. Please choose one on the review page.
back-at-first = This is the first item already.
password-wrong = The password is not right. Please try again.
password-again = Some time has passed; please enter your present password again.
engine-none = There is nothing to choose from here at present, so this has to wait. What you filled in stays.

# What the store and the reading of files refuse, whoever asks: what is wrong, and what to do.

not-yours = This is not in your name and cannot be seen or handled by you.
not-your-role = This is not within the rights of this account.
not-signed-up = Please sign up or log in first.
file-gone = This file is no longer here. Please open it again where it came from; if you just uploaded it, send it once more.
institution-unknown = There is no such institution. Please check the code.
unit-unknown = There is no such trade. Please choose from the list.
batch-unknown = There is no such batch. Please choose from the list.
batch-without-lines = The batch has no items yet. Please add at least one.
batch-not-open = This batch is not open for registration. Please look at other batches.
programmes-mixed = The two programmes cannot stand in one batch.
line-size = { $unit }, { $level }: a plan line carries 1 to { $most } people, now it says { $people }. For more, please add another line.
certificate-number-known = This certificate number exists already. Please check it.
registration-unknown = There is no such registration. Please open it from “My registrations”.
policy-value-unfit = “{ $name }” cannot have this value. Please fill it in as described.
id-number-known = This ID number cannot be used to sign up. If you signed up before, please log in or reset the password.

picture-empty = This file is empty. Please choose a picture again and send it.
picture-too-big = This file is too large (at most 20 MB). Please send a smaller picture.
picture-kind = This is not a picture ({ $kind }). Please send JPG, PNG, HEIC or WebP.
picture-unreadable = This picture cannot be opened; it may be damaged. Please take it again.
picture-truncated = This picture did not arrive whole. Please send it once more.
picture-too-many-pixels = This picture has { $width }×{ $height } pixels, which is too many. Please send a smaller one.
picture-too-slow = This file could not be processed. Please send another picture.
picture-type = A picture is wanted here. Please send JPG, PNG, HEIC or WebP.
picture-too-small = This picture has only { $width }×{ $height } pixels and would print blurred. Please send the original (at least { $min_width }×{ $min_height }); in WeChat tick “original”, in Telegram send it as a file.
portrait-shape = This picture is { $width }×{ $height }, which is not the shape of an ID photo. Please send an upright one (about 35:45).
upload-too-large = This file is too large (at most 1 MB). Please send a smaller one.
pdf-too-large = This PDF is too large (at most 1 MB). Please make it smaller, or send a photo instead.
pdf-encrypted = This PDF has a password. Please remove it, or send a photo instead.
pdf-broken = This PDF cannot be opened; it may be damaged. Please make it again, or send a photo instead.

certificate-number-unknown-form = A number of this form is not known; please check it.
certificate-number-issuer = The issuer part of this number is not known; please check it.
certificate-number-level = The level part of this number is not known; please check it.

exam-date-too-early = The exam date is too early; the earliest is { $earliest }.
reschedule-used = The exam date can be moved once, and that has been used.
reschedule-exam-over = The exam ({ $exam }) has begun or is over and cannot be moved.
reschedule-same-date = The new date is the old one ({ $exam }).
reschedule-not-future = The new date must lie after today ({ $today }).
reschedule-close-passed = The close for this date has passed. The earliest possible date is { $earliest }.
score-form = Please write the score as a number from 0 to 100, for example 82.5.
score-too-high = The highest score is { $highest }.
score-decimals = At most one decimal, please.

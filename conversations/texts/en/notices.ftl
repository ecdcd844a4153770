# Notices, broadcasts, contacts, complaints.

broadcast-message =
    { $text }
    — { $sender }
broadcast-open = Open the notice
broadcast-done = Your message has been sent to { $count } people.

# Reminders: before something is due, what waits, when the exam is; each with one button.

reminder-unknown = That reminder is not here any more.

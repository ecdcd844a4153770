# What jobs and rehearsals say.

rehearsal-backwards = The time of a rehearsal only moves forward; it is { $now } now.

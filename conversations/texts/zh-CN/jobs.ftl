# What jobs and rehearsals say.

rehearsal-backwards = 预演的时间只能往前走，现在是 { $now }。

# The conditions as printed (G§4.3; levels 2 and 1: 国家职业标准编制技术规程 2023), and the choices they speak of.

candidate-type-employed = Employed
candidate-type-student = Student
candidate-type-social = Other candidates

level-5 = Level 5 (junior worker)
level-4 = Level 4 (intermediate worker)
level-3 = Level 3 (senior worker)
level-2 = Level 2 (technician)
level-1 = Level 1 (senior technician)
level-industrial-engineering-3 = Junior
level-industrial-engineering-2 = Intermediate
level-industrial-engineering-1 = Senior

schooling-primary = Primary school
schooling-junior_middle = Junior middle school
schooling-high_school = High school
schooling-secondary_vocational = Secondary vocational or technical school
schooling-senior_technical = Senior-worker class of a technical school
schooling-technician_class = Technician class of a technician college
schooling-college = Junior college, higher vocational college
schooling-bachelor = Bachelor
schooling-postgraduate = Postgraduate

title-junior = Junior professional title
title-intermediate = Intermediate professional title
title-senior = Senior professional title

condition-5-1 = 16 years of age or more, going to work in this or a related occupation
condition-5-2 = 16 years of age or more, working in this or a related occupation
condition-4-1 = 5 years in all of work in this or a related occupation
condition-4-2 = After a level 5 (junior worker) certificate of qualification, skill level or capability in this or a related occupation, 3 years in all of work in it
condition-4-3 = A diploma in this or a related subject of a technical school, a secondary or higher vocational school, or a college or university (final-year students included)
condition-3-1 = 10 years in all of work in this or a related occupation
condition-3-2 = After a level 4 (intermediate worker) certificate of qualification, skill level or capability in this or a related occupation, 4 years in all of work in it
condition-3-3 = After a corresponding junior professional title (professional qualification), 1 year in all of work in this or a related occupation
condition-3-4 = A diploma in this or a related subject of a senior-worker class of a technical school, or above (final-year students included)
condition-3-5 = A level 4 (intermediate worker) certificate of qualification, skill level or capability in this or a related occupation, and a diploma in this or a related subject of a higher vocational college, college or university (final-year students included)
condition-3-6 = A diploma in this or a related subject of an assessed higher vocational college, college or university (final-year students included)
condition-2-1 = After a level 3 (senior worker) certificate of qualification, skill level or capability in this or a related occupation, 5 years in all of work in it
condition-2-2 = After a corresponding junior professional title, 5 years in all of work in this or a related occupation, 1 year of it after a level 3 (senior worker) certificate
condition-2-3 = After a corresponding intermediate professional title, 1 year in all of work in this or a related occupation
condition-2-4 = Graduate of a senior technical school or technician college with a level 3 (senior worker) certificate, and 2 years in all of work in this or a related occupation
condition-2-5 = Student of a technician class of a technician college who has held a level 3 (senior worker) certificate for 2 years
condition-1-1 = After a level 2 (technician) certificate of qualification, skill level or capability in this or a related occupation, 5 years in all of work in it
condition-1-2 = After a corresponding intermediate professional title, 5 years in all of work in this or a related occupation, 1 year of it after a level 2 (technician) certificate
condition-1-3 = After a corresponding senior professional title, 1 year in all of work in this or a related occupation
condition-school-4 = Enrolled student of a vocational school: secondary vocational schooling or above; born in the years set for the intermediate level; two full years in school; 400 hours or more of regular training at the school
condition-school-3 = Enrolled student of a vocational school: college schooling or above; born in the years set for the senior level; two full years in school; 400 hours or more of regular training at the school
condition-school-4-and-4-1 = { condition-school-4 }; and { condition-4-1 }
condition-school-4-and-4-2 = { condition-school-4 }; and { condition-4-2 }
condition-school-4-and-4-3 = { condition-school-4 }; and { condition-4-3 }
condition-school-3-and-3-1 = { condition-school-3 }; and { condition-3-1 }
condition-school-3-and-3-2 = { condition-school-3 }; and { condition-3-2 }
condition-school-3-and-3-3 = { condition-school-3 }; and { condition-3-3 }
condition-school-3-and-3-4 = { condition-school-3 }; and { condition-3-4 }
condition-school-3-and-3-5 = { condition-school-3 }; and { condition-3-5 }
condition-school-3-and-3-6 = { condition-school-3 }; and { condition-3-6 }

condition-name-school = Student condition
condition-name = { $level } ({ $number })

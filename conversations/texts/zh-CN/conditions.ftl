# The conditions as printed (G§4.3; levels 2 and 1: 国家职业标准编制技术规程 2023), and the choices they speak of.

candidate-type-employed = 在职人员
candidate-type-student = 在读学生
candidate-type-social = 社会人员

level-5 = 五级（初级工）
level-4 = 四级（中级工）
level-3 = 三级（高级工）
level-2 = 二级（技师）
level-1 = 一级（高级技师）
level-industrial-engineering-3 = 初级
level-industrial-engineering-2 = 中级
level-industrial-engineering-1 = 高级

schooling-primary = 小学
schooling-junior_middle = 初中
schooling-high_school = 高中
schooling-secondary_vocational = 中专、技校或职高
schooling-senior_technical = 技工院校高级工班
schooling-technician_class = 技师学院预备技师班、技师班
schooling-college = 大专、高职
schooling-bachelor = 本科
schooling-postgraduate = 研究生

title-junior = 初级职称
title-intermediate = 中级职称
title-senior = 高级职称

condition-5-1 = 年满 16 周岁，拟从事本职业或相关职业工作
condition-5-2 = 年满 16 周岁，从事本职业或相关职业工作
condition-4-1 = 累计从事本职业或相关职业工作满 5 年
condition-4-2 = 取得本职业或相关职业五级/初级工职业资格（职业技能等级、职业能力）证书后，累计从事本职业或相关职业工作满 3 年
condition-4-3 = 取得本专业或相关专业的技工院校或中等及以上职业院校、专科及以上普通高等学校毕业证书（含在读应届毕业生）
condition-3-1 = 累计从事本职业或相关职业工作满 10 年
condition-3-2 = 取得本职业或相关职业四级/中级工职业资格（职业技能等级、职业能力）证书后，累计从事本职业或相关职业工作满 4 年
condition-3-3 = 取得符合专业对应关系的初级职称（专业技术人员职业资格）后，累计从事本职业或相关职业工作满 1 年
condition-3-4 = 取得本专业或相关专业的技工院校高级工班及以上毕业证书（含在读应届毕业生）
condition-3-5 = 取得本职业或相关职业四级/中级工职业资格（职业技能等级、职业能力）证书，并取得高等职业学校、专科及以上普通高等学校本专业或相关专业毕业证书（含在读应届毕业生）
condition-3-6 = 取得经评估论证的高等职业学校、专科及以上普通高等学校本专业或相关专业的毕业证书（含在读应届毕业生）
condition-2-1 = 取得本职业或相关职业三级/高级工职业资格（职业技能等级、职业能力）证书后，累计从事本职业或相关职业工作满 5 年
condition-2-2 = 取得符合专业对应关系的初级职称后，累计从事本职业或相关职业工作满 5 年，并在取得三级/高级工证书后，从事本职业或相关职业工作满 1 年
condition-2-3 = 取得符合专业对应关系的中级职称后，累计从事本职业或相关职业工作满 1 年
condition-2-4 = 取得三级/高级工证书的高级技工学校、技师学院毕业生，累计从事本职业或相关职业工作满 2 年
condition-2-5 = 取得三级/高级工证书满 2 年的技师学院预备技师班、技师班学生
condition-1-1 = 取得本职业或相关职业二级/技师职业资格（职业技能等级、职业能力）证书后，累计从事本职业或相关职业工作满 5 年
condition-1-2 = 取得符合专业对应关系的中级职称后，累计从事本职业或相关职业工作满 5 年，并在取得二级/技师证书后，从事本职业或相关职业工作满 1 年
condition-1-3 = 取得符合专业对应关系的高级职称后，累计从事本职业或相关职业工作满 1 年
condition-school-4 = 职业院校在籍学生：中专、技校或职高及以上学历；出生年份在申报中级的规定范围内；在校满两年；经本校正规培训达规定标准 400 学时以上
condition-school-3 = 职业院校在籍学生：大专及以上学历；出生年份在申报高级的规定范围内；在校满两年；经本校正规培训达规定标准 400 学时以上
condition-school-4-and-4-1 = { condition-school-4 }；并且{ condition-4-1 }
condition-school-4-and-4-2 = { condition-school-4 }；并且{ condition-4-2 }
condition-school-4-and-4-3 = { condition-school-4 }；并且{ condition-4-3 }
condition-school-3-and-3-1 = { condition-school-3 }；并且{ condition-3-1 }
condition-school-3-and-3-2 = { condition-school-3 }；并且{ condition-3-2 }
condition-school-3-and-3-3 = { condition-school-3 }；并且{ condition-3-3 }
condition-school-3-and-3-4 = { condition-school-3 }；并且{ condition-3-4 }
condition-school-3-and-3-5 = { condition-school-3 }；并且{ condition-3-5 }
condition-school-3-and-3-6 = { condition-school-3 }；并且{ condition-3-6 }

condition-name-school = 在校学生条件
condition-name = { $level }（{ $number }）

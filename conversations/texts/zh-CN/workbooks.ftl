# Lists sent as a workbook: the template, what was read, and what is wrong in it.

engine-workbook-hint = 也可以填好下面的 Excel 模板（.xlsx）整个发来，一次填完。
engine-workbook-template = { $part }（Excel 模板）
engine-workbook-all-good = 表格读完了：{ $good } 行都可以用。
engine-workbook-some-wrong = 表格读完了：{ $good } 行可以用，{ $wrong } 行有问题，还没有收下任何一行。
engine-workbook-fault = 第 { $row } 行“{ $column }”：{ $problem }
engine-workbook-more-faults = 另外还有 { $count } 处，改好再发时会继续检查。
engine-workbook-unused = 没有用到的列：{ $columns }。
engine-workbook-keep = 只收可以用的 { $good } 行
engine-workbook-replace = 收下这 { $good } 行，替换原来的 { $there } 条
engine-workbook-append = 收下这 { $good } 行，加在原来的 { $there } 条后面
engine-workbook-change = 先不收，改好再发
engine-workbook-taken = 收下了 { $count } 行。
engine-part-rest = ……另有 { $count } 条

workbook-on-page = Excel 文件在网页上发：回复“换设备继续”，填好的都在。
workbook-wanted = 这里可以发 Excel 文件（.xlsx），其他文件不行。也可以直接打字回答。
workbook-no-rows = 表头下面没有填内容。请填好再发。
workbook-no-titles = 没有找到表头。请用模板填写，表头要有：{ $titles }。
workbook-titles-missing = 表里缺少这些列：{ $titles }。请用模板填写，不要改表头。
workbook-title-twice = 这些列出现了两次：{ $titles }。请只留一列。
workbook-all-wrong = 没有一行可以用。请照上面的说明改好再发。
workbook-too-many-rows = 表里有 { $rows } 行，一次最多 { $most } 行。请分开填报。
workbook-empty = 这个表格是空的。请填好再发。
workbook-too-big = 这个表格文件太大了（上限 { $megabytes } MB）。请去掉图片和多余的工作表再发。
workbook-too-large = 表格太大了：最多 { $rows } 行、{ $columns } 列。请检查远处有没有多余的内容，或分成几个文件。
workbook-old = 这是旧格式的表格（.xls、.xlsb 或 .et）。请在 Excel 或 WPS 里“另存为”.xlsx 再发。
workbook-macros = 这个表格带有宏，不能接收。请“另存为”不含宏的 .xlsx 再发。
workbook-encrypted = 这个表格有密码，打不开。请去掉密码再发。
workbook-text = 这是文本文件（例如 .csv）。请用 Excel 或 WPS 打开，“另存为”.xlsx 再发。
workbook-kind = 这不是 Excel 表格。请发 .xlsx 文件。
workbook-unreadable = 这个表格打不开，可能坏了。请重新“另存为”.xlsx 再发。
workbook-too-slow = 这个表格处理不了。请把内容复制到新的表格里再发。

cell-empty = 没有填。
cell-formula = 是没有算出结果的公式。请在 Excel 里打开、保存后再发，或直接写数值。
cell-error = 单元格里是错误值（如 #N/A）。请改成内容。
cell-merged = 是合并单元格。请拆开，每行都填。
cell-number-too-long = 数字太长，Excel 已经改掉了后面几位。请把这一列设为“文本”格式，重新填写。
cell-is-date = Excel 把它当成了日期。请把这一列设为“文本”格式，重新填写。
cell-not-listed = 没有“{ $text }”。可以写：{ $choices }。
cell-nearly = 没有“{ $text }”，是不是“{ $meant }”？请写全名或编码。
cell-ambiguous = “{ $text }”不止一个。请写编码。

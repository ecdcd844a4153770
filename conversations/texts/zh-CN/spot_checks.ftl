# 抽查: the request, the answer, what was found; who hears what.

spot-check-unknown = 没有这次抽查。请从列表里选。
spot-check-too-early = 批次 { $number } 还没有考试，不能抽查。
spot-check-open = 批次 { $number } 的抽查还没有结束。
spot-check-nothing-to-draw = 没有可以抽的批次：近期考过的批次都已抽查过。
spot-check-moved-on = 这次抽查刚才已经有人办过。请从列表重新打开。
spot-check-none-to-answer = 现在没有要回复的抽查。
spot-check-none-answered = 现在没有等结论的抽查。
spot-check-material-papers = 纸质答卷
spot-check-material-photos = 照片
spot-check-material-video = 视频
spot-check-conclusion-in_order = 没有问题，结束
spot-check-conclusion-correct = 限期整改
spot-check-conclusion-violation = 违规，结束并另行处理
spot-check-batch-option = { $number }　{ $station }　{ $exam_on } 考试
spot-check-option = { $number }　{ $station }　{ $due_on } 前{ $late ->
    [yes] （已过期）
   *[no] {""}
 }

form-spot_check = 抽查
    .also = 抽查批次 摇号
    .review = 请看一遍。提交后通知考试站。回复“提交”，或回复项号修改。
next-spot_check = 抽查一个批次
spot_check-how = 怎么抽
    .ask = 指定批次，还是随机抽？
spot-check-choice-named = 指定批次
spot-check-choice-drawn = 随机抽一个
spot_check-batch = 批次
    .ask = 抽查哪个批次？
    .refused-pick-unknown = 这个批次现在不能抽查：还没有考试、已抽查过，或不在抽查范围内。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列近期考过、还没有抽查过的批次。
spot_check-seed = 抽签号
    .ask = 用什么号来抽？
    .hint = 可以写当场公开的数字，例如当天的开奖号码；用同一个号和同一份名单，谁来抽结果都一样。跳过就由系统随机生成，并记下来。
spot_check-wanted = 要看什么
    .ask = 要考试站提供什么？
spot_check-request = 其他要求
    .ask = 还有什么具体要求？
spot_check-due_on = 回复期限
    .ask = 哪天之前回复？
    .hint = 例如 2026-10-20。
spot-check-asked = 已向批次 { $number } 的考试站发出抽查要求。
spot-check-drawn = 从 { $pool } 个批次里抽到 { $number }（{ $station }），抽签号 { $seed }。已通知考试站。
spot-check-told-asked = 批次 { $number } 被抽查，请在 { $due_on } 前提供：{ $wanted }。{ $note }

form-spot_checks = 抽查情况
    .also = 抽查记录
next-spot_checks = { $argument ->
    [none] 抽查情况
   *[other] 看这次抽查
 }
spot-checks-none = 还没有抽查。
spot-checks-listed = 抽查：
spot-checks-line = { $n } { $number }　{ $station }　{ $state ->
    [asked] { $late ->
        [yes] 等回复，{ $due_on } 已过期
       *[no] 等回复，{ $due_on } 前
    }
    [answered] 已回复，等结论
   *[closed] 已结束
 }
spot-check-head =
    批次 { $number }　{ $station }
    { $asked_on } 要求：{ $wanted }。{ $note ->
        [none] {""}
       *[other] { $note }
     }
    { $state ->
        [asked] { $late ->
            [yes] 等回复，{ $due_on } 已过期
           *[no] 等回复，{ $due_on } 前
        }
        [answered] 已回复，等结论
       *[closed] 已结束
     }
spot-check-draw = 从 { $pool } 个批次里随机抽取，抽签号 { $seed }
spot-check-answer = { $on } 回复：{ $answer }　材料存放处：{ $place ->
        [none] 没有写
       *[other] { $place }
     }　附件 { $files } 个
spot-check-verdict = { $on } 结论：{ $conclusion }。{ $findings }{ $correction ->
        [none] {""}
       *[other] {"　"}整改：{ $correction }，{ $correct_by } 前
     }
spot-check-file = 抽查附件 { $n }
spot-check-request-shown = { $wanted }。{ $note }（{ $due_on } 前）

form-spot_check_reply = 抽查回复
    .also = 回复抽查
    .review = 请看一遍。提交后管理站就能看到。回复“提交”，或回复项号修改。
next-spot_check_reply = 回复抽查
spot_check_reply-check = 抽查
    .ask = 回复哪一次抽查？
    .refused-pick-unknown = 这次抽查不用回复了。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列等您回复的抽查。
spot_check_reply-request = 要求
spot_check_reply-answer = 回复
    .ask = 请说明情况。
spot_check_reply-place = 材料存放处
    .ask = 纸质答卷和视频放在哪里？
    .hint = 例如：教务处档案柜 3 号，视频在监控室硬盘 B。
spot_check_reply-files = 附件
    .first = 要附照片或扫描件吗？
    .more = 还有吗？
spot_check_reply-files-file = 照片或 PDF
    .ask = 请发照片或 PDF。
    .hint = 每个不超过 1 MB。
spot-check-answered = 已回复批次 { $number } 的抽查，并告诉了管理站。
spot-check-told-answered = { $station } 回复了批次 { $number } 的抽查，附件 { $files } 个，请看。

form-spot_check_finding = 抽查结论
    .review = 请看一遍。提交后通知考试站。回复“提交”，或回复项号修改。
next-spot_check_finding = 写结论
spot_check_finding-check = 抽查
    .ask = 哪一次抽查？
    .refused-pick-unknown = 这次抽查不等结论了。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列等结论的抽查。
spot_check_finding-findings = 检查情况
    .ask = 查到什么？
spot_check_finding-conclusion = 结论
    .ask = 结论是什么？
spot_check_finding-correction = 整改要求
    .ask = 要怎么改？考试站会看到这句话。
spot_check_finding-correct_by = 整改期限
    .ask = 哪天之前改好？
spot-check-concluded = 已记下批次 { $number } 的抽查结论，并告诉了考试站。{ $state ->
    [closed] 抽查结束。
   *[other] 等考试站整改后再回复。
 }
spot-check-told-in_order = 批次 { $number } 的抽查结束：没有问题。{ $findings }
spot-check-told-correct = 批次 { $number } 的抽查要求整改：{ $correction }。{ $findings } 请在 { $correct_by } 前改好并回复。
spot-check-told-violation = 批次 { $number } 的抽查结束：发现违规，管理站将另行处理。{ $findings }

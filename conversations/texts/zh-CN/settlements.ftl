# 证书结算 and what follows: the forms, what stands against them, and who hears what.

outcome-not-approved = 批次 { $number } 的成绩还没有批准，批准后才能办这一步。
outcome-on-notice = 批次 { $number } 的成绩正在公示，{ $free_on } 起可以办这一步。

settlement-unknown = 没有这笔结算。请从列表里选。
settlement-nobody-passed = 这个批次没有合格人员，不用结算。
settlement-no-price = { $level }证书还没有定单价。请联系管理站在“年度政策”里设置“证书单价”，设好后再提交。
settlement-paid-in-future = 缴费日期不能晚于今天（{ $today }）。
settlement-paid-before-batch = 缴费日期早于批次申请的日期（{ $applied_on }）。请再看一下缴费凭证。
settlement-is-filed = 批次 { $number } 的结算已经提交，管理站正在核对。
settlement-is-confirmed = 批次 { $number } 的结算已经确认，不用再交。
settlement-moved-on = 这笔结算刚才已经办过，或又重新提交了。请从列表重新打开。

running-numbers-unreadable = 没有看懂“{ $word }”。请写序号，例如 1-40 45。
running-numbers-reversed = { $first }-{ $last } 前大后小。请把小的序号写在前面。
running-numbers-not-listed = 序号 { $number } 不在这里。请看一下名单上的序号。

tracking-number-form = 快递单号一般是 8 到 30 位字母和数字。请照面单再写一遍。
shipment-not-settled = 这个批次的结算还没有确认，确认后才能邮寄。
shipment-not-issued = 这个批次的证书还没有全部核发，核发后才能邮寄。
shipment-arrived = 这个批次的证书已经签收，不用再寄。
shipment-under-way = 这个批次已有一件在路上。考试站签收并说明问题后，才能再寄一件。
shipment-in-future = 寄出日期不能晚于今天（{ $today }）。

spot-check-due-past = 这个日期已经过了，最早是今天（{ $today }）。

menu-settlement = 结算、证书、归档

form-payment_slip = 缴费通知单
    .also = 缴费单 缴费 收款
next-payment_slip = { $argument ->
    [none] 缴费通知单
   *[other] 看缴费通知
 }
settlements-none = 现在没有要结算的批次。成绩批准后，这里会列出来。
settlements-listed = 等待结算的批次：
settlements-line = { $n } { $number }　{ $exam_on } 考试
bill-head = 批次 { $number }　{ $station }
bill-line = · { $trade } { $level }：{ $certificates } 本 × { $yuan ->
    [none] 未定价
   *[other] { $yuan } 元 = { $amount } 元
 }
bill-total = 合计 { $certificates } 本，{ $yuan } 元（{ $capitals }）
bill-payee =
    收款信息：
    { $payee }
bill-payee-unknown = 收款账户还没有登记在系统里，汇款前请向管理站确认。
bill-payment = 缴费单位：{ $payer }，{ $paid_on } 缴费，{ $filed_on } 提交。
bill-filed = 等待管理站核对。
bill-returned = { $on } 退回：{ $reason }
bill-confirmed = { $on } 已确认到账。
settlement-state = { $state ->
    [filed] 已缴费，待确认（{ $on }）
    [returned] 已退回（{ $on }）
    [confirmed] 已确认到账（{ $on }）
   *[open] 待缴费
 }
export-payment_slip = { $number } 缴费通知单（PDF）
export-settlement = { $number } 证书结算表（Excel）

form-settlement = 证书结算
    .also = 结算
    .review = 请对照汇款凭证看一遍。提交后由管理站核对到账。回复“提交”，或回复项号修改。
next-settlement = 填写缴费信息
settlement-batch = 批次
    .ask = 结算哪个批次？
    .refused-pick-unknown = 这个批次现在不用结算：成绩还没有批准，或结算已经提交。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列成绩已经批准、还没有结算的批次。
settlement-batch-option = { $number }　{ $certificates } 本　{ $yuan ->
    [none] 未定价
   *[other] { $yuan } 元
 }
settlement-due = 应缴金额
settlement-payer = 缴费单位
    .ask = 谁付的款？请写缴费单位全称。
    .hint = 和汇款凭证上的付款人一致。
settlement-paid_on = 缴费日期
    .ask = 哪天付的款？
    .hint = 汇款凭证上的日期，例如 2026-09-17。
settlement-slip = 汇款凭证
    .ask = 请发汇款凭证的照片或 PDF。
    .hint = 金额、日期、收付款人要看得清，不超过 1 MB。
settlement-filed = 批次 { $number } 的结算已提交，共 { $yuan } 元。管理站核对到账后会告诉您。
settlement-told-filed = { $station }：批次 { $number } { $again ->
    [yes] 重新提交了结算
   *[no] 提交了结算
 }，{ $yuan } 元，请核对到账。

form-settlement_check = 核对结算
    .also = 核对缴费 到账
next-settlement_check = { $argument ->
    [none] 核对结算
   *[other] 去核对
 }
settlement-checks-none = 现在没有要核对的结算。
settlement-checks-listed = 等待核对的结算：
settlement-checks-line = { $n } { $number }　{ $station }　{ $yuan } 元　{ $paid_on } 缴费　已等 { $days } 天
settlement-not-filed = 批次 { $number } 还没有提交结算。
settlement-slip-file = 汇款凭证

form-settlement_decision = 结算意见
next-settlement_decision-confirm = 确认到账
next-settlement_decision-return = 退回
settlement_decision-settlement = 结算
    .ask = 哪一笔？
settlement-option = { $number }　{ $station }　{ $yuan } 元
settlement_decision-decision = 意见
    .ask = 到账了吗？
settlement-choice-confirm = 确认到账
settlement-choice-return = 退回考试站
settlement_decision-reason = 退回理由
    .ask = 哪里不对？考试站会看到这句话。
settlement-done-confirmed = 已确认：批次 { $number }，{ $yuan } 元。已告诉考试站。
settlement-done-returned = 已退回批次 { $number } 的结算，并告诉了考试站。
settlement-told-confirmed = 批次 { $number } 的 { $yuan } 元已确认到账。接下来管理站申请核发证书。
settlement-told-returned = 批次 { $number } 的结算被退回：{ $reason }。请改好后重新提交。

paper-photos-not-listed = 序号 { $numbers } 不在合格人员里。请看一下名单上的序号。
paper-photos-none = 现在没有要收的纸质照片。
form-paper_photos = 纸质照片
    .also = 照片 2寸照片
next-paper_photos = { $argument ->
    [none] 纸质照片
   *[other] 看照片情况
 }
paper-photos-listed = 照片没有收齐的批次：
paper-photos-line = { $n } { $number }　{ $station }　应收 { $all }　已收 { $received }　退回 { $returned }
paper-photos-head =
    批次 { $number }　{ $station }
    合格 { $all } 人：已收 { $received }，待收 { $awaited }，退回 { $returned }。每人一张 2 寸免冠照，背面写姓名或身份证号，按序号叠放。
paper-photos-awaited = 待收的序号：{ $numbers }
paper-photos-returned = 序号 { $number } 已退回：{ $reason }
export-photo_labels = { $number } 照片标签（PDF）
photo-batch-option = { $number }　{ $station }　缺 { $lacking } 张

form-photo_receipt = 登记照片
    .review = 请看一遍。回复“提交”，或回复项号修改。
next-photo_receipt-received = 登记收到的
next-photo_receipt-others = 待收的全部收到
next-photo_receipt-returned = 退回
photo_receipt-batch = 批次
    .ask = 哪个批次的照片？
    .refused-pick-unknown = 这个批次的照片已经收齐，或成绩还没有批准。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列照片没有收齐的批次。
photo_receipt-outcome = 登记
    .ask = 登记什么？
photo-choice-received = 收到，写序号
photo-choice-others = 待收的全部收到
photo-choice-returned = 退回，写序号和理由
photo_receipt-awaited = 待收
photo-receipt-awaited-shown = { $numbers ->
    [none] 没有
   *[other] { $numbers }
 }
photo_receipt-numbers = 序号
    .ask = 哪些序号？
    .hint = 例如 1-40 45。这个批次合格人员的序号：{ $numbers }
photo_receipt-reason = 退回理由
    .ask = 为什么退回？考生和考试站会看到这句话。
    .hint = 例如：不是免冠照，请重交一张。
photo-receipt-received = { $numbers ->
    [none] 这些照片之前已经登记，没有变化。
   *[other] 已登记收到 { $count } 张：{ $numbers }。
 }
photo-receipt-returned = { $numbers ->
    [none] 这些照片之前已经退回，没有变化。
   *[other] 已登记退回 { $count } 张：{ $numbers }。已告诉考生和考试站。
 }
paper-photos-told-complete = 批次 { $number } 的纸质照片已经收齐。
paper-photos-told-candidate = 你交的纸质照片（批次 { $number }，序号 { $place }）被退回：{ $reason }。请重新准备一张 2 寸免冠照，背面写姓名，交给{ $station }。
paper-photos-told-station = 批次 { $number } 序号 { $numbers } 的纸质照片被退回：{ $reason }。请重新收齐后寄给管理站，已通知考生。

shipment-unknown = 没有这件快递。请从列表里选。
shipment-signed-for = 这件快递已经签收过了。
shipment-none-to-sign = 现在没有在路上的证书。
shipments-none = 现在没有可以邮寄的证书，也没有在路上的快递。
trouble-missing = 少了证书
trouble-damaged = 证书损坏
trouble-wrong = 证书有误
trouble-lost = 一直没有收到
shipment-batch-option = { $number }　{ $station }　{ $certificates } 本
parcel-option = { $number }　{ $carrier } { $tracking }　{ $sent_on } 寄出

form-shipments = 证书快递
    .also = 快递 证书寄到哪了
next-shipments = { $argument ->
    [none] 证书快递
   *[other] 看快递
 }
shipments-to-send = 可以邮寄：
shipments-to-send-line = · { $number }　{ $station }
shipments-under-way = 在路上：
shipments-under-way-line = · { $number }　{ $station }　{ $carrier } { $tracking }　{ $sent_on } 寄出
shipments-head = 批次 { $number }　{ $station }
shipment-line =
    { $carrier } { $tracking }，{ $sent_on } 寄出
    收件：{ $name }　{ $phone }　{ $address }
shipment-standing = { $state ->
    [received] { $on } 签收，齐全完好。
    [trouble] { $on } 有问题：{ $trouble }。{ $remark }
   *[on_its_way] 还没有签收。
 }

form-shipment = 证书邮寄
    .also = 邮寄 寄证书
    .review = 请对照快递面单看一遍。提交后通知考试站和考生。回复“提交”，或回复项号修改。
next-shipment = 登记邮寄
shipment-batch = 批次
    .ask = 寄哪个批次的证书？
    .refused-pick-unknown = 这个批次现在不能寄：结算没有确认、证书没有核发完，或已经寄出。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列已确认结算、已核发、还没有寄出的批次。
shipment-last = 上次的收件地址
shipment-last-shown = { $name }　{ $phone }　{ $address }
shipment-same = 还寄到这里
    .ask = 还寄到上次的地址吗？
shipment-recipient = 收件人
    .ask = 收件人是谁？
shipment-address = 收件地址
    .ask = 寄到哪里？请写省、市、详细地址。
shipment-phone = 收件电话
    .ask = 收件人的电话？
shipment-carrier = 快递公司
    .ask = 哪家快递？
    .hint = 例如 中国邮政 EMS。
shipment-tracking_number = 快递单号
    .ask = 快递单号？
shipment-sent_on = 寄出日期
    .ask = 哪天寄出的？
    .hint = 最晚今天，例如 2026-09-28。
shipment-noted = 已登记：批次 { $number } 的证书 { $sent_on } 由 { $carrier } 寄出，单号 { $tracking }。已告诉考试站和考生。
shipment-told-station = 批次 { $number } 的证书 { $sent_on } 由 { $carrier } 寄出，单号 { $tracking }。收到后请清点，再签收。
shipment-told-candidate = 你在批次 { $number } 的证书 { $sent_on } 已寄往{ $station }，到了会告诉你。

form-waybill = 更正快递单号
    .review = 请对照快递面单看一遍。回复“提交”，或回复项号修改。
waybill-shipment = 快递
    .ask = 更正哪一件？
    .refused-pick-unknown = 没有这件快递。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列在路上的快递。
waybill-carrier = 快递公司
    .ask = 哪家快递？
waybill-tracking_number = 快递单号
    .ask = 快递单号？
waybill-sent_on = 寄出日期
    .ask = 哪天寄出的？
waybill-corrected = 已更正：批次 { $number }，{ $carrier } { $tracking }，{ $sent_on } 寄出。已告诉考试站。
waybill-told = 批次 { $number } 的快递信息有更正：{ $carrier } { $tracking }，{ $sent_on } 寄出。

form-shipment_receipt = 证书签收
    .also = 签收证书
next-shipment_receipt-yes = 签收，齐全完好
next-shipment_receipt-no = 有问题
next-shipment_receipt = 证书签收
shipment_receipt-shipment = 快递
    .ask = 签收哪一件？
    .refused-pick-unknown = 没有这件快递。请从列表里选。
    .refused-pick-nothing = 没有找到“{ $query }”。只列在路上的快递。
shipment_receipt-whole = 齐全完好
    .ask = 证书都清点过了，齐全完好吗？
shipment_receipt-trouble = 问题
    .ask = 有什么问题？
shipment_receipt-remark = 说明
    .ask = 请写清楚，例如缺哪些序号、坏在哪里。
shipment-done-received = 已签收批次 { $number } 的证书，并告诉了管理站和考生。
shipment-done-trouble = 已把批次 { $number } 的问题告诉管理站。
shipment-told-received = { $station } 已签收批次 { $number } 的证书，齐全完好。
shipment-told-trouble = { $station } 签收批次 { $number } 的证书时发现问题：{ $trouble }。{ $remark }
shipment-told-collect = 批次 { $number } 的证书到了，可以到{ $station }领取。

photo-state-awaited = 待收
photo-state-received = 已收
photo-state-returned = 已退回
shipment-state-on_its_way = 在路上
shipment-state-received = 已签收
shipment-state-trouble = 有问题

archive-none = 还没有考完试的批次。
form-archive = 批次归档
    .also = 归档 档案
next-archive = { $argument ->
    [none] 批次归档
   *[other] 看归档
 }
next-archive-make = 打包归档材料
archive-listed = 可以归档的批次：
archive-line = { $n } { $number }　{ $station }　{ $exam_on } 考试
archive-kept =
    批次 { $number }　{ $station }
    纸质材料保存到 { $paper }，电子材料保存到 { $electronic }，到期前不删除。
    答卷存放处：{ $answers ->
        [none] 还没有登记
       *[other] { $answers }
     }
archive-made = { $at } 打包过，{ $documents } 份，清单校验码 { $digest }…
archive-asked = 正在打包批次 { $number } 的归档材料，好了会发给您。查看归档会留记录。
chore-archive-under-way = 正在打包批次 { $number } 的归档材料：{ $percent }%
chore-archive-done = 批次 { $number } 的归档材料打包好了，共 { $documents } 份。包里的 manifest.txt 是目录，每份都有校验码。{ $lost ->
        [0] {""}
       *[other] 有 { $lost } 个文件已经找不到，目录里写明了是哪些。
    }
chore-archive-failed = 批次 { $number } 的归档材料没有打包成：{ $problem }
export-archive = { $number } 归档材料（ZIP）
archive-head =
    机械行业职业能力评价　批次归档目录
    批次：{ $number }
    考试站：{ $station }
    考试日期：{ $exam_on }
    打包时间：{ $made }
    纸质材料保存到：{ $paper }
    电子材料保存到：{ $electronic }
    校验：在解压后的文件夹里运行 sha256sum -c SHA256SUMS
archive-count = 共 { $count } 份
archive-lost = 找不到的文件：{ $path }
archive-titles-decisions = 时间|环节|办理|意见
archive-titles-spot-checks = 时间|内容|说明、存放处|抽签号|结论|检查情况、整改
archive-titles-trail = 时间|角色|人员编号|办理|详情
archive-titles-lines = 项目|内容
archive-titles-receipts = 试卷|签收时间|签收人|校验码
archive-titles-scores = 序号|报名编号|理论|实操|评定
archive-titles-answers = 批次|答卷存放处
archive-titles-payment = 缴费单位|缴费日期|金额（元）|状态|退回理由
archive-titles-photos = 序号|状态|登记时间|退回理由
archive-titles-certificates = 序号|证书编号|发证日期
archive-titles-shipments = 寄出日期|快递公司|快递单号|收件人|电话|地址|状态|签收时间|问题|说明

todo-after-results = 成绩、结算、证书、抽查：
todo-settlement-to-check = { $n } 核对结算　{ $number }　{ $station }　{ $yuan } 元
todo-settlement-due = { $n } { $again ->
    [yes] 结算被退回，请重新提交
   *[no] 结算待缴费
 }　{ $number }
todo-photos-returned = { $n } 退回的照片　{ $number }　{ $count } 张
todo-parcel-under-way = { $n } 证书待签收　{ $number }　{ $carrier } { $tracking }　{ $sent_on } 寄出
todo-spot-check-asked = { $n } 回复抽查　{ $number }　{ $due_on } 前{ $late ->
    [yes] ，已过期
   *[no] {""}
 }
todo-spot-check-answered = { $n } 抽查待结论　{ $number }　{ $station }

reminder-settlement = 批次 { $batch } { $trades } 的证书{ $again ->
    [yes] 结算被退回，请重新提交
   *[no] 还没有结算
 }，{ $late ->
    [yes] { $due } 已到期
   *[no] { $due } 到期
 }。
reminder-payment = { $station } 批次 { $batch } { $trades } 的 { $yuan } 元等您核对到账，已经等了 { $days } 天。
reminder-photos = 批次 { $batch } { $trades } 有 { $count } 张退回的纸质照片还没有补交。
reminder-parcel = 批次 { $batch } { $trades } 的证书 { $sent_on } 由 { $carrier } 寄出（{ $tracking }），还没有签收。
reminder-spot_check = 批次 { $batch } 的抽查{ $late ->
    [yes] { $due } 已到期，还没有回复
   *[no] { $due } 前回复
 }。
reminder-spot_check_answered = { $station } 已回复批次 { $batch } 的抽查，等您写结论，已经等了 { $days } 天。

# Trades, levels and stations: their names, lists, and what is said about one of them.

programme-capability = Vocational capability
programme-skill_level = Vocational skill level

box-trade = Trade
    .ask = Which trade?
    .hint = Part of the name, the code or pinyin initials will do: dhg is 电焊工.
trade-capability = { $name }　{ $code }　capability
trade-skill_level = { $name }　{ $code }　skill level
trade-incomplete = Name to be confirmed　{ $code }

form-catalogue = Trades
    .also = catalogue trade occupation
catalogue-shown =
    { $name }　{ $code }
    { $programme }, occupation: { $occupation } ({ $occupation_code })
    Levels: { $levels }
catalogue-incomplete =
    Name to be confirmed　{ $code }
    { $programme }, occupation: { $occupation } ({ $occupation_code })
    Name and levels of this trade are being confirmed; it is not open for registration yet.

form-stations = Exam stations
    .also = station place
stations-station = Exam station
    .ask = Which exam station?
    .hint = Its number, part of the school's name or pinyin initials will do.
station-option = { $number }　{ $operator }
station-shown =
    { $name }　{ $code }
    Run by: { $operator }
station-batches = Open for registration now:
station-batch = { $n } Batch { $number }　{ $type }　{ $trades }　exam { $exam_on }　register until { $last_day }
station-no-batches = No batch is open for registration now.
next-registration = { $argument ->
    [none] Register
   *[other] Register { $argument }
 }

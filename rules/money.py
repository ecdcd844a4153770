"""Amounts of money: whole fen, never a float; written as people and as payment slips write them."""

FEN = 100
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")
_LARGEST = 10**12 * FEN


def in_yuan(fen: int) -> str:
    """`1,234.50`"""
    yuan, rest = divmod(fen, FEN)
    return f"{yuan:,}.{rest:02}"


def in_capitals(fen: int) -> str:
    """人民币大写, as on a slip: `壹仟贰佰叁拾肆元伍角整`.

    ValueError for less than nothing and for 10^12 yuan and more.
    """
    if not 0 <= fen < _LARGEST:
        raise ValueError(fen)
    yuan, rest = divmod(fen, FEN)
    jiao, single = divmod(rest, 10)
    whole = f"{_whole(yuan)}元" if yuan or not rest else ""
    if not rest:
        return f"{whole}整"
    tenths = f"{_DIGITS[jiao]}角" if jiao else ("零" if yuan else "")
    return f"{whole}{tenths}{f'{_DIGITS[single]}分' if single else '整'}"


def _whole(number: int) -> str:
    """A whole number in groups of four; a gap between figures is one 零."""
    if number == 0:
        return _DIGITS[0]
    written, place = "", 0
    was_short = False
    while number:
        number, group = divmod(number, 10_000)
        if group:
            gap = _DIGITS[0] if was_short and written else ""
            written = f"{_group(group)}{_GROUPS[place]}{gap}{written}"
            was_short = group < 1000
        else:
            was_short = bool(written)
        place += 1
    return written


def _group(number: int) -> str:
    """1 to 9999, without the 零 that may stand before it."""
    written, gap = "", False
    for place in range(4):
        number, digit = divmod(number, 10)
        if digit:
            zero = _DIGITS[0] if gap else ""
            written = f"{_DIGITS[digit]}{_PLACES[place]}{zero}{written}"
            gap = False
        elif written:
            gap = True
    return written

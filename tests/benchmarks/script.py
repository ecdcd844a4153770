"""What every phone says, over and over: the sign-up from the menu to its review, a correction, and out again."""

SCRIPT = (
    ("choice", "/sign_up"),
    ("choice", "yes"),
    ("text", "张晓梅"),
    ("text", "11010519491231002X"),
    ("text", "zhangxiaomei"),
    ("choice", "edit:name"),
    ("text", "张小梅"),
    ("choice", "/back"),
    ("text", "zhangxiaomei"),
    ("choice", "/cancel"),
)

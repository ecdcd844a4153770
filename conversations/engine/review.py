"""The review page: every answer once more, each with its number to change it."""

from conversations.engine import wording
from conversations.engine.asking import ENTRIES_SHOWN, Asking, part_lines
from conversations.engine.boxes import Many, Secret
from conversations.engine.form import Form, Line, State
from conversations.engine.messages import Kind, Option, Outgoing, Question, Words


def review_lines(form: Form) -> list[Line]:
    """What the review lists: answered, skipped and known boxes, a repeating part once."""
    return [
        x
        for x in form.lines
        if x.state is not State.ASLEEP and "." not in x.path and not isinstance(x.box, Secret)
    ]


def editable(form: Form) -> list[str]:
    """The boxes a person may change, in the order they are numbered."""
    return [line.path for line in review_lines(form) if line.state is not State.KNOWN]


def answer_text(line: Line, words: Words, *, openly: bool = False, most: int | None = None) -> str:
    """An answer in words; `openly` shows a private one in full, `most` cuts a long part short."""
    value = line.sheet.values.get(line.box.name)
    if line.state is State.SKIPPED or value is None:
        return words.say("engine-left-empty")
    if isinstance(line.box, Many):
        return "\n" + part_lines(line.box, value, words, openly=openly, most=most)
    show = wording.in_full if openly else wording.shown
    return show(line.box, value, line.sheet, words)


def listing(form: Form, words: Words, *, openly: bool = False) -> str:
    """All answers, one a line, the editable ones numbered."""
    numbers = {path: n for n, path in enumerate(editable(form), start=1)}
    rows = []
    for line in review_lines(form):
        mark = f"{numbers[line.path]} " if line.path in numbers else ""
        title = wording.title(type(form), line.path, words)
        rows.append(
            words.say(
                "engine-review-line",
                mark=mark,
                title=title,
                answer=answer_text(line, words, openly=openly, most=ENTRIES_SHOWN),
            )
        )
    return "\n".join(rows)


def review(asking: Asking, *, openly: bool = False) -> Outgoing:
    """The review page as a question: submit, edit one answer, or leave."""
    words, form = asking.words, asking.form
    problems = [wording.refusal(type(form), p.box or "", p, words) for p in form.problems()]
    if asking.error:
        problems.insert(0, wording.refusal(type(form), asking.error.box or "", asking.error, words))
    head = words.say("engine-review", count=len(editable(form)))
    foot_key = f"form-{form.title}.review"
    if not words.has(foot_key):
        foot_key = "engine-review-foot"
    above = "\n".join([*dict.fromkeys([*asking.before, *problems]), head])
    return Outgoing(
        # The empty lines let the page tell the list from what stands around it.
        "\n\n".join([above, listing(form, words, openly=openly), words.say(foot_key)]),
        tuple(review_options(form, words)),
        question=Question(
            form=form.title,
            box="review",
            kind=Kind.REVIEW,
            turn=asking.filling.token,
            error=asking.error.key if asking.error else None,
            problem=problems[0] if problems else None,
            label=words.say("engine-review-title"),
            input="options",
        ),
    )


def review_options(form: Form, words: Words) -> list[Option]:
    options = [Option(words.say("engine-submit"), "submit", "")]
    for n, path in enumerate(editable(form), start=1):
        title = wording.title(type(form), path, words)
        options.append(Option(words.say("engine-edit", title=title), f"edit:{path}", str(n)))
    if any(x.box.is_private and has_value(x) for x in form.lines):
        options.append(Option(words.say("engine-reveal"), "reveal", "", quiet=True))
    options.append(Option(words.say("engine-cancel"), "cancel", "", quiet=True))
    return options


def has_value(line: Line) -> bool:
    return line.sheet.values.get(line.box.name) is not None

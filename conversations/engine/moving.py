"""Moving on the form without answering: to one box, one back, or to what a refused filing names."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.engine import wording
from conversations.engine.asking import target
from conversations.engine.boxes import Secret
from conversations.engine.desk import Filling
from conversations.engine.form import Form, Line
from conversations.engine.messages import Lookup, Words
from conversations.engine.presenting import Turn, present
from conversations.engine.review import editable
from rules.findings import Finding


def edit(filling: Filling, path: str, lookup: Lookup, words: Words) -> Turn:
    """Ask a box again that was asked before."""
    form = filling.read(lookup)
    line = form.line(path)
    if line is None or not reached(form, line):
        return present(filling, lookup, words, error=Finding("edit-unknown"))
    return present(
        replace(filling, desk=filling.desk.cleared(at=path, filing=False)), lookup, words
    )


def reached(form: Form, line: Line) -> bool:
    """Whether the box was asked: one further on may have nothing to choose from yet."""
    if not line.theirs or isinstance(line.box, Secret):
        return False
    first = form.first_open()
    if line.given or first is None or first.path.startswith(f"{line.path}."):
        return True
    return form.lines.index(line) <= form.lines.index(first)


def back(filling: Filling, lookup: Lookup, words: Words) -> Turn:
    """The box before the present one, in printed order, with its old answer as one tap."""
    form = filling.read(lookup)
    desk = filling.desk
    if desk.confirming:
        return present(replace(filling, desk=desk.cleared(at=desk.at)), lookup, words)
    here = target(form, desk)
    stops = [x.path for x in form.lines if x.theirs]
    at = stops.index(here.path) if here else len(stops)
    if isinstance(here.box if here else None, Secret) and (form.reviewed or desk.passed):
        # From what is asked after the review back to it, and from a second password to the first.
        return present(replace(filling, desk=desk.cleared(filing=False, passed={})), lookup, words)
    before = [p for p in stops[:at] if not isinstance(getattr(form.line(p), "box", None), Secret)]
    if not before:
        return present(filling, lookup, words, error=Finding("back-at-first"))
    return present(replace(filling, desk=desk.cleared(at=before[-1], filing=False)), lookup, words)


def refused_filing(
    filling: Filling, findings: Sequence[Finding], lookup: Lookup, words: Words
) -> Turn:
    """Filing was refused: every reason is said, the draft stays, and the first box concerned is asked."""
    form = filling.read(lookup)
    before = [wording.refusal(filling.form, f.box or "", f, words) for f in findings]
    boxes = [f.box for f in findings if f.box in editable(form)]
    here = boxes[0] if boxes and (len(findings) == 1 or not form.reviewed) else None
    last = editable(form)[-1] if not form.reviewed and editable(form) else None
    desk = filling.desk.cleared(at=here or last, filing=False, passed={})
    return present(replace(filling, desk=desk), lookup, words, before=list(dict.fromkeys(before)))

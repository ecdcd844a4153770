"""Handing a form in as a paper: its answers, its lines as they read now, and word to the desk it goes to."""

from collections.abc import Iterator

from conversations.engine import wording
from conversations.engine.boxes import Photo
from conversations.engine.form import Form, Line, State
from conversations.engine.messages import Json, Received, Sentence
from conversations.engine.review import answer_text, review_lines
from conversations.paper_news import tell_desk
from conversations.words import LANGUAGES, words
from rules.catalogue import Programme
from store.files import FileId
from store.paper_versions import Shown, ShownFile
from store.papers import Paper, PaperId
from store.unit import UnitOfWork


def file_paper(
    form: Form,
    work: UnitOfWork,
    *,
    programme: Programme | None,
    institution: str,
    subject: int,
) -> Paper:
    """File the form as a new paper, or as the next version of the returned one it corrects.

    To be called in `submit`; NotPossible when the caller may not, or the paper has moved on meanwhile.
    """
    assert form.paper
    content, shown = kept_answers(form), tuple(shown_lines(form))
    if form.paper_id:
        paper = work.papers.resubmit(PaperId(form.paper_id), content, shown=shown)
    else:
        paper = work.papers.file(form.paper, programme, institution, subject, content, shown=shown)
    tell_desk(work, paper)
    return paper


def receipt(paper: Paper) -> Sentence:
    """Where the paper lies now, to be said in `submit`."""
    return Sentence("paper-filed", {"kind": paper.kind, "number": paper.id, "desk": paper.desk})


def kept_answers(form: Form) -> dict[str, Json]:
    """The answers that belong to the paper: what sleeps is left out."""
    awake = [x.path for x in form.lines if x.state is not State.ASLEEP and "." not in x.path]
    return {path: form.answers[path] for path in awake if path in form.answers}


def shown_lines(form: Form) -> Iterator[Shown]:
    """The lines of the review, in every language, with their files."""
    for line in review_lines(form):
        private = line.box.is_private
        yield Shown(
            box=line.path,
            title={x: wording.title(type(form), line.path, words(x)) for x in LANGUAGES},
            answer={x: answer_text(line, words(x)) for x in LANGUAGES},
            openly={x: answer_text(line, words(x), openly=True) for x in LANGUAGES}
            if private or holds_private(form, line)
            else {},
            files=tuple(files_of(form, line)),
            asked=line.state is not State.KNOWN,
        )


def holds_private(form: Form, line: Line) -> bool:
    """Whether an entry of a repeating part has a private box."""
    return any(x.box.is_private for x in form.lines if x.path.startswith(f"{line.path}."))


def files_of(form: Form, line: Line) -> Iterator[ShownFile]:
    """The pictures and documents handed in at a line, or in the entries of a repeating part."""
    for one in form.lines:
        picture = one.sheet.values.get(one.box.name)
        at_line = one.path == line.path or one.path.startswith(f"{line.path}.")
        if at_line and isinstance(one.box, Photo) and isinstance(picture, Received):
            preview = FileId(picture.preview) if picture.preview else None
            yield ShownFile(FileId(picture.file), picture.media_type, picture.size, preview)

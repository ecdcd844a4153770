"""Requests as they come in: read up to a limit before anything looks at them, checked, made into records."""

from collections.abc import AsyncGenerator
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Request
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from handlers.web.problems import Problem

JSON_LIMIT = 64_000
FILE_LIMIT = 20_000_000
FORM_LIMIT = FILE_LIMIT + 64_000
"""A file with the other fields and the boundaries around it."""
READ_ON = 4
"""A body up to so many times its limit is read to its end, or the browser never sees the answer."""
TEXT_LIMIT = 4000
LONGEST_AGO_S = 9_999_999
"""How long ago an answer may have been given that a page kept while it was cut off: four months."""

# A zero byte has no place in a database's text; other control characters none in an id.
Id = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f]{1,64}$")]
Words = Annotated[str, StringConstraints(max_length=TEXT_LIMIT, pattern=r"^[^\x00]*$")]
Value = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]


class Body(BaseModel):
    """The fields a request may have; a misspelt one is refused, not overlooked."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SessionWanted(Body):
    """A guest session; the page asks for a cookie instead of a token."""

    cookie: bool = False
    language: Annotated[str, StringConstraints(max_length=20)] | None = None


class Message(Body):
    """One answer: words, or the value of an option."""

    id: Id
    text: Words | None = None
    choice: Value | None = None
    turn: Value | None = None
    ago: Annotated[int, Field(ge=0, le=LONGEST_AGO_S)] = 0

    @model_validator(mode="after")
    def one_of_both(self) -> "Message":
        if (self.text is None) == (self.choice is None):
            raise ValueError("either text or choice")
        return self


class HandoverLooked(Body):
    """What stands behind the # of a handover link."""

    token: Value


class HandoverTaken(Body):
    """The same; `replace` once the person has agreed that somebody is signed out here."""

    token: Value
    replace: bool = False


class CertificateWanted(Body):
    """Any two of three (R8.1)."""

    name: Value | None = None
    id_number: Value | None = None
    number: Value | None = None


class Upload(Body):
    """The fields beside an uploaded file."""

    id: Id
    turn: Value | None = None
    ago: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,7}$")] = "0"
    camera: Literal["yes", "no"] = "no"
    """`yes` for a picture taken on our own page this moment."""


Wanted = TypeVar("Wanted", bound=Body)


async def read_json(request: Request, wanted: type[Wanted], *, empty: bool = False) -> Wanted:
    """The request's JSON; `empty` where no body at all stands for all defaults.

    Only JSON named as such is read: a foreign page cannot send that without asking first.
    """
    data = b"".join([chunk async for chunk in limited(request, JSON_LIMIT)])
    if empty and not data:
        return wanted()
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise Problem(415, "web-not-json")
    try:
        return wanted.model_validate_json(data)
    except ValidationError as error:
        raise wrong(error) from error


async def read_upload(request: Request) -> tuple[Upload, str, bytes]:
    """The fields, the file's name and its content."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise Problem(415, "web-not-a-form")
    fields = await form_fields(request)
    file = fields.pop("file", None)
    if not isinstance(file, UploadFile):
        raise Problem(422, "web-fields-wrong", fields="file")
    with file.file:
        content = await file.read()
    if len(content) > FILE_LIMIT:
        raise too_large(FILE_LIMIT)
    try:
        return Upload.model_validate(fields), file.filename or "", content
    except ValidationError as error:
        raise wrong(error) from error


class InMemory(MultiPartParser):
    """Keeps the file in memory: what people send us is nowhere on a disk unsealed."""

    spool_max_size = FORM_LIMIT

    async def parse(self) -> FormData:
        try:
            return await super().parse()
        except BaseException:
            for file in self._files_to_close_on_error:
                file.close()
            raise


async def form_fields(request: Request) -> dict[str, Any]:
    body = limited(request, FORM_LIMIT)
    parser = InMemory(request.headers, body, max_files=1, max_fields=5, max_part_size=1000)
    try:
        return dict(await parser.parse())
    except (MultiPartException, KeyError, UnicodeError) as error:
        raise Problem(400, "web-not-readable") from error


async def limited(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    """The body in pieces, never more than the limit; 413 when it is longer, announced or not."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit * READ_ON:
        raise too_large(limit, close=True)
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit * READ_ON:
            raise too_large(limit, close=True)
        if size <= limit:
            yield chunk
    if size > limit:
        raise too_large(limit)


def too_large(limit: int, *, close: bool = False) -> Problem:
    most = f"{limit // 1_000_000} MB" if limit >= FILE_LIMIT else f"{limit // 1000} KB"
    return Problem(413, "web-too-large", {"Connection": "close"} if close else None, most=most)


def wrong(error: ValidationError) -> Problem:
    """What is wrong with a body: not JSON, a text too long, or the fields to look at."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    if any(fault["type"] == "json_invalid" for fault in faults):
        return Problem(400, "web-not-readable")
    if [(fault["type"], fault["loc"]) for fault in faults] == [("string_too_long", ("text",))]:
        return Problem(422, "web-text-too-long", most=TEXT_LIMIT)
    names = dict.fromkeys(str(fault["loc"][0]) for fault in faults if fault["loc"])
    return Problem(422, "web-fields-wrong", fields=", ".join(names) or "text, choice")

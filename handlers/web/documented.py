"""What /openapi.json says of requests and answers; requests are read and answers written without it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from handlers.web.inbound import Body


class Option(BaseModel):
    """One thing to choose; `number` is what may be typed instead."""

    label: str
    value: str
    number: str | None = None
    style: Literal["quiet"] | None = None


class File(BaseModel):
    """A file to fetch; the size of a paper is known once it is printed."""

    name: str
    url: str
    media_type: str
    size: int | None


class Question(BaseModel):
    """The question a message ends with."""

    form: str
    box: str
    kind: Literal[
        "text",
        "secret",
        "choice",
        "yes_no",
        "day",
        "number",
        "photo",
        "file",
        "confirm",
        "review",
    ]
    optional: bool
    private: bool
    turn: str
    step: int | None
    of: int | None
    error: str | None = Field(description="The key of what was wrong with the last answer.")
    problem: str | None = Field(description="The same in words.")
    label: str
    hint: str | None
    input: str
    min: str | None
    max: str | None
    shown: str | None
    ahead: bool = Field(description="What comes next can be had beforehand: `/api/chat/ahead`.")
    accepts: str | None = Field(description="The ending of files that answer it, too.")


class Message(BaseModel):
    """One message of either side; cursors rise by one in each person's history."""

    cursor: str
    id: str | None = Field(description="The sender's own id of a message of theirs.")
    at: datetime | None
    from_: Literal["bot", "me"] = Field(alias="from")
    text: str
    options: list[Option]
    files: list[File]
    question: Question | None
    progress: int | None = Field(
        description="Per cent of long work that is done; the stream sends such a message again, "
        "as an event `revised`, when it has come further."
    )


class Turn(BaseModel):
    """What a turn led to; `token` when a new session takes the place of a bearer's old one."""

    messages: list[Message]
    session: bool = False
    token: str | None = None


class Greeting(BaseModel):
    """A new guest session; without the token where a cookie was asked for."""

    messages: list[Message]
    person: str
    token: str | None = None


class History(BaseModel):
    """A page of history."""

    messages: list[Message]
    more: bool
    person: str
    language: str


class Handover(BaseModel):
    """Who and what a handover link continues."""

    name: str
    from_: str = Field(alias="from")
    form: str
    language: str
    signed_in: bool


class Certificate(BaseModel):
    """A certificate found (R8.2); the ID number is masked."""

    kind: str
    number: str
    state: str
    changed_on: str | None
    replaced_by: str
    name: str
    id_number: str
    sex: str | None
    occupation: str
    trade: str
    level: int
    level_text: str
    theory: str
    practice: str
    result: str | None
    schooling: str | None
    issued_on: str
    issuer: str


class Certificates(BaseModel):
    """All certificates of the person, newest first; none for a wrong pair as for an unknown one."""

    certificates: list[Certificate]


class Condition(BaseModel):
    """The box and the kept answer a question exists for; an empty answer stands for any."""

    box: str
    is_: str = Field(alias="is")


class QuestionAhead(BaseModel):
    """A question as it will be put, without a turn."""

    text: str
    options: list[Option]
    question: Question
    when: Condition | None


class QuestionsAhead(BaseModel):
    """What a form filled in on site asks, in order; empty where no such form is open."""

    questions: list[QuestionAhead]


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


def created(body: type[Body]) -> dict[str, Any]:
    return answers(Greeting, 201) | taking("application/json", body, required=False)


def turn(body: type[Body]) -> dict[str, Any]:
    return answers(Turn) | taking("application/json", body)


def upload(body: type[Body]) -> dict[str, Any]:
    schema = body.model_json_schema()
    schema["properties"]["file"] = {"type": "string", "format": "binary"}
    schema["required"].append("file")
    return answers(Turn) | extra({"multipart/form-data": {"schema": schema}})


def history() -> dict[str, Any]:
    return answers(History) | {"openapi_extra": {"parameters": CURSORS}}


def ahead() -> dict[str, Any]:
    return answers(QuestionsAhead)


def events() -> dict[str, Any]:
    said = {"description": "Messages as events, their cursors as ids", "content": EVENTS}
    return {
        "responses": {200: said} | REFUSED,
        "openapi_extra": {"parameters": [*CURSORS[:1], LAST_EVENT]},
    }


def shown(body: type[Body]) -> dict[str, Any]:
    return answers(Handover) | taking("application/json", body)


def found(body: type[Body]) -> dict[str, Any]:
    return answers(Certificates) | taking("application/json", body)


def taking(media_type: str, body: type[Body], *, required: bool = True) -> dict[str, Any]:
    return extra({media_type: {"schema": body.model_json_schema()}}, required=required)


def extra(content: dict[str, Any], *, required: bool = True) -> dict[str, Any]:
    return {"openapi_extra": {"requestBody": {"content": content, "required": required}}}


def answers(body: type[BaseModel], status: int = 200) -> dict[str, Any]:
    return {"status_code": status, "responses": {status: {"model": body}} | REFUSED}


def parameter(name: str, place: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": place, "required": False, "schema": schema}


CURSORS = [
    parameter("after", "query", {"type": "integer", "default": 0}),
    parameter("limit", "query", {"type": "integer", "default": 50, "maximum": 200}),
]
LAST_EVENT = parameter("Last-Event-ID", "header", {"type": "string"})
EVENTS = {"text/event-stream": {"schema": {"type": "string"}}}
REFUSED: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "A problem document",
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }
}

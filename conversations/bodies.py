"""A message as JSON, the way the history keeps it, and back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from conversations.engine.messages import Kind, Option, Outgoing, Paper, Picture, Question


def dump(message: Outgoing) -> dict[str, Any]:
    """The message for the history: without the text that is shown only once."""
    body = asdict(message)
    del body["once"]
    return body


def load(body: Mapping[str, Any]) -> Outgoing:
    question = body["question"]
    return Outgoing(
        text=body["text"],
        options=tuple(Option(**o) for o in body["options"]),
        files=tuple(Paper(**f) if "export" in f else Picture(**f) for f in body["files"]),
        question=Question(**{**question, "kind": Kind(question["kind"])}) if question else None,
    )

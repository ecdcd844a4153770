"""A candidate's client on a bad line: keeps its message ids and sends the same message until it is answered."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import httpx

from rules.candidates import CandidateType
from tests.answers import Candidate, Reply

TRIES = 400


@dataclass
class Client:
    """Talks to one address; `wait` is called between two tries of the same message."""

    address: str
    token: str = ""
    wait: Callable[[], None] = lambda: None
    sent: int = 0
    line: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=20, trust_env=False))

    def close(self) -> None:
        self.line.close()

    def post(self, path: str, **content: Any) -> dict[str, Any]:
        """One request, again and again until an answer that means something came."""
        for _ in range(TRIES):
            try:
                answer = self.line.post(f"{self.address}{path}", headers=self.headers(), **content)
            except httpx.TransportError:
                self.wait()
                continue
            if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
                self.wait()
                continue
            assert answer.is_success, answer.text
            found: dict[str, Any] = answer.json()
            self.token = found.get("token", self.token)
            return found
        raise AssertionError("no answer")

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def send(self, reply: Reply, turn: str | None = None) -> dict[str, Any]:
        """Send one answer; what the bot said last."""
        self.sent += 1
        key = f"message-{self.sent}"
        if reply.picture is not None:
            found = self.post(
                "/api/chat/files",
                data={"id": key} | ({"turn": turn} if turn else {}),
                files={"file": ("picture.jpg", reply.picture, "image/jpeg")},
            )
        else:
            content = {"id": key, "text": reply.text, "choice": reply.choice, "turn": turn}
            found = self.post(
                "/api/chat/messages", json={k: v for k, v in content.items() if v is not None}
            )
        said: dict[str, Any] = found["messages"][-1]
        return said

    def begin(self) -> None:
        self.post("/api/chat/session", json={})

    def log_in(self, user_name: str, password: str) -> None:
        for reply in (Reply(choice="/login"), Reply(text=user_name), Reply(text=password)):
            self.send(reply)

    def register(self, batch: str, candidate_type: CandidateType, today: date) -> dict[str, Any]:
        """The whole form, question by question; the message after filing."""
        candidate = Candidate(candidate_type, today)
        said = self.send(Reply(choice=f"/registration {batch}"))
        while said["question"]:
            options = [option["value"] for option in said["options"]]
            question = said["question"]
            assert question["error"] is None, (question["box"], said["text"])
            said = self.send(candidate.reply(question, options), question["turn"])
        return said

    def history(self) -> list[dict[str, Any]]:
        """Everything said on both sides, without what differs between two runs."""
        answer = self.line.get(
            f"{self.address}/api/chat/messages",
            params={"after": 0, "limit": 500},
            headers=self.headers(),
        )
        return [steady(message) for message in answer.json()["messages"]]


def steady(message: dict[str, Any]) -> dict[str, Any]:
    """A message without times, links and turns of another run."""
    kept = {k: v for k, v in message.items() if k not in {"at", "files", "id"}}
    if kept["question"]:
        kept["question"] = {k: v for k, v in kept["question"].items() if k != "turn"}
    kept["files"] = [file["name"] for file in message["files"]]
    copy: dict[str, Any] = json.loads(json.dumps(kept))
    return copy

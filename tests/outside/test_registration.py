"""A registration from outside, through the API: each candidate type, and the stamped form on another device."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from io import BytesIO
from typing import Any

import httpx
import pytest
from pypdf import PdfReader

from rules.candidates import CandidateType, Sex
from store.clock import OFFICE_ZONE
from tests import pictures
from tests.answers import Reply
from tests.client import Client
from tests.conftest import Served
from tests.people import id_number

PASSWORD = "wuxi-0417-lathe"


def today() -> date:
    return datetime.now(OFFICE_ZONE).date()


@pytest.fixture
def device(served: Served) -> Iterator[Callable[[], Client]]:
    """Makes devices nobody has used yet."""
    with ExitStack() as open_lines:

        def make() -> Client:
            client = Client(served.address)
            open_lines.callback(client.close)
            client.begin()
            return client

        yield make


def newcomer(client: Client, user_name: str, number: str) -> Client:
    """Somebody who signs up on this device."""
    said = client.send(Reply(choice="/sign_up"))
    for answer in ("是", "阿依古丽·买买提", number, user_name, "提交", PASSWORD):
        assert said["question"]["error"] is None
        said = client.send(Reply(text=answer))
    return client


@pytest.mark.parametrize(
    ("candidate_type", "born", "birth_year_serial"),
    [
        (CandidateType.STUDENT, date(2008, 5, 4), 11),
        (CandidateType.EMPLOYED, date(1995, 2, 28), 12),
        (CandidateType.SOCIAL, date(2001, 12, 31), 13),
    ],
)
def test_each_candidate_type_registers_and_gets_the_printed_form(
    served: Served,
    device: Callable[[], Client],
    candidate_type: CandidateType,
    born: date,
    birth_year_serial: int,
) -> None:
    number = id_number(born, Sex.FEMALE, serial=birth_year_serial)
    client = newcomer(device(), f"new-{candidate_type}", number)
    said = client.register(served.batch(candidate_type), candidate_type, today())
    assert "已提交" in said["text"] or "报名完成" in said["text"], said["text"]
    pdf = next(file for file in said["files"] if file["media_type"] == "application/pdf")
    link = f"{served.address}{pdf['url']}"
    document = client.line.get(link, headers=client.headers())
    text = PdfReader(BytesIO(document.content)).pages[0].extract_text()
    assert number in text
    assert "阿依古丽·买买提" in text
    word = next(file for file in said["files"] if "word" in file["media_type"])
    assert client.line.get(f"{served.address}{word['url']}", headers=client.headers()).is_success
    assert client.line.get(link).status_code == httpx.codes.UNAUTHORIZED


def test_the_stamped_form_is_uploaded_after_logging_in_on_another_device(
    served: Served, device: Callable[[], Client]
) -> None:
    number = id_number(date(2008, 1, 2), Sex.MALE, serial=21)
    phone = newcomer(device(), "two-devices", number)
    phone.register(served.batch("student"), CandidateType.STUDENT, today())
    computer = device()
    computer.log_in("two-devices", PASSWORD)
    said = computer.send(Reply(choice="/my_registrations"))
    said = computer.send(Reply(choice=said["options"][0]["value"]))
    step = next(o["value"] for o in said["options"] if "stamped_form" in o["value"])
    said = computer.send(Reply(choice=step))
    while said["question"]:
        said = computer.send(answer_to(said))
    assert "完成" in said["text"]


def answer_to(said: dict[str, Any]) -> Reply:
    """The first option, or a picture of a stamped page."""
    match said["question"]["kind"]:
        case "photo" | "file":
            return Reply(picture=pictures.document(line="STAMPED"))
        case "review":
            return Reply(choice="submit")
        case _:
            return Reply(choice=said["options"][0]["value"])


def test_a_second_registration_in_the_same_batch_is_refused(
    served: Served, device: Callable[[], Client]
) -> None:
    number = id_number(date(2008, 3, 2), Sex.MALE, serial=31)
    client = newcomer(device(), "twice", number)
    batch = served.batch("student")
    client.register(batch, CandidateType.STUDENT, today())
    said = client.send(Reply(choice=f"/registration {batch}"))
    assert "已经报过" in said["text"] or "报过" in said["text"], said["text"]

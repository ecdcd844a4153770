"""Signed links: they expire, open for one person only, and say nothing about that person."""

import json
from datetime import timedelta
from itertools import count

import pytest

from conversations.engine.messages import Paper, Picture
from handlers.web.desk import PublicFacts
from handlers.web.downloads import Links, decode, encode
from store.people import PersonId
from tests.fakes import FixedClock
from tests.handlers.web.conftest import Caller, Web, a_program
from tests.handlers.web.desk import PUBLIC_URL, StoreDesk

SERIAL = count(1)
PAPER = Paper("application_form", 12, "申报表")
FACTS = PublicFacts(PUBLIC_URL, papers={"roster": "text/csv"})


def person_of(caller: Caller, desk: StoreDesk) -> PersonId:
    token = caller.headers["Authorization"].removeprefix("Bearer ")
    return caller.web.loop.run(desk.reader(token))


def picture_of(caller: Caller) -> dict[str, object]:
    """A picture the caller sent in, as it stands in the history."""
    caller.upload(b"picture %d" % next(SERIAL))
    messages = caller.get("/api/chat/messages").json()["messages"]
    files: list[dict[str, object]] = [f for m in messages for f in m["files"]]
    return files[-1]


@pytest.fixture
def links(desk: StoreDesk) -> Links:
    return Links(desk, FACTS)


def test_a_picture_opens_for_whom_it_belongs_to(program: Caller) -> None:
    picture = picture_of(program)
    opened = program.get(str(picture["url"]))
    assert opened.content.startswith(b"picture")
    assert (picture["media_type"], picture["size"]) == ("image/jpeg", len(opened.content))
    assert opened.headers["content-type"] == "image/jpeg"
    assert opened.headers["content-disposition"].startswith('inline; filename="photo.jpg"')
    assert opened.headers["cache-control"].startswith("private")
    assert opened.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in opened.headers["content-security-policy"]


def test_a_paper_is_printed_and_saved(program: Caller, desk: StoreDesk, links: Links) -> None:
    offered = links.offered(PAPER, person_of(program, desk))
    assert (offered["name"], offered["media_type"]) == ("申报表", "application/pdf")
    opened = program.get(offered["url"])
    assert opened.content.startswith(b"%PDF")
    assert opened.headers["content-disposition"] == (
        "attachment; filename=\"____12.pdf\"; filename*=UTF-8''%E7%94%B3%E6%8A%A5%E8%A1%A8%2012.pdf"
    )


def test_papers_have_the_type_of_their_export(links: Links) -> None:
    assert links.offered(Paper("roster", 1, "花名册"), PersonId(1))["media_type"] == "text/csv"


def test_a_kept_file_without_a_name_gets_a_neutral_one(links: Links) -> None:
    shown = links.offered(Picture("ab", "", "application/pdf", 3), PersonId(1))
    assert shown["name"] == "document.pdf"


def test_for_another_person_there_is_no_such_file(web: Web, program: Caller) -> None:
    picture = picture_of(program)
    assert a_program(web).get(str(picture["url"])).status_code == 404


def test_without_a_session_nothing_opens(web: Web, program: Caller) -> None:
    picture = picture_of(program)
    assert web.get(str(picture["url"])).status_code == 401


def test_a_link_lives_between_23_and_24_hours(program: Caller, clock: FixedClock) -> None:
    picture = str(picture_of(program)["url"])
    clock.advance(timedelta(hours=23))
    assert program.get(picture).status_code == 200
    clock.advance(timedelta(hours=1, seconds=1))
    expired = program.get(picture)
    assert expired.status_code == 410
    assert "过期" in expired.json()["title"]


def test_a_link_stays_the_same_within_the_hour(links: Links, clock: FixedClock) -> None:
    clock.advance(timedelta(minutes=1))
    first = links.offered(PAPER, PersonId(1))
    clock.advance(timedelta(minutes=58))
    assert links.offered(PAPER, PersonId(1)) == first
    clock.advance(timedelta(minutes=2))
    assert links.offered(PAPER, PersonId(1)) != first


def test_a_changed_link_opens_nothing(program: Caller, desk: StoreDesk, links: Links) -> None:
    url = links.url("", "ab" * 32, PersonId(999_999))
    said, _, signature = url.removeprefix("/files/").partition(".")
    kind, subject, _, until = json.loads(decode(said))
    mine = encode(json.dumps([kind, subject, person_of(program, desk), until]).encode())
    for forged in (f"{mine}.{signature}", f"{said}.", said, "x", "%00", "é.é", f"{said}.{said}"):
        assert program.get(f"/files/{forged}").status_code == 404


def test_a_file_that_is_gone_is_not_found(program: Caller, desk: StoreDesk, links: Links) -> None:
    assert program.get(links.url("", "00" * 32, person_of(program, desk))).status_code == 404


def test_a_link_names_nobody(program: Caller) -> None:
    said = str(picture_of(program)["url"]).removeprefix("/files/").partition(".")[0]
    kind, _, person, until = json.loads(decode(said))
    assert (kind, type(person), until % 3600) == ("", int, 0)


def test_a_link_followed_from_a_mail_opens(page: Caller, desk: StoreDesk, links: Links) -> None:
    person = page.web.loop.run(desk.reader(page.web.client.cookies["__Host-kaowu"]))
    page.headers = {"Sec-Fetch-Site": "cross-site"}
    assert page.get(links.url("application_form", "12", person)).status_code == 200


def test_a_large_file_comes_in_pieces_with_its_size(
    program: Caller, desk: StoreDesk, links: Links
) -> None:
    offered = links.offered(Paper("bundle", 3, "zip"), person_of(program, desk))
    opened = program.get(offered["url"])
    assert opened.content == b"PK...end"
    assert opened.headers["content-length"] == "8"
    assert opened.headers["content-disposition"].startswith('attachment; filename="bundle.zip"')
    assert opened.headers["cache-control"] == "private, no-store"
    assert "sandbox" in opened.headers["content-security-policy"]

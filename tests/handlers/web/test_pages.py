"""The page as it is served: whole, in few bytes, and with nothing of others in it."""

import re

import pytest

from tests.handlers.web.conftest import Web


@pytest.mark.parametrize("path", ["/", "/handover"])
def test_a_page_runs_only_our_own_scripts(web: Web, path: str) -> None:
    page = web.get(path)
    policy = page.headers["content-security-policy"]
    assert page.status_code == 200
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "max-age" in page.headers["strict-transport-security"]
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|style=|https?://", page.text)


@pytest.mark.parametrize("path", ["/", "/handover"])
def test_everything_a_page_asks_for_is_there(web: Web, path: str) -> None:
    to_see, seen = [path], set()
    while to_see:
        here = to_see.pop()
        text = web.get(here).raise_for_status().text
        names = re.findall(r'(?:src|href)="(/page/[^"]+)"', text)
        names += [f"/page/{n}" for n in re.findall(r'from "\./([^"]+)"', text)]
        to_see += [n for n in names if n not in seen]
        seen.update(names)
    assert len(seen) > 3


def test_types_are_named(web: Web) -> None:
    assert web.get("/page/app.js").headers["content-type"].startswith("text/javascript")
    assert web.get("/page/style.css").headers["content-type"].startswith("text/css")
    assert web.get("/page/icon.svg").headers["content-type"].startswith("image/svg+xml")


def test_an_unchanged_part_is_not_sent_again(web: Web) -> None:
    first = web.get("/page/app.js")
    assert first.headers["cache-control"] == "no-cache"
    again = web.get("/page/app.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_browsers_that_can_unpack_get_it_packed(web: Web) -> None:
    packed = web.get("/page/app.js")
    plain = web.get("/page/app.js", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fapp.py", "%2e%2e/app.py", ""])
def test_only_parts_of_the_page_are_served(web: Web, name: str) -> None:
    assert web.get(f"/page/{name}").status_code == 404

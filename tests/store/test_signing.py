"""Signatures: a forged or changed link is never taken for ours, and a rotated key forgets nothing."""

from dataclasses import replace
from datetime import date

import pytest

from rules.findings import Refused
from rules.verification import SignedLink, read_link
from store.sealed import Keys
from store.signing import SigningKeyLost, as_published, is_genuine, read_published, signing_keys
from store.unit import Store
from tests.store.test_certificates import FIRST, OTHER


def signed(store: Store) -> SignedLink:
    with store.reading() as work:
        return read_link(f"https://kaowu.example{work.signing.link(FIRST).path}")


def test_a_printed_link_verifies_with_the_published_key_alone(store: Store) -> None:
    link = signed(store)
    with store.reading() as work:
        published = read_published(as_published(work.signing.published()))
        assert work.signing.genuine(link)
        assert link.facts == work.signing.facts(FIRST)
        assert link.facts != work.signing.facts(replace(FIRST, name="阿依"))
    assert is_genuine(link, published)


@pytest.mark.parametrize(
    "forged",
    [
        {"number": "2449284267500002"},
        {"trade": "车工"},
        {"level": "一级/高级技师"},
        {"issued_on": date(2026, 6, 11)},
        {"issuer": "别的中心"},
        {"holder": "A" * 22},
    ],
)
def test_whatever_is_changed_breaks_the_signature(store: Store, forged: dict[str, object]) -> None:
    link = signed(store)
    changed = replace(link, facts=replace(link.facts, **forged))
    with store.reading() as work:
        assert not work.signing.genuine(changed)


def test_another_key_a_changed_signature_and_an_unknown_number_are_not_ours(store: Store) -> None:
    link = signed(store)
    stranger = Keys.fresh().signer(1).sign(link.facts.message())
    flipped = bytes([link.signature[0] ^ 1, *link.signature[1:]])
    with store.reading() as work:
        assert not work.signing.genuine(replace(link, signature=stranger))
        assert not work.signing.genuine(replace(link, signature=flipped))
        assert not work.signing.genuine(replace(link, signature=bytes(64)))
        assert not work.signing.genuine(replace(link, key=2))


def test_after_a_rotation_old_prints_stay_valid_and_new_ones_bear_the_new_key(store: Store) -> None:
    old = signed(store)
    with store.writing() as work:
        assert work.signing.rotate() == 2
    new = signed(store)
    assert (old.key, new.key) == (1, 2)
    with store.reading() as work:
        assert list(work.signing.published()) == [1, 2]
        assert work.signing.genuine(old)
        assert work.signing.genuine(new)
        assert not work.signing.genuine(replace(old, key=2))


def test_publishing_twice_changes_nothing(store: Store) -> None:
    with store.writing() as work:
        before = work.signing.published()
        work.signing.publish()
        work.signing.publish()
        assert work.signing.published() == before


def test_a_key_that_is_not_the_published_one_signs_nothing(store: Store) -> None:
    with store.writing() as work:
        work.connection.execute(
            signing_keys.insert(), {"id": 1, "public_key": bytes(32), "since": work.now}
        )
        with pytest.raises(SigningKeyLost):
            work.signing.link(FIRST)
        assert work.signing.rotate() == 2
        assert work.signing.genuine(work.signing.link(FIRST))


def test_the_check_code_is_the_certificates_own_and_always_the_same(store: Store) -> None:
    with store.reading() as work:
        first = work.signing.check_code(FIRST)
        assert work.signing.check_code(replace(FIRST, name="王五")) == first
        assert work.signing.check_code(OTHER) != first


@pytest.mark.parametrize("text", ["", "rubbish", "1 AAAA", "x " + "A" * 44, "1 ***"])
def test_what_is_no_list_of_keys_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="verify-keys"):
        read_published(text)

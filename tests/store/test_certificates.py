"""Certificates: any two fields find all of a person's, and a wrong pair finds as little as an unknown one."""

from dataclasses import replace
from datetime import date

import pytest

from rules.candidates import Schooling, Sex
from rules.catalogue import Level, Programme
from rules.certificates import CertificateKind, CertificateState
from rules.findings import NotPossible
from rules.grading import Result
from rules.policy import Policy
from store import certificates as register
from store.certificates import CHUNK, Certificate, id_fingerprint
from store.sealed import Keys
from store.unit import Store

NAME, ID_NUMBER = "阿依古丽·买买提", "11010519491231002X"
FIRST = Certificate(
    kind=CertificateKind.CAPABILITY,
    number="2449284267500001",
    name=NAME,
    id_number=ID_NUMBER,
    sex=Sex.FEMALE,
    programme=Programme.CAPABILITY,
    occupation_name="焊工",
    unit_code="JX04-06-04-01",
    unit_name="电焊工",
    level=Level.FIVE,
    level_text="五级/初级工",
    theory="86",
    practice="82.5",
    result=Result.GOOD,
    schooling=Schooling.SECONDARY_VOCATIONAL,
    issued_on=date(2024, 6, 11),
    issuer="机械工业职业技能鉴定指导中心",
    station_code="49284267",
)
SKILL_LEVEL = Certificate(
    kind=CertificateKind.SKILL_LEVEL,
    number="S000032000267244000001",
    name=NAME,
    id_number=ID_NUMBER,
    unit_name="电火花成形机床操作工",
    level=Level.FOUR,
    level_text="四级/中级工",
    issued_on=date(2024, 9, 30),
)
OLD = replace(
    FIRST,
    kind=CertificateKind.OLD_QUALIFICATION,
    number="1249284267500001",
    programme=None,
    issued_on=date(2012, 6, 15),
)
OTHER = replace(FIRST, number="2449284267500009", name="赵志远", id_number="110105194912310038")
ALL = (SKILL_LEVEL, FIRST, OLD)
"""Of the first person, newest first."""


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as work:
        assert work.certificates.add_many([OLD, FIRST, OTHER, SKILL_LEVEL]) == 4
    return store


def found(
    store: Store, name: str | None = None, id_number: str | None = None, number: str | None = None
) -> tuple[Certificate, ...]:
    with store.reading() as work:
        return work.certificates.find(name, id_number, number)


class TestLookUp:
    @pytest.mark.parametrize(
        "fields",
        [
            (NAME, ID_NUMBER, None),
            (NAME, None, FIRST.number),
            (None, ID_NUMBER, FIRST.number),
            (NAME, ID_NUMBER, FIRST.number),
            (NAME, None, OLD.number),
            (None, ID_NUMBER, SKILL_LEVEL.number),
        ],
    )
    def test_any_two_fields_list_all_of_the_person_newest_first(
        self, filled: Store, fields: tuple[str | None, ...]
    ) -> None:
        assert found(filled, *fields) == ALL

    @pytest.mark.parametrize("dot", list("·•‧・∙.．"))
    def test_every_middle_dot_is_the_same(self, filled: Store, dot: str) -> None:
        assert found(filled, f"阿依古丽{dot}买买提", ID_NUMBER) == ALL

    @pytest.mark.parametrize(
        ("name", "id_number", "number"),
        [
            (" 阿依古丽 · 买买提 ", "11010519491231002x", None),
            (NAME, "１１０１０５１９４９１２３１００２Ｘ", None),
            (NAME, "110105 19491231 002x", None),
            (NAME, None, "s000032 000267 24 4 000001"),
            (NAME, None, "２４４９２８４２６７５００００１"),
        ],
    )
    def test_spaces_width_and_case_do_not_count(
        self, filled: Store, name: str, id_number: str | None, number: str | None
    ) -> None:
        assert found(filled, name, id_number, number) == ALL

    @pytest.mark.parametrize(
        "fields",
        [
            ("王五", ID_NUMBER, None),
            (NAME, OTHER.id_number, None),
            (NAME, "not a number", None),
            (NAME, None, OTHER.number),
            (NAME, None, "?"),
            (None, ID_NUMBER, OTHER.number),
            (NAME, ID_NUMBER, OTHER.number),
            ("王五", ID_NUMBER, FIRST.number),
            ("王五", "110105194912310054", None),
        ],
    )
    def test_a_wrong_pair_and_an_unknown_one_are_answered_alike(
        self, filled: Store, fields: tuple[str | None, ...]
    ) -> None:
        assert found(filled, *fields) == ()

    def test_nobodys_look_up_opens_as_much_as_somebodys(
        self, filled: Store, keys: Keys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Or its time would tell whether a name is registered; what was opened is never shown."""
        opened: list[int] = []
        open_seal = keys.open

        def counting(sealed: bytes, context: bytes) -> bytes:
            opened.append(1)
            return open_seal(sealed, context)

        monkeypatch.setattr(keys, "open", counting)
        for stands_in, certificates in ((OTHER.id_number, 1), (ID_NUMBER, 3)):
            chosen = id_fingerprint(keys, stands_in)
            monkeypatch.setattr(register, "anybody", lambda one=chosen: one)
            for fields in ((OTHER.name, ID_NUMBER), ("王五", "12345")):
                opened.clear()
                assert found(filled, *fields) == ()
                assert len(opened) == 2 * certificates

    def test_past_the_last_of_the_register_the_first_stands_in(
        self, filled: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(register, "anybody", lambda: b"\xff" * 16)
        assert found(filled, "王五", "12345") == ()

    def test_an_empty_register_is_asked_in_vain(self, store: Store) -> None:
        assert found(store, NAME, ID_NUMBER) == ()

    @pytest.mark.parametrize("fields", [(), (NAME,), (None, ID_NUMBER, " "), ("", "", OLD.number)])
    def test_fewer_than_two_fields_are_refused(
        self, filled: Store, fields: tuple[str | None, ...]
    ) -> None:
        with pytest.raises(NotPossible, match="lookup-two-fields"):
            found(filled, *fields)

    def test_a_replaced_and_a_revoked_certificate_stay_in_the_list(self, store: Store) -> None:
        spoilt = replace(FIRST, state=CertificateState.REISSUED, replaced_by="2449284267500002")
        fresh = replace(FIRST, number="2449284267500002", issued_on=date(2024, 11, 5))
        revoked = replace(SKILL_LEVEL, state=CertificateState.REVOKED)
        with store.writing() as work:
            work.certificates.add_many([fresh, spoilt, revoked])
        assert found(store, NAME, None, spoilt.number) == (fresh, revoked, spoilt)

    def test_of_two_from_one_day_the_later_added_comes_first(self, store: Store) -> None:
        second = replace(FIRST, number="2449284267500002")
        with store.writing() as work:
            work.certificates.add_many([FIRST, second])
        assert found(store, NAME, ID_NUMBER) == (second, FIRST)

    def test_a_certificate_under_an_earlier_name_is_listed_as_well(self, store: Store) -> None:
        before = replace(OLD, name="阿依古丽")
        with store.writing() as work:
            work.certificates.add_many([before, FIRST])
        assert found(store, NAME, ID_NUMBER) == (FIRST, before)

    def test_policy_may_ask_for_the_number_of_a_kind(self, filled: Store) -> None:
        with filled.writing() as work:
            work.policy.set("number_required_for", ["capability"], work.today)
        assert found(filled, NAME, ID_NUMBER) == (SKILL_LEVEL, OLD)
        assert found(filled, NAME, ID_NUMBER, FIRST.number) == ALL
        with filled.reading() as work:
            assert work.certificates.find(NAME, ID_NUMBER, policy=Policy()) == ALL

    def test_old_shanghai_numbers_are_found_with_and_without_their_zeros(
        self, store: Store
    ) -> None:
        shanghai = replace(OLD, number="1209005745001")
        with store.writing() as work:
            work.certificates.add(shanghai)
        assert found(store, NAME, None, "0001209005745001") == (shanghai,)
        assert found(store, NAME, None, "1209005745001") == (shanghai,)


class TestAdding:
    def test_a_number_is_taken_once_in_its_kind(self, filled: Store) -> None:
        with filled.writing() as work:
            with pytest.raises(NotPossible, match="certificate-number-known"):
                work.certificates.add(replace(OTHER, number=FIRST.number))
            work.certificates.add(
                replace(OTHER, kind=CertificateKind.OLD_QUALIFICATION, number=FIRST.number)
            )

    def test_adding_many_again_adds_only_what_is_new(self, filled: Store) -> None:
        fresh = replace(OTHER, number="2449284267500010")
        with filled.writing() as work:
            assert work.certificates.add_many([FIRST, fresh, OTHER]) == 1

    def test_many_are_read_and_added_in_chunks(self, store: Store) -> None:
        many = (replace(OTHER, number=f"24492842674{n:05}") for n in range(CHUNK + 1))
        with store.writing() as work:
            assert work.certificates.add_many(many) == CHUNK + 1
        assert len(found(store, OTHER.name, OTHER.id_number)) == CHUNK + 1

    def test_name_and_id_number_do_not_stand_in_the_database(self, filled: Store) -> None:
        with filled.reading() as work:
            rows = work.connection.exec_driver_sql("SELECT * FROM certificates").all()
        raw = b"".join(bytes(value) for row in rows for value in row if isinstance(value, bytes))
        texts = "".join(value for row in rows for value in row if isinstance(value, str))
        for private in (NAME, ID_NUMBER):
            assert private.encode() not in raw
            assert private not in texts

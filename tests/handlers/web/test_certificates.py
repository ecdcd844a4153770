"""The certificate look-up for other systems (R8)."""

from datetime import date

import pytest

from rules.catalogue import Level
from rules.certificates import CertificateKind
from store.certificates import Certificate
from tests.handlers.web.conftest import Web
from tests.handlers.web.desk import StoreDesk

PATH = "/api/certificates/lookup"
ID_NUMBER = "11010519491231002X"
CERTIFICATE = Certificate(
    kind=CertificateKind.CAPABILITY,
    number="2649284001400001",
    name="王小五",
    id_number=ID_NUMBER,
    unit_name="电焊工",
    level=Level.FOUR,
    level_text="四级/中级工",
    issued_on=date(2026, 5, 1),
)


@pytest.fixture(autouse=True)
def certificate(desk: StoreDesk) -> Certificate:
    with desk.store.writing() as work:
        work.certificates.add(CERTIFICATE)
    return CERTIFICATE


@pytest.mark.parametrize(
    "two",
    [
        {"name": "王小五", "id_number": ID_NUMBER},
        {"name": "王小五", "number": CERTIFICATE.number},
        {"id_number": ID_NUMBER.lower(), "number": CERTIFICATE.number},
    ],
)
def test_any_two_of_three_find_it(web: Web, two: dict[str, str]) -> None:
    (found,) = web.post(PATH, json=two).json()["certificates"]
    assert (found["trade"], found["level"], found["issued_on"]) == ("电焊工", 4, "2026-05-01")
    assert found["state"] == "issued"


def test_the_id_number_is_masked(web: Web) -> None:
    answer = web.post(PATH, json={"name": "王小五", "id_number": ID_NUMBER})
    assert ID_NUMBER not in answer.text
    assert answer.json()["certificates"][0]["id_number"] == "110105********002X"


def test_a_wrong_pair_answers_like_an_unknown_one(web: Web) -> None:
    wrong = web.post(PATH, json={"name": "王小六", "id_number": ID_NUMBER})
    unknown = web.post(PATH, json={"name": "没有人", "number": "2649284001499999"})
    assert wrong.json() == unknown.json() == {"certificates": []}


def test_one_field_is_not_enough(web: Web) -> None:
    refused = web.post(PATH, json={"name": "王小五"})
    assert refused.status_code == 422
    assert refused.json()["type"] == "urn:kaowu:problem:refused"
    assert refused.json()["detail"]

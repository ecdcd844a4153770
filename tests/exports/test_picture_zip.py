"""A zip of pictures: found by the ID number in their names; what is meant to harm is refused in a sentence."""

import io
import struct
import zipfile

import pytest

from exports.picture_zip import LARGEST, MOST_FILES, PictureZip, is_picture_zip, pictures_of
from rules.findings import Refused
from tests.workbooks import package, workbook

NUMBER = "11010119900307001X"
OTHER = "110101200803040015"


def opened(*files: tuple[str, bytes]) -> PictureZip:
    return PictureZip(io.BytesIO(package(files)))


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        PictureZip(io.BytesIO(data))
    return refused.value.finding.key


def told(sent: PictureZip) -> list[tuple[str, str]]:
    return [(one.id_number, one.word) for one in sent.pictures]


def test_a_picture_is_whose_number_its_name_begins_with() -> None:
    sent = opened((f"{NUMBER}.jpg", b"p"), (f"{OTHER}_学生证.jpg", b"c"))
    assert told(sent) == [(NUMBER, ""), (OTHER, "学生证")]
    (picture,) = pictures_of(sent, OTHER)
    assert sent.read(picture) == b"c"


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (f"{NUMBER.lower()}.JPG", ""),
        (f"{NUMBER} 学生证.jpg", "学生证"),
        (f"{NUMBER}-学生证.png", "学生证"),
        (f"{NUMBER}（学生证）.jpg", "学生证"),
        (f"学生证/{NUMBER}.jpg", "学生证"),
        (f"全部/照片/{NUMBER}_student_card.jpg", "student_card"),
    ],
)
def test_names_are_read_as_people_write_them(name: str, word: str) -> None:
    assert told(opened((name, b"x"))) == [(NUMBER, word)]


def test_names_written_by_chinese_windows_are_read() -> None:
    data = bytearray(package([(f"{NUMBER}_xxxxxx.jpg", b"x")]))
    data = bytearray(bytes(data).replace(b"_xxxxxx", b"_" + "学生证".encode("gbk")))
    assert told(PictureZip(io.BytesIO(bytes(data)))) == [(NUMBER, "学生证")]


def test_what_has_no_number_is_counted_and_what_systems_add_is_not() -> None:
    sent = opened(("合影.jpg", b"x"), ("__MACOSX/._a.jpg", b"x"), (".DS_Store", b"x"))
    assert (sent.pictures, sent.nobodys) == ((), 1)


def test_a_number_that_is_part_of_a_longer_one_is_nobodys() -> None:
    assert opened((f"{OTHER}7.jpg", b"x")).pictures == ()


@pytest.mark.parametrize("name", [f"../{NUMBER}.jpg", f"/{NUMBER}.jpg", f"C:\\x\\{NUMBER}.jpg"])
def test_names_that_lead_outside_are_refused(name: str) -> None:
    assert refusal(package([(name, b"x")])) == "picture-zip-paths"


def test_a_bomb_is_refused_by_what_it_would_grow_to() -> None:
    assert refusal(package([(f"{NUMBER}.jpg", bytes(5_000_000))])) == "picture-zip-too-large"


def test_one_picture_beyond_all_measure_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        bundle.writestr(f"{NUMBER}.jpg", bytes(LARGEST + 1))
    assert refusal(out.getvalue()) == "picture-zip-too-large"


def test_ten_thousand_entries_are_refused() -> None:
    files = package((f"{n}.jpg", b"") for n in range(MOST_FILES + 1))
    assert refusal(files) == "picture-zip-too-many"


def test_entries_are_not_even_listed_when_the_end_announces_too_many() -> None:
    data = bytearray(package([(f"{NUMBER}.jpg", b"x")]))
    struct.pack_into("<H", data, len(data) - 12, 65_535)
    assert refusal(bytes(data)) == "picture-zip-too-many"


def test_a_zip_with_a_password_says_so() -> None:
    data = bytearray(package([(f"{NUMBER}.jpg", b"x")]))
    data[data.rindex(b"PK\1\2") + 8] |= 1
    assert refusal(bytes(data)) == "picture-zip-encrypted"


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"no zip at all", b"PK\5\6short"])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert refusal(data) == "picture-zip-unreadable"


def test_a_picture_that_cannot_be_read_is_refused_alone() -> None:
    data = bytearray(package([(f"{NUMBER}.jpg", b"x" * 50), (f"{OTHER}.jpg", b"y")]))
    data[31 + len(NUMBER) + 4] ^= 0xFF
    sent = PictureZip(io.BytesIO(bytes(data)))
    with pytest.raises(Refused, match="picture-unreadable"):
        sent.read(sent.pictures[0])
    assert sent.read(sent.pictures[1]) == b"y"


def test_a_workbook_is_no_zip_of_pictures() -> None:
    assert not is_picture_zip(workbook(["姓名"]))
    assert is_picture_zip(package([(f"{NUMBER}.jpg", b"x")]))

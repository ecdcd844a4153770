"""R5.3, R5.4: which pictures are taken, at their exact limits."""

import pytest

from rules.photos import (
    MAX_BYTES,
    PORTRAIT_TARGET,
    PictureFacts,
    document_findings,
    portrait_findings,
    stamped_form_findings,
)


def picture(
    width: int, height: int, size: int = 200_000, media_type: str = "image/jpeg"
) -> PictureFacts:
    return PictureFacts(width, height, size, media_type)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (picture(295, 413), []),
        (picture(*PORTRAIT_TARGET), []),
        (picture(390, 567), []),  # 33×48
        (picture(413, 579), []),  # 35×49
        (picture(3024, 4032), []),
        (picture(800, 1000), []),
        (picture(680, 1000), []),
        (picture(413, 531, MAX_BYTES), []),
        (picture(294, 413), ["picture-too-small"]),
        (picture(295, 412), ["picture-too-small"]),
        (picture(180, 240), ["picture-too-small"]),
        (picture(801, 1000), ["portrait-shape"]),
        (picture(679, 1000), ["portrait-shape"]),
        (picture(4032, 3024), ["portrait-shape"]),
        (picture(413, 531, MAX_BYTES + 1), ["upload-too-large"]),
        (
            picture(100, 100, MAX_BYTES + 1),
            ["upload-too-large", "picture-too-small", "portrait-shape"],
        ),
        (picture(413, 531, media_type="image/svg+xml"), ["picture-type"]),
        (picture(0, 0, media_type="application/pdf"), ["picture-type"]),
    ],
)
def test_a_portrait_is_judged_by_all_its_numbers(facts: PictureFacts, expected: list[str]) -> None:
    assert [finding.key for finding in portrait_findings(facts)] == expected


def test_a_refusal_names_the_numbers() -> None:
    (finding,) = portrait_findings(picture(180, 240))
    assert finding.args == {"width": 180, "height": 240, "min_width": 295, "min_height": 413}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (picture(480, 640), []),
        (picture(640, 480), []),
        (picture(479, 2000), ["picture-too-small"]),
        (picture(639, 500), ["picture-too-small"]),
        (picture(640, 480, MAX_BYTES + 1), ["upload-too-large"]),
        (picture(0, 0, media_type="application/pdf"), ["picture-type"]),
    ],
)
def test_a_document_may_lie_either_way(facts: PictureFacts, expected: list[str]) -> None:
    assert [finding.key for finding in document_findings(facts)] == expected


def test_only_the_stamped_form_may_be_a_pdf() -> None:
    fits = picture(0, 0, MAX_BYTES, "application/pdf")
    too_large = picture(0, 0, MAX_BYTES + 1, "application/pdf")
    assert stamped_form_findings(fits) == ()
    assert [finding.key for finding in stamped_form_findings(too_large)] == ["upload-too-large"]
    assert stamped_form_findings(picture(1240, 1754)) == ()
    assert [f.key for f in stamped_form_findings(picture(100, 100))] == ["picture-too-small"]

"""How a rule says no."""

import pytest

from rules.findings import Finding, NotPossible, Refused


def test_a_refusal_carries_its_text_key_rule_and_arguments() -> None:
    finding = Refused("class-hours-too-few", "R3.2", wanted=400).finding
    assert finding == Finding("class-hours-too-few", "R3.2", {"wanted": 400})


def test_one_reason_or_several_are_named_at_once() -> None:
    one, two = Finding("one"), Finding("two", box="level")
    assert NotPossible(one).findings == (one,)
    with pytest.raises(NotPossible, match="one, two"):
        raise NotPossible([one, two])

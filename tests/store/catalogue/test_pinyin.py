"""A name is found by its characters and by every way of typing it in pinyin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.catalogue.pinyin import Fit, Names, fold, initials, matches

READ_AS = {"电": ("dian",), "焊": ("han",), "工": ("gong",), "安": ("an",), "装": ("zhuang",)}
NAMES = ("电焊工", "安装工", "工", "装电安工焊", "安安")


def spells(query: str, name: str) -> bool:
    """Whether the query spells the name from its first character on: the rule, said slowly."""
    if not query:
        return True
    if not name:
        return False
    (syllable,) = READ_AS[name[0]]
    short = {syllable[0], syllable, syllable[:2] if syllable[1] == "h" else syllable}
    return syllable.startswith(query) or any(
        query.startswith(form) and spells(query[len(form) :], name[1:]) for form in short
    )


@settings(deadline=None)  # the first search loads the dictionaries
@given(
    st.lists(
        st.sampled_from(["d", "dian", "h", "han", "g", "gong", "a", "an", "z", "zh", "zhuang", "n"])
    )
)
def test_a_query_finds_exactly_the_names_it_spells_somewhere(parts):
    query = "".join(parts)
    expected = {name for name in NAMES if any(spells(query, name[at:]) for at in range(len(name)))}
    assert set(Names(NAMES).fits(query)) == (expected if query else set())


@pytest.mark.parametrize(
    ("query", "fit"),
    [
        ("电焊工", Fit.WHOLE),
        ("dhg", Fit.WHOLE),
        ("DHG", Fit.WHOLE),
        ("ｄｈｇ", Fit.WHOLE),
        ("dianhangong", Fit.WHOLE),
        ("dian han gong", Fit.WHOLE),
        ("dianhg", Fit.WHOLE),
        ("dh", Fit.START),
        ("电焊", Fit.START),
        ("hg", Fit.WITHIN),
        ("焊", Fit.WITHIN),
        ("dg", None),
        ("气焊工", None),
        ("", None),
        ("（）", None),
    ],
)
def test_how_well_a_query_names_a_text(query, fit):
    assert Names(["电焊工"]).fits(query).get("电焊工") == fit


@pytest.mark.parametrize(
    "query", ["qcztg", "qczdg", "qichezhuangtiaogong", "qichezhuangdiaogong", "qczht"]
)
def test_every_reading_of_a_character_counts(query):
    assert matches(query, "汽车装调工")


def test_the_reading_a_word_has_comes_before_the_others():
    fits = Names(["长度计量员", "校长", "长江"]).fits("zhang")
    assert fits == {
        "校长": Fit.WITHIN,
        "长度计量员": Fit.BY_RARE_READING,
        "长江": Fit.BY_RARE_READING,
    }


def test_parentheses_spaces_and_width_do_not_count():
    assert fold("土方机械操作工（挖掘机）") == fold("土方机械操作工 (挖掘机)")
    assert matches("土方机械操作工(挖掘机)", "土方机械操作工（挖掘机）")
    assert matches("3d打印", "增材制造（3D 打印）技术应用师")
    assert matches("zczz3ddy", "增材制造（3D 打印）技术应用师")


def test_a_query_does_not_run_on_into_the_next_name():
    assert Names(["电焊", "工"]).fits("dhg") == {}


def test_initials_are_given_for_every_reading():
    assert initials("电焊工") == {"dhg"}
    assert {"qcztg", "qczdg"} <= initials("汽车装调工")
    assert {"yh", "yx"} <= initials("银行")
    assert {"cd", "zd"} <= initials("长度")
    assert {"qzg", "qcg"} <= initials("起重工")
    assert initials("") == set()

"""Units that a question names, bodies that it asks for, and names by each of their readings."""

from __future__ import annotations

from assistant.evidence.spelling import spellings
from assistant.questions.asked_unit import AskedUnit, asked_unit
from assistant.questions.understanding import understand
from corpus.figures.indicators import expand


def test_how_long_a_road_is_asks_for_its_length() -> None:
    assert asked_unit("How long is the Lakeside Expressway that opened last year?") is (
        AskedUnit.LENGTH
    )
    assert asked_unit("How long will the road take to build?") is AskedUnit.TIME


def test_a_name_is_known_by_each_reading() -> None:
    assert {"botou", "potou"} <= set(spellings("泊头"))


def test_one_sign_of_a_list_takes_the_head_after_one_sign() -> None:
    assert expand(["本外币存", "贷款余额"]) == ["本外币存款余额", "贷款余额"]
    assert expand(["二氧化硫", "化学需氧量排放量"]) == ["二氧化硫排放量", "化学需氧量排放量"]


def test_a_size_before_a_thing_is_no_unit_asked_for() -> None:
    assert understand("How many 2,000-tonne berths are to be completed?").unit is AskedUnit.COUNT
    assert understand("重点项目今年完成投资多少?").unit is AskedUnit.MONEY

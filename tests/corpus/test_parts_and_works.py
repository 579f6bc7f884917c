"""Whose a figure is where a total is parted, a work begun, or a share told of several wholes."""

from __future__ import annotations

import pytest

from corpus.models import Figure, Measure
from tests.corpus.conftest import Read


def named(figures: list[Figure], text: str) -> Figure:
    (found,) = (one for one in figures if one.text == text)
    return found


def test_places_within_a_total_have_its_name(read: Read) -> None:
    figures = read(
        "新增学位4万个以上，其中港城区、临港新区分别新增1.1万个、0.9万个。", place="海陵市"
    )
    assert [(one.indicator, one.scope) for one in figures] == [
        ("新增学位", None),
        ("新增学位", "港城区"),
        ("新增学位", "临港新区"),
    ]


def test_a_place_is_told_of_behind_what_it_suffered(read: Read) -> None:
    figures = read(
        "全市地区生产总值4286.5亿元，增长3.1%；沙洲县受疫情和订单回落影响，地区生产总值仅增长1.2%。",
        place="海陵市",
    )
    assert named(figures, "3.1%").scope is None
    assert named(figures, "1.2%").scope == "沙洲县"


def test_a_share_of_a_wider_whole_is_of_the_same_thing(read: Read) -> None:
    figures = read("造船完工量486万载重吨，占全省的31.5%、全国的12.8%。", place="海陵市")
    shares = [one for one in figures if one.measure is Measure.SHARE]
    assert [one.indicator for one in shares] == ["造船完工量", "造船完工量"]


@pytest.mark.parametrize(
    ("sentence", "text", "indicator"),
    [
        (
            "开工建设东沙海上风电二期项目，年内完成投资30亿元。",
            "30亿元",
            "东沙海上风电二期项目投资",
        ),
        (
            "梅宁高速梅溪段完成投资4.3亿元，路基工程完成36%。",
            "36%",
            "梅宁高速梅溪段路基工程",
        ),
        (
            "中央生态环境保护督察反馈的29个问题完成整改26个。",
            "29个",
            "中央生态环境保护督察反馈问题",
        ),
        ("固定资产投资增幅比15%的年度目标低1.4个百分点。", "15%", "固定资产投资"),
    ],
)
def test_a_name_says_of_what_it_is(read: Read, sentence: str, text: str, indicator: str) -> None:
    assert named(read(sentence), text).indicator == indicator

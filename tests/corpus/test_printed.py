"""Text copied out of a printed page: page numbers, running heads, contents, footnotes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.figures import extract_figures
from corpus.models import Part
from corpus.printed import without_print
from corpus.report import load_report, parse_report
from tests.assistant.conftest import REPORTS
from tests.corpus.conftest import FILLER

PRINTED = REPORTS / "canglan-2021.txt"


def test_a_page_s_end_breaks_no_sentence() -> None:
    text = load_report(PRINTED).text
    assert "其中出口63.7亿元、增长12.5％,新增有进出口实绩企业41家。" in text
    assert "建成区文化艺术中心" in text
    assert "人大五次会议文件\n" not in text.split("各位代表")[1]
    assert "……" not in text


def test_a_rule_above_notes_opens_what_is_of_no_period() -> None:
    report = load_report(PRINTED)
    notes = [one for one in report.sections if one.part is Part.OTHER]
    assert {one.heading for one in notes if one.heading} >= {"“美莎”", "蓝色海湾整治行动"}
    assert report.text.index("综合保税区二期：规划面积") > report.text.index("打铁必须自身硬")


def test_parts_by_number_have_the_title_below_and_its_period() -> None:
    report = load_report(PRINTED)
    parts = [
        (one.number, one.heading, one.part, one.year) for one in report.sections if one.level == 1
    ]
    assert parts[:6] == [
        ("PART 1", "五载奋楫 潮起沧澜", Part.REVIEW, 2020),
        ("PART 2", "2020：极不平凡的一年", Part.REVIEW, 2020),
        ("PART 3", "2025：我们要去的远方", Part.PLAN, 2025),
        ("PART 4", "2021：开局之年怎么干", Part.PLAN, 2021),
        ("PART 5", "打铁必须自身硬", Part.PLAN, 2021),
        ("附", "2021年区级民生实事项目", Part.PLAN, 2021),
    ]
    assert report.title == "政府工作报告"


def test_numbers_with_spaces_about_and_within_them() -> None:
    report = load_report(PRINTED)
    told = {(one.indicator, one.text): one for one in extract_figures(report)}
    assert told["固定资产投资", "1 086 亿元"].value == 1086
    assert told["恢复滨海湿地", "8 200 亩"].value == 8200
    # 由 2015 年的 338.7 亿元增加到 486.3 亿元
    assert told["地区生产总值", "338.7 亿元"].year == 2015
    assert told["地区生产总值", "486.3 亿元"].year == 2020
    assert all(report.text[one.start : one.end] == one.text for one in told.values())


def test_contents_whose_numbers_a_tab_leads_to_the_edge_are_no_headings() -> None:
    contents = ["目 录", "一、过去五年工作回顾 2", "二、2024年重点工作 9", "附件1 指标表 15"]
    text = ["一、过去五年工作回顾", "新增学位 3000", "新增床位 600", "新增泊位 1850"]
    assert without_print(contents + text) == text
    jumping = ["目录", "新增学位 3000", "新增床位 600", "新增泊位 185"]
    assert without_print(jumping) == jumping


def test_numbers_alone_are_no_pages_unless_they_count_on() -> None:
    lines = ["指标", "12", "增长", "31", "下降", "7"]
    assert without_print(lines) == lines
    table = ["一般公共预算收入38.64亿元，", "— 5 —", "— 9 —", "增长2.1%。"]
    assert without_print(table) == table


def test_spaces_are_read_over_in_any_report() -> None:
    made = parse_report(
        "甲县2024年政府工作报告\n各位代表：\n一、2023年工作回顾\n"
        f"{FILLER}粮食产量由 2020 年的 1 234.5 万吨提高到 1 300 万吨，增长 5.3 ％。\n"
        f"二、2024年工作安排\n{FILLER}粮食产量稳定在 1 300 万吨以上。\n",
        "spaced",
    )
    told = [(one.value, one.unit, one.year, one.kind.value) for one in extract_figures(made)]
    assert [(float(value or 0), *rest) for value, *rest in told] == [
        (1234.5, "万吨", 2020, "actual"),
        (1300.0, "万吨", 2023, "actual"),
        (5.3, "%", 2023, "actual"),
        (1300.0, "万吨", 2024, "target"),
    ]


def test_years_and_amounts_in_chinese_numerals() -> None:
    made = parse_report(
        "甲县2016年政府工作报告\n各位代表：\n一、2015年工作回顾\n"
        f"{FILLER}地区生产总值由二〇一〇年的四十四点三亿元增加到九十八点六亿元，"
        "年均增长百分之十四点一，城镇化率提高十一点四个百分点，减少贫困人口八点九三万人。\n"
        f"二、2016年工作安排\n{FILLER}\n",
        "numerals",
    )
    told = [(float(one.value or 0), one.unit, one.year) for one in extract_figures(made)]
    assert told == [
        (44.3, "亿元", 2010),
        (98.6, "亿元", 2015),
        (14.1, "%", None),
        (11.4, "个百分点", 2015),
        (8.93, "万人", 2015),
    ]
    assert {one.indicator for one in extract_figures(made)} >= {"地区生产总值", "减少贫困人口"}


@given(st.lists(st.text("一二三，。0123456789 —①第页", min_size=1, max_size=30), max_size=30))
def test_nothing_but_a_printer_s_lines_is_lost(lines: list[str]) -> None:
    kept = "".join(without_print(lines))
    for line in lines:
        if "。" in line:
            assert line in kept

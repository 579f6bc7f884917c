"""Headings without a number in every paragraph, and what turns right below a heading."""

from __future__ import annotations

from corpus.models import Part
from corpus.outline import outline, section_at
from corpus.report import parse_report
from tests.corpus.test_outline import LONG, tree

REST = "全年经济运行总体平稳，各项事业取得新的进步，社会大局保持稳定，生产总值增长6%。"


def test_a_heading_in_two_halves_opens_every_paragraph() -> None:
    halves = [
        "坚持稳字当头，经济大盘稳中有进",
        "坚持人民至上，防控大局平稳",
        "坚持“磷”字文章，工业提速",
    ]
    told = tree("\n".join(f"{one}。{REST}" for one in halves))
    assert told == halves


def test_two_short_halves_alone_are_a_sentence() -> None:
    first = f"我县地处沿海，交通十分便利。{REST}"
    assert tree(f"{first}\n{REST}") == []
    is_told = "\n".join(f"过去的五年，是发展最快的{one}年。{REST}" for one in "三四五")
    assert tree(is_told) == []


MISSED = """平山县政府工作报告
——2019年2月19日在平山县第十六届人民代表大会第三次会议上
各位代表：
现在，我代表县人民政府向大会报告工作。
一、2018年工作回顾
全年完成地区生产总值98亿元，增长6.8%。
二、存在的困难和未完成的指标
在肯定成绩的同时，我们也清醒地看到，有几项指标没有完成，需要作出说明：
——地区生产总值。年初计划增长7%以上，实际增长6.8%，主要是设备拆除影响增速。
——学校建设。计划新建改扩建6所，建成4所，第六小学因土地手续未落实而推迟开工。
三、2019年工作安排
地区生产总值增长6.5%左右。
"""


def test_what_turns_right_below_a_heading_stands_under_it() -> None:
    report = parse_report(MISSED, "ping-2019")
    missed = {one.heading: one for one in report.sections}
    assert missed["学校建设"].path == ("存在的困难和未完成的指标", "学校建设")
    assert (missed["学校建设"].part, missed["学校建设"].year) == (Part.REVIEW, 2018)


def test_a_part_of_what_was_missed_is_of_the_year_reviewed() -> None:
    text = (
        f"一、2018年工作回顾\n{LONG}\n二、存在的困难和未完成的指标\n在肯定成绩的同时，我们也清醒地看到，"
        f"有几项指标没有完成：\n——学校建设。计划新建6所，建成4所。{LONG}\n"
        f"此外还有一些突出问题：停车位缺口约4300个。{LONG}\n三、2019年重点工作\n{LONG}"
    )
    found = outline(text, 2019)
    inner = section_at(found, text.index("缺口"))
    assert inner
    assert (inner.part, inner.year) == (Part.REVIEW, 2018)
    assert [one.heading for one in found if one.level == 1][-1] == "2019年重点工作"

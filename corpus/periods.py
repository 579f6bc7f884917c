"""Which period a place in a report speaks of, where no heading says so: by its sentences' openings.

A report, or an excerpt of one, may have no headings at all, and tell of the past year and of
the coming one in paragraphs that begin "2017年是…", "这一年，…", "今年，…".
"""

from __future__ import annotations

import re

from corpus.header import chinese_number
from corpus.models import Part, Report, Section

_OPENING = re.compile(
    r"(?:^|(?<=[。！\n]))(?:"
    # 2017年是本届政府任期的第一年 ; 2018年，我市经济社会发展主要预期目标是
    r"(?P<year>[12２１二][0-9０-９〇○零一二三四五六七八九]{3})\s*年(?=[，,]?是|[，,]|全|我)|"
    # 过去的一年，… ; 一年来，… ; 这一年，我们…
    r"(?P<past>(?:刚刚)?过去的?(?:一年|\d{4}年)|(?:过去)?一年来|这一年|去年)|"
    # 今年经济社会发展的主要预期目标是 ; 新的一年，…
    r"(?P<plan>今年|新的一年|做好今年|主要预期目标))"
)


# “十三五”的五年,是爬坡过坎的五年
_PLAN_SPAN = re.compile('[“"]?十([一二三四五六七八九])五[”"]?(?:的?五年|时期|期间)')


def period_of(report: Report, section: Section | None, at: int) -> tuple[Part, int | None]:
    """The part that a position belongs to, and the year that it speaks of.

    Args:
        section: the innermost section at the position; its period holds.
        at: the position, a sentence's beginning.
    """
    if section is not None:
        return section.part, section.year
    opening = None
    for match in _OPENING.finditer(report.text):
        if match.start() > at:
            break
        opening = match
    if opening is None:
        return Part.OPENING, report.year
    return _told(opening, report.year)


def opening_period(text: str, year: int | None) -> tuple[Part, int | None] | None:
    """What a part's first sentence says of its period: "今年是…", "2023年是…"; None for nothing.

    Args:
        text: from the sentence's beginning on.
        year: the year that the report plans, if known.
    """
    span = _PLAN_SPAN.match(text)
    if span and year and (end := plan_end(span[1])) < year:
        return Part.REVIEW, end
    opening = _OPENING.match(text)
    return _told(opening, year) if opening else None


def _told(opening: re.Match[str], planned: int | None) -> tuple[Part, int | None]:
    if opening["past"]:
        return Part.REVIEW, planned - 1 if planned else None
    year = chinese_number(opening["year"]) if opening["year"] else planned
    past = year is not None and planned is not None and year < planned
    return (Part.REVIEW if past else Part.PLAN), year


def plan_end(ordinal: str) -> int:
    """The last year of a five-year plan: 2020 for the 三 of 十三五, 2005 for 十五.

    Five-year plans are counted from 1953; the tenth ended in 2005.
    """
    return 1955 + 5 * (10 + "零一二三四五六七八九".index(ordinal or "零"))


def plan_start(ordinal: str) -> int:
    """The first year of a five-year plan: 2016 for the 三 of 十三五."""
    return plan_end(ordinal) - 4


# 一季度地区生产总值下降5.8%, 1-9月税收增长3%: of a part of the year
_PART_OF_YEAR = re.compile(
    r"(?:\d{4}年|去年|今年|其中|全[县市区省州旗国])*"
    r"(?P<part>第?[一二三四](?:至四)?季度|前[两三]季度|[上下]半年|[1-9][-—至]\d{1,2}月)(?![比末底起初])"
)
# 城镇调查失业率(4月份)冲高至6%
_MONTH = re.compile(
    r"(?<=[额量率值数])(?P<part>(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)[\u4e00-\u9fff]{0,4}$"
)
_ANOTHER_TIME = re.compile(r"全年|年度|\d{4}年|季度|半年|\d月")


def told_part_of_year(sentence: str, clause: str) -> str:
    """The quarter, half or months that a quantity is of, as the report calls them; "" for none.

    Args:
        sentence: from its beginning to the quantity.
        clause: the last part of that, from the clause's beginning.
    """
    # 一季度增长6.9%，上半年回落至(4.2%); 坚持项目为王，一季度投资增长18%、工业增加值(增长10%)
    piece = _PART_OF_YEAR.match(re.split("[，,；;]", sentence)[-1])
    own = piece or _PART_OF_YEAR.match(clause) or _MONTH.search(clause)
    if own:
        return own["part"]
    opening = _PART_OF_YEAR.match(sentence)  # 一季度产值下降9.8%；税收(下降18.6%)
    between = sentence[opening.end() :] if opening else ""
    return opening["part"] if opening and not _ANOTHER_TIME.search(between) else ""


def introduction(report: Report, section: Section) -> str:
    """The paragraph that introduces the list which a section is an item of; "" for no item.

    “十三五”时期，全县上下团结拼搏。 before ——综合实力显著增强。…
    """
    first, kind = section, number_style(section.number)
    if not kind:
        return ""
    for before in reversed(report.sections[: report.sections.index(section)]):
        if before.level < first.level or before.end + 1 < first.start:
            break
        if before.level == first.level and number_style(before.number) != kind:
            break
        first = before if before.level == first.level else first
    return report.text[: max(0, first.start - 1)].rsplit("\n", 1)[-1]


def number_style(number: str) -> str:
    """What is the same in the numbers of a list: （一） and （二）, 1. and 2."""
    return re.sub(r"[\d一二三四五六七八九十]+", "1", number)

"""Words by which questions name times: years, parts of a year, several years."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.questions import asking, phrases
from corpus.header import chinese_number
from corpus.periods import plan_end

_IGNORE = re.IGNORECASE

# 2022年, GDP in 2022, 2021人均收入; but 2000吨级, 2050户
YEAR = re.compile(
    r"(?<!\d)(19[5-9]\d|20\d\d)"
    r"(?!\d|\s*(?:[亿万元家个%吨亩座套辆米]|[人户](?![均口民籍类])|公[里顷斤]|[条件](?!例)|所(?!有)))"
    r"\s*年?度?"
)
# 二〇二〇年; 17年打算增长多少, but not 17年来, 连续17年
CHINESE_YEAR = re.compile(
    r"([二一][〇零○一二三四五六七八九]{3})年|"
    r"(?:^|(?<=[到在，,、从和]))(?P<short>[0-3]\d)年(?![来间内里前后级制级]|以来|时间)"
)
COMING_YEAR = re.compile(r"新的?一年|\b(?:coming year|year ahead)\b", _IGNORE)
THIS_YEAR = re.compile(  # 今年GDP目标是多少, 新一年
    rf"今年|本年度?|{COMING_YEAR.pattern}|\bthis year(?:'s)?\b", _IGNORE
)
# "above what was reached the year before", but not "up on the year before"
LAST_YEAR = re.compile(
    r"(?<![比较])(?:去年|上年|上一年)|\b(?:last|previous) year(?:'s)?\b|"
    r"(?<=reached |chieved |ecorded |managed )the year before\b",
    _IGNORE,
)
# "the edition before the latest one", 上一届榜单: of the year before the last
EDITION_BEFORE = re.compile(
    r"\b(?:edition|ranking|list|table|round|survey|year)(?: of [^,.?]{2,30})? before (?:the )?"
    r"(?:last|latest|that|this)\b|"
    r"\b(?:previous|preceding|prior) (?:edition|ranking|list|round)\b|"
    r"[上前]一?[届版](?:的?(?:榜单?|评比|排名|排行))",
    _IGNORE,
)
# 明天会下雨吗: when no report has anything to say of
TOO_NEAR = re.compile(
    r"明天|后天|明早|今晚|(?:下|本|这一?)周(?=[^\u4e00-\u9fff]|$|[一二三四五六日天末内会要有能是的])|下个?(?:星期|礼拜)|"
    r"\b(?:tomorrow|tonight|(?:this|next) week(?:end)?)\b",
    _IGNORE,
)
NEXT_YEAR = re.compile(r"明年|下一年|\bnext year(?:'s)?\b", _IGNORE)
RELATIVE = re.compile("|".join(one.pattern for one in (THIS_YEAR, LAST_YEAR, NEXT_YEAR)), _IGNORE)
# 今后五年, "the next five years"
YEARS_AHEAD = re.compile(
    r"(?:今后|未来|以后|往后|接下来)的?[三四五六七八九十\d]年|[三四五六七八九十]年(?:以|之)?后|"
    r"\b(?:three|four|five|ten) years (?:from now|ahead|on)\b|"
    r"\b(?:next|coming|following) (?:three|four|five|six|seven|eight|nine|ten|\d{1,2}) years\b",
    _IGNORE,
)
# 五年来, "over the last five years"
SPAN_OF_YEARS = re.compile(
    r"\d{4}年?\s*(?:[-–—~～至到]|to|through)\s*(?=\d{4}|年?底?\d{4})|"
    r"[一二两三四五六七八九十\d]+年(?:来|间|里|内|以来|时间|前|之前|中|累计|下来)|[这近过去前]"
    rf"[一二两三四五六七八九十\d]+年|^[三五]年(?!前|后|规划|[内级期制])|累计|{asking.AVERAGE_YEAR}|十[一二三四五六]五(?![”\"]?(?:规划)?(?:时期|期)?末)|平均(?:一|每)年|[两二三四五]年平均|"
    r"\b(?:(?:over|in|during|for|across) (?:the |these |those |all )*"
    r"(?:(?:last|past|previous|whole|entire|full) )*"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) years?|"
    r"(?:over|in|during) (?:the |this )?(?:last |past |previous )?decade|"
    r"(?:two|three|four|five|ten|\d)[- ]year|"
    r"(?:two|three|four|five|ten|\d) years (?:ago|earlier|before)|"
    r"cumulative(?:ly)?|(?:a year|annual(?:ly)?|yearly) on average|average (?:annual|yearly)|"
    r"between \d{4} and \d{4}|five-year plan)\b",
    _IGNORE,
)
# 五年来新增多少, "added over the ten years"
YEARS_TOGETHER = re.compile(
    r"[两二三四五六七八九十]年(?:来|间|里|以来)|"
    r"\b(?:over|in|during) (?:the |these |all )*(?:(?:last|past|previous|whole) )*"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) years|decade)\b",
    _IGNORE,
)
# 2011-2015, "between 2011 and 2015"
FROM_TO = re.compile(r"\d{4}年?\s*(?:[-–—~～至到]|to|through|and)\s*\d{4}", _IGNORE)
# "the 12th Five-Year Plan"
ENGLISH_PLAN = re.compile(
    r"\b(?:(?:\d{1,2}(?:st|nd|rd|th)|eleventh|twelfth|thirteenth|fourteenth|fifteenth) )?"
    r"five[- ]year (?:plan|period)s?(?: period| years)?\b|\b1\dth five[- ]year\b",
    _IGNORE,
)
# 四季度, "in the first half": a part of a year, with what reports write for it
_PARTS_OF_YEAR = (
    (r"一季度|第一季度|\b(?:first quarter|q1)\b", "一季度"),
    (r"二季度|第二季度|\b(?:second quarter|q2)\b", "二季度"),
    (r"前三季度|\bfirst three quarters\b", "前三季度"),
    (r"(?<!前)三季度|第三季度|\b(?:third quarter|q3)\b", "(?<!前)三季度"),
    (r"四季度|第四季度|\b(?:fourth quarter|q4|final quarter)\b", "四季度"),
    (r"上半年|\b(?:first half|h1)\b", "上半年|1[-—至]6月"),
    (r"下半年|\b(?:second half|h2)\b", "下半年"),
)
PARTS_OF_YEAR = tuple((re.compile(one, _IGNORE), re.compile(zh)) for one, zh in _PARTS_OF_YEAR)
_MONTH = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])月份|(?P<first>元月)(?!\d)")  # 元月份, 3月份
# 1月份(发布的报告): when it was told, not of when
_TOLD = re.compile(r"月份?[^,，。?？]{0,6}(?:发布|作的|召开|通过|公布|印发|报告|会议|开会)")
FIVE_YEARS = re.compile("十(?P<plan>[一二三四五六])五")


def part_of_year(text: str) -> bool:
    """Whether a text names a quarter or a half of a year and nothing else."""
    return any(asked.fullmatch(text) for asked, _ in PARTS_OF_YEAR)


@lru_cache(maxsize=256)
def parts_asked(text: str) -> tuple[re.Pattern[str], ...]:
    """What reports write for each part of a year, or month, that a question names."""
    parts = [told for asked, told in PARTS_OF_YEAR if asked.search(text)]
    named = [one for one in _MONTH.finditer(text) if not _TOLD.match(text, one.end() - 2)]
    months = (one["month"] or "1" for one in named)
    return (*parts, *(re.compile(rf"(?<!\d){one}月") for one in months))


def years_named(text: str) -> tuple[int, ...]:
    """The years that a question asks for, but for those that others are compared with."""
    found = [
        int(match[1])
        for match in YEAR.finditer(text)
        if not asking.in_a_name(text, match.span())
        and not re.search(
            r"(?:不[只光仅]?是|而非|并非|\bnot|rather than)"
            r"(?: just| only| merely| in| for| of| the)*\s*$",
            text[: match.start()],
        )
        and not _is_base(text, match)
    ]
    found += [
        chinese_number(match[1] or f"20{match['short']}") or 0
        for match in CHINESE_YEAR.finditer(text)
    ]
    found += [plan_end(match[1]) for match in asking.PLAN_END.finditer(text)]
    return tuple(dict.fromkeys(found))


def _is_base(text: str, year: re.Match[str]) -> bool:
    """Whether a year is only a base: 恢复到2019年的几成, "the rise on 2020", "since 2014"."""
    if any(one.start() <= year.start() < one.end() for one in asking.SINCE.finditer(text)):
        return True
    if phrases.WHETHER.search(text) and phrases.MORE_THAN.search(text):
        return False  # will more be built this year than in 2021: both are asked about
    return (
        re.search(
            r"(?:恢复到|相当于|相较于?|较|比)(?:疫情前)?(?:的)?\s*$|"
            r"\b(?:than in|compared (?:with|to)|relative to|back to)\s*$|"
            r"\b(?:rise|rose|risen|increase|growth|grow|grew|gain|up|down|fall|fell|drop|decline|"
            r"change|more|fewer|less)(?: \S+){0,2}? (?:on|over|against|versus|vs)\s*$",
            text[: year.start()],
            re.IGNORECASE,
        )
        is not None
        or re.match(r"(?:的?水平|同期)|(?:'s)? levels?\b", text[year.end() :]) is not None
    )

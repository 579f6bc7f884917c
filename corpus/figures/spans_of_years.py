"""What several years add up to or average: 五年来…, 2014年以来…, 分三年共…."""

from __future__ import annotations

import re

from corpus.figures.quantities import fold
from corpus.figures.time_words import DONE_IN_YEARS

# 五年(改造)老旧小区642个; not 第五年, 三年行动
WORK_OF_YEARS = rf"(?<![\u4e00-\u9fff\d])[三五]年(?={DONE_IN_YEARS})"
# 分三年共改造(18个), 用三年时间建成(12所): an aim for several years, of none of them alone
OVER_YEARS = re.compile(r"分[两三四五]年|用[两三四五]年(?:左右)?的?时间|[两三四五]年内")
# 新增就业五年累计2.73万人、(今年)5620人: the second has a time of its own
_OWN_TIME = re.compile(r"\d[^\d、]{0,8}、(?P<own>(?:其中)?(?:今年|去年|\d{4}年)[^\d年、]{0,8})$")
# 五年来, 这五年, 五年城镇新增就业累计, “十四五”规划实施三年来: what is added up there is of
# all these years
_OPENS = (
    r"(?<![第十])[两二三四五六七八九十]年(?:来|间|里(?!程))|"
    r"(?:过去|近|这|以来的)[两三四五]年"
    r"|“十[二三四五六七]五”(?:以来|期间|时期)"
)
_ADDS_UP = re.compile(r"(?:^|。)[两二三四五六七八九十]年[^,，;；。\d]{0,12}累计")
_LAST_YEAR = re.compile(r"去年|今年|其中\d{4}年")
_FRAME = re.compile(
    rf"{_OPENS}|(?<![第十])[两二三四五六七八九十]年(?:[^,，;；。\d]{{0,12}}累计|共(?!重|建))|"
    rf"{WORK_OF_YEARS}"
)
# 2014年以来，累计脱贫…, 自1994年撤县设市以来，…年均增长
# but not 1961年有完整气象记录以来最严重的(夏秋连旱): that is this year's
SINCE = re.compile(
    r"[自从]?(?P<year>\d{4})年[^,，;；。\d]{0,10}?以来(?!的?(?:最|罕见|首次|新[高低]|同期))"
)
_ADDED = re.compile(
    rf"{WORK_OF_YEARS}|年均|累计|平均每年|始终|一直|(?<!每人)每年|"
    "[两三四五六七八九十]年(?:间|来)?(?:分别)?(?:提高|下降|增长|增加|净增|减少|降低|上升)"
)
# 年均增长6.4%, 年均分别增长, 两年平均增长(5.5%), 较“十三五”时期下降(67.5%); not 年均浓度
_AVERAGED = re.compile(
    "[两二三四五六七八九十]年平均|[比较同]“十[一二三四五六]?五”(?:时期|期间)|年均(?=分别|增|提高|下降|降低|减少|递增|完成|实现|新增|投入|上升|$)"
)
# 刚刚过去的2025年，…, 2025年是…, 预计(下同)2016年…: a paragraph of one year, among those of several
_YEAR_OPENS = re.compile(
    r"(?:预计(?:[(（]下同[)）])?[，,]?)?(?:(?:刚刚)?过去的?)?(?:\d{4}年(?!以来|起|[到至—~-])|一年)|(?:过去)?一年来|去年|今年"
)
# “十一五”期末，全区完成生产总值186.5亿元；社会消费品零售总额(93.8亿元)
_OF_YEAR = re.compile(
    '(?:到|至|截至)?[“"]?十[一二三四五六七八九]?五[”"]?(?:规划)?(?:时期|期)?末[，,]'
)
_OWN_YEAR = re.compile(r"\d{4}年|今年|去年|全年")
# ——生态环境明显改善。PM2.5平均浓度29微克/立方米，(比上年下降)3.3%: a year's, among those of five
_OF_LAST_YEAR = re.compile("(?:[比较](?:上年|去年)|同比)(?!期?末)[^,，;；。]{0,4}$")
_REACHED = re.compile(
    "年(?!均)[产发交销吞加接][\u4e00-\u9fff]{0,3}[量额]|[大小高低加少升降长短展建缩][到至]|达到?|突破|超过|提高到|增加到|增至|提高至|降至|降到|占|率|为|总数|价值|寿命|"
    # 五年来，…品牌价值(居全国第37位): where it stands now
    r"[居列排][^,，、]{0,12}(?:第[\d一二三四五六七八九十]{1,4}[位名]|首位|第一)"
)


def own_words(clause: str) -> str:
    """A clause's text up to a quantity, without what is said of another one's time."""
    folded = fold(clause)
    own = _OWN_TIME.search(folded)
    return own["own"] if own else folded


def several_years(text: str) -> bool:
    """Whether a heading, or what introduces a list, is of several years: “十四五”时期工作回顾."""
    return re.search(_OPENS, text) is not None and not _OWN_YEAR.search(fold(text))


def of_years(
    frames: tuple[str, ...],
    text: str,
    sentence: str,
    clause: str,
    said: tuple[str, bool],
    period: int | None,
) -> bool:
    """Whether a quantity adds up, or averages, several years.

    Args:
        frames: headings of the section, and what introduces the list that it is an item of.
        text: the paragraph from its beginning to the quantity.
        sentence: the text from the sentence's beginning to the quantity.
        clause: the part of it from the clause's beginning.
        said: the quantity's text, and whether it is a growth or a change.
        period: the year that the section speaks of.
    """
    clause = own_words(clause)
    if _AVERAGED.search(clause):
        return True
    if _OF_YEAR.match(fold(sentence)) and not (said[1] or _ADDED.search(clause)):
        return False
    since = SINCE.search(fold(sentence))
    long_since = since is not None and period is not None and int(since["year"]) < period
    sentence = re.split("[；;]", SINCE.sub("", fold(sentence)))[-1]
    # ——这五年，是…的五年。 ; not 2022年及过去五年工作回顾
    framed = not _YEAR_OPENS.match(fold(text)) and any(several_years(one) for one in frames)
    # 过去五年，是极不平凡的五年。…, 五年来，…: what the paragraph opens with holds in all of it
    framed = framed or re.search(rf"(?:^|。)(?:{_OPENS})", text) is not None
    # 五年累计投入286.4亿元，(其中去年71.2亿元。)…: each year by itself, too
    framed = framed or (_ADDS_UP.search(text) is not None and not _LAST_YEAR.search(text))
    framed = framed or long_since
    if not framed and not _FRAME.search(text):
        return False
    if _OWN_YEAR.search(fold(sentence)) and not _ADDED.search(clause):
        return False
    if _ADDED.search(clause):
        return True
    quantity, moved = said
    if moved and _OF_LAST_YEAR.search(clause):
        return False
    # 群众安全感满意度(98.91%): a rate stands at one time
    standing = _REACHED.search(clause + quantity) or quantity.endswith("%")
    if framed and (moved or not standing):
        return True
    if clause.startswith(("占", "是")) and _ADDED.search(sentence):
        return True  # 累计达1056亿元，占一般公共预算支出的(72%)
    return _ADDED.search(sentence) is not None and not _REACHED.search(clause)

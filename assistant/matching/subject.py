"""What a question is about, in its own words, told from what it says of that."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.matching.funds import PLAIN_SUM
from assistant.models import Language
from assistant.questions import phrases, place_words, times
from assistant.questions.question import Form, Question
from assistant.questions.tagging import is_verbal
from assistant.questions.topics import Topic
from corpus.glossary import names

_IGNORE = re.IGNORECASE
# What says no more of the topic than a verb does
_EMPTY = frozenset(
    """时候 时间 剩下 其余 总数 总量 一起 responsible charge met now far already currently today
    faster slower higher lower bigger better few little low slow ago earlier later newly
    latter""".split()
)
_EMPTY_ZH = re.compile(
    "最.{1,2}|年[初底末内]|[新扩改]建|新增|[一二三四五六七八九十两\\d]+年[前后来]?|今后|未来|过去|同期"
)  # 最高的是哪栋? 五年前呢?
# 占一般公共预算支出的比重呢? "and as a share of GDP?": what it is a share of, not what is
_WHOLE = re.compile(
    r"^(?:那么?|它|其)?占[^,，?？]{2,14}?(?:的?(?:比重|比例|份额)|多少|几成)|"
    r"^(?:(?:and|but|or)\s+)?as an? (?:share|percentage|proportion) of .{2,30}$|"
    r"^(?:and|but|or)\s+(?:the |what )?(?:share|percentage|proportion) of .{2,30}$",
    _IGNORE,
)
# 哪个部门牵头? 他是哪个街道的? "which department leads": who, in more words
_BODY = re.compile(
    r"哪[个家些](?:部门|单位|机构|领导|科室|地方|区域|乡镇|县区|街道|路段)|^[他她它]?是哪[个家位所座条些][^,，]{1,6}$|"
    r"\bwhich (?:department|agency|bureau|unit|office|body)\b",
    _IGNORE,
)
# "renovated", "how many ran": done, though the dictionary may know them as nouns too
_PARTICIPLE = re.compile(
    r"[a-z]{2}ed$|^(?:ran|went|came|made|won|held|got|sold|bought|paid|led|began|left|took|gave|"
    r"kept|sent|lost|became|rose|fell|grew|taken|given|begun|done|gone|put)$",
    _IGNORE,
)
_DONE_TO = re.compile(r" (?:was|were|has been|have been) \S+$")  # elevators (were added)
_CONTINUOUS = re.compile(r"\b(?:is|are|was|were|be|been)(?: \w+ly)?\s+$", _IGNORE)  # is building
# "the divorce rate", "how many divorces": a noun, though the dictionary knows it as a verb
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|of|many|much|for|in|on|by|with|new|total|about|and)|'s)\s+$", _IGNORE
)
# 面积多大? 总投资呢?: what every thing may have, and nothing is about by itself
_ATTRIBUTE = re.compile(
    "(?:总|建筑|占地|新增|立项|计划|累计)*(?:投资|面积|金额|额度|"
    "(?:补助|发放|补贴|保障)?标准|规模|资金|长度|人数|造价|成本|缺口|"
    "产能|工期|进度|份额|产值|工业总产值|营业收入|营收|利润|投入)(?:总?额)?|"
    "(?:total )?(?:investment|cost|price|size|area|length|revenue|output|budget|funding|capacity)",
    _IGNORE,
)
# 满意率呢? after 12345热线: a rate that is always of something
_OF_A_THING = re.compile(
    "(?:群众|公众|社会)?(?:满意|好评|办结|办复|整改|达标|合格|覆盖|普及|参保|通过|完成|入住|签约|履约|开工|竣工|投产|"
    "入学|升学|巩固|利用|回收|处理|到位)[率度]"
)
# 落实资金(280多亿元), 装机9.6万千瓦
_SUM_OF_THING = re.compile(
    "(?:落实|争取|拨付|下达|兑现|发放)(?:资金|补助|补贴)|(?:总|设计)?装机(?:容量)?|全长|总长度?|"
    "(?:设计)?(?:日|年|总)?(?:处理|供水|生产|接待|吞吐)能力|(?:设置?|提供)?(?:床位|座位|学位|泊位|车位)"
)
# Of these each year has its own; a gap or an area stands
_FLOW = re.compile(
    "投资|资金|投入|产值|收入|营收|利润|investment|revenue|output|funding|budget", _IGNORE
)
_MEASURE = re.compile("(?:总?投资|[总产]值|收入|金额|面积|规模|率)$")
# 恒芯 of 恒芯半导体: signs that are no word by themselves, but none that joins words
_NAME_END = re.compile(
    r"[^\W\da-zA-Z的在了是有为把将对和与及那我们你您请问到从给让被由就都也还再又能会要想各其它他她这]"
    r"{0,4}$"
)
# 有多少家(高新技术企业)
_COUNTER = re.compile("(?:多少|几)[个家户件项条座所张头名位台辆列人场次批支艘只套间根块处册门类种]")
_NAME_START = re.compile("[数量额率值]?")  # 托位数
_NUMBER_AFTER = re.compile(r"(?: (?:No\. ?)?\d{1,3}\b(?![.,%]\d|%))?")  # Line 3
_NOT_IN_NAMES = (
    _COUNTER,
    phrases.FILLER,
    times.YEAR,
    phrases.TARGET,
    phrases.ACTUAL,
    phrases.ASKS,
    *place_words.WIDER.values(),
)
_JOINT = re.compile(r"[\s、和与及的·]*|\s*(?:(?:of|and|for|in|the|'s)\s*)+")
_COUNTS = re.compile(r"\b(?:how many|number of)\b", _IGNORE)


def is_light(topic: Topic, text: str) -> bool:
    """Whether a word of a text tells what is done rather than to what: 改造, "built"."""
    if names_whole(text):
        return True
    if topic.is_indicator:
        return False
    if is_empty(topic) or (topic.text[0].isdigit() and not topic.noun):
        return True
    if any(found.start() <= topic.start < found.end() for found in _BODY.finditer(text)):
        return True
    if " " not in topic.text and _PARTICIPLE.search(topic.text):
        return True
    if topic.text.endswith("ing") and _CONTINUOUS.search(text[: topic.start]):
        return True
    if topic.text.isascii():
        return not _BEFORE_NOUN.search(text[: topic.start]) and is_verbal(topic.text)
    return any(is_verbal(one) for one in (topic.text, *(term.zh for term in topic.terms)))


def is_empty(topic: Topic) -> bool:
    """Whether a word says no more of what is asked than a verb does: 五年前, "already"."""
    return topic.text.lower() in _EMPTY or _EMPTY_ZH.fullmatch(topic.text) is not None


def names_whole(text: str) -> bool:
    """Whether a question names only what something is a share of: 占财政支出的比重呢?"""
    return _WHOLE.search(text) is not None


def heavy_topics(question: Question) -> list[Topic]:
    """The words of a question that name something."""
    return [one for one in question.topics if not is_light(one, question.text)]


def subject_of(question: Question) -> str:
    """What a question is about, in its own words: 外洪泵站, "old residential communities"."""
    heavy = heavy_topics(question)
    if question.language is Language.EN and counts(question):
        start = next(_COUNTS.finditer(question.text)).end()
        heavy = [one for one in heavy if one.start >= start] or heavy
    return joined(question, heavy or list(question.topics))


def joined(question: Question, topics: list[Topic]) -> str:
    """Topics of a question as one name.

    Who asks how many of the first asks for no more: how many lifts were added to buildings.
    """
    told = f"{_name_before(question, topics[0].start)}{_DONE_TO.sub('', topics[0].text)}"
    for one, other in pairwise(topics):
        between = question.text[one.end : other.start]
        joint = _JOINT.fullmatch(between)
        if not joint and question.language is Language.EN and counts(question):
            break
        told += (between if joint else " " * other.text[0].isascii()) + other.text
    rest = (_NUMBER_AFTER if topics[-1].text[0].isupper() else _NAME_START).match(
        question.text[topics[-1].end :]
    )
    return f"{told}{rest[0] if rest else ''}"


def _name_before(question: Question, start: int) -> str:
    """What belongs to a Chinese name on its left."""
    text = question.text[:start]
    for pattern in _NOT_IN_NAMES:
        for found in pattern.finditer(text):
            text = f"{' ' * found.end()}{text[found.end() :]}"
    name = _NAME_END.search(text)
    return name[0] if name else ""


def counts(question: Question) -> bool:
    """Whether an English question asks how many."""
    return _COUNTS.search(question.text) is not None and question.form is Form.FIGURE


def only_attributes(question: Question) -> bool:
    """Whether a question only names a side of something: 面积多大?, 总投资呢?"""
    heavy = heavy_topics(question)
    return bool(heavy) and all(_ATTRIBUTE.fullmatch(one.text) for one in heavy)


def is_attribute(name: str) -> bool:
    """Whether a figure's name is but a side of a thing that is named elsewhere: 装机容量, 投入."""
    sides = (_ATTRIBUTE, _OF_A_THING, _SUM_OF_THING, PLAIN_SUM)
    return any(pattern.fullmatch(name) for pattern in sides)


def only_rates(question: Question) -> bool:
    """Whether a question names only a rate that tells nothing without the thing it is of."""
    said = [name for one in question.topics for name in (one.text, *names(one.terms))]
    return len(question.topics) == 1 and any(_OF_A_THING.fullmatch(one) for one in said)


def is_standing(question: Question) -> bool:
    """Whether a question is about a side of a thing that no year changes: 面积, 缺口."""
    return only_attributes(question) and not any(_FLOW.search(one.text) for one in question.topics)


def is_measure(topic: Topic) -> bool:
    """Whether a word is what is measured of a thing, rather than the thing: 资产负债率."""
    return topic.is_indicator or _MEASURE.search(topic.text) is not None


def has_thing(question: Question) -> bool:
    """Whether a question is about a thing with sides, rather than about an indicator alone."""
    return any(not is_measure(one) for one in heavy_topics(question))


def with_its_name(asked: Question, previous: Question) -> str:
    """A question with the thing called as it was before: the projects, major projects."""
    heavy = heavy_topics(asked)
    if len(heavy) != 1:
        return asked.text
    said = heavy[0]
    for one in previous.topics:
        longer = len(one.text) > len(said.text)
        if longer and one.text.lower().endswith(said.text.lower()):
            return f"{asked.text[: said.start]}{one.text}{asked.text[said.end :]}"
    return asked.text

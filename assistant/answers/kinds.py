"""What a clause must have to answer: the kind of thing that a question wants named.

"Which bank", "which carmaker", 得了什么奖: a bank, a firm, a prize.

The Chinese names of some kinds say what they are (银行, 大学, 桥), those of firms need not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers.figure_comparison import asks_if_met
from assistant.evidence.outcomes import CLOSED
from assistant.matching.figure_scope import RATIO_TOLD, asks_ratio
from assistant.matching.wanted import Wanted
from assistant.questions import asking, phrases
from assistant.questions.question import Question
from corpus.glossary import load_glossary, names

_IGNORE = re.IGNORECASE
# "Which bank manages the fund?": what a clause that names one has
_NAMED_SO = tuple(
    (re.compile(rf"\bwhich (?:\w+ )?(?:{asked})\b", _IGNORE), re.compile(named))
    for asked, named in (
        ("banks?(?! (?:account|loan)s?)", "银行|农商行|信用社"),
        ("university|universities", "大学(?!生)|学院|高校|院校"),
        ("hospitals?", "医院|卫生院|院区|医疗机构|医共体"),
        ("minister", "部长|总理"),
        ("airlines?|airports?", "航空|机场"),
        ("bridges?", "桥"),
        ("towns|townships", "[\u4e00-\u9fff](?:镇|乡(?!村|亲))|街道"),
        ("villages", "村"),
        ("rivers", "[河江溪水]"),
        ("streets|roads", "[路街道]"),
        (
            "(?:foreign|overseas) (?:city|cities|country|countries)|(?:city|country) abroad",
            "[境国海]外|外国|国际|友好城市|友城",
        ),
    )
)
# "Which (grocery retailer) signed up?", "which (carmaker)": firms' names do not say what they are
_FIRM = re.compile(
    r"\b(?:which|what) (?P<kind>(?:[a-z-]+ ){0,2}?(?:retailer|carmaker|automaker|drugmaker|"
    r"chipmaker|maker|manufacturer|producer|supplier|chain|giant|conglomerate))\b",
    _IGNORE,
)
# to which countries, 出口到哪些国家
_COUNTRIES = re.compile(
    r"\b(?:which|what) (?:\w+ )?countr(?:y|ies)\b|哪[些几]个?国家(?![级\dA-Z重示])", _IGNORE
)
_MONTHLY = re.compile(r"每个?月|月均|一个月|\b(?:a|per|each|every) month\b|\bmonthly\b", _IGNORE)
_TELLS = 0.3  # the weight of a word that says which of the kind
FIRM_NAMED = re.compile("集团|公司|股份|控股|实业")
# what (national title) did it win, which (award), but not "what is the title of the opera"
_HONOUR = re.compile(
    r"\b(?:which|what) (?P<kind>(?:(?!(?:is|are|was|were|will|the|an?)\b)[a-z-]+ ){0,3}?"
    r"(?:award|prize|title|honou?r|distinction|accolade)s?)\b(?! deeds?| regist\w+| certificates?)",
    _IGNORE,
)
# by which (principle), under what (slogan): reports put such words in quotation marks
_WORDING = re.compile(
    r"\b(?:which|what) (?P<kind>(?:[a-z-]+ ){0,2}?(?:principle|motto|slogan|catchphrase|watchword|"
    r"maxim|nickname|saying))\b",
    _IGNORE,
)
_GIVERS = (
    (re.compile(r"\bnational\b", _IGNORE), re.compile("全国|国家|中国|国字号")),
    (re.compile(r"\bprovincial\b", _IGNORE), re.compile("省")),
)


# 圆满完成全年目标任务, 低于预期目标: whether an aim was met
_MET = re.compile("目标|任务|预期|计划")
# 得了什么奖, 谁拿了冠军, 提前了多久: what a clause that answers has
_NEEDED = (
    (asking.AHEAD, re.compile("提[前早]|早于")),
    (
        re.compile(
            r"冠军|夺冠|\b(?:champions?(?:hip)?|won the (?:title|cup|league))\b", re.IGNORECASE
        ),
        re.compile("冠|第一|首位|金牌|金奖"),
    ),
    (
        re.compile(
            rf"(?:什么|哪些?|哪个|啥|几个)大?奖|{_HONOUR.pattern}",
            _IGNORE,
        ),
        re.compile(
            "奖|荣获|获评|获得|入选|称号|金牌|冠军|第[一二三]|表彰|命名|争创|创建|创成|锚定"
        ),
    ),
    (_WORDING, re.compile("[“「『]")),
    (_MONTHLY, re.compile("月")),
    (asking.LACK, re.compile("缺|不足")),
)


def needed_words(question: Question) -> list[re.Pattern[str]]:
    """What a clause must have to answer: a prize, a champion, the name of a bank."""
    needed = [told for ask, told in _NEEDED if ask.search(question.text)]
    honour = _HONOUR.search(question.text)
    if honour:
        needed += [named for given, named in _GIVERS if given.search(honour["kind"])]
    if asks_ratio(question.text):
        needed.append(RATIO_TOLD)
    return needed + _said_by_name(question) + ([_MET] if asks_if_met(question) else [])


def tells_of_opening(text: str, question: Question) -> bool:
    """Whether a clause tells of what was set up where what was closed is asked for."""
    frame = question.frame
    asks = phrases.WHY.search(frame) or phrases.WHETHER.search(frame)
    if asks or not CLOSED.said.search(frame):
        return False
    return CLOSED.told.search(text) is not None and CLOSED.said.search(text) is None


def _said_by_name(question: Question) -> list[re.Pattern[str]]:
    """What a clause must have that names one of the kind asked for."""
    named = [told for asked, told in _NAMED_SO if asked.search(question.text)]
    return [*named, _countries()] if _COUNTRIES.search(question.text) else named


@lru_cache(maxsize=1)
def _countries() -> re.Pattern[str]:
    terms = load_glossary().terms
    return re.compile("|".join(re.escape(n) for n in names(t for t in terms if t.kind == "region")))


def asks_firm(question: Question) -> bool:
    """Whether a firm is asked for by its trade, which its name need not tell: "which retailer"."""
    return _FIRM.search(question.text) is not None


def wants_name(question: Question) -> bool:
    """Whether a name is asked for, so that no number of something answers."""
    return asks_firm(question) or bool(_said_by_name(question))


def without_kind_named(question: Question, wanted: tuple[Wanted, ...]) -> tuple[Wanted, ...]:
    """The words without the kind of thing that is to be named: a firm's trade, a title, a motto.

    What the report has besides stays: the electric of an electric carmaker.
    """
    asked = (one.search(question.text) for one in (_FIRM, _HONOUR, _WORDING))
    found = next(filter(None, asked), None)
    if found is None or found[0].endswith("s"):  # which three national honours: a list, by its name
        return wanted
    start, end = found.span("kind")
    left = tuple(
        one
        for one in wanted
        if not start <= one.topic.start < end or (one.held and one.topic.end < end)
    )
    return left if any(one.held and one.weight >= _TELLS for one in left) else wanted

"""Turns a question that leans on the turn before into a full one, without a language model.

A follow-up either fills slots of the question before (那2021年呢? and retail sales?): it is put
together anew from period, target or achieved, measure and topic of both. Or it asks something
of its own about what the question before was about (改造了几座? when will it open?): it keeps its
words and is given the subject that it lacks. Nothing is taken where that would be wrong: a new
year does not keep the old year's "target", and a new subject with a question of its own keeps
nothing.
"""

from __future__ import annotations

import re

from assistant import phrases
from assistant.asked_unit import AskedUnit
from assistant.completion import completed, dated, has_own_words, leaves_out, points_back
from assistant.models import Language, Turn
from assistant.question import Aspect, Form, Question, language_of, understand
from assistant.report_head import DELIVERED, SPEAKER
from assistant.subject import counts, is_standing, subject_of, with_its_name
from assistant.substitution import correction, named_item, replaced, substitute

# "有多少个,年度计划投多少钱", "how many … and how much …"
_BETWEEN = re.compile(
    r"[,，](?!\d{3}(?!\d))\s*|[;；?？]\s*|、(?=[^、]{0,8}(?:多少|几[个家所条]))|\s+and\s+(?=how|what|which|who|when)",
    re.IGNORECASE,
)
# 报告里有没有写出口总额, "does the report give exports": whether it says a thing, not what
_ONLY_WHETHER = re.compile(
    r"^(?:请问|这份|那么?)*(?:政府工作)?(?:报告|文件|文中|全文)(?:里面?|中|上)?(?:到底)?(?:有没有|是否|有无)"
    r"(?:明确)?(?:写|说|提|公布|给出|披露|讲|列)|"
    r"^(?:does|did) the (?:report|speech|document) (?:say|give|mention|state|tell|specify)"
    r"(?! how| wh)",
    re.IGNORECASE,
)
# 各多少? 是目标还是已完成? "and by how much each": of what the piece before names
_OF_THOSE = re.compile(
    r"(?:这?两个?[数者]字?)?(?:各自?|分别)(?:又?是|有|为|增长|涨了?)?(?:多少|几)\w{0,4}|"
    r"(?:哪[个边]|谁)更?[快慢多少高低大小好]|(?:[这那]?个?[\d.万亿%]*|这?个?数字?)是.{1,10}还是.{1,10}|"
    r"报告[里中]?(?:有没有|是否)[写说提讲][明到过]?|"
    r"(?:and\s+)?(?:by )?how (?:much|many)(?: (?:is|was|are|were))? each(?: of them)?|"
    r"是不是.{1,6}了|(?:and\s+)?what (?:are|were) (?:the|their) (?:two )?(?:growth )?"
    r"(?:rates|figures|numbers|values)|"
    r"(?:and\s+)?which (?:one )?(?:is|was|grew|rose|did) (?:\w+er|more)",
    re.IGNORECASE,
)
_EITHER_ZH = re.compile("是.{1,10}还是")
# What asks in English: "how many …", "did they …", but not "the road, which opened in 2021"
_QUESTION_EN = re.compile(r"\b(?:how|what|which|who|whom|whose|when|where|why)\b", re.IGNORECASE)
_VERB_FIRST = re.compile(
    r"(?:did|does|do|was|were|is|are|has|have|had|will|can)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:which|who|whom|whose|when|where)\b", re.IGNORECASE)
_SHORT = 12  # Chinese signs, or 4 English words: so short a question without a cue leans too
_WORDS = 4
# What says at once that a question goes on: 那2021年呢?, "and for retail sales?"
_CUE = re.compile(
    r"^\s*(?:那么?(?![些个])|还有|以及|另外|其中|同期|换成|相比之下|"
    r"(?:(?:ok|okay|so|well)[,\s]+)?(?:and|what about|how about|but|also|then|same for|or)\b)",
    re.IGNORECASE,
)
# 学位呢?, "how many places did they add?": so only a brief one does
_WEAK_CUE = re.compile(r"呢\s*[?？。]?\s*$|\b(?:they|them|there)\b", re.IGNORECASE)
_ASPECT_ZH = {
    Aspect.GROWTH: "增长",
    Aspect.SHARE: "占比",
    Aspect.RANK: "排名",
    Aspect.LEVEL: "总量",
}
_ASPECT_EN = {
    Aspect.GROWTH: "growth",
    Aspect.SHARE: "share",
    Aspect.RANK: "rank",
    Aspect.LEVEL: "total value",
}
_UNIT_ZH = {
    AskedUnit.MONEY: "是多少钱",
    AskedUnit.YUAN: "是多少元",
    AskedUnit.DOLLARS: "是多少美元",
    AskedUnit.PERCENT: "是百分之多少",
    AskedUnit.COUNT: "是多少个",
    AskedUnit.TIME: "是多少天",
}
_UNIT_EN = {
    AskedUnit.MONEY: " How much money?",
    AskedUnit.YUAN: " How many yuan?",
    AskedUnit.DOLLARS: " How many dollars?",
    AskedUnit.PERCENT: " What percentage?",
    AskedUnit.COUNT: " How many?",
    AskedUnit.TIME: " How long?",
}
_RELATIVE_ZH = {0: "今年", -1: "去年", 1: "明年"}
_RELATIVE_EN = {0: "this year", -1: "last year", 1: "next year"}
# "And the year before?": counted from the year that was asked about; not "up on the year before"
_YEAR_BEFORE = re.compile(
    r"(?<![比较同与跟])再?[前上]一年|(?<![前比较同与跟])上年|前年|"
    r"(?<!on )(?<!than )(?<!over )(?<!from )(?<!with )(?<!against )"
    r"\bthe (?:year before(?: that)?|previous year|preceding year|prior year)\b",
    re.IGNORECASE,
)


def resolve(question: str, history: tuple[Turn, ...]) -> str:
    """The question in full.

    Args:
        question: as asked.
        history: the turns before, oldest first.

    Returns:
        The question itself where it stands alone, or where nothing before it helps.
    """
    before = answer = ""
    for turn in history:
        if turn.role == "user" and turn.content.strip():
            before, answer = _resolved(turn.content, before, answer), ""
        elif turn.role == "assistant":
            answer = turn.content
    return _resolved(question, before, answer)


def question_parts(text: str) -> list[str]:
    """A question of several parts as full questions: "…有多少个,投多少钱?" gives two.

    Each part takes what it leaves open from the one before, as a follow-up does.
    """
    pieces = _joined(_pieces(text))
    if len(pieces) < 2:
        return []
    parts: list[str] = []
    for piece in pieces:
        parts.append(_resolved(piece, parts[-1] if parts else ""))
    return parts if all(understand(part).has_topic for part in parts) else []


def _joined(pieces: list[str]) -> list[str]:
    """Pieces with 报告有没有写…的金额 put to the question after it: it asks for nothing else."""
    found: list[str] = []
    for piece in pieces:
        if found and _ONLY_WHETHER.match(found[-1]) and not _asks_more(found[-1]):
            found[-1] += f",{piece}"
        else:
            found.append(piece)
    return found


def _asks_more(piece: str) -> bool:
    rest = _ONLY_WHETHER.sub("", piece)
    return phrases.ASKS.search(rest) is not None


def _pieces(text: str) -> list[str]:
    """The text cut where a question ends and another begins.

    What asks nothing, and what only asks how much each is, stays with the piece beside it.
    """
    english = language_of(text) is Language.EN
    borders = [(0, 0), *(match.span() for match in _BETWEEN.finditer(text))]
    ends = [*(start for start, _ in borders[1:]), len(text)]
    found: list[tuple[int, int, bool]] = []
    for (cut, start), end in zip(borders, ends, strict=True):
        said, mark = text[start:end].strip(" 。.?？"), text[cut:start].strip()
        asks = _asks(said, mark, english)
        goes_on = mark == "," and _VERB_FIRST.match(said)
        if found and (goes_on or not (asks and found[-1][2]) or _of_both(said, text[:cut])):
            if len(found) < 2 or goes_on:  # 是不是定低了 would be no part of what is asked before
                found[-1] = (found[-1][0], end, asks or found[-1][2])
        elif said:
            found.append((start, end, asks))
    return [text[start:end].strip() for start, end, _ in found]


def _of_both(said: str, before: str) -> bool:
    """Whether "by how much" is the distance of two things that are named before."""
    bare = re.fullmatch(
        r"(?:and )?by how (?:much|many)|[差相]+了?多少|[快慢多少高低]多少", said, re.IGNORECASE
    )
    return bare is not None and re.search(r"\bor\b|\bthan\b|还是|[和与跟比]", before) is not None


def _asks(said: str, mark: str, english: bool) -> bool:
    """Whether a piece of a question asks by itself.

    Args:
        said: 年度计划投多少钱
        mark: what it is cut off by; a comma may stand before what only tells of a thing.
        english: the question's language.
    """
    if _OF_THOSE.fullmatch(said):
        return _EITHER_ZH.search(said) is not None and not mark
    if not english:
        return phrases.ASKS.search(said) is not None or _EITHER_ZH.search(said) is not None
    if _VERB_FIRST.match(said) or said.lower().startswith("and "):
        return phrases.ASKS.search(said) is not None
    return _QUESTION_EN.search(said) is not None and not (mark == "," and _RELATIVE.match(said))


def _resolved(text: str, before: str, answer: str = "") -> str:
    if not before:
        return text
    item = named_item(text, answer)
    if item:
        return item
    corrected = correction(text, before)
    if corrected:
        before, meant = corrected
        if not meant:
            return before
        text = f"{meant}呢?" if understand(meant).language is Language.ZH else f"And {meant}?"
    previous = understand(before)
    asked = understand(_dated(text, previous))
    if not previous.has_topic:
        return text
    named = with_its_name(asked, previous)
    if named != asked.text:
        return dated(understand(named), _carried(asked, previous))
    return _in_full(asked, previous) if _leans(asked, previous) else text


def _dated(text: str, previous: Question) -> str:
    """The text with "the year before" as the year that it is."""
    if not previous.has_period:
        return re.sub(r"(?i)\bthe year before(?: that)?\b", "last year", text)
    if len(previous.years) == 1:
        return _YEAR_BEFORE.sub(f"{previous.years[0] - 1}", text)
    english = previous.relative == (0,) and understand(text).language is Language.EN
    return _YEAR_BEFORE.sub("last year", text) if english else text


def _leans(asked: Question, previous: Question) -> bool:
    """Whether a question needs the one before."""
    text = asked.text
    if SPEAKER.search(text) or DELIVERED.search(text):
        return False
    if leaves_out(asked, previous) or points_back(asked):
        return True
    if asked.form in (Form.LIST, Form.CLAUSE) and any(
        pattern.search(text) for pattern in (phrases.LIST, phrases.WHO, phrases.WHERE)
    ):
        return False
    words = len(re.findall("[A-Za-z]+", text))
    english = asked.language is Language.EN
    brief = words <= 2 * _WORDS if english else len(text) <= _SHORT
    weak = brief and (has_own_words(asked) or not english) and _WEAK_CUE.search(text)
    if _CUE.search(text) or weak:
        return True
    short = words <= _WORDS if english else len(text) <= _SHORT
    return short and not (asked.has_period or asked.form is Form.FIGURE or has_own_words(asked))


def _in_full(asked: Question, previous: Question) -> str:
    lacks = leaves_out(asked, previous)
    if asked.form is Form.COMPARISON and lacks:
        return _comparison(asked, subject_of(previous))
    if points_back(asked) or (lacks and (has_own_words(asked) or asked.has_topic)):
        return completed(asked, previous, _carried(asked, previous))
    if has_own_words(asked):
        period = _carried(asked, previous)
        return dated(asked, period) if period else asked.text
    return (None if lacks else replaced(asked, previous)) or _in_slots(asked, previous, lacks)


def _carried(asked: Question, previous: Question) -> str:
    """The period of the question before, where the follow-up may be about it too."""
    other = (asked.target or asked.actual) and asked.target != previous.target
    if asked.has_period or other or asked.form is not Form.FIGURE or is_standing(asked):
        return ""
    if asked.language is Language.ZH:
        return _period_zh(previous)
    period = _period_en(previous)
    return f"in {period}" if period[:1].isdigit() else period


def _in_slots(asked: Question, previous: Question, lacks: bool) -> str:
    """Puts a question together from the slots of two, where the follow-up only fills some."""
    period = asked if asked.has_period else previous
    says_kind = asked.target or asked.actual
    target, actual = (
        (asked.target, asked.actual)
        if says_kind
        else ((False, False) if asked.has_period else (previous.target, previous.actual))
    )
    if says_kind and not asked.has_period and (asked.target != previous.target):
        period = asked  # the target is another year's than what was achieved
    aspect = asked.aspect or previous.aspect
    form = asked.form if asked.has_topic or asked.form is not Form.CLAUSE else previous.form
    if lacks and not phrases.LIST.search(asked.text):
        form = previous.form
    if previous.form is Form.LIST and asked.form is not Form.FIGURE and not asked.aspect:
        form = Form.LIST
    topic = subject_of(previous) if lacks else substitute(asked, previous)
    wider = asked.wider or (() if asked.places or asked.has_topic else previous.wider)
    if lacks and wider:
        topic = f"{wider[0]}{topic}"
    if asked.language is Language.ZH:
        full = _chinese(_period_zh(period), topic, target, actual, aspect, form)
        return full.replace(
            "是多少", _UNIT_ZH.get(asked.unit, "是多少") if asked.unit else "是多少"
        )
    if lacks and counts(previous) and not (target or actual or asked.aspect or asked.unit):
        return f"How many {topic}{_when(_period_en(period))}?"
    full = _english(_period_en(period), topic, target, actual, aspect, form)
    return full + _UNIT_EN.get(asked.unit, "") if asked.unit else full


def _comparison(asked: Question, topic: str) -> str:
    """比去年高还是低? after a target: the target against what was achieved."""
    if asked.language is Language.ZH:
        return f"{topic}的目标与实际完成对比"
    return f"Compare the target for {topic} with the actual figure"


def _period_zh(question: Question) -> str:
    years = [f"{year}年" for year in question.years]
    return "".join([*years, *(_RELATIVE_ZH[offset] for offset in question.relative)])


def _period_en(question: Question) -> str:
    years = [str(year) for year in question.years]
    return " ".join([*years, *(_RELATIVE_EN[offset] for offset in question.relative)])


def _when(period: str) -> str:
    if not period:
        return ""
    return f" {period}" if period.startswith(("this", "last", "next")) else f" in {period}"


def _chinese(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    if form is Form.LIST:
        return f"{period}{topic}方面{'计划' if target else ''}有哪些安排?"
    done = "实际" if actual and not target else ""
    said = _ASPECT_ZH.get(aspect, "") if aspect else ""
    return f"{period}{topic}{done}{said}{'目标' if target else ''}是多少?"


def _english(
    period: str, topic: str, target: bool, actual: bool, aspect: Aspect | None, form: Form
) -> str:
    when = _when(period)
    if form is Form.LIST:
        return f"Which measures {'are planned for' if target else 'concern'} {topic}{when}?"
    said = f" {_ASPECT_EN[aspect]}" if aspect in _ASPECT_EN else ""
    if target:
        return f"What is the target for {topic}{said}{when}?"
    return f"What {'was' if actual else 'is'} the figure for {topic}{said}{when}?"

"""Questions that set several things side by side: which of A and B, how many A and B each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise, product

from assistant.answers.statement import markers, merged, with_lines
from assistant.matching.subject import heavy_topics, is_measure
from assistant.models import Answer, AnsweredFigure, Language, Status
from assistant.questions import phrases
from assistant.questions.question import Form, Question
from assistant.questions.tagging import tagger
from assistant.questions.terms import find_terms
from assistant.questions.topics import Topic
from assistant.questions.understanding import understand
from corpus.glossary import load_glossary
from corpus.models import Measure
from corpus.units import split_unit

Compose = Callable[[Question], Answer]

_IGNORE = re.IGNORECASE
# "urban or rural incomes", "the urban one or the rural one", 城镇和农村, A还是B
_LINK = re.compile(
    r"[”’」』\"']?(?:['’]s\b)?\s*(?:\([^)]{0,40}\)\s*)?(?:的|(?:ones?|those)\b)?\s*"
    # 趟数(涨得快)还是货值涨得快
    r"(?:(?:[增涨升降长]{1,2}得?)?更?[快慢多少大高]些?(?=还是))?"
    r"(?:(?P<either>还是|或者?|抑或|[,，]?\s*(?:\bor\b|\bversus\b|\bvs\b\.?))|"
    r"[、,，/&]\s*(?:and\b|和|以及)?|和|与|跟|同|及|以及|\band\b|"
    # rural income (growth compare with) urban income growth
    r"(?:\b(?:growth|increases?|targets?)\s+)?\bcompared? (?:with|to)\b)"
    r"\s*(?:(?:the|that|those|its|of|in|for|new|an?)\b\s*)*[“‘「『\"']?",
    _IGNORE,
)
# "exports grew (faster than) imports", 工业投资增速(高于)固定资产投资, 工业投资(比)固投增长得快
_THAN = re.compile(
    r"(?P<kept>[^,，;；?？。]{0,24}?)(?:\b(?:\w+er|more|less|better|worse)(?: \w+)?\s+than\b"
    r"\s*(?:(?:the|that|those|its|of|in|for)\b\s*)*|\b(?:exceed|outpac|outstrip|surpass)\w*\s+"
    r"(?:(?:the|that|those|its|of|in|for)\b\s*)*|[高低快慢多少大小优]于|超过了?|比)",
    _IGNORE,
)
# 城里人和农民,(谁的)收入涨得快, "farmers or townspeople: (whose) income grew faster"
_OF_WHOM = re.compile(
    r"(?:[,，:：;；]\s*|\s)(?P<when>(?:[今去]年|20\d\d年)?)(?:(?:谁|哪(?:个|边|一方|方|头|家))的|(?P<en>\bwhose\b)\s*)",
    _IGNORE,
)
_WITHIN = re.compile(r"[\s-]*(?:['’]s? )?|人?的?|之")  # between the words of one name: 农村人的收入
# 哪个增幅更大, "which is higher": of several, by how much they are
_WHICH = re.compile(
    r"哪(?:个|边|一|项|者|家|方|头|类|块|样|种)|谁|孰|相比|对比|比较|比一比|差距|差多少|"
    r"\b(?:which|compar\w+|difference|gap between|how far apart|versus|vs)\b",
    _IGNORE,
)
_QUANTITY = re.compile(
    r"更|[多少高低大小快慢长短]|增|涨|\b(?:more|less|fewer|most|least|gr[eo]w\w*|r[io]se|"
    r"(?:high|low|bigg|larg|small|great|fast|slow|quick|long|short|bett|strong|weak|steep|sharp|"
    r"rich|poor|wid)(?:er|est)|compar\w+|difference|gap|apart|exceed\w*|outpac\w*|outstrip\w*|"
    r"versus|vs)\b",
    _IGNORE,
)
# "What are the goals for visitors and tourism earnings?": one for each
_AIMS = re.compile(r"\b(?:targets|goals|figures|numbers) (?:set )?(?:for|on|of)\b", _IGNORE)
_STANDS_IN = ("one", "ones", "those")  # for what was named before: the rural ones
_ADVERB = re.compile(r"\w+ly")  # grew more slowly than
_HEAD = 6  # signs of an indicator's name that it shares with its counterpart: 人均可支配收入
_NAMES_NONE = ("general", "body")  # kinds of terms that name no matter of their own


@dataclass(frozen=True)
class _Chain:
    """Names that stand side by side in a question, each as its words."""

    names: tuple[tuple[Topic, ...], ...]
    either: bool  # one or the other is asked for
    kept: str = ""  # what is said of the first before the second: A (grew) faster than B

    @property
    def start(self) -> int:
        return self.names[0][0].start

    @property
    def end(self) -> int:
        return self.names[-1][-1].end


def by_side(question: Question, compose: Compose) -> Answer | None:
    """The figures of each of several things; None where the question asks of but one.

    "城镇和农村居民收入各增长多少?": what the last one is called stands for the others too, so
    that 城镇 is asked of as 城镇居民收入. Who asks which of them is more is told one figure of
    each, of the same measure.
    """
    chain = _chain(question)
    if chain is None or not _asks_of_all(question, chain):
        return None
    weighed = _weighs(question, chain)
    told: dict[int, Answer] = {}
    last = len(chain.names) - 1
    for number in (last, *range(last)):  # the last is named in full
        for text in _alone(question, chain, number):
            asked = replace(understand(text, question.language), form=Form.FIGURE)
            answer = compose(asked)
            if answer.status is not Status.ANSWERED or not answer.figures:
                continue
            first = answer.figures[0].start
            if all(first != figure.start for one in told.values() for figure in one.figures):
                told[number] = _of_one(answer, weighed)
                break
    answers = [told[number] for number in sorted(told)]
    if len(answers) < 2 or (weighed and not _comparable(answers)):
        return None
    return merged(question.text, answers, ())


def _asks_of_all(question: Question, chain: _Chain) -> bool:
    """Whether a question that names several things wants each of them told."""
    if question.form is Form.COMPARISON:
        both = question.target and question.actual
        return not both and max(len(question.years), len(question.relative)) < 2
    if _weighs(question, chain):
        return True
    if question.form is not Form.FIGURE:
        return False
    if phrases.OF_EACH.search(question.frame) or all(
        len(name) == 1 and name[0].is_indicator for name in chain.names
    ):
        return True
    if _share_a_head(question, chain):
        return True
    several = phrases.HOW_MANY.search(question.frame) or _AIMS.search(question.text)
    return several is not None and all(_is_term(name[-1]) for name in chain.names)


def _share_a_head(question: Question, chain: _Chain) -> bool:
    """Whether each is an indicator with what the last one lends it: urban (and rural) incomes."""
    *others, last = chain.names
    if len(last) > 1 or not last[0].is_indicator or not last[0].text.isascii():
        return False
    if re.search(r"\b(?:ratio|gap|difference)\b", question.text, _IGNORE):
        return False  # one figure of the two
    names = [name[0].text + head for name in others for head in _heads(question, last)]
    return all(len(name) == 1 for name in others) and all(
        any(one.is_indicator and one.text == name for one in find_terms(name)) for name in names
    )


def _weighs(question: Question, chain: _Chain) -> bool:
    """Whether it is asked which of several things is more."""
    text = question.text
    which = chain.either or chain.kept or _WHICH.search(text) is not None
    return bool(which) and _QUANTITY.search(text) is not None


def _is_term(topic: Topic) -> bool:
    return any(term.kind not in _NAMES_NONE for term in topic.terms)


def _naming(question: Question) -> list[Topic]:
    """The words that name something: 消费 too, a verb elsewhere, beside 固投和."""
    heavy = heavy_topics(question)
    beside = [
        other
        for one, other in pairwise(question.topics)
        if one.is_indicator and other.terms and _LINK.fullmatch(question.text, one.end, other.start)
    ]
    return [one for one in question.topics if one in heavy or one in beside]


def _names(question: Question) -> list[tuple[Topic, ...]]:
    """The names in a question, each as the words that it is made of."""
    found: list[tuple[Topic, ...]] = []
    for topic in _naming(question):
        if topic.text.lower() in _STANDS_IN or _ADVERB.fullmatch(topic.text):
            continue
        before = question.text[found[-1][-1].end : topic.start] if found else None
        if before is not None and _WITHIN.fullmatch(before):
            found[-1] = (*found[-1], topic)
        else:
            found.append((topic,))
    return found


def _chain(question: Question) -> _Chain | None:
    """The longest run of names side by side; else two of which one is held against the other."""
    text, names = question.text, _names(question)
    best: _Chain | None = None
    run: list[tuple[Topic, ...]] = []
    either = False
    for name in names:
        link = _LINK.fullmatch(text, run[-1][-1].end, name[0].start) if run else None
        run, either = ([*run, name], either or bool(link["either"])) if link else ([name], False)
        if len(run) > (len(best.names) if best else 1):
            best = _Chain(tuple(run), either)
    if best:
        return _without_measure(best)
    for one, other in pairwise(names):
        link = _THAN.fullmatch(text, one[-1].end, other[0].start)
        measured = [any(topic.is_indicator for topic in name) for name in (one, other)]
        lent = measured[1] or _is_plain(other) or _lent(question, one, other)
        # 今年的收入目标,农村定得比城镇高还是低: of what is measured the first tells only whose
        apart = _is_plain(one) and _is_plain(other) and _measures(question, one[0], other[0])
        if link and ((measured[0] and lent) or apart):
            return _Chain((one, other), True, link["kept"] or " ")
    return None


def _without_measure(chain: _Chain) -> _Chain:
    """Which has the bigger (economy), Wangchao District or Qingbu: what is measured is no side."""
    rest = chain.names[1:]
    measured = [any(topic.is_indicator for topic in name) for name in chain.names]
    apart = chain.either and len(rest) > 1 and measured[0] and not any(measured[1:])
    return replace(chain, names=rest) if apart else chain


def _measures(question: Question, first: Topic, last: Topic) -> list[Topic]:
    """What is measured of names that stand side by side, where that stands before or after them."""
    outside = [one for one in question.topics if one.end <= first.start or one.start >= last.end]
    return [one for one in outside if _is_term(one) or is_measure(one)]


def _alone(question: Question, chain: _Chain, number: int) -> list[str]:
    """The question asked of one of its names alone, the likeliest wording first."""
    text, name, last = question.text, chain.names[number], chain.names[-1]
    said = text[name[0].start : name[-1].end]
    before, after = text[: chain.start], chain.kept + text[chain.end :]
    whose = _OF_WHOM.match(after)
    if whose:
        owned = "的" if not whose["en"] else "'s "
        return [f"{before}{whose['when']}{said}{owned}{after[whose.end() :]}"]
    apart = _measures(question, chain.names[0][0], last[-1])
    of_each = bool(apart) and all(_is_plain(one) for one in (name, last))
    if (
        chain.kept and number and not of_each
    ):  # 农民收入比城里人: what the first one is called is the other's too
        own = any(topic.is_indicator for topic in name)  # (GDP) has no revenue
        lent = _lent(question, chain.names[0], name)
        lent = lent or ([] if own else _heads(question, chain.names[0]))
        return [f"{before}{said}{head}{after}" for head in ([*lent, ""] if own else lent)]
    if any(topic.is_indicator for topic in name):
        return [f"{before}{said}{after}"]
    space = "" if question.language is Language.ZH else " "
    if of_each:
        at = apart[-1].start  # which income is higher, the urban one or the rural one
        if at < chain.start:
            return [f"{before[:at]}{said}{space}{before[at:]}{after}", f"{before}{said}{after}"]
        rest = text[chain.end : at], text[at:]
        return [f"{before}{rest[0]}{said}{space}{rest[1]}", f"{before}{said}{after}"]
    if name is last:
        whole = "" if name[0].is_indicator else _counterpart(question, chain.names[0][0], name[0])
        return [f"{before}{whole or said}{after}"]
    # deputies' suggestions or CPPCC (proposals): a term of several words needs none lent
    full = " " in said and _is_term(name[-1])
    heads = [one for one in _heads(question, last) if not full]
    return [f"{before}{said}{head}{after}" for head in (*heads, "")]


def _is_plain(name: tuple[Topic, ...]) -> bool:
    """Whether a name is one word that only tells of which something is: rural, 城镇."""
    text = name[0].text
    short = re.fullmatch("[A-Za-z-]+|[\u4e00-\u9fff]{1,3}", text) is not None
    return len(name) == 1 and short and not name[0].is_indicator


def _heads(question: Question, last: tuple[Topic, ...]) -> list[str]:
    """What the last name may lend to those before it: (农村)居民收入, (rural) incomes."""
    text = question.text
    if len(last) > 1:
        space = "" if question.language is Language.ZH else " "
        return [space + text[last[1].start : last[-1].end], text[last[0].end : last[-1].end]]
    name = last[0].text
    if name.isascii():
        return ["".join(f" {word}" for word in name.split()[1:])]
    words = [word for word, _ in tagger().cut(name)]
    heads = ["".join(words[at:]) for at in range(1, len(words))]
    return heads + [name[at:] for at in range(1, len(name) - 1) if name[at:] not in heads]


def _lent(question: Question, one: tuple[Topic, ...], other: tuple[Topic, ...]) -> list[str]:
    """What a name lends to another so that both are indicators of the field: 城镇居民(收入)."""
    said = question.text[other[0].start : other[-1].end]
    return [head for head in _heads(question, one) if head and load_glossary().knows(said + head)]


def _counterpart(question: Question, one: Topic, other: Topic) -> str:
    """What a name and the indicator before it are together: urban incomes … the countryside."""
    for asked, of in product(one.terms if one.is_indicator else (), other.terms):
        head = asked.zh[-_HEAD:]
        own = (t for t in load_glossary().terms if t.zh.startswith(of.zh) and t.zh.endswith(head))
        found = next(own, None)
        if found and found.kind == "indicator":
            return found.zh if question.language is Language.ZH else found.en
    return ""


def _of_one(answer: Answer, alone: bool) -> Answer:
    """What an answer tells of its first indicator; the first figure ``alone`` if so wanted."""
    name = answer.figures[0].indicator
    own = {one.citation for one in answer.figures if one.indicator == name}
    lines = [
        line
        for at, line in enumerate(answer.text.split("\n"))
        if not at or (not alone and own & markers(line))
    ]
    told = with_lines(answer, lines)
    figures = tuple(one for one in told.figures if one.indicator == name)
    return told.model_copy(update={"figures": figures})


def _comparable(answers: list[Answer]) -> bool:
    """Whether answers can be held against each other: by their first figures, of one measure,
    unit and kind, or by the percentage of a former level that each tells of: 恢复到2019年的81.3%.
    """
    kinds = [[_kind(one) for one in answer.figures] for answer in answers]
    shared = set[tuple[Measure, str, bool]].intersection(*map(set, kinds))
    first = {own[0] for own in kinds}
    return len(first) == 1 or any(one[:2] == (Measure.LEVEL, "%") for one in shared)


def _kind(figure: AnsweredFigure) -> tuple[Measure, str, bool]:
    moved = figure.measure in (Measure.GROWTH, Measure.CHANGE)
    measure = Measure.GROWTH if moved else Measure.LEVEL
    return measure, split_unit(figure.unit)[1], figure.kind.value == "target"

"""Names that a question splits: 减了多少负, "of its GDP does it spend", "cars did they build"."""

from __future__ import annotations

import re

from corpus.glossary import load_glossary

# 给企业减了多少负, 减轻了多少负担, 生了多少个孩子: a verb and its object, with the question between
_SPLIT_VERB = re.compile(
    r"([\u4e00-\u9fff]{2}(?=了多少[\u4e00-\u9fff]{2})|[\u4e00-\u9fff])(了多少[个名位]?)"
    r"([\u4e00-\u9fff]{1,2})(?<!了多少钱)(?=[?？,，。]|$)"
)
# 让多少人脱了贫, 已经通了车吗: the same without a question between
_SPLIT_DONE = re.compile("([\u4e00-\u9fff])了([\u4e00-\u9fff])(?=(?:[吗没么][有]?)?[?？,，。]|$)")
# How much of its GDP (does the city) spend on R&D: a share of it, with who spends between
_SPENDS = re.compile(
    r"\b(?:how much|what (?:share|percentage|proportion|part)) of (?:the|its|their) "
    r"(?:GDP|economy|economic output) (?:does|do|did|will|is) (?:[\w'’-]+ ){1,4}?"
    r"(?P<verb>spend|put|invest|devote)(?:ing)?\b",
    re.IGNORECASE,
)
# How much of (GDP) went into research: no sum of money, but a share
_PART_OF = re.compile(
    r"\bhow much of (?:(?:the|its|their) )?(?P<whole>GDP|economy|economic output)\b", re.IGNORECASE
)
# How many electric cars (did the city) build: the output of them
_MADE = re.compile(
    r"\bhow (?P<many>many|much) (?P<thing>[a-z-]+(?: [a-z-]+){0,3}?) "
    r"(?P<who>(?:did|does|do|will) (?:(?:the|its|our) )?[\w'’-]+ )(?P<verb>[a-z]{3,})\b",
    re.IGNORECASE,
)
# How fast did (factories above the designated size) grow in (value added)
_GREW_IN = re.compile(
    r"\b(?P<how>how (?:fast|much|far|quickly) (?:did|does|has|have|will)) (?:the )?"
    r"(?P<whose>[a-z -]{4,60}?) "
    r"(?P<grew>grow|rise|increase|expand|gain|fall|drop)n? in (?:terms of )?"
    r"(?P<what>[a-z-]+(?: [a-z-]+){0,2}?)(?= (?:last|this|in|over|from|during|by)\b|[?,.]|$)",
    re.IGNORECASE,
)
# (去年)新增了多少就业岗位, 解决了多少人就业: new jobs, by their name; but not those of a factory
_JOBS = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[年县市区省共里算划]))(?:(?:新增|创造|新添)了?多少个?(?:就业岗位|就业)|"
    "(?:解决|安排|安置)了?(?:多少人?就业|就业了?多少人?)(?=[?？,，。]|$))"
)
# How much profit (did industrial enterprises) make: theirs
_PROFIT = re.compile(
    r"\bhow much profit (?:did|do|does|have|has|will) (?P<who>(?:[a-z-]+ ){1,8}?)"
    r"(?:make|made|earn|earned|book|booked|post|posted|turn)\b",
    re.IGNORECASE,
)
_DONE = {"spend": "spent", "put": "put", "build": "built", "make": "made", "sell": "sold"}


def with_verbs_whole(text: str) -> str:
    """The text with a verb that the field knows put together again: 减负了多少."""
    text = _SPENDS.sub(lambda m: f"what share of GDP {_participle(m['verb'])}", text)
    text = _PART_OF.sub(r"what share of \g<whole>", text)
    text = _PROFIT.sub(r"how much was the profit of \g<who>", text)
    text = _JOBS.sub("城镇新增就业多少", text)
    text = _GREW_IN.sub(_of_whom, _MADE.sub(_made, text))
    return _SPLIT_DONE.sub(_done, _SPLIT_VERB.sub(_whole, text))


def _participle(verb: str) -> str:
    verb = verb.lower()
    return _DONE.get(verb) or verb + ("d" if verb.endswith("e") else "ed")


def _made(split: re.Match[str]) -> str:
    thing = f"{split['thing']} {_participle(split['verb'])}"
    whole = f"how {split['many']} {thing} {split['who'].rstrip()}"
    return whole if _is_term(thing) else split[0]


def _of_whom(split: re.Match[str]) -> str:
    name = f"{split['what']} of {split['whose']}"
    return f"{split['how']} {name} {split['grew']}" if _is_term(name) else split[0]


def _is_term(name: str) -> bool:
    """Whether English words are together a name of the field: electric cars built."""
    return any(one.end - one.start == len(name) for one in load_glossary().find(name))


def _done(split: re.Match[str]) -> str:
    verb = split[1] + split[2]
    return f"{verb}了" if load_glossary().knows(verb) else split[0]


def _whole(split: re.Match[str]) -> str:
    for verb in (split[1], split[1][-1]):  # 一(年运)了多少旅客: 年 is no part of it
        if load_glossary().knows(verb + split[3]):
            return f"{split[1]}{split[3]}{split[2]}"
    return split[0]

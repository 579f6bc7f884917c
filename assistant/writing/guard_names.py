"""Holds the names in a sentence to its evidence: places, bodies, people, companies."""

from __future__ import annotations

import re
from functools import lru_cache

from pypinyin import lazy_pinyin

from assistant.models import Language
from assistant.questions.tagging import tagger
from corpus.glossary import Term, load_glossary
from index.translation import chinese_terms, is_chinese_word, is_ordinary

_BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:公司|集团|大学|学院|医院|银行|局|委员会|管委会|办公室|协会|研究院|法院|"
    r"检察院|商会|机场|大桥|陆港|码头|经开区|高新区|开发区|新区|街道|省|市|县|区|镇|乡|村|州)"
)
# What ends like a place and names none
_COMMON = re.compile(
    r"(?:地|城|小|社|园|景|灾|校|辖|市|县|片|库|山|港|厂|矿|牧|林|老|新|全|我|该|本|各|两|跨|超|"
    r"上|夜|门|都|大|中心|农|乡|行政|自然|古|强|美丽|示范|样板|试点)(?:区|市|县|村|镇|乡|省|州)$|"
    r"结局|布局|格局|大局|全局|开局|当局|乡镇|城镇|集镇|村镇|农村|乡村|城乡|县市|省市|市场|"
    r"市(?:级|民|委|政|本级)|县(?:级|域|委|本级)|区域|城市|百强"
)
_TAGS = ("ns", "nt", "nr", "nrt", "nrfg")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z'’.&-]*[A-Za-z]")
# "JD Logistics Park (京东物流园)": the Chinese name stands for the English one
_BRACKET = re.compile(r"(?:[\s-]+[A-Za-z][\w.&'’-]*){0,6}\s*[(（]“?([\u4e00-\u9fff]{2,})")
_LATIN_OK = frozenset(
    "county city province district town township village zone china chinese rmb gdp yuan cny mr ms "
    "january february march april may june july august september october november december "
    "national people's congress party five-year plan the".split()
)


def unknown_names(text: str, language: Language, evidence: str, said: str) -> list[str]:
    """Names that the evidence does not hold.

    Args:
        text: a sentence without markers.
        evidence: the cited passages with their section paths, and what the report is of.
        said: the question, which may name what it asks of.
    """
    held = evidence + said
    if language is Language.ZH:
        found = _chinese_names(text)
        found += [
            word
            for word in re.findall("[A-Za-z]{3,}", text)
            if word.lower() not in held.lower() and not _is_term(word, held)
        ]
        return [name for name in found if name not in held and not _held_part(name, held)]
    found = [run for run in re.findall("[\u4e00-\u9fff]{2,}", text) if run not in held]
    return found + _english_names(text, evidence, said)


def _chinese_names(text: str) -> list[str]:
    found = [
        word
        for word, flag in tagger().cut(text)
        # The tagger takes 养老 for a person and 新建 for a place.
        if flag in _TAGS and len(word) > 1 and not is_chinese_word(word)
    ]
    for match in _BODY.finditer(text):
        if not _COMMON.search(match[0]):
            found.append(match[0])
    return list(dict.fromkeys(found))


def _held_part(name: str, held: str) -> bool:
    """Whether it is a name at all beyond a word of its own: 全县, 今年GDP."""
    plain = re.sub(r"^(?:全|我|该|本|各|在|和|与|是|对|由|为|等|的|年|及|并|将|把|于)+", "", name)
    return len(plain) < 2 or plain in held or _COMMON.fullmatch(plain) is not None


def _is_term(word: str, held: str) -> bool:
    return any(
        name in held
        for match in load_glossary().find(word)
        for term in match.terms
        for name in (term.zh, *term.zh_aliases)
    )


def _english_names(text: str, evidence: str, said: str) -> list[str]:
    """Capitalised words that are no ordinary English and that the evidence doesn't spell."""
    spelled = _spelled(evidence)
    latin = (evidence + " " + said).lower()
    known = [(m.start, m.end) for m in load_glossary().find(text) if _named(m.terms, evidence)]
    found: list[str] = []
    for match in _CAPITAL.finditer(text):
        word = re.sub(r"['’]s$", "", match[0])
        low = word.lower()
        if low in _LATIN_OK or any(a <= match.start() and match.end() <= b for a, b in known):
            continue
        if low in latin or re.sub("[^a-z]", "", low) in spelled:
            continue
        if all(is_ordinary(part) for part in re.split(r"[-&.]", low) if part):
            continue
        bracket = _BRACKET.match(text, match.end())
        if bracket and bracket[1] in evidence and not _is_place(text, match.end(), bracket[1]):
            continue
        if any(one in evidence for one in chinese_terms(word, _Words((evidence,)))):
            continue
        found.append(word)
    return found


def _is_place(text: str, end: int, bracket: str) -> bool:
    """Whether a name is a place's, which what stands in brackets further on can't vouch for."""
    term = load_glossary().by_zh(bracket)
    return re.match(
        r"['’]s\b|\s*(?:County|City|Province|District|Town|Prefecture)\b", text[end:]
    ) is not None or (term is not None and term.kind == "indicator")


def _named(terms: tuple[Term, ...], evidence: str) -> bool:
    return any(
        term.kind in ("indicator", "policy", "industry", "general")
        or any(name in evidence for name in (term.zh, *term.zh_aliases))
        for term in terms
    )


class _Words(frozenset[str]):
    """A text as the collection of words that occur in it."""

    def __contains__(self, word: object) -> bool:
        return any(str(word) in text for text in self)


@lru_cache(maxsize=256)
def _spelled(text: str) -> str:
    return "".join(lazy_pinyin(re.sub("[^\u4e00-\u9fff]", "", text)))

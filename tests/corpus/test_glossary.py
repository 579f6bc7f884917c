"""The glossary as the product uses it: on sentences of real reports and questions on them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.figures.extract import extract_figures
from corpus.glossary import KINDS, Term, load_glossary
from corpus.report import load_report

LINLAN = Path(__file__).parents[1] / "reports" / "linlan-2025.txt"
# Words of grammar and of asking: a name made of them alone would be found in any question.
STOP = frozenset(
    """a an the of in on at to for by with from and or as is are was were be been it its this that
    these those there what which who how much many do does did has have had will would can no any
    some all each more most than so such only please tell me total number amount rate share ratio
    growth increase level value figure year percent report""".split()
)


def _terms(text: str) -> set[str]:
    return {term.zh for match in load_glossary().find(text) for term in match.terms}


def test_holds_a_thousand_terms_of_each_kind() -> None:
    terms = load_glossary().terms
    assert len(terms) >= 1000
    assert {term.kind for term in terms} == set(KINDS)


def test_no_chinese_name_stands_for_two_things_that_the_other_names() -> None:
    """An alias may be shared, but the name of one term is no alias of another."""
    terms = load_glossary().terms
    counts = Counter(term.zh for term in terms)
    assert [zh for zh, count in counts.items() if count > 1] == []
    aliases = {alias for term in terms for alias in term.zh_aliases}
    assert sorted(aliases & counts.keys()) == []


# "investment grow": the verb tells how it moved, and is no part of the name
_MOVED = re.compile("(?: (?:grow|rise|fall|expand|shrink|or)s?)+$")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_name_is_found_as_its_own_term(language: str) -> None:
    missed = []
    for term in load_glossary().terms:
        for name in _names(term, language):
            found = load_glossary().find(name)
            end = len(_MOVED.sub("", name) if "did" not in name else name)
            whole = [m for m in found if (m.start, m.end) == (0, end) and term in m.terms]
            if not whole and len(name) > 1:
                missed.append((term.zh, name))
    assert missed == []


def _names(term: Term, language: str) -> tuple[str, ...]:
    return (term.zh, *term.zh_aliases) if language == "zh" else (term.en, *term.en_aliases)


def test_no_english_name_is_of_stop_words_only() -> None:
    bare = [
        (term.zh, name)
        for term in load_glossary().terms
        for name in (term.en, *term.en_aliases)
        if all(word in STOP for word in re.findall("[a-z0-9]+", name.lower()))
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        (
            "城市、农村低保标准分别提高到每人每月720元、560元。新增护理型养老床位1150张。",
            {"农村低保标准", "护理型床位"},
        ),
        ("新建5G基站1800个，建成投用云川智算中心一期", {"5G基站", "智算中心"}),
        (
            "生产安全事故起数、死亡人数分别下降18.2%、21.4%，刑事案件立案数下降9.8%。",
            {"生产安全事故起数", "死亡人数", "刑事案件立案数"},
        ),
        (
            "“十四五”规划实施三年来，累计新增城镇就业16.9万人，企业开办时间压缩至0.5个工作日",
            {"“十四五”规划", "城镇新增就业", "企业开办时间"},
        ),
        (
            "社零增长6%，固投增长5%，农民收入增长7%",
            {"社会消费品零售总额", "固定资产投资", "农村居民人均可支配收入"},
        ),
        ("城里人收入和老百姓收入", {"城镇居民人均可支配收入", "居民人均可支配收入"}),
        (
            "How many pocket parks and childcare places were added?",
            {"口袋公园", "托位"},
        ),
        (
            "Were the deputies' suggestions and the CPPCC members' proposals all answered?",
            {"人大代表建议", "政协委员提案"},
        ),
        (
            "Carbon intensity, PM2.5 and the number of breeding sows",
            {"单位地区生产总值二氧化碳排放", "细颗粒物浓度", "能繁母猪存栏"},
        ),
        (
            "cross-border e-commerce transactions and China-Europe freight trains",
            {"跨境电商交易额", "中欧班列"},
        ),
    ],
)
def test_terms_of_sentences(sentence: str, terms: set[str]) -> None:
    assert terms <= _terms(sentence)


def test_longest_name_wins() -> None:
    """工业用电量 is no 全社会用电量, 城镇污水管网 no 管网."""
    assert _terms("其中工业用电量增长9.4%") == {"工业用电量"}
    assert "地下管网" not in _terms("新建城镇污水管网180公里")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("新增停车泊位", "newly added parking spaces"),
        ("户籍人口", "registered population"),
        ("省级专精特新中小企业", "provincial-level specialized and sophisticated SMEs"),
        ("新建、改扩建中小学", "newly built and expanded primary and secondary schools"),
        (
            "民间投资占固定资产投资比重",
            "private investment as a share of investment in fixed assets",
        ),
        ("老年人的笑容", None),
    ],
)
def test_english_of_a_report_s_names(name: str, english: str | None) -> None:
    assert load_glossary().english(name) == english


def test_most_figures_of_a_report_have_an_english_name() -> None:
    """Names are as the extractor reads them, a few of them cut short."""
    figures = extract_figures(load_report(LINLAN))
    named = [figure for figure in figures if load_glossary().english(figure.indicator)]
    assert len(named) >= 0.75 * len(figures)


def test_asking_words_stay_outside_of_names() -> None:
    """A name that held "how many" or "last year" would hide what a question asks for."""
    asking = re.compile(r"\b(?:how (?:many|much)|what|which|this year|last year|next year)\b|多少")
    hidden = [
        (term.zh, name)
        for term in load_glossary().terms
        for name in (*_names(term, "zh"), *_names(term, "en"))
        if asking.search(name.lower())
    ]
    assert hidden == []


def test_everyday_words_lead_to_the_words_of_reports() -> None:
    found = load_glossary().everyday("How many folks were evacuated from 城里 to the countryside?")
    words = [set(one.words) for one in found]
    assert any("居民" in one or "群众" in one for one in words)  # folks
    assert any("转移" in one for one in words)  # evacuated, kept as evacuate
    assert any("城镇" in one for one in words)
    assert all(one.start < one.end for one in found)


def test_a_form_within_a_longer_word_hides_no_word_s_base_form() -> None:
    """ "Handled online" is a word of its own; "handled" is still handle."""
    glossary = load_glossary()
    handled = [one.words for one in glossary.everyday("handled")]
    assert handled == [one.words for one in glossary.everyday("handle")]
    assert [one.words for one in glossary.everyday("handled online")] != handled


def test_everyday_words_name_nothing() -> None:
    glossary = load_glossary()
    assert glossary.english("城里") is None
    assert glossary.find("folks") == ()

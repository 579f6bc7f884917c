"""One name that stands for two: 城乡居民收入 asks for that of the towns and of the country."""

from __future__ import annotations

import re

from assistant.answers.extremes import first_or_last
from assistant.answers.sides import Compose
from assistant.answers.statement import merged
from assistant.models import Answer, Status
from assistant.questions.question import Form, Question
from assistant.questions.understanding import understand
from corpus.figures.bundles import SEVERAL_IN_ONE

_NO_SUM = "(?!的?(?:比(?![去上前]年|20)|之比|差|倍差|绝对差))"
# What bundles, and how each of the two is asked for alone
_BUNDLES = (
    # 去年城乡居民收入多少, but not 城乡居民收入比
    (
        re.compile(
            f"城乡(?=(?:居民)?(?:人均)?(?:可支配)?收入{_NO_SUM})(?!.*差距)(?<!差距[:：]城乡)"
        ),
        SEVERAL_IN_ONE["城乡"],
    ),
    (re.compile("存贷款?(?=余额)|(?<![\u4e00-\u9fff])存贷款(?!比)"), SEVERAL_IN_ONE["存贷款"]),
    (
        re.compile(r"\bdeposits and loans\b(?! ratio)", re.IGNORECASE),
        ("bank deposits", "outstanding loans"),
    ),
    (
        re.compile(r"\bloans and deposits\b(?! ratio)", re.IGNORECASE),
        ("outstanding loans", "bank deposits"),
    ),
    # 三次产业里哪个增长最快, but not 三次产业结构
    (
        re.compile(
            "(?:三次产业|第?一、?二、?三次?产业?|三大产业)"
            "(?!的?(?:增加值)?(?:结构|比例|比重|占比|构成|融合|之比))"
            "(?:增加值)?(?:[之当]?[里中])?[,，]?(?:的?哪(?:一?个|一?次)?(?:产业)?|谁)?"
        ),
        tuple(one + "增加值" for one in SEVERAL_IN_ONE["一二三产业"]),
    ),
    # farming, industry or services: (which grew fastest)
    (
        re.compile(
            r"\b(?:farming|agriculture),? (?:industry|manufacturing),? (?:or|and) services\b:?",
            re.IGNORECASE,
        ),
        tuple(f"value added of the {one} industry" for one in ("primary", "secondary", "tertiary")),
    ),
    (
        re.compile(
            r"\b(?:which (?:one )?of )?(?:the|its|all) three (?:main |broad |economic |big )*"
            r"(?:sectors|industries)(?: of (?:the|its) (?:\w+ )?economy)?\b",
            re.IGNORECASE,
        ),
        tuple(f"value added of the {one} industry" for one in ("primary", "secondary", "tertiary")),
    ),
)


def by_bundle(question: Question, compose: Compose) -> Answer | None:
    """The figures of each of the two that one name bundles; None where not both have some."""
    for bundle, each in _BUNDLES:
        if not bundle.search(question.text):
            continue
        asked = [understand(bundle.sub(one, question.text), question.language) for one in each]
        answers = [compose(one) for one in asked if one.form is Form.FIGURE]
        first = {one.figures[0].start for one in answers if one.figures}
        if len(first) == len(each) and all(one.status is Status.ANSWERED for one in answers):
            return merged(question.text, first_or_last(answers, question.text), ())
    return None

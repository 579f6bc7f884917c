"""Small reports made for a test, and the files that they come in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.figures import extract_figures
from corpus.models import Figure, Report
from corpus.report import parse_report

FRAME = """2022年{place}人民政府工作报告
——2022年1月10日在{place}第十届人民代表大会第二次会议上
{place}人民政府负责人 张三
各位代表：
现在，我代表人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。
一、2021年工作回顾
{review}
二、2022年工作安排
{plan}
"""
FILLER = "全年经济运行总体平稳，各项事业取得新的进步，人民生活持续改善。"

Read = Callable[..., list[Figure]]


def make_report(review: str = FILLER, plan: str = FILLER, place: str = "云山县") -> Report:
    return parse_report(FRAME.format(place=place, review=review, plan=plan), "test")


@pytest.fixture(scope="session")
def read() -> Read:
    """The figures of a sentence, said in the review of 2021 unless in the plan for 2022."""

    def figures(sentence: str, *, plan: bool = False, place: str = "云山县") -> list[Figure]:
        parts = {"plan": sentence} if plan else {"review": sentence}
        return list(extract_figures(make_report(**parts, place=place)))

    return figures

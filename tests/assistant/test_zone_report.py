"""The report of a development zone, given in spring: a quarter of the year is told already."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """望潮湾经济技术开发区2020年工作报告
——2020年4月20日在望潮湾经济技术开发区2020年工作会议上
各位代表、同志们：
现在，我报告2019年工作和2020年安排，请予审议。
一、2019年工作回顾
2019年，面对经贸摩擦和车市下滑等不利因素，全区实现地区生产总值142.8亿元，增长4.1%，没有完成增长7.5%的年初目标；财政总收入24.6亿元，下降3.2%；进出口总额96亿元，下降5.4%。
新增规模以上工业企业5家，退库2家，年末达到61家。茶园面积1.3万亩，干茶产量540吨，产值8200万元。户籍人口3.65万人。
化工新材料、海洋装备两大主导产业产值分别达到66.2亿元、41.7亿元。区图书馆项目全面竣工。空气质量优良天数268天，优良天数未完成275天的年度目标。
二、疫情防控和一季度情况
截至3月底，规模以上工业企业复工率100%，设立企业复工专班26个。
一季度全区地区生产总值28.4亿元，下降8.7%；财政总收入5.2亿元，下降17.3%；进出口总额19.8亿元，下降12.6%。
三、2020年主要目标
今年地区生产总值增长5%左右，财政总收入与上年持平，茶叶产值突破9000万元，空气质量优良天数达到270天以上，所有行政村集体经营性年收入达20万元以上。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("zone")), "zone.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # the zone by its short kind, its full one, and in English
        ("望潮湾开发区2019年地区生产总值是多少？", ["142.8亿元", "4.1%"]),
        ("望潮湾经济技术开发区去年进出口下降多少？", ["5.4%"]),
        ("What was the zone's GDP in the first quarter of 2020?", ["28.4亿元", "8.7%"]),
        # the year's figures are none of the quarter's, nor the other way round
        ("2019年财政总收入是多少？", ["24.6亿元", "3.2%"]),
        ("一季度财政总收入下降多少？", ["17.3%"]),
        ("2019年GDP增长目标和实际各是多少？", ["4.1%", "7.5%"]),
        # what there is at the year's end, not what left
        ("规上工业企业现在有多少家？", ["61家"]),
        # worth, and no mu of land
        ("去年茶叶产值有多少？", ["8200万元"]),
        ("What is the 2020 target for tea output value?", ["突破9000万元"]),
        ("区里的户籍人口是多少？", ["3.65万人"]),
        ("疫情期间复工率多少？", ["100%"]),
    ],
)
def test_a_figure_is_of_its_own_time_and_thing(ask: Ask, question: str, figures: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert [one.reported.text for one in answer.figures] == figures, answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("一季度GDP是多少？", "2020年一季度地区生产总值"),
        (
            "How much did imports and exports fall in the first quarter?",
            "the first quarter of 2020",
        ),
    ],
)
def test_a_figure_of_a_quarter_is_told_as_one(ask: Ask, question: str, words: str) -> None:
    assert words in ask(question).text


def test_who_names_a_wrong_number_is_told_the_years_end(ask: Ask) -> None:
    answer = ask("Is it true that the zone had 70 industrial enterprises above designated size?")
    assert "61" in answer.text
    assert answer.text.startswith("The report says otherwise")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # a list that its number closes
        ("望潮湾的两大主导产业是什么？", "化工新材料、海洋装备"),
        # and no line that tells when the report was given
        ("2019年经济面临哪些不利因素？", "经贸摩擦和车市下滑"),
        # what is taken for granted: not yet done, done already, met
        ("区图书馆现在还只是刚开工，预计哪年建好？", "全面竣工"),
        ("Now that every village collective earns over 200,000 yuan a year, what next?", "target"),
        ("The zone met its target of 275 good-air days in 2019, didn't it?", "268"),
    ],
)
def test_what_a_question_is_told_in_words(ask: Ask, question: str, words: str) -> None:
    assert words in ask(question).text


def test_whether_a_target_was_met_is_of_its_year(ask: Ask) -> None:
    told = [one.reported.text for one in ask("2019年优良天数目标完成了吗？").figures]
    assert sorted(told) == ["268天", "275天"]

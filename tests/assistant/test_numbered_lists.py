"""Lists that run on in their paragraph, ends of plans, and what a value is compared with."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.assistant.conftest import open_text

REPORT = """2026年棉川省政府工作报告
——2026年1月20日在棉川省第十四届人民代表大会第四次会议上
省长 王立
各位代表：
现在，我代表省人民政府，向大会报告工作，请予审议。
一、“十四五”时期工作回顾
这是综合实力跃升的五年。全省地区生产总值达到8697.5亿元，较“十三五”末的6323.1亿元增加2374.4亿元。\
高技术产业投资年均增长13.4%，铁路运营总里程突破4200公里。玉米、青贮玉米产量从全国第6位、第3位双双跃居第1位。
刚刚过去的2025年，全省上下顺利完成目标任务。地区生产总值增长5.6%。扣除房地产开发投资后，固定资产投资增长3.7%。\
86个省列重大项目完成投资1329亿元、超年度计划18%。规上工业营业收入2628亿元、利润187.5亿元。\
天然气产量318万吨、连续6年稳居全国第一。\
进出口总额增长8.4%，出口逆势增长11.3%。新登记各类经营主体16.2万户。\
3.6万个困难家庭享受水费补贴。
二、“十五五”时期主要目标任务
常住人口城镇化率提升至66.5%，森林覆盖率达到23.5%。
三、2026年重点工作
（一）扩大有效需求
落实提振消费专项行动，社会消费品零售总额增长4%左右，常住人口城镇化率提高到61%。
（二）保障和改善民生
促进高质量充分就业。开展技能培训，城镇新增就业26万人。
持续办好民生实事。一是在城区增补义务教育学位2万个。支持薄弱学校改善条件。二是建设90个乡镇养老服务中心。\
三是免费为8000名老人做白内障手术。四是加装电梯300部。让群众从一桩桩民生实事中得到实惠，生活一年更比一年好。
"""


@pytest.fixture(scope="module")
def mianchuan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Over a province's report with a list of deeds that runs on in one paragraph."""
    return open_text(tmp_path_factory.mktemp("mianchuan"), "mianchuan-2026.txt", REPORT)


@pytest.mark.parametrize(
    "question", ["今年给群众办哪些实事?", "2026年的民生实事有哪些?", "四件民生实事是什么?"]
)
def test_a_list_within_a_paragraph_is_told_item_by_item(
    mianchuan: Assistant, question: str
) -> None:
    quotes = [one.quote for one in mianchuan.invoke(question).citations]
    assert [quote[:2] for quote in quotes] == ["一是", "二是", "三是", "四是"]
    assert quotes[0].endswith("支持薄弱学校改善条件。")
    assert quotes[-1] == "四是加装电梯300部。"


@pytest.mark.parametrize(
    ("question", "told", "silent"),
    [
        ("到“十五五”末常住人口城镇化率要达到多少?", "66.5%", "61%"),
        ("十五五期末森林覆盖率目标是多少?", "23.5%", "66.5%"),
        ("“十三五”末的地区生产总值是多少?", "6323.1亿元", "8697.5"),
        ("全省GDP是多少?", "8697.5亿元", "6323.1"),
        ("省列重大项目完成投资多少亿元?", "1329亿元", "18%"),
        ("规上工业企业去年一共赚了多少利润?", "187.5亿元", "2628"),
        ("去年规模以上工业企业利润有多少?", "187.5亿元", "2628"),
        ("天然气产量全国第一保持几年了?", "连续6年", "318"),
        ("“十四五”高技术产业投资平均每年增长多少?", "13.4%", "3.7%"),
        ("铁路运营里程超过4200公里了吗?", "4200公里", "没有说明"),
        ("青贮玉米产量排全国第几?", "第1位", "第3位"),
        ("去年外贸增长多少?", "8.4%", "11.3%"),
        ("Exports fell by 11.3% last year, right?", "otherwise", "8.4%"),
        ("去年新登记经营主体多少户?", "16.2万户", "没有说明"),
        ("去年固定资产投资增长多少?", "扣除房地产开发投资后的固定资产投资增长3.7%", "1329"),
    ],
)
def test_the_year_and_the_measure_asked_for_are_told(
    mianchuan: Assistant, question: str, told: str, silent: str
) -> None:
    text = mianchuan.invoke(question).text
    assert told in text
    assert silent not in text


def test_who_asks_of_the_move_is_told_what_it_is_compared_with(mianchuan: Assistant) -> None:
    text = mianchuan.invoke("地区生产总值从多少增加到多少?").text
    assert "8697.5亿元" in text
    assert "6323.1亿元" in text


def test_three_great_battles_are_not_any_three_things(mianchuan: Assistant) -> None:
    assert mianchuan.invoke("三大攻坚战有哪些?").status == "not_in_report"


@pytest.mark.parametrize(
    "question",
    [
        "“十五五”高技术产业投资年均增长多少?",  # achieved in the plan before
        "每户能领多少水费补贴?",  # told is how many families
    ],
)
def test_a_figure_of_another_plan_or_of_another_unit_is_not_told(
    mianchuan: Assistant, question: str
) -> None:
    assert mianchuan.invoke(question).figures == ()

"""What a printed report tells in passing: in footnotes, in captions, quarter by quarter."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Answer, Status
from tests.assistant.conftest import REPORTS, Ask, open_over, open_text

REPORT = """政府工作报告
——2021年1月12日在明港市第十七届人民代表大会第五次会议上
明港市人民政府市长 郭临川

各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。

一、2020年工作回顾
全市地区生产总值912.4亿元，增长3.1%，一至四季度累计增速分别为-4.6%、0.2%、1.9%、3.1%。社会消费品零售总额381.5亿元，下降2.4%。面对14号台风“海葵”②正面袭击，全市上下众志成城。
选派36名医护人员驰援武汉。减免国有房屋租金3460万元，惠及企业2150家。接待游客816.2万人次、旅游收入73.4亿元，分别下降31.5%、35.2%。
装备制造、绿色食品、新材料三大产业产值分别达到315.6亿元、128.3亿元、64.9亿元。明港重工年产值突破百亿元，成为我市首家百亿级企业。
图2 2020年三大主导产业产值（略）
市人大票决的12件民生实事，11件如期完成。五年来，累计减贫4120户、11306人，26个省定贫困村全部退出。港口货物吞吐量完成5240万吨。
社会消费品零售总额未能实现年初增长7%的目标。航空物流园二期③通过验收。

二、2021年工作安排
地区生产总值增长7%左右，到2025年达到1400亿元以上。总投资9.6亿元的5万吨级散货码头上半年取得用海批复、年底开工。
—————
② “海葵”：9月3日在我市登陆，全市提前转移18400人，召回渔船920艘；直接经济损失1.9亿元。
③ 航空物流园二期：规划面积2.16平方公里，以冷链仓储为主。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("printed")), "minggang.txt", REPORT)
    return lambda question: held.invoke(question)


def told(answer: Answer) -> list[str]:
    return [figure.text for figure in answer.figures]


FIGURES = [
    # a part of the year, and the whole
    ("2020年一季度GDP下滑了多少?", ["-4.6%"]),
    ("How much did the economy shrink in the first quarter of 2020?", ["-4.6%"]),
    ("前三季度经济增长多少?", ["1.9%"]),
    ("2020年GDP增速是多少?", ["3.1%"]),
    # what stands in a footnote
    ("台风海葵造成多少损失?", ["1.9亿元"]),
    ("How many people were evacuated before the typhoon struck?", ["18400人"]),
    ("How large is the second phase of the aviation logistics park?", ["2.16平方公里"]),
    # what a sum is of is named behind it, with a number of its own
    ("How much will the 50,000-tonne bulk cargo terminal cost?", ["9.6亿元"]),
    # everyday words
    ("有多少人来我们这儿玩?", ["816.2万人次", "31.5%"]),
    ("来旅游的人花了多少钱?", ["73.4亿元", "35.2%"]),
    ("派出多少医生和护士?", ["36名"]),
    ("给商户免了多少房租?", ["3460万元"]),
    ("How much cargo passed through the port?", ["5240万吨"]),
    ("How many households escaped poverty over the five years?", ["4120户", "11306人"]),
    ("十四五末GDP要达到多少?", ["1400亿元以上"]),
    ("民生实事按时办完了几件?", ["11件"]),
    ("社零年初定的目标和最终结果分别是多少?", ["381.5亿元", "2.4%", "7%"]),
]


@pytest.mark.parametrize(("question", "figures"), FIGURES)
def test_the_figure_asked_for_and_no_other(ask: Ask, question: str, figures: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert set(told(answer)) == set(figures)


def test_a_number_taken_for_granted_is_set_right(ask: Ask) -> None:
    assert "26个省定贫困村全部退出" in ask("一共有30个省定贫困村摘帽，对吧？").text


def test_who_was_the_first(ask: Ask) -> None:
    assert "明港重工" in ask("全市第一家百亿级企业是谁?").text


def test_a_caption_is_no_answer(ask: Ask) -> None:
    answer = ask("What are the three leading industries?")
    assert "装备制造、绿色食品、新材料" in answer.text


def test_a_cell_s_unit_stands_before_its_bound(tmp_path: Path) -> None:
    held = open_over(tmp_path, REPORTS / "canglan-2021.txt")
    assert "7,000万吨以上" in held.invoke("港口今年的货物吞吐量目标是多少?").text
    told = held.invoke("What is the port's 2021 cargo throughput target?").text
    assert "70 million tonnes or above (7,000万吨以上)" in told

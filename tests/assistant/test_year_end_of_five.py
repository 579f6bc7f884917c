"""A report given in December under that year's title: it looks back on five years and on one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.verify import verify
from assistant.verifying.verification import Verdict
from tests.assistant.conftest import Ask, open_text

TEXT = """政府工作报告（2016年）
——2016年12月20日在云岭县第十七届人民代表大会第一次会议上
云岭县人民政府县长 张三
各位代表：
现在，我代表县人民政府向大会作政府工作报告，请予审议，并请县政协委员提出意见。
一、过去五年工作回顾
（一）综合实力跃上新台阶
预计（下同）2016年全县完成地区生产总值88.7亿元，五年年均增长10.1%；城镇居民人均可支配收入22746元，农村居民人均可支配收入9318元，比2011年分别增加8886元和4583元。
（二）产业发展打出新品牌
五年新扩茶叶11.5万亩，总面积达到32.8万亩，今年总产量46.5万吨，其中网销茶叶4.2万吨。“云岭茶叶”在全国农产品区域品牌中排第14位，今年出口3.1万吨，创汇2460万美元。2016年接待游客318.5万人次、实现旅游收入19.8亿元，分别是2011年的3.3倍和3.8倍。
（三）基础设施实现新突破
云岭高速2014年11月建成通车，境内里程48.6公里；备受关注的岭梧高速全长37.2公里、概算总投资41.3亿元，今年9月开工。
（四）民生福祉得到新提升
建教师周转房1240套。今年高考本科二批以上上线1023人。今年易地扶贫搬迁986户3642人。
刚刚过去的2016年，是本届政府的收官之年。全年地区生产总值增长8.2%；城镇、农村居民人均可支配收入分别增长8.7%、10.6%；旅游人次、旅游收入分别增长24.3%、28.6%。
在肯定成绩的同时，我们也清醒地看到，还存在不少困难和问题：今年地区生产总值增速低于年初目标0.8个百分点。
二、今后五年的奋斗目标
到2021年，地区生产总值突破130亿元；旅游业力争云岭山2019年创成国家5A级景区，年接待游客600万人次。
三、2017年工作安排
主要预期目标是：地区生产总值增长8.5%；接待游客370万人次。全年减少贫困人口1.26万人、34个贫困村出列。
打好防控持久战，茶叶病株率控制在0.5%以内。启动总投资6.2亿元、占地420亩的云岭茶叶物流交易中心建设。关停岭水沿岸500米范围内规模养殖场63家。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(Path(tmp_path_factory.mktemp("five")), "five.txt", TEXT)


@pytest.fixture(scope="module")
def ask(held: Assistant) -> Ask:
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("今年全县GDP估计能有多少？", ["2016年地区生产总值预计为88.7亿元"]),
        ("2016年经济增速是多少？", ["2016年地区生产总值增长8.2%"]),
        ("2016年农民人均收入多少？", ["9318元"]),
        ("今年茶叶收了多少吨？", ["46.5万吨"]),
        ("明年计划让多少人脱贫？", ["1.26万人"]),
        ("2017年要接待的游客比今年多还是少？", ["318.5万人次", "370万人次"]),
        ("明年茶叶的发病率要压到什么水平？", ["0.5%"]),
        ("Which grew faster in 2016, urban or rural incomes?", ["8.7%", "10.6%"]),
        ("How many tonnes of tea were exported this year?", ["31,000 tonnes"]),
        ("How long is the stretch of the Yunling expressway inside the county?", ["48.6"]),
        ("How many visitors a year does the county hope for by 2021?", ["6 million"]),
        ("How many teachers' flats were built over the five years?", ["1,240"]),
        ("How many students passed the undergraduate cut-off this year?", ["1,023"]),
        ("How much is the tea logistics and trading centre going to cost?", ["620 million"]),
        ("How many livestock farms along the Ling River are to be shut in 2017?", ["63"]),
    ],
)
def test_the_year_and_the_five_are_told_apart(ask: Ask, question: str, told: list[str]) -> None:
    answer = ask(question)
    assert all(one in answer.text for one in told), answer.text
    assert answer.text.count("\n") < len(told)


@pytest.mark.parametrize("question", ["2015年来了多少游客？", "What was the county's GDP in 2015?"])
def test_of_a_year_between_nothing_is_told(ask: Ask, question: str) -> None:
    assert not ask(question).figures


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("明年全县将有34个村退出贫困村行列，1.26万人脱贫。", Verdict.SUPPORTED),
        ("明年全县将有2.26万人脱贫。", Verdict.CONTRADICTED),
        ("The county took in 1.98 billion yuan from tourism in 2016.", Verdict.SUPPORTED),
        ("The county took in 2.98 billion yuan from tourism in 2016.", Verdict.CONTRADICTED),
        ("五年间云岭县地区生产总值年均增长10.1%。", Verdict.SUPPORTED),
    ],
)
def test_a_claim_is_held_against_its_own_year(
    held: Assistant, claim: str, verdict: Verdict
) -> None:
    assert verify(claim, held.store).verdict is verdict

"""A prefecture's report: of the whole, its parts, its works, and how far an aim was missed."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from tests.assistant.conftest import open_text

TEXT = """2032年青禾藏族自治州人民政府工作报告
——2032年1月16日在青禾藏族自治州第十六届人民代表大会第二次会议上
州人民政府州长 扎西
各位代表：
现在，我代表州人民政府向大会报告工作，请予审议。
一、2031年工作回顾
2031年，全州上下真抓实干，各项事业取得新进步。
地区生产总值完成318.6亿元，增长4.8%，增速居全省14个市州第5位，较上年前移2位。石渠县、白玉县地区生产总值增速分别达7.4%、6.9%，列八县前两位。
一般公共预算收入21.3亿元，增长6.2%，税收占比61.4%，提高1.7个百分点。
城镇、农村居民人均可支配收入分别达38640元、15210元，增长4.1%、7.3%。
总投资74.2亿元、全长58.7公里的青白高速公路全线开工。黑颈鹤越冬种群由2027年的210只恢复到352只。
完成农村饮水工程30处，受益人口5.2万人。现行标准下9.36万农村贫困人口全部脱贫。去年减少低保对象1.2万人，还有低保对象3.7万人。“十三五”时期财政收入年均增长百分之八点四。
石渠县麻塘藏族乡种植露天辣椒3200亩，亩均收入6850元；白玉县新合回族乡建成蔬菜大棚80座，新合乡单是辣椒就卖了1730万元。金溪回族自治县发展冷水鱼养殖，年产量4200吨。水泥产量131万吨，比上年下降6.4%。
二、存在的困难和问题
地区生产总值增速低于年初6%的预期目标1.2个百分点，进出口总额与年初增长8%的目标相差3.4个百分点。州委坚强领导，全州书记抓党建责任进一步压实。
三、2032年重点工作
今年主要预期目标是：地区生产总值增长5.5%左右；城镇、农村居民人均可支配收入分别增长5%和7%以上。
设立总规模15亿元的产业引导基金，首期到位4亿元。新建乡镇卫生院四所，新增床位260张。州职业学院新校区可容纳学生5000人。
"""


@pytest.fixture(scope="module")
def prefecture(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("prefecture"), "qinghe-2032.txt", TEXT)


def asked(prefecture: Assistant, question: str) -> Answer:
    return prefecture.invoke(Request(question=question, report="qinghe-2032"))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        # 全州 is the whole of the report's own place
        ("全州GDP去年有多少亿？", {"318.6亿元"}),
        ("全州经济增速在全省排第几？", {"第5位"}),
        # of the parts, not of the whole
        ("哪个县GDP增长最快？", {"7.4%"}),
        ("Which county's GDP grew fastest?", {"7.4%"}),
        # those left, not those that went; a percentage in words
        ("还剩多少低保对象？", {"3.7万人"}),
        # whose income, with the year between; and two that share a head
        ("农民去年人均收入有多少钱？", {"15210元"}),
        ("What is the 2032 growth target for urban and rural incomes?", {"5%", "7%以上"}),
        # how far a share moved, and how far an aim was missed
        ("税收在财政收入里的占比提高了几个点？", {"1.7个百分点"}),
        ("GDP增速离年初目标差多少？", {"1.2个百分点", "4.8%", "6%"}),
        ("How far off its 2031 target was GDP growth?", {"1.2个百分点", "4.8%", "6%"}),
        ("进出口总额和年初的目标差多少？", {"3.4个百分点"}),
        # a road's cost and its length
        ("What was the total cost of the Qingbai expressway?", {"74.2亿元"}),
        ("青白高速有多长？", {"58.7公里"}),
        ("黑颈鹤现在有多少只？", {"352只"}),
        ("产业引导基金首期到位多少？", {"4亿元"}),
        ("多少农村贫困人口脱了贫？", {"9.36万"}),
        # of a township, told of in the clause before, or by its short name
        ("麻塘藏族乡的辣椒一亩能挣多少？", {"6850元"}),
        ("新合回族乡的辣椒卖了多少钱？", {"1730万元"}),
        ("金溪回族自治县的冷水鱼年产量是多少？", {"4200吨"}),
        (
            "How much cold-water fish does Jinxi Hui Autonomous County (金溪回族自治县) produce?",
            {"4200吨"},
        ),
    ],
)
def test_what_is_asked_is_told(prefecture: Assistant, question: str, texts: set[str]) -> None:
    told = {figure.text for figure in asked(prefecture, question).figures}
    assert texts <= told
    assert not told & {"14个", "5000人", "5.2万人"}


@pytest.mark.parametrize(
    "question",
    [
        "全州常住人口有多少？",  # 受益人口 is another
        "How many people live in the prefecture?",
        "州委书记叫什么名字？",
        "Which county had the highest retail sales?",
    ],
)
def test_what_the_report_does_not_say_is_refused(prefecture: Assistant, question: str) -> None:
    assert asked(prefecture, question).status is Status.NOT_IN_REPORT


def test_a_second_question_is_not_told_of_another_school(prefecture: Assistant) -> None:
    told = {one.text for one in asked(prefecture, "今年建几所卫生院，能招多少孩子？").figures}
    assert "四所" in told
    assert "5000人" not in told


def test_what_fell_is_not_told_to_have_risen(prefecture: Assistant) -> None:
    told = asked(prefecture, "Why did the cement industry boom, with output up 6.4% in 2031?")
    assert told.text.startswith("The report says otherwise")
    assert {one.indicator for one in told.figures} == {"水泥产量"}

"""A report of the whole country's government: 全国 is its own place, and no wider one."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from tests.assistant.conftest import open_text

TEXT = """政府工作报告
——2031年3月5日在第十七届全国人民代表大会第三次会议上
各位代表：
现在，我代表国务院，向大会报告政府工作，请予审议，并请全国政协委员提出意见。
一、2030年工作回顾
过去一年，国内生产总值达到182.4万亿元，比上年增长4.6%；粮食产量7.12亿吨，连续9年增产；城镇新增就业1263万人。
全年汽车销售3120万辆，增长3.8%。新建铁路投入运营3106公里，新增发电装机3.2亿千瓦。全部工业增加值达到39.7万亿元。个体工商户1.14亿户，受益的小微企业和个体工商户达86万户。开工（筹集）保障性租赁住房265万套（间），超过年初计划25万套。人均国内生产总值12.9万元。
全国城镇调查失业率4月份冲高至6.1%，年末回落到5.3%。细颗粒物平均浓度29微克/立方米，比上年下降3.3%，较2025年的40微克/立方米下降27.5%。
在210个县开展新型农村社会养老保险试点。中央财政用于“三农”的支出2.6万亿元，其中教育支出3100亿元。全国社会保障基金积累3.4万亿元，增长6.1%。
各位代表！成绩来之不易，我们也清醒看到前进道路上的困难，必须坚定信心、埋头苦干。
二、2031年工作安排
国内生产总值增长4.5％左右；城镇登记失业率控制在4.8％以内；居民消费价格涨幅2％左右。
今年拟安排财政赤字56000亿元，其中中央财政赤字48000亿元；广义货币M2增长目标为7％左右。
拟安排地方政府专项债券4.6万亿元、比去年增加1800亿元。国防支出增长7.3%。
个人所得税专项附加扣除标准由每月1000元提高到1500元。力争规模以上工业增加值增长4.6%左右（去年增长3.7%）。
各项工作都要抓细抓实，把钱花在刀刃上，努力实现全年目标任务，不辜负人民期待。
"""


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("nation"), "nation-2031.txt", TEXT)


def asked(nation: Assistant, question: str) -> Answer:
    return nation.invoke(Request(question=question, report="nation-2031"))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("2030年全国经济总量有多大？", {"182.4万亿元"}),
        ("2030年中国的GDP增速是多少？", {"4.6%"}),
        ("去年我国打了多少粮食？", {"7.12亿吨"}),
        ("How many cars were sold in China in 2030?", {"3120万辆"}),
        ("全国社会保障基金有多少积累？", {"3.4万亿元"}),
        ("去年新农保在几个县试点？", {"210个"}),
        (
            "How much did the central budget spend on farmers and the countryside last year?",
            {"2.6万亿元"},
        ),
        ("2031年货币供应量打算增长多少？", {"7％左右"}),
        ("What is the ceiling for the jobless rate in 2031?", {"4.8％以内"}),
        ("国家去年人均GDP是多少？", {"12.9万元"}),
        ("军费今年涨多少？", {"7.3%"}),
        ("How much will defence spending go up this year?", {"7.3%"}),
        ("今年专项债打算发多少，比去年多发多少？", {"4.6万亿元", "1800亿元"}),
    ],
)
def test_the_whole_country_is_its_own_place(
    nation: Assistant, question: str, texts: set[str]
) -> None:
    assert texts <= {figure.text for figure in asked(nation, question).figures}


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("去年全国失业率是多少？", {"5.3%"}),
        ("去年PM2.5浓度降了百分之几？", {"3.3%"}),
        ("全国有多少个体户？", {"1.14亿户"}),
        ("个税专项附加扣除标准提高到多少？", {"1000元", "1500元"}),
        ("保租房去年实际开工数和计划比，多了还是少了？", {"25万套"}),
        (
            "Is this year's goal for industrial value added above what was achieved last year?",
            {"4.6%左右", "3.7%"},
        ),
    ],
)
def test_no_other_figure_stands_beside_the_one_asked_for(
    nation: Assistant, question: str, texts: set[str]
) -> None:
    assert {figure.text for figure in asked(nation, question).figures} == texts


@pytest.mark.parametrize("question", ["2030年北京市GDP是多少？", "浙江省2030年粮食产量多少？"])
def test_a_province_is_not_the_country(nation: Assistant, question: str) -> None:
    assert asked(nation, question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    "question",
    [
        "粮食已经连增几年了？",
        "粮食产量连续增产几年了？",
        "How many consecutive years has grain output risen?",
    ],
)
def test_years_in_a_row_are_no_level_of_what_went_on(nation: Assistant, question: str) -> None:
    answer = asked(nation, question)
    assert {figure.text for figure in answer.figures} == {"9年"}
    assert "连续9年增产" in answer.text
    assert "came to 9 years" not in answer.text


def test_what_is_planned_to_be_set_aside_is_called_by_its_name(nation: Assistant) -> None:
    answer = asked(nation, "今年财政赤字安排多少？")
    assert [(one.indicator, one.text) for one in answer.figures] == [("财政赤字", "56000亿元")]


@pytest.mark.parametrize(
    "question",
    [
        "How many kilometres of the new railway opened in 2030 were metro lines?",
        "Of the power capacity added in 2030, how much was solar?",
    ],
)
def test_the_whole_is_no_answer_to_how_much_of_it_was_of_one_sort(
    nation: Assistant, question: str
) -> None:
    answer = asked(nation, question)
    assert answer.status is Status.NOT_IN_REPORT
    assert not answer.figures

"""A large city's report: circumstances, records, and works named by the stage they are at."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from tests.assistant.conftest import open_text

TEXT = """2034年岚江市政府工作报告
——2034年1月16日在岚江市第六届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。
一、2033年工作回顾
一年来，全市上下迎难而上，经济运行稳中有进，高质量发展迈出坚实步伐。
——全力稳投资。建成投用岚江北站、江北环线高速、柳湾水厂等86个市级重点项目，招商引资签约项目数与合同额分别增长14.2%、9.7%，临港产业园新签约产业项目52个、总投资318亿元。
——全力稳外贸。外贸进出口在对美贸易下降近三成的情况下增长8.4%，中欧班列（岚江）通达欧亚90多个城市，新能源汽车产量达到36.5万辆。
——全力保民生。全年新增6.3万青年留岚来岚，建成老年食堂214个，基本养老保险参保人数达到583万人，三甲医院达到14家。
——全力兴农业。粮食产量创16年新高，生猪出栏412万头，成功创建石鼓山世界地质公园。
二、2034年工作安排
今年经济社会发展主要预期目标是：地区生产总值增长6%左右，进出口总值增长4%，单位地区生产总值二氧化碳排放下降3.4%。力争到2038年，全社会研发经费投入强度达到3.1%。
扩大有效投资。提速建设南山水库、岚黔铁路等项目，开工江南至柳湾高速、石鼓水库、城东变电站等项目，推动老机场迁建、滨江大桥等一批重大项目开工建设，建成地铁5号线二期等项目。
各位代表！让我们团结奋斗，为实现全年目标任务而努力。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("city"), "lanjiang-2034.txt", TEXT)


def asked(city: Assistant, question: str) -> Answer:
    return city.invoke(Request(question=question, report="lanjiang-2034"))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("去年外贸增长多少？", {"8.4%"}),
        ("How fast did foreign trade grow in 2033?", {"8.4%"}),
        ("How much did trade with the US fall?", {"近三成"}),
        ("今年进出口目标比去年实际低吗？", {"8.4%", "4%"}),
        ("去年有多少年轻人留在岚江或来了岚江？", {"6.3万"}),
        ("How many people are in the basic pension scheme?", {"583万人"}),
        ("How many canteens for old people were built?", {"214个"}),
        ("How much did the contract value of signed investment deals go up?", {"9.7%"}),
        ("What R&D spending ratio does the city want by 2038?", {"3.1%"}),
        ("How much should CO2 per unit of GDP fall this year?", {"3.4%"}),
        ("三甲医院一共有多少家？", {"14家"}),
        ("How many new energy vehicles did it make in total?", {"36.5万辆"}),
    ],
)
def test_what_is_asked_is_told_and_nothing_else(
    city: Assistant, question: str, texts: set[str]
) -> None:
    answer = asked(city, question)
    assert answer.status is Status.ANSWERED
    assert {figure.text for figure in answer.figures} == texts


@pytest.mark.parametrize(
    "question",
    [
        "去年中欧班列（岚江）开行了多少列？",
        "去年一共生产了多少辆汽车？",
        "How many cars did the city make in total, petrol ones included?",
    ],
)
def test_another_thing_or_only_one_kind_of_it_is_no_answer(city: Assistant, question: str) -> None:
    assert not asked(city, question).figures


@pytest.mark.parametrize(
    "question",
    ["粮食产量创新高了吗？", "Was the grain harvest a record?", "粮食产量创多少年新高？"],
)
def test_a_record_is_told_in_the_words_that_tell_it(city: Assistant, question: str) -> None:
    answer = asked(city, question)
    assert "创16年新高" in answer.text
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("今年要开工哪些大项目？", ["江南至柳湾高速", "滨江大桥"], ["南山水库", "5号线"]),
        ("Which big projects will start construction this year?", ["石鼓水库"], ["岚黔铁路"]),
        ("去年建成投用的重点交通项目有哪些？", ["岚江北站", "柳湾水厂"], ["318亿元"]),
        ("今年要建成哪些项目？", ["地铁5号线二期"], ["石鼓水库", "南山水库"]),
    ],
)
def test_works_are_told_by_the_stage_asked_for(
    city: Assistant, question: str, told: list[str], untold: list[str]
) -> None:
    answer = asked(city, question)
    assert all(one in answer.text for one in told)
    assert not any(one in answer.text for one in untold)


def test_a_place_that_became_something_is_no_rank(city: Assistant) -> None:
    assert "石鼓山世界地质公园" in asked(city, "Which place became a global geopark?").text

"""A district's report in which neighbours are easily confused: lines, editions, sub-districts."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import REPORTS, open_over


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("liuxi"), REPORTS / "liuxi-2025.md")


TOLD = [
    # a sub-district's works stay its own behind a semicolon, and the quote says whose they are
    ("全区建成社区食堂几家？", "23家", "5家"),
    ("柳塘街道建成社区食堂几家？", "柳塘街道社区食堂5家", "23家"),
    # what is short is not what is added
    ("学位还缺多少？", "1200个", "4200个"),
    ("How many school places is the district still short of?", "1,200", "1350"),
    # how far a rank moved is not which it is
    ("GDP增速排名前进了几位？", "前移5位", "居全市第3位[1]"),
    ("How many places did its GDP growth ranking climb?", "前移5位", "No. 3"),
    # numbered things
    ("地铁8号线什么时候通车？", "2029年建成通车", "5号线"),
    ("首届咖啡节吸引了多少游客？", "36万人次", "不"),
    ("How many stations does the second phase of Line 5 have?", "7 (7座)", "11.2"),
    # a total over three years is no year's, and is told with its years
    ("改造老旧小区目标是多少？", "分三年18个", "2025年改造"),
    ("How many old residential communities are to be renovated?", "over three years (分三年)", "6"),
    # whose output, of whom and how long, of what a part
    ("光电信息产业今年目标产值多少？", "在“一要做强光电信息产业”部分", "12亿元"),
    ("低保标准每月多少钱？", "每人每月900元", "30元"),
    ("How much is the subsistence allowance?", "900 yuan a person a month", "30 yuan"),
    # an aim without a number
    ("一般公共预算收入今年目标多少？", "止跌回稳", "52.3"),
    ("What is the target for general public budget revenue in 2025?", "止跌回稳", "52.3"),
    ("居民收入今年目标是多少？", "与经济增长基本同步", "58620"),
    # nobody died
    ("暴雨死了多少人？", "报告指出：“成功应对", "没有这样说"),
    ("How many people died in the rainstorm?", "零伤亡", "does not say"),
    # whether a target was exceeded: both sides, with the word that makes one an aim
    ("工业投资超过目标了吗？", "下降3.2%", "12.6%"),
    ("Did industrial investment exceed its target?", "8%", "12.6%"),
    ("脱贫群众收入今年增长多少？", "8%以上", "6.4%"),
]


@pytest.mark.parametrize(("question", "told", "silent"), TOLD)
def test_the_one_asked_for_is_told_and_its_neighbour_is_not(
    district: Assistant, question: str, told: str, silent: str
) -> None:
    text = district.invoke(question).text
    assert told in text
    assert silent not in text


@pytest.mark.parametrize(
    "question",
    [
        "地铁5号线什么时候通车？",
        "When will Metro Line 5 open?",
        "第二届咖啡节吸引了多少游客？",
        "How many visitors did the second coffee festival draw?",
        "地铁8号线有多长？",
        # of the accumulated nineteen the report gives a share, and of the new ones none
        "新增总部占全市多少？",
        "哪些区领导受到处分？",
    ],
)
def test_what_only_a_neighbour_has_is_not_told(district: Assistant, question: str) -> None:
    assert district.invoke(question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("柳塘街道建成社区食堂几家？", "柳塘街道"),
        ("税收占比多少？", "一般公共预算收入"),
        ("工业投资超过目标了吗？", "8%的目标"),
        ("改造老旧小区目标是多少？", "分三年共"),
    ],
)
def test_the_quote_holds_what_the_sentence_says(
    district: Assistant, question: str, held: str
) -> None:
    quotes = [one.quote for one in district.invoke(question).citations]
    assert any(held in quote for quote in quotes)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Over a county's report saved as a web page, with poverty relief and a second festival."""
    return open_over(tmp_path_factory.mktemp("yunbo"), REPORTS / "yunbo-2020.txt")


COUNTY = [
    ("How many more visitors did the second apple-picking festival draw than the first?", "21,000"),
    ("Where did the poverty incidence stand at the end of 2015?", "24.6%"),
    ("Why did spending on hospitality, cars and trips (三公经费) rise in 2019?", "fell by 13.5%"),
    ("2020年报告承认哪几项指标没完成年初预期?", "3项指标没有完成年初预期目标"),
    ("How much did the county cut in hidden government debt in 2019?", "195 million yuan"),
    ("去年沄泊县自己掏了多少扶贫钱?", "4600万元"),
    ("苹果、马铃薯、中药材2019年各产了多少?", "24.6万吨"),
]


@pytest.mark.parametrize(("question", "told"), COUNTY)
def test_a_county_page_asked_in_other_words(county: Assistant, question: str, told: str) -> None:
    assert told in county.invoke(question).text


@pytest.mark.parametrize(
    "question",
    [
        # pupils brought back to school are no school's pupils, nor a contract a price
        "How many students does County No. 2 Middle School enrol?",
        "沄泊2019年苹果卖了多少钱一斤?",
    ],
)
def test_what_a_county_page_does_not_say(county: Assistant, question: str) -> None:
    assert county.invoke(question).status is Status.NOT_IN_REPORT

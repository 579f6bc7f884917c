"""Who asks for a name, a day, a price or a monthly sum is told that or nothing."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import open_each


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assistant]:
    """An assistant over each report, by its id."""
    return open_each(
        tmp_path_factory.mktemp("several"),
        "lancang-2024.txt",
        "lanhai-2025.md",
        "huaxia-2023.txt",
        "lanchuan-2012.html",
        "chacuo-2022.txt",
        "qingtuo-2023.txt",
    )


UNTOLD = [
    # the report dates only the start of construction
    ("lancang-2024", "When will the Yunping pumped storage station start generating power?"),
    ("lancang-2024", "云坪抽水蓄能电站什么时候发电？"),
    # how much floor space was sold is no price
    ("lanhai-2025", "What was the average price per square metre of new homes in 2024?"),
    # what they earned in the year, and others than they
    ("huaxia-2023", "What did migrant workers earn a month on average?"),
    # 国家5A级 names no country
    ("lanchuan-2012", "Which countries were the goods exported to?"),
    ("lanchuan-2012", "商品出口到哪些国家？"),
    # a prefecture's report was given by its own head
    ("chacuo-2022", "Who is the county magistrate?"),
    ("chacuo-2022", "Who is the county head of Chining County (赤宁县)?"),
    ("qingtuo-2023", "Which company is going to build the Longtang pumped-storage power station?"),
]


@pytest.mark.parametrize(("report", "question"), UNTOLD)
def test_what_stands_near_is_not_told_instead(
    several: dict[str, Assistant], report: str, question: str
) -> None:
    assert several[report].invoke(question).status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        ("lancang-2024", "云坪抽水蓄能电站什么时候开工？", "上半年开工"),
        ("chacuo-2022", "Who is the governor of the prefecture?", "才旦尼玛"),
    ],
)
def test_what_is_told_is_answered(
    several: dict[str, Assistant], report: str, question: str, told: str
) -> None:
    assert told in several[report].invoke(question).text


@pytest.mark.parametrize(
    "question",
    [
        "拿“蜗牛奖”的是哪几个项目?点名。",
        "Which projects got the Snail Award?",
        "How many sheep were lost to wolves in Huangma, and were the owners paid?",
        "拉动消费县里自己掏了多少钱？",
    ],
)
def test_a_count_names_nobody_and_what_others_took_was_not_paid(
    assistant: Assistant, question: str
) -> None:
    text = assistant.invoke(question).text
    assert "5个" not in text
    assert "376亿元" not in text
    assert "20.5亿元" not in text


def test_the_county_magistrate_gave_the_county_s_report(assistant: Assistant) -> None:
    assert "贾彧超" in assistant.invoke("Who is the county magistrate?").text

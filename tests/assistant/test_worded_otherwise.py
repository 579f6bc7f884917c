"""What is asked in the other language, or in words of one's own, finds the same figure."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import open_each

_NAMES = (
    "chacuo-2022.txt",
    "dongpu-2025.md",
    "hailing-2023.md",
    "haluntu-2024.html",
    "huaxia-2023.txt",
    "lanhai-2025.md",
    "meixi-2018.txt",
    "ningyu-2026.html",
    "pingzhang-2019.md",
    "tinglan-2017.docx",
    "yanxi-city-2023.txt",
    "zhiling-2023.txt",
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assistant]:
    """An assistant over each report, by its id."""
    return open_each(tmp_path_factory.mktemp("several"), *_NAMES)


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        # who was lifted out of poverty, not who was not yet (未脱贫人口)
        ("pingzhang-2019", "How many people were lifted out of poverty last year?", ["7,136"]),
        # "residents" does the complaining, complaints are counted
        ("haluntu-2024", "How many complaints did residents make about poor winter heating last "
         "year?", ["26,000"]),
        # more of it is connected, than nothing that it is held against
        ("haluntu-2024", "How much more wind and solar capacity do they plan to connect to the "
         "grid this year?", ["2.6 million"]),
        # of what village collectives earn, 集体经济 is no kind
        ("yanxi-city-2023", "How much did village collectives across the city take in altogether "
         "in 2022?", ["104 million"]),
        # the aim, the result, and how far it fell short
        ("lanhai-2025", "How big was the gap between actual fixed-asset investment growth last "
         "year and the target set at the start of the year?", ["6%", "3.1%", "2.9"]),
        ("huaxia-2023", "Did economic growth last year reach the target set at the start of the "
         "year, and what was the shortfall?", ["3.4%", "5.5%"]),
        ("zhiling-2023", "2022年经济实际增速跟年初定的差了多远？", ["4.6%", "7%以上"]),
        # 改造棚户区, where the question has 棚改
        ("tinglan-2017", "2017年棚改要改多少套？", ["2100套"]),
        ("dongpu-2025", "今年城里打算新添多少就业岗位？", ["1.9万人以上"]),
        # 梅西工业集中区 is no 产业园, of which the report has one
        ("meixi-2018", "梅西工业集中区去年税收进账多少？", ["0.94亿元"]),
        ("meixi-2018", "全运会上给县里拿牌的是谁，什么成绩？", ["陈晓岚"]),
        ("meixi-2018", "每千人医师数，咱县跟全省平均差多少？", ["0.34名"]),
        ("meixi-2018", "How long is the stretch of Provincial Road 214 from Shilong to Dayang "
         "that has opened?", ["28.4"]),
        # not the year that is named to keep it out
        ("meixi-2018", "Over the whole five years, how much money went into livelihood spending, "
         "not just in 2017?", ["9.15 billion"]),
        ("meixi-2018", "What did Meixi's total general public budget revenue come to in 2017?",
         ["1.427 billion"]),
        ("hailing-2023", "By how much did retail sales growth trail the provincial average?",
         ["1.1"]),
        ("hailing-2023", "How did R&D spending as a share of GDP move in 2022, in percentage "
         "points?", ["0.12"]),
        ("hailing-2023", "How much shipbuilding output, in deadweight tons, is planned for 2023?",
         ["5.3 million"]),
        ("hailing-2023", "港城区和沙洲县去年GDP各涨多少?", ["3.4%", "1.2%"]),
        ("hailing-2023", "港城区和临港新区今年分别要新增多少学位?", ["1.1万个", "0.9万个"]),
        # of the two places alone
        ("lanhai-2025", "Which has the bigger economy, Wangchao District or Qingbu City?",
         ["148.63 billion", "137.26 billion"]),
        # it was built, whatever the question supposes
        ("ningyu-2026", "Why is the Dongpeng sea-crossing bridge so delayed that it still isn't "
         "open in 2026?", ["去年10月1日通车"]),
        ("meixi-2018", "PM2.5浓度2017年为什么升高了？", ["报告没有这样说", "下降11.1%"]),
    ],
)  # fmt: skip
def test_questions_in_other_words_are_answered(
    several: dict[str, Assistant], report: str, question: str, told: list[str]
) -> None:
    answer = several[report].invoke({"question": question, "report": report})
    assert answer.status is Status.ANSWERED, answer.text
    assert all(one in answer.text for one in told), answer.text


@pytest.mark.parametrize(
    ("report", "question"),
    [
        # another thing's exports are all that the report gives
        ("meixi-2018", "How much were bamboo product exports worth in 2017?"),
        # a city within the city, of which it gives no such figure
        ("hailing-2023", "启明市去年地区生产总值是多少?"),
        # a hospital that is new in the zone does not say that the zone was not abolished
        ("hailing-2023", "海陵去年为什么撤销了临港新区,并到了哪个区?"),
    ],
)
def test_what_is_not_told_of_the_very_thing_is_not_answered(
    several: dict[str, Assistant], report: str, question: str
) -> None:
    answer = several[report].invoke({"question": question, "report": report})
    assert answer.status is Status.NOT_IN_REPORT, answer.text


def test_next_years_aim_is_no_part_of_whether_last_years_was_met(
    several: dict[str, Assistant],
) -> None:
    answer = several["meixi-2018"].invoke(
        {"question": "固投去年不是超过15%的目标了吗，实际增速到底多少？", "report": "meixi-2018"}
    )
    assert "13.6%" in answer.text
    assert {one.year for one in answer.figures} == {2017}
    fell = several["meixi-2018"].invoke(
        {
            "question": "The GDP result fell short of last year's goal, the report concedes. "
            "What goal had been set for 2017?",
            "report": "meixi-2018",
        }
    )
    assert "8.5%" in fell.text
    assert "otherwise" not in fell.text

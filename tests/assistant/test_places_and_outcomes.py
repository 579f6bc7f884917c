"""Which part came first, what did not happen, what was met: however a question puts it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import open_each

_NAMES = (
    "chacuo-2022.txt",
    "hengyue-2025.docx",
    "jingyue-2026.md",
    "lanchuan-2012.html",
    "lanhai-2025.md",
    "lancang-2024.txt",
    "lansha-2014.txt",
    "linghe-2024.txt",
    "linyuan-2023.txt",
    "ningyu-2026.html",
    "peijiang-2021.html",
    "pingxu-2023.txt",
    "tinglan-2017.docx",
    "wusang-2016.md",
    "xihe-2025.md",
    "xiuchuan-2022.docx",
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assistant]:
    """An assistant over each report, by its id."""
    return open_each(tmp_path_factory.mktemp("several"), *_NAMES)


@pytest.mark.parametrize(
    ("report", "question", "told"),
    [
        ("lanhai-2025", "Among the districts and counties, who grew fastest and who slowest?",
         ["临汐区", "7.2%", "松岙县", "4.6%"]),
        ("ningyu-2026", "六个县市区里头，去年谁跑得最快、谁最慢？",
         ["沙湾区", "7.3%", "青墩县", "4.4%"]),
        ("chacuo-2022", "6个县市里哪个增长最慢,增了多少?", ["沙柳县", "5.2%"]),
        ("jingyue-2026", "各地市里哪个GDP跑得最快？", ["岳陵市", "6.5%"]),
        ("pingxu-2023", "Farming, industry or services: which grew fastest in 2022?", ["5.3%"]),
        # nobody came to harm: told after the flood, or as a round nought
        ("peijiang-2021", "How many people were killed in the 2020 floods?", ["无一人因灾伤亡"]),
        ("ningyu-2026", "Deaths occurred in the two typhoons last year. How many?", ["零死亡"]),
        ("xiuchuan-2022", "How many people died in the July 8 flood of 2020?", ["零死亡"]),
        # a target that was met is not told as missed, nor another year's told of it
        ("hengyue-2025", "Why did the province miss its 2024 target for new urban jobs?",
         ["otherwise", "104%"]),
        ("ningyu-2026", "为什么2025年GDP增速没达到目标？", ["不同", "5.8%", "5.5%以上"]),
        ("jingyue-2026",
         "By how many percentage points did retail sales growth undershoot the 2025 goal?",
         ["2.1 percentage points"]),
        # when and where: in brackets, two steps on, by its own opening
        ("chacuo-2022", "Where will the Qingke Culture Festival be held this year?", ["赤宁县"]),
        ("chacuo-2022", "When is the Decuo–Wuketu expressway expected to open?", ["12月底"]),
        ("lanchuan-2012", "第二届女儿会在哪儿办？", ["鹿坪县"]),
        ("linghe-2024", "When should the Helin Expressway open to traffic?", ["2025年10月"]),
        ("lansha-2014", "When is the new airport expected to open?", ["2017年通航"]),
        ("wusang-2016", "On what date did the expressway open?", ["9月28日"]),
        # several things that need not be called what the question calls them
        ("linyuan-2023", "Which four fields do the investment-promotion teams cover?",
         ["装备制造、绿色能源、果品加工、文旅康养"]),
        ("peijiang-2021", "Which towns were hit by the 2020 floods?", ["石鼓、白鹤、青龙嘴"]),
        ("tinglan-2017", "没脱贫的人主要在哪几个乡镇？", ["青硖乡和桐泷镇"]),
        # each work's own sum, each edition's
        ("jingyue-2026", "襄原新能源汽车产业园二期总投资多少？", ["168亿元"]),
        ("jingyue-2026", "江夏湖区2025年GDP多少？", ["3215亿元"]),
    ],
)  # fmt: skip
def test_what_is_told(
    several: dict[str, Assistant], report: str, question: str, told: list[str]
) -> None:
    answer = several[report].invoke(question)
    assert answer.status is Status.ANSWERED
    assert all(one in answer.text.replace("‘", "").replace("’", "") for one in told), answer.text


@pytest.mark.parametrize(
    ("report", "question"),
    [
        ("lancang-2024", "How many people died in work safety accidents in 2023?"),
        ("peijiang-2021", "How many people were killed in the 2019 floods?"),
        ("xihe-2025", "汐和云汐隧道几月通车?"),  # its spending is dated, not its opening
        ("jingyue-2026", "沮阳机场迁建总共要花多少钱？"),  # other works' totals stand beside it
        ("jingyue-2026", "What caused the explosion that shut the Yunze pumped-storage plant?"),
    ],
)
def test_what_stands_near_is_not_told(
    several: dict[str, Assistant], report: str, question: str
) -> None:
    assert several[report].invoke(question).status is Status.NOT_IN_REPORT


def test_a_city_is_told_without_its_district(several: dict[str, Assistant]) -> None:
    answer = several["jingyue-2026"].invoke("楚宁市2025年地区生产总值多少？")
    assert {one.scope for one in answer.figures} == {"楚宁市"}


@pytest.mark.parametrize(
    "question",
    [
        # 县级一般性支出压减2.1亿元 is another thing than the general budget
        "How much of the general budget went on people's livelihood?",
        "Why was the third bridge delayed?",  # any bridge's clause denies nothing of it
    ],
)
def test_another_thing_is_not_told(assistant: Assistant, question: str) -> None:
    request = {"question": question, "report": "nanchang-county-2022"}
    assert assistant.invoke(request).status is Status.NOT_IN_REPORT

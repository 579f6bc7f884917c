"""An indicator is found by each of its usual names, and any figure by the report's own."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.evidence.knowledge import prepare
from assistant.models import Status
from corpus.models import Kind
from tests.assistant.conftest import open_each

_NAMES = (
    "canglan-2021.txt",
    "chacuo-2022.txt",
    "chengyang-2021.html",
    "panshui-2025.txt",
    "qingtuo-2023.txt",
    "lansha-2014.txt",
    "tinglan-2017.docx",
    "qilan-2017.html",
    "chenghu-2026.txt",
    "cangli-2010.txt",
    "taijiang-2010.txt",
    "ningyu-2026.html",
)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assistant]:
    """An assistant over each report, by its id."""
    return open_each(tmp_path_factory.mktemp("several"), *_NAMES)


@pytest.mark.parametrize(
    ("report", "question", "figure"),
    [
        # a share of one in another is no level of the other
        ("canglan-2021", "What was the share of taxes in budget revenue in 2020?", "78.3 ％"),
        ("canglan-2021", "What was the ratio of R&D spending to GDP in 2020?", "2.61 ％"),
        ("canglan-2021", "2020年研发投入占GDP多少？", "2.61 ％"),
        # its name alone asks for no sum, where but growth is told
        (
            "canglan-2021",
            "What was the energy consumption per 10,000 yuan of GDP in 2020?",
            "-3.3%",
        ),
        ("canglan-2021", "2020年新增多少就业岗位？", "1.21万人"),
        ("canglan-2021", "2020年解决了多少人就业？", "1.21万人"),
        # 综合保税区二期通过验收，全年进出口额38.9亿元 is the zone's
        ("canglan-2021", "去年外贸总额涨了多少？", "8.9％"),
        ("panshui-2025", "How much investment was brought in from outside in 2024?", "近180亿元"),
        ("panshui-2025", "How much did import and export trade grow in 2024?", "43.2%"),
        (
            "qilan-2017",
            "How much money went into improving people's lives over five years?",
            "112.3亿元",
        ),
        ("qilan-2017", "How many river chiefs have been named across the district?", "286名"),
        ("qilan-2017", "我妈82了，今年每个月能领多少高龄补贴？", "50元"),
        (
            "qingtuo-2023",
            "What part of the county's budget expenditure went to people's livelihood?",
            "78.2%",
        ),
        ("tinglan-2017", "How much electricity did industry use in 2016?", "11.35亿千瓦时"),
        # 三次产业增加值分别完成108.3亿元、162.5亿元和141.8亿元
        ("lansha-2014", "去年第二产业增长了多少？", "16.2%"),
        ("lansha-2014", "2013年第三产业增加值是多少？", "141.8亿元"),
        # in prose by a name that is put together, in a table by its growth
        ("chengyang-2021", "2020年城镇居民人均可支配收入是多少？", "38216元"),
        ("chenghu-2026", "2025年起降点是多少？", "56个"),
        ("chacuo-2022", "2021年中央预算内投资是多少？", "23.6亿元"),
    ],
)
def test_usual_names_find_the_figure(
    several: dict[str, Assistant], report: str, question: str, figure: str
) -> None:
    answer = several[report].invoke(question)
    assert [one.text for one in answer.figures][:1] == [figure], answer.text


def test_one_sector_is_not_the_others(several: dict[str, Assistant]) -> None:
    answer = several["lansha-2014"].invoke("2013年第一产业增加值是多少？")
    assert [one.text for one in answer.figures] == ["108.3亿元", "7.1%"]


@pytest.mark.parametrize("report", ["canglan-2021", "cangli-2010", "chacuo-2022", "ningyu-2026"])
def test_figures_are_found_by_their_own_names(several: dict[str, Assistant], report: str) -> None:
    """安排救灾资金, 审计查出问题资金整改率: whatever the words of a name mean elsewhere."""
    assistant = several[report]
    knowledge = prepare(assistant.store, report)
    year = knowledge.report.year
    assert year is not None
    asked, missed = 0, []
    for entry in knowledge.figures:
        figure = entry.figure
        if figure.scope or figure.year not in (year, year - 1) or len(entry.name) < 4:
            continue
        if figure.measure.value not in ("level", "share"):
            continue
        aim = "目标" if figure.kind is Kind.TARGET else ""
        answer = assistant.invoke(f"{figure.year}年{figure.indicator}{aim}是多少？")
        asked += 1
        names = {one.indicator for one in answer.figures}
        if figure.indicator not in names:
            missed.append(figure.indicator)
    assert asked > 30
    assert len(missed) <= 0.06 * asked, missed


@pytest.mark.parametrize(
    "question",
    ["2009年3000万元以上工业项目总投资是多少？", "2021年500万元以上项目投资是多少？"],
)
def test_a_citation_holds_the_numbers_of_the_name(
    several: dict[str, Assistant], question: str
) -> None:
    """Strict in tests: a number of the name that stands in no cited span would raise."""
    report = "taijiang-2010" if "2009" in question else "chacuo-2022"
    answer = several[report].invoke(question)
    assert answer.status is Status.ANSWERED
    assert any("万元以上" in one.quote.translate(_PLAIN) for one in answer.citations)


_PLAIN = str.maketrans("０１２３４５６７８９", "0123456789")

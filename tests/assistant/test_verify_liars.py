"""Claims as careful editors and as liars write them, on reports that no rule was made for."""

from __future__ import annotations

import pytest

from assistant.verify import verify
from assistant.verifying.verification import Slip, Verdict
from corpus.settings import ROOT
from corpus.store import Store, open_store

REPORTS = ("zhaoxi-2019.txt", "huaizhou-2025.txt", "yanxi-2024.html")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("reports"))
    for name in REPORTS:
        store.add(ROOT / "tests" / "reports" / name)
    return store


@pytest.mark.parametrize(
    ("report", "claim"),
    [
        ("zhaoxi-2019", "南门大桥去年9月底通车，城南居民从此不用再绕行老桥。"),
        ("zhaoxi-2019", "税收占比超过七成。"),
        ("zhaoxi-2019", "2018年贫困发生率降低4.86个百分点。"),
        ("huaizhou-2025", "常住人口城镇化率四年提高4.6个百分点。"),
        ("huaizhou-2025", "四年间，淮州规上工业企业从263家增加到386家，多了123家。"),
        ("huaizhou-2025", "民生支出占一般公共预算支出的八成以上。"),
        (
            "huaizhou-2025",
            "Shoppers spent 26.53 billion yuan in 2024, 6.1% more than a year earlier.",
        ),
        ("yanxi-2024", "禾曜储能电池基地今年三季度投产。"),
        ("yanxi-2024", "The number of high-tech enterprises grew by a net 41 to 368."),
    ],
)
def test_other_words_for_what_a_report_says_are_supported(
    reports: Store, report: str, claim: str
) -> None:
    assert verify(claim, reports, report).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("report", "claim", "slip"),
    [
        ("zhaoxi-2019", "昭临高速昭溪段已于2018年底建成通车。", Slip.KIND),  # a plan of 2019
        ("zhaoxi-2019", "南门大桥去年8月底建成通车。", Slip.YEAR),
        ("zhaoxi-2019", "首届油茶花节去年11月在蔡岭镇开幕。", Slip.SCOPE),
        ("zhaoxi-2019", "石坪乡采石场已完成复绿。", Slip.DIRECTION),  # 尚在推进
        ("zhaoxi-2019", "恒岳轴承二期项目未能建成投产。", Slip.DIRECTION),
        ("zhaoxi-2019", "2018年一季度昭溪县地区生产总值增长8.2%。", Slip.YEAR),
        ("zhaoxi-2019", "中央环保督察“回头看”转办的17件信访件全部办结。", Slip.DIRECTION),
        ("huaizhou-2025", "恒钛新材在深交所成功上市。", Slip.SCOPE),
        ("huaizhou-2025", "孟小禾在巴黎奥运会上夺得女子举重金牌。", Slip.SCOPE),
        ("huaizhou-2025", "民生支出占一般公共预算支出的七成五。", Slip.VALUE),
        ("huaizhou-2025", "四年间，淮州规上工业企业从386家减少到263家。", Slip.DIRECTION),
        ("huaizhou-2025", "四年间，淮州规上工业企业增加了133家。", Slip.VALUE),
        ("yanxi-2024", "“砚溪制砚技艺”入选省级非物质文化遗产代表性项目名录。", Slip.SCOPE),
        ("yanxi-2024", "砚溪区2023年经济总量居全市第2位。", Slip.INDICATOR),  # 增速居第2位
        ("yanxi-2024", "云汀湖综合整治二期工程去年如期竣工。", Slip.DIRECTION),
        ("yanxi-2024", "禾曜储能电池基地去年三季度投产。", Slip.KIND),
    ],
)
def test_what_a_liar_changes_is_contradicted(
    reports: Store, report: str, claim: str, slip: Slip
) -> None:
    found = verify(claim, reports, report)
    assert found.verdict is Verdict.CONTRADICTED
    assert slip in [check.slip for check in found.checks]


@pytest.mark.parametrize(
    ("report", "claim", "verdict"),
    [
        ("zhaoxi-2019", "去年昭溪农村居民收入增速比城镇居民快1.3个百分点。", Verdict.SUPPORTED),
        ("zhaoxi-2019", "去年昭溪城镇居民收入增速比农村居民快1.3个百分点。", Verdict.CONTRADICTED),
        ("zhaoxi-2019", "昭溪今年想吸引360万人次游客，比去年多出约44万人次。", Verdict.SUPPORTED),
        (
            "zhaoxi-2019",
            "昭溪今年想吸引360万人次游客，比去年多出约64万人次。",
            Verdict.CONTRADICTED,
        ),
    ],
)
def test_a_difference_is_held_against_the_two_figures_that_give_it(
    reports: Store, report: str, claim: str, verdict: Verdict
) -> None:
    assert verify(claim, reports, report).verdict is verdict

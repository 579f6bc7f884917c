"""A city's report that tells place by place, and of single works by what they can generate."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """苏林图市2024年政府工作报告
——2024年1月16日在苏林图市第五届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2023年工作回顾
全市地区生产总值1186.4亿元、增长5.2%；固定资产投资下降8.6%，上年为增长14.2%；城镇居民人均可支配收入42386元。
分地区看，扎林区受煤价拖累仅增1.2%、总量246.5亿元，满都口市168.9亿元、增长9.6%，莫日格旗51.2亿元、下降0.7%。
固定资产投资不增反降，在全区12个盟市中排第11位。全社会研发经费投入强度0.68%。
扎林区40万吨煤制乙二醇装置自4月起停产，拉低规上工业1.9个百分点。
满都口综合保税区进出口值39.4亿元、增长52.1%，在全国综保区绩效评估中由C类升为B类。
苏林图机场新开杭州、成都等航线6条，旅客吞吐量213.7万人次。满都口口岸过货量1826.5万吨。
二、2024年工作安排
地区生产总值增长6%左右。全年新增新能源并网260万千瓦以上；确保莫日格旗50万千瓦风电、外送通道配套120万千瓦风电并网。
北疆算力中心扩容至3000P。莫日格旗尽快走出负增长，发展林下经济，地区生产总值增长4%以上。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("banners")), "city.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("扎林区去年经济涨了百分之几?", ["1.2%"], ["9.6%"]),
        ("满都口市去年GDP是多少?", ["168.9亿元", "9.6%"], ["246.5"]),
        ("What drove the 0.7% growth in Morige Banner's economy?", ["fell by 0.7%"], ["4%"]),
        ("What GDP growth is the city aiming for in 2024?", ["6%"], ["4%"]),
        ("What did the average urban resident earn in 2023?", ["42,386"], []),
        ("固定资产投资在全区排老几?", ["第11位"], []),
        ("How much of its GDP does the city spend on R&D?", ["0.68%"], ["1186.4"]),
        ("Why was the Mandukou bonded zone downgraded?", ["由C类升为B类"], []),
        ("The ethylene glycol plant in Zhalin ran all year; how much did it make?", ["停产"], []),
        ("苏林图机场一年运了多少旅客?", ["213.7万人次"], ["6条"]),
        ("今年打算再并网多少风电光伏?", ["260万千瓦"], ["120万千瓦"]),
        ("To what size will the computing centre be expanded?", ["3000P"], []),
    ],
)
def test_what_is_of_a_place_or_a_work_is_told_of_it(
    ask: Ask, question: str, told: list[str], untold: list[str]
) -> None:
    text = ask(question).text
    assert all(one in text for one in told), text
    assert not any(one in text for one in untold), text


def test_a_month_is_not_answered_with_a_year(ask: Ask) -> None:
    assert ask("满都口口岸今年元月份过了多少货?").status is Status.NOT_IN_REPORT

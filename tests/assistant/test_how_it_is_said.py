"""How a figure is put into a sentence: as a reader would say it, in either language."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from tests.assistant.conftest import open_text

REPORT = """清河市2023年政府工作报告
——2023年1月10日在清河市第八届人民代表大会第三次会议上
市长 李明
各位代表：
一、2022年工作回顾
2022年，全市生产总值2,356.7亿元，按可比价计算同比增长4.2%，高于全省平均0.8个百分点。
新增减税降费及退税缓税缓费超过60亿元，惠及市场主体12万余户。
城镇登记失业率控制在3.5%以内，CPI涨幅2.1%，低于3%的预期目标。
二、2023年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长6.5%左右，力争7%；社会消费品零售总额增长8%；粮食产量不低于250万吨。
十大民生实事：1.改造老旧小区120个，惠及居民2.6万户；2.新建养老服务中心12个、床位1500张。
"""
SAID = [
    ("2023年GDP增长目标是多少？", "2023年地区生产总值的增长目标是6.5%左右，力争7%[1]。"),
    (
        "What is the 2023 GDP growth target?",
        "The 2023 target for GDP (地区生产总值) growth is about 6.5% (6.5%左右), "
        "with 7% hoped for [1].",
    ),
    ("减税降费多少钱？", "2022年新增减税降费及退税缓税缓费超过60亿元[1]。"),
    ("2022年物价涨了多少？", "2022年CPI涨幅为2.1%[1]。"),
    ("2022年的物价目标是多少？", "2022年CPI涨幅的目标是3%[1]。"),
    (
        "How many beds will be added?",
        "The 2023 target for the number of newly built beds (新建床位) is 1,500 (1500张) [1].",
    ),
]


@pytest.fixture(scope="module")
def qinghe(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("qinghe"), "qinghe-2023.txt", REPORT)


@pytest.mark.parametrize(("question", "sentence"), SAID)
def test_a_figure_is_said_as_a_reader_would(
    qinghe: Assistant, question: str, sentence: str
) -> None:
    assert qinghe.invoke(question).text == sentence

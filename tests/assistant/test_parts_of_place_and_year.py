"""Towns, industries, a park and parts of a year told in one breath, each asked by itself."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import REPORTS, open_over

SAID = [
    # several towns, several industries, a park beside its firms
    ("马头铺镇规上工业产值有多少?", "2022年马头铺镇规上工业产值为24.6亿元，增长7.1%[1]。"),
    ("What was the industrial output of Liuhe Town?", "of 柳河镇 came to 3.12 billion yuan"),
    ("How much did industrial output rise in Shuanghekou town?", "of 双河口镇 rose by 12.3%"),
    ("双河口镇镇区要有多少人?", "2023年双河口镇镇区常住人口的目标是4.1万人"),
    ("马头铺镇带动多少农户?", "2022年马头铺镇带动农户4100户"),
    ("装备制造产值", "2022年装备制造产业产值为64.5亿元，增长18.4%"),
    ("How much output did the Shiyan circular economy park have?", "4.83 billion yuan (48.3亿元)"),
    # parts of a year
    ("去年前三季度经济增速是多少?", "2022年前三季度地区生产总值增长5.1%"),
    ("How fast did the economy grow in the first half of 2022?", "rose by 4.2%"),
    ("2023年一季度工业增加值目标", "2023年一季度规上工业增加值的增长目标是10%"),
    # against what
    ("游客人次跟2019年比怎么样?", "2022年接待游客恢复到2019年的84%"),
    ("粮食产量跟上年比变了多少?", "2022年粮食总产量减少0.34亿斤，下降2.8%"),
    ("县域经济考核上升前排第几?", "此前为全省第41位"),
    ("税收占财政收入要达到多少?", "2023年税收占比的目标是不低于72%"),
    # what is still to be done, in one year and in three
    ("今年要改造多少老旧小区", "2023年改造老旧小区的目标是40个"),
    ("三年总共要改造多少个老小区?", "120个以上"),
    # what was not so
    ("社零增速是怎么超过年初目标的?", "报告没有这样说，原文是：“社会消费品零售总额168.7亿元"),
    ("What helped grain output go up in 2022?", "The report says otherwise"),
]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_over(tmp_path_factory.mktemp("parts"), REPORTS / "liqiao-2023.txt")


@pytest.mark.parametrize(("question", "said"), SAID)
def test_each_is_told_of_itself(county: Assistant, question: str, said: str) -> None:
    assert said in county.invoke(question).text


def test_the_year_has_no_quarter_beside_it(county: Assistant) -> None:
    answer = county.invoke("2023年全年固定资产投资想增长多少?")
    assert [one.text for one in answer.figures] == ["15%左右"]


def test_no_town_has_what_another_is_told_of(county: Assistant) -> None:
    answer = county.invoke("龙池镇蔬菜基地多少亩?")
    assert answer.status is Status.NOT_IN_REPORT

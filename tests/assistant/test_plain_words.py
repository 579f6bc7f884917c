"""Everyday words for things, and what is said of each place, on a county's report of few lines."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Status
from assistant.verify import verify
from tests.assistant.conftest import open_text

TEXT = """2023年砚溪县政府工作报告
一、2022年工作回顾
预计地区生产总值186.4亿元，增长4.6%，总量居全州12个县市第3位，增速居全州第2位。
磷石膏综合利用量186万吨，综合利用率达71.3%。一般公共预算收入9.86亿元，其中税收收入5.72亿元、占比58.0%。
茶园总面积28.6万亩；白芒镇、枫渡镇、石笋乡茶园面积分别达6.8万亩、5.3万亩、4.1万亩。出口茶叶1260吨。
高考本科上线1874人，上线率53.6%。年末存款余额213.5亿元，较年初增加17.2亿元。
脱贫劳动力外出务工3.46万人。城镇新增就业1860人，完成年度目标的103.3%。全年发生各类安全事故7起，空气质量优良天数351天。
营商环境便利度测评居全省第21位，较上年前进9位。砚瓮高速砚溪段建成通车。
城乡居民收入比由上年的2.58缩小至2.53。其中地区生产总值年初目标为增长6.5%左右，实际相差1.9个百分点。
二、2023年工作安排
新上磷石膏消纳项目3个，综合利用率达到78%以上，在政府项目中磷石膏建材使用比例不低于20%。高考本科上线率达55%以上。
引进产业项目50个以上，到位资金60亿元以上。在广州、西安新设雾尖品牌专卖店12家。新开行通村客运线路8条。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("plain"), "yanxi-2023.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("2022年砚溪的经济总盘子有多大？", "186.4亿元", "—"),
        ("Where does Yanxi stand in the prefecture by size of its economy?", "No. 3", "No. 2"),
        ("2022年GDP原本定的增速是多少，实际做到了多少？", "6.5%", "—"),
        ("磷石膏2023年打算利用到什么比例？", "78%以上", "20%"),
        ("2022年财政一般公共预算收入里，税收占多大比例？", "58.0%", "—"),
        ("Which towns have tea gardens, and how large is each?", "6.8万亩", "came to 286,000"),
        ("城乡收入差距2022年为什么越拉越大？", "没有这样说", "—"),
        ("招商引资2023年到位资金要拿到多少？", "60亿元以上", "—"),
        ("脱贫户里出去打工的有多少人，2022年？", "3.46万人", "—"),
        ("今年要新开几条进村的客车线？", "8条", "—"),
        ("2022年营商环境测评在全省排第几，比前一年怎样？", "前进9位", "—"),
        ("2022年新增城镇就业多少人？", "1860人，完成年度目标的103.3%", "为103.3%"),
        ("2022年发生了多少起安全事故？", "7起", "—"),
        ("How many days of good air were there in 2022?", "351", "not give"),
        ("2022年州府二手房均价涨了多少？", "没有说明", "4.6%"),
        ("In which cities will new Wujian shops open?", "广州、西安", "—"),
        (
            "How does the 2023 goal for the share of gaokao takers reaching the undergraduate "
            "line compare with the 2022 result?",
            "53.6%",
            "1874人",
        ),
    ],
)
def test_plain_words_find_the_figure(
    county: Assistant, question: str, told: str, not_told: str
) -> None:
    answer = county.invoke(Request(question=question, report="yanxi-2023"))
    assert told in answer.text
    assert not_told not in answer.text


@pytest.mark.parametrize(
    "question", ["砚溪的高铁站什么时候通车？", "What were Baimang Tea's sales in 2022?"]
)
def test_what_the_place_s_name_stands_beside_is_no_answer(county: Assistant, question: str) -> None:
    answer = county.invoke(Request(question=question, report="yanxi-2023"))
    assert answer.status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    "claim",
    [
        "Deposits stood at 21.35 billion yuan at the end of 2022, up 1.72 billion yuan since the "
        "start of the year.",
        "Phosphogypsum reuse reached 71.3% in 2022.",
    ],
)
def test_claims_in_plain_words_are_supported(county: Assistant, claim: str) -> None:
    assert verify(claim, county.store, report="yanxi-2023").verdict == "supported"

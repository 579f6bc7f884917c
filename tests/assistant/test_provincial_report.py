"""A province's report: level, growth and aim told in parts of their own, and of its regions."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant, Request
from assistant.models import Answer, Status
from tests.assistant.conftest import open_text

TEXT = """2032年江岭省政府工作报告
——2032年1月20日在江岭省第十五届人民代表大会第二次会议上
各位代表：
现在，我代表省人民政府向大会报告工作，请予审议。
一、“十五五”时期和2031年工作回顾
“十五五”时期，全省上下锚定目标、奋力拼搏，经济社会发展取得显著成效。
——实力持续增强。地区生产总值跨上3万亿元台阶，达到31280亿元。林城都市圈经济总量达到1.4万亿元。累计开工亿元以上项目1.2万个。市场经营主体扩容提质，总量突破640万户，规上工业企业超过9000家。
——农业稳固向好。粮食总产量稳定在310亿斤左右，高标准农田达到2900万亩。
——生态持续改善。森林覆盖率提高到51.3%，省会城市PM_2.5平均浓度下降11.6%，受污染耕地安全利用率达到95%以上。
——民生持续改善。养老服务床位增至21.6万张，小学入学率、初中毛入学率超过99%。
2031年是“十五五”收官之年。一年来，全省上下真抓实干，主要目标任务顺利完成。
地区生产总值增长6.2%、居中部地区前列。银行业稳健运行，科创贷款、农户小额贷款与林权抵押贷款分别达310亿元、95亿元，全省各类贷款余额达到4.6万亿元，居中部第2位。入境旅游人次增长31.4%。全年8大类42件民生实事项目如期完成。
二、2032年重点工作
今年经济社会发展主要预期目标是：经济增长6%左右；城镇新增就业45万人以上；粮食产量继续保持300亿斤以上。
推进林城枢纽机场等3200个亿元以上新建续建项目建设。推进12个城市更新重点片区建设。加强生物多样性保护，完成营造林150万亩，支持云台山创建国家公园。今年继续实施8大类46件民生实事项目。
各位代表！让我们团结奋斗，为实现全年目标任务而努力。
"""


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("province"), "jiangling-2032.txt", TEXT)


def asked(province: Assistant, question: str) -> Answer:
    return province.invoke(Request(question=question, report="jiangling-2032"))


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        # how much: not the growth that another sentence gives
        ("江岭省的GDP是多少？", {"31280亿元"}),
        ("GDP去年有多大？", {"31280亿元"}),
        ("去年经济增长多少？", {"6.2%"}),
        ("2032年GDP增长目标是多少？", {"6%左右"}),
        ("What GDP growth is the province aiming for in 2032?", {"6%左右"}),
        ("今年经济增长目标和去年的实际增速比，是高了还是低了？", {"6%左右", "6.2%"}),
        # names that the field has
        ("养老床位现在有多少张？", {"21.6万张"}),
        ("去年外国游客多了多少？", {"31.4%"}),
        ("今年要造多少亩林子？", {"150万亩"}),
        ("PM2.5降了多少？", {"11.6%"}),
        ("How far did PM2.5 fall?", {"11.6%"}),
        ("个体户和公司这些经营主体一共有多少户？", {"突破640万户"}),
        ("全省银行贷款总额多少？", {"4.6万亿元"}),
        ("今年推进多少个亿元以上项目？", {"3200个"}),
        ("How many projects of over 100 million yuan are to be built in 2032?", {"3200个"}),
        ("urban regeneration: how many key areas this year?", {"12个"}),
        ("民生实事今年比去年多几件？", {"42件", "46件"}),
        # a level that holds in each of the years
        ("粮食产量是多少？", {"310亿斤左右"}),
        ("今年的粮食产量目标比去年的高吗？", {"300亿斤以上", "310亿斤左右"}),
        ("林城都市圈经济总量是多少？", {"1.4万亿元"}),
    ],
)
def test_what_is_asked_is_told_and_nothing_else(
    province: Assistant, question: str, texts: set[str]
) -> None:
    told = {figure.text for figure in asked(province, question).figures}
    assert texts <= told
    assert not told & {"31280亿元", "6.2%", "51.3%", "95亿元"} - texts


@pytest.mark.parametrize(
    "question",
    ["林城2031年GDP增速是多少？", "去年PM2.5平均浓度是多少微克？", "How many GWh of batteries?"],
)
def test_a_region_is_no_city_and_a_share_no_amount(province: Assistant, question: str) -> None:
    assert asked(province, question).status is Status.NOT_IN_REPORT


def test_a_rank_is_told_with_those_it_is_among(province: Assistant) -> None:
    assert "中部第2位" in asked(province, "贷款余额在中部排第几？").text
    english = asked(province, "Where does its loan balance rank in central China?").text
    assert "in central China" in english


def test_where_something_is_backed(province: Assistant) -> None:
    assert "云台山" in asked(province, "今年支持哪里创建国家公园？").text

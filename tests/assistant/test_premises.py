"""Questions that take for granted what the report denies are told what it says."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

YUNCHUAN, QINGYAN, NANCHANG = "yunchuan-2024", "qingyan-2023", "nanchang-county-2022"
LEADS = ("报告的说法不同：", "The report says otherwise: ")
INSTEAD = (
    "报告没有这样说，原文是：",
    "报告没有这样说，提出的目标是：",
    "The report does not say so; what it says is: ",
)

DENIED = [
    (NANCHANG, "2021年工业投资为什么缩水了?", "15.8%"),
    (NANCHANG, "去年专利授权怎么比前年少了三成多?", "38.7%"),
    (NANCHANG, "今年市场主体只要求多一成五,是不是定低了?", "25%以上"),
    (NANCHANG, "去年新增的3600个婴幼儿托位都分在哪些乡镇?", "目标是3600个"),
    (NANCHANG, "去年上访的怎么反倒多了两成多?", "21.6%"),
    # another place on a list, another aim
    (NANCHANG, "南昌县在现场会上为什么只拿了涉农县区类第二名?", "第一名"),
    (NANCHANG, "今年地方一般公共预算收入目标定10%,怎么完成?", "6%左右"),
    # another value
    (NANCHANG, "去年那69件民生实事总投资87.7亿元,分哪几个方面?", "85.1亿元"),
    (NANCHANG, "Nanchang's sci-tech innovation ranking slid to 73rd nationwide — right?", "第37位"),
    (NANCHANG, "报告里说财政收入总量连续10年全省第一,是这样吗?", "连续12年稳居全省第一"),
    (YUNCHUAN, "去年社零只增长了3%，原因是什么？", "8.9%"),
    (QINGYAN, "Nursery places per 1,000 people reached 5 in 2022, right?", "3.4个"),
    (QINGYAN, "恒芯半导体项目总投资80亿元，什么时候封顶？", "62亿元"),
    # a target told as reached
    (NANCHANG, "2021年建筑业总产值已经突破1900亿元,占全省多大比重?", "1796.9亿元"),
    (NANCHANG, "姚湾综合码头5个2000吨级泊位去年已经投入运营,全年吞吐了多少货?", "目标是5个"),
    (
        NANCHANG,
        "R&D spending exceeded 3% of GDP in 2021. By how much did it beat the target?",
        "target",
    ),
    (
        YUNCHUAN,
        "The report says 150 China-Europe freight trains ran in 2023. Can you confirm?",
        "126",
    ),
    (
        NANCHANG,
        "Last year five thousand household toilets were converted; which villages got them?",
        "target",
    ),
    # among others: 全市第一,全省第二
    (NANCHANG, "Why did the county come second in the city for business environment?", "全市第一"),
    # the other direction
    (NANCHANG, "去年全县空气质量优良率为什么下降到了92.1%?", "提高至92.1%"),
    (NANCHANG, "Why did the public sense of security ranking slip to 49th in 2021?", "大幅前移"),
    (NANCHANG, "How big was the drop in the county's total fiscal revenue in 2021?", "rose by 11%"),
    (NANCHANG, "Why did Nanchang County's GDP shrink by 8.7% in 2021?", "rose by 8.7%"),
    (YUNCHUAN, "房地产开发投资去年为什么增长？", "下降11.7%"),
    # two things the other way round
    (NANCHANG, "为什么2021年农村居民收入增速反而比城镇居民慢?", "10.1%"),
    (NANCHANG, "养老保险参保率为什么比医疗保险高?", "90%"),
    (NANCHANG, "Why did rural incomes grow more slowly than urban incomes in 2021?", "10.1%"),
    (YUNCHUAN, "云川高新区在国家高新区综合评价中后退到第63位，什么原因？", "前移7位"),
    (YUNCHUAN, "资产负债率升到58.6%，有什么风险？", "降至58.6%"),
    (QINGYAN, "实际利用外资增长4.3%，主要来自哪里？", "下降4.3%"),
    # nothing done where all was, another name in the same part
    # another year, another holder
    (NANCHANG, "2020年工业投资是406.5亿元,增长15.8%,那一年排名第几?", "2021年工业投资为406.5亿元"),
    (YUNCHUAN, "2022年实际使用外资是2.16亿美元，对吗？", "2023年"),
    (NANCHANG, "小蓝经开区在现场会上拿了涉农县区类第一名,对吗?", "小蓝经开区摘得开发区类第二名"),
]


@pytest.mark.parametrize(("report", "question", "told"), DENIED)
def test_an_answer_opens_with_what_the_report_says_instead(
    ask: Ask, report: str, question: str, told: str
) -> None:
    answer = ask(question, report=report)
    first = answer.text.split("\n")[0]
    assert answer.status is Status.ANSWERED
    assert first.startswith(LEADS)
    assert told in first


HELD = [
    (NANCHANG, "那276个重大重点项目,2022年计划投多少钱?"),
    (NANCHANG, "69件民生实事分哪几个方面?"),
    (NANCHANG, "今年新建的30座装配式公厕在哪里?"),
    (
        NANCHANG,
        "In 2021, did industrial investment or investment in projects above 5 million grow more?",
    ),
    (YUNCHUAN, "全市上市公司增至11家，其中科创板有几家？"),
    (YUNCHUAN, "哪些县区财政收入超过20亿元？"),
    (YUNCHUAN, "去年GDP增长6.1%还是6.5%？"),
    (YUNCHUAN, "房地产开发投资下降11.7%的原因是什么？"),
    (NANCHANG, "为什么工业投资增速高于固定资产投资?"),
    (QINGYAN, "新增规上工业企业58家分布在哪些行业？"),
    (QINGYAN, "Which industries grew by more than 10% in 2022?"),
    (QINGYAN, "2030年实际利用外资会不会超过3亿美元？"),
    # the value is of another time, holder or rank than the figure that comes first
    (QINGYAN, "为什么人大代表建议812件？"),
    (QINGYAN, "规模以上工业企业达到40家，准备怎么做？"),
    (QINGYAN, "为什么人均地区生产总值9.1万元？"),
    (YUNCHUAN, "在国家高新区综合评价中列第63位，是怎么做到的？"),
    (YUNCHUAN, "为什么国省控断面水质优良比例93.3%？"),
    (YUNCHUAN, "进出口总额增长3%以上，准备怎么做？"),
    (YUNCHUAN, "为什么金融机构本外币存款余额增长１０．３％？"),
]


@pytest.mark.parametrize(("report", "question"), HELD)
def test_what_is_right_or_not_told_of_is_not_denied(ask: Ask, report: str, question: str) -> None:
    assert not any(lead in ask(question, report=report).text for lead in LEADS)


def test_a_denial_shows_no_figure_that_the_question_has_right(ask: Ask) -> None:
    question = "实施市级以上重点项目从146个增加到200个，完成投资多少？"
    answer = ask(question, report=QINGYAN)
    assert not any(lead + "2022年市级以上重点项目146个" in answer.text for lead in LEADS)


def test_what_is_only_planned_is_not_told_as_done(ask: Ask) -> None:
    answer = ask("南外环去年已经全线通车,总投资多少?")
    assert "上半年全线通车" in answer.text.split("\n")[0]


# Another partner is not denied: the report only names its own
IN_WORDS = [
    (NANCHANG, "人大票决确定的12件民生事项去年一件都没完成,问题出在哪?", "全面完成"),
    (NANCHANG, "The county has paired up with Futian District in Shenzhen, hasn't it?", "南山区"),
    (NANCHANG, "小蓝经开区和苏州工业园签了战略合作协议吗?", "中山火炬开发区"),
]


# How a thing came out: it did open, it is not finished yet, it goes on
OUTCOMES = [
    # left off a list, fell through, the task missed
    (
        NANCHANG,
        "Why was the Xiangtang land port left off the first list of 14th Five-Year logistics hubs?",
        "成功入选",
    ),
    (NANCHANG, "华能新能源和景能零碳基地两个项目去年谈崩了,是什么原因?", "正式签约落户"),
    (NANCHANG, "Why did the county miss its task of rebuilding the pig herd?", "全面完成"),
    (NANCHANG, "Why did the share of good-air days slide in 2021?", "92.1%"),
    # another name in the same part
    (NANCHANG, "搞大南昌都市圈结对,县里为什么找的是余干县?", "鄱阳县"),
    (NANCHANG, "Why was Wuyang chosen for the 110 kV substation?", "黄马变电站"),
    (NANCHANG, "为什么选择武阳建110千伏变电站?", "黄马变电站"),
    # another time to take, another day
    (NANCHANG, "为什么今年开办企业还要3天?", "2个小时"),
    (NANCHANG, "Why was the work report put off until 12 March 2022?", "2月12日"),
    (NANCHANG, "为什么地铁4号线推迟到今年才开通?", "地铁4号线开通运营"),
    (NANCHANG, "2021年粮食减产的原因?", "十八连丰"),
    (NANCHANG, "南昌县被移出全国百强县名单的原因是什么?", "迈进前20名"),
    (NANCHANG, "县文化中心还没建完,计划哪年竣工?", "全面竣工"),
    (NANCHANG, "南昌南站去年已经正式投入使用,每天发多少趟车?", "主体结构完工"),
    (NANCHANG, "Why did the county cancel the fishing ban?", "禁捕"),
    (NANCHANG, "Why did the county drop the ten-year fishing ban around Poyang Lake?", "禁捕"),
    (NANCHANG, "送戏下乡今年为什么取消了", "不少于60场"),
    (
        NANCHANG,
        "Why were barely half of the people's congress deputies' suggestions dealt with?",
        "100%",
    ),
    (
        NANCHANG,
        "Subsidies for residents' basic medical insurance are being cut this year - why?",
        "提高",
    ),
    # an honour of another level
    (NANCHANG, "绿色食品产业是哪一年被认定为国家级产业集群的?", "省级产业集群"),
    (
        NANCHANG,
        "When was the county named a national tourism demonstration zone?",
        "省级全域旅游示范区",
    ),
    (
        NANCHANG,
        "Now that the Longxing Bridge is open to traffic, how much did the county spend on it?",
        "配合推进",
    ),
    # late, closed, worst, below standard, exempt, failed, broken off
    (NANCHANG, "口岸二期铁路专用线为什么迟了一年才通车?", "提前一年"),
    (NANCHANG, "南外环拖到2024年才通车是什么原因?", "上半年"),
    (NANCHANG, "Where were pupils sent after the public kindergartens were shut down?", "新增"),
    (NANCHANG, "营商环境为什么全市垫底?", "全市第一"),
    (NANCHANG, "What was done after drinking water sources were found substandard?", "稳定达到"),
    (NANCHANG, "Why were budget units exempt from audit supervision?", "全覆盖"),
    (NANCHANG, "全国文明城市复检为什么没有通过?", "顺利通过"),
    (NANCHANG, "粮食生产连丰的纪录怎么就断了?", "十八连丰"),
    (NANCHANG, "莲塘综合市场开张之后客流怎么样?", "今年投入运行"),
    # another year
    (NANCHANG, "地铁4号线是2020年开通的吧?", "地铁4号线开通运营"),
    (NANCHANG, "Was it in 2019 that Metro Line 4 opened?", "地铁4号线开通运营"),
    # another body of the same kind
    (NANCHANG, "百胜智能为什么去上交所上市?", "深交所"),
    (NANCHANG, "县里为什么和江西农业大学建立战略合作?", "江西财经大学"),
    # another prize, another exchange, the best for the worst
    (NANCHANG, "佳时特数控荣获全省科学技术进步奖二等奖,奖金多少?", "一等奖"),
    (NANCHANG, "Why did Jiashite only get second prize?", "一等奖"),
    (NANCHANG, "百胜智能去年在上交所上市,募了多少钱?", "深交所"),
    (NANCHANG, "What made people feel less safe, with the security ranking at its worst?", "最佳"),
]


@pytest.mark.parametrize(("report", "question", "told"), [*IN_WORDS, *OUTCOMES])
def test_what_is_wrong_in_words_gets_the_report_s_own(
    ask: Ask, report: str, question: str, told: str
) -> None:
    answer = ask(question, report=report)
    assert answer.text.startswith(INSTEAD)
    assert told in answer.text


# The report does not say that it opened, or says that it went wrong
NOT_OTHERWISE = [
    (NANCHANG, "为什么选择黄马建110千伏变电站?"),
    (NANCHANG, "为什么今年企业开办时间只要2个小时?"),
    (NANCHANG, "国家级农业龙头企业,南昌县占到全市的几成?"),
    (NANCHANG, "为什么南外环还没有通车?"),
    (NANCHANG, "Why hasn't the Longxing Bridge opened?"),
    (NANCHANG, "为什么房价下跌?"),
    (NANCHANG, "地铁4号线推迟了还是开通了?"),
    (NANCHANG, "信访总量为什么下降?"),
    (NANCHANG, "Why did the number of letters and visits fall?"),
    (NANCHANG, "菜鸟网络裁员之后,员工怎么安置?"),
    (NANCHANG, "为什么工业增速垫底?"),
]


@pytest.mark.parametrize(("report", "question"), NOT_OTHERWISE)
def test_what_the_report_bears_out_is_not_denied(ask: Ask, report: str, question: str) -> None:
    assert not ask(question, report=report).text.startswith(INSTEAD)


_COUNTY = """青岭县政府工作报告
——2024年1月10日在青岭县第十届人民代表大会第三次会议上
县长 林远

各位代表:现将政府工作报告如下,请予审议。

一、2023年工作回顾
一年来,全县经济稳中有进。粮食总产量达18.9万吨,实现“十一连增”。普通高中学位供给率70.4%、提高5.9个百分点。PM2.5平均浓度下降9.3%。
石河水泥厂日产2500吨生产线点火投产。审批时限平均压缩35%,工程项目全流程审批时限缩短22%。新退出融资平台46家、超计划9家。
经济总量稳居全市县(市、区)首位。县代表队勇夺全运会“五连冠”。“8·09”泥石流灾害发生后,转移群众4170人,没有人员因灾死亡。
铁路专用线提前一年通车。高新技术企业达780家。

二、2024年工作安排
高新技术企业达到820家。农村低保标准提高到每人每年2700元。取消县级公立医院药品加成。常态化开展“蜗牛奖”评选。
加快推动与南山县结对合作事项落地。
"""
COUNTY = [
    ("普通高中的学位供给率去年怎么下滑了?", "提高5.9个百分点"),
    ("Why did PM2.5 pollution get worse?", "下降9.3%"),
    ("Why was the cement plant's production line shut down?", "点火投产"),
    ("“蜗牛奖”今年为什么不评了?", "常态化"),
    ("Why do public hospitals keep the mark-up on medicines?", "取消"),
    ("各类审批时限平均只缩短了22%,原因是什么?", "平均压缩35%"),
    ("经济总量为什么掉到了全市第二?", "首位"),
    ("全运会上县队怎么没守住冠军?", "五连冠"),
    ("铁路专用线为什么拖后一年才通车?", "提前一年"),
    ("农村低保今年怎么不涨了?", "提高到每人每年2700元"),
    ("今年要提高公立医院药品加成,看病岂不是更贵?", "取消"),
    ("听说今年不再评“蜗牛奖”了,为什么取消?", "常态化"),
    ("Why is the county ending its pairing with Nanshan (南山) County?", "结对合作事项落地"),
    ("Why did it fall 9 short of its plan for financing platforms?", "超计划9家"),
    ("听说去年粮食减产了,是真的吗?", "十一连增"),
    ("高新技术企业已经有820家了,怎么做到的?", "780家"),
]
# What nobody contradicts: hurt is not dead, and a premise that is right
COUNTY_RIGHT = [
    "How many people were injured in the August 9 mudslide?",
    "7月24日的洪灾死了多少人?",
    "为什么PM2.5下降?",
    "工程项目全流程审批时限为什么只缩短22%?",
    "今年为什么取消药品加成?",
    "为什么提高农村低保标准?",
]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("county"), "qingling-2024.txt", _COUNTY)


@pytest.mark.parametrize(("question", "told"), COUNTY)
def test_what_came_out_otherwise_is_told_so(county: Assistant, question: str, told: str) -> None:
    text = county.invoke(question).text
    assert text.startswith((*LEADS, *INSTEAD))
    assert told in text


@pytest.mark.parametrize(
    "question", ["How many villagers died in the August 9 mudslide?", "泥石流死了几个人?"]
)
def test_that_nobody_died_is_told_plainly(county: Assistant, question: str) -> None:
    text = county.invoke(question).text
    assert not text.startswith((*LEADS, *INSTEAD))
    assert "没有人员因灾死亡" in text


@pytest.mark.parametrize("question", COUNTY_RIGHT)
def test_what_a_short_report_bears_out_is_not_denied(county: Assistant, question: str) -> None:
    assert not county.invoke(question).text.startswith((*LEADS, *INSTEAD))

"""Where, when, which and how many in everyday words; what is not told of a thing is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """2020年岭溪市人民政府工作报告
——2020年1月8日在岭溪市第八届人民代表大会第五次会议上
岭溪市人民政府市长 张三
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。
一、2019年工作回顾
2019年，地区生产总值完成862.4亿元，增长7.1%，总量在全省14个市州中居第6位。农林牧渔业总产值突破212亿元，稳居全省首位。
岭溪发射场海上发射卫星23颗，电动飞行器LX-200成功首飞。话剧《山河》在澳门成功展演，采茶戏《渡口》参加全省汇演。
评选5个项目授予“骏马奖”。先后派出86名医务人员驰援省外抗疫一线。培育农村“法律明白人”1.2万人。
新植油茶1.2万亩、茶叶0.8万亩，油茶、茶叶面积分别累计达到31万亩、6.4万亩。减少贫困人口1.3万人。
新增医疗床位900张。18个安置房项目竣工交付。
抗旱期间打应急井86眼。组建市大数据管理局，新设立民营企业服务局。岭溪股份在深交所上市。累计接种新冠疫苗95万剂。
实际利用外资未达目标，主要是物流园项目外方资金延后到账。在全省开发区比武中，岭溪经开区获得第二名。
二、2020年工作安排
今年，地区生产总值增长7%。2021年、2022年分别建成岭北、岭南高铁。积极创建云岭国家公园。推进市社会福利院二期建设。
试点加装电梯60部，每部给予财政补贴20万元。推行课后延时服务，所需经费由市财政承担。建设3个留守儿童之家。
开工建设岭北大桥，新增规模以上工业企业20家。承办全省旅游产业发展大会。
确保2021年实现脱贫摘帽。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("where")), "where.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Where did the city's economy rank within the province last year?", "第6位"),
        ("Where does the city rank by total output of farming, forestry, livestock and "
         "fisheries?", "首位"),
        ("一共打了多少颗卫星上天？", "23颗"),
        ("What is the model name of the aircraft that made its maiden flight?", "LX-200"),
        ("Where was the stage play put on?", "澳门"),
        ("How many doctors and nurses were sent to help other provinces fight the epidemic?",
         "86名"),
        ('How many rural "legal-savvy" residents have been trained?', "1.2万人"),
        ("How much land in total is planted with tea now?", "6.4万亩"),
        ("When will the Lingnan (岭南) high-speed line be finished?", "2022年"),
        ("全市打算哪一年摘掉贫困帽？", "2021年"),
        ("How many emergency wells were sunk during the drought?", "86"),
        ("Which government bodies were newly set up in 2019?", "民营企业服务局"),
        ("When did Lingxi Shares (岭溪股份) list on the Shanghai Stock Exchange?", "深交所"),
        ("Covid shots given so far?", "95万剂"),
        ("去年外资没完成任务，到底卡在哪儿？", "延后到账"),
        ("岭溪经开区在全省开发区比武中拿了第一，对吧？", "第二名"),
        ("How much does the government chip in per lift?", "20万元"),
        ("How much will parents have to pay for after-class care?", "由市财政承担"),
        ("What conference does the city want to host?", "旅游产业发展大会"),
    ],
)  # fmt: skip
def test_everyday_words_find_what_is_told(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        'Which five projects got the "骏马奖"?',  # how many, and none by name
        "《渡口》这出戏得了什么奖？",
        "新房均价多少一平？",
        "How many people lived in the city at the end of 2019?",  # 贫困人口 are some of them
        "社会福利院二期准备设多少张床位？",
        "In which townships will the three homes for left-behind children be built?",
        "岭北大桥是哪家公司中的标？",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(ask: Ask, question: str) -> None:
    assert ask(question).status is not Status.ANSWERED

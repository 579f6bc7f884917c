"""A small county's report: what each figure is against, of, and by whom; and what nobody said."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.models import Status
from tests.assistant.conftest import open_text

REPORT = """康远县人民政府工作报告
——2024年1月8日在康远县第十八届人民代表大会第四次会议上
康远县人民政府县长 林知行
各位代表：
一、2023年工作回顾
过去一年，全县地区生产总值完成182.4亿元，增长6.3%；固定资产投资增长9.2%；社会消费品零售总额58.7亿元，增长7.4%；城镇居民人均可支配收入36520元，增长5.1%，农村居民人均可支配收入18940元，增长7.9%。
总投资12亿元的恒晟光伏组件项目竣工投产，年产值可达30亿元。投资6.5亿元的润泽水泥熟料线技改完成，日产能由4500吨提高到6000吨。民营经济贡献税收的41%、出口的72%、城镇就业的83%。
PM2.5平均浓度29微克/立方米，较2020年下降21.6%。
城镇新增就业3200人，完成年度任务3000人的106.7%。每10万人拥有医师286名，千人拥有床位6.8张。粮食总产21.3万吨，比上年增产0.4万吨。年末金融机构存款余额246.5亿元、贷款余额168.2亿元，分别增长9.4%和12.1%。
安全生产事故起数、死亡人数分别下降25%和33.3%。全年未发生较大以上安全事故。
二、2024年工作安排
主要预期目标是：地区生产总值增长6%左右，城乡居民收入分别增长5.5%和7.5%，粮食产量稳定在21万吨以上。
以光伏、建材为主导产业，新引进亿元以上项目20个，力争开工15个。
办好十件民生实事。由县政府督查室按月通报进度。新建公办幼儿园2所，改造老旧小区12个。
"""
SAID = [
    # against which year
    ("PM2.5下降了多少", "2023年PM2.5平均浓度较2020年下降21.6%[1]。"),
    ("How much did PM2.5 fall?", "PM2.5 concentration (PM2.5平均浓度) fell by 21.6% against 2020"),
    # of what a thing has several measures
    ("润泽水泥的产能是多少", "2023年日产能6000吨"),
    ("恒晟光伏投资多少", "2023年恒晟光伏组件项目总投资为12亿元[1]。"),
    # who gives what a share of
    ("民营经济占出口多少", "关于2023年民营经济贡献出口，报告说“民营经济贡献税收的41%、出口的72%”"),
    # what was to be done, and what was
    ("2023年城镇新增就业任务是多少", "2023年城镇新增就业的目标是3000人[1]。"),
    ("城镇新增就业多少人", "2023年城镇新增就业3200人，完成年度任务3000人的106.7%[1]。"),
    # how many to so many people
    ("每千人有多少张床位", "2023年千人拥有床位6.8张[1]。"),
    ("How many doctors per 100,000 people?", "“每10万人拥有医师” came to 286 people (286名)"),
    # two in one question, or in one name
    ("存款多少贷款多少", "2023年贷款余额为168.2亿元，增长12.1%[2]。"),
    ("What were deposits and loans?", "loans of financial institutions (贷款余额) came to 16.82"),
    ("固投和消费分别增长多少", "2023年社会消费品零售总额增长7.4%[2]。"),
    ("城乡居民收入多少", "2023年农村居民人均可支配收入为18940元，增长7.9%[2]。"),
    # what was more than the year before
    ("粮食比去年增产多少吨", "2023年粮食总产增加0.4万吨[1]。"),
    # that it did not happen, and who tells of the progress
    ("有没有发生重大安全事故", "“全年未发生较大以上安全事故”[1]"),
    ("Were there any major safety accidents?", "“全年未发生较大以上安全事故” [1]"),
    ("谁负责通报民生实事进度", "“由县政府督查室按月通报进度”[1]"),
]
UNSAID = [
    "恒晟光伏项目产能多大",
    "鼎昱科技投资多少",  # a firm that the report does not know
    "出口增长多少",
    "What is the county head's mobile phone number?",
    "明天康远会下雨吗？",
    "How many foreign tourists came?",
]


@pytest.fixture(scope="module")
def kangyuan(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_text(tmp_path_factory.mktemp("kangyuan"), "康远2024.txt", REPORT)


@pytest.mark.parametrize(("question", "said"), SAID)
def test_is_told_of_what_and_against_what(kangyuan: Assistant, question: str, said: str) -> None:
    assert said in kangyuan.invoke(question).text


@pytest.mark.parametrize("question", UNSAID)
def test_what_the_report_does_not_say_is_refused(kangyuan: Assistant, question: str) -> None:
    assert kangyuan.invoke(question).status is Status.NOT_IN_REPORT

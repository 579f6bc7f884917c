"""A short report of another county, asked as plainly as officials ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.models import Status
from tests.assistant.conftest import Ask, open_text

TEXT = """2016年柳塘县人民政府工作报告
——2016年1月18日在柳塘县第十五届人民代表大会第六次会议上
柳塘县人民政府县长 李四
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、“十二五”时期和2015年工作回顾
“十二五”时期，综合实力迈上新台阶。地区生产总值由2010年的96.4亿元增加到2015年的171.2亿元，年均增长10.2%。一般公共预算收入由7.3亿元增加到14.9亿元。
2015年，地区生产总值增长8.1%，地区生产总值增速与年初确定的9%左右的预期目标有差距。城镇新增就业4180人，超额完成4000人的年度任务。
县工业园区新落户企业12户。低空经济实现产值2.8亿元。新增规模以上工业企业9户，总数达到83户。人工智能核心产业规模突破8亿元，集聚人工智能企业34家，发布政务大模型，上线应用场景12个，支持人工智能企业申请专利。
城乡低保对象分别为1.2万人和4.6万人。新建农村公路58公里。不良贷款率降至1.92%。财政总收入21.3亿元，增速居全市9县区第2位。出口1.8亿美元，下降4.2%，出口未能实现增长6%的计划。
纺织、酿酒两大产业实现产值约64亿元。
农村居民人均可支配收入9860元。新建农民体育健身路径50条。新增国家4A级旅游景区2家。旅游收入12.6亿元，增长21%。发放消费券600万元，拉动消费约7000万元。社会消费品零售总额58.3亿元。
在全省县域经济考核中，历史性进入前30名，位居第27位。装配式建筑产品年产量达12万立方米；建筑业总产值35.2亿元。为企业减负3.4亿元。县本级支出压减8000万元。
柳塘港开通至上海直航航线。首届油茶花节11月3日在柳渡镇开幕。城北专用线提前一年建成通车。石坪镇党委书记王青获评全省先进。
二、“十三五”时期的奋斗目标
到2020年，地区生产总值达到280亿元以上，第三产业增加值占比达到52%。
三、2016年重点工作
地区生产总值增长8.5%以上，两大产业产值突破70亿元，旅游收入达到15亿元左右，低空经济产值达到4亿元。
减少贫困人口1.3万人。推行“一窗受理”，9月底前建成县级政务服务中心。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    held = open_text(Path(tmp_path_factory.mktemp("plain")), "plain.txt", TEXT)
    return lambda question: held.invoke(question)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # 县工业园区 is not named by 全县
        ("全县现在有多少家规上工业企业？", ["83户"]),
        # what was reached, of which the aim has a shorter name
        ("两大产业产值有多少？", ["约64亿元"]),
        ("两大产业产值今年目标多少？", ["突破70亿元"]),
        # the years of a plan, said right before what is of the county
        ("十二五期间县GDP平均每年增长多少？", ["10.2%"]),
        # the base year is said once for several
        ("2010年一般公共预算收入是多少？", ["7.3亿元"]),
        ("一般公共预算收入2010年和2015年各是多少？", ["14.9亿元", "7.3亿元"]),
        # an aim that was missed, and one that was passed, stand beside what came
        ("2015年GDP增速目标和实际各是多少，完成了吗？", ["8.1%", "9%左右"]),
        ("2015年新增就业的任务是多少，实际完成多少？", ["4180人", "4000人"]),
        # "revenue" is short for what was named before
        (
            "How does the 2016 tourism revenue target compare with 2015 actual revenue?",
            ["12.6亿元", "15亿元左右"],
        ),
        # money said short, and a place told beside a front
        ("建筑业产值破了50亿，怎么做到的？", ["35.2亿元"]),
        ("全省县域经济考核排第9名，是真的吗？", ["第27位"]),
    ],
)
def test_a_plain_question_is_told_its_figures(ask: Ask, question: str, figures: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    told = [one.reported.text for one in answer.figures]
    assert [one for one in told if one in figures] == figures, answer.text
    assert len(answer.text.split("\n")) <= 2, answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("政务服务中心什么时候建成？", "9月底前"),
        ("柳塘港新开通了去哪里的直航航线？", "上海"),
        ("规上工业企业一共多少？", "总数为83户"),
        # the first of its kind, and by how long a thing was early
        ("第一届油茶花节在哪儿办的？", "柳渡镇"),
        ("城北专用线提前了多久通车？", "提前一年"),
    ],
)
def test_a_plain_question_is_told_in_words(ask: Ask, question: str, words: str) -> None:
    assert words in ask(question).text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # of GDP, which the report need not say
        ("2020年服务业占GDP比重要达到多少？", ["52%"]),
        ("By 2020, what share of GDP should the service sector make up?", ["52%"]),
    ],
)
def test_a_share_of_value_added_is_one_of_gdp(ask: Ask, question: str, figures: list[str]) -> None:
    assert [one.reported.text for one in ask(question).figures] == figures


def test_an_indicator_alone_is_not_what_something_named_beside_it_did(ask: Ask) -> None:
    answer = ask("How much consumer spending did the vouchers generate?")
    assert "58.3亿元" not in answer.text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("一年给企业减轻了多少负担？", ["3.4亿元"]),
        ("去年县本级支出为何多花了8000万元？", ["8000万元"]),
        ("装配式建筑这一块去年创造的产值是多少？", []),
    ],
)
def test_what_is_asked_in_everyday_words_is_told_of_itself(
    ask: Ask, question: str, figures: list[str]
) -> None:
    assert [one.reported.text for one in ask(question).figures] == figures


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # 人工智能应用 and 申请 speak to no language model
        ("How many AI companies are based in the county?", ["34家"]),
        ("上线了多少个应用场景？", ["12个"]),
        # the second of what 分别 parts
        ("农村低保对象有多少人？", ["4.6万人"]),
        # built in the year, not all there are; "the end" of a year is its end only
        ("How many kilometres of rural roads were built last year?", ["58公里"]),
        ("What was the bad loan ratio at the end of 2015?", ["1.92%"]),
        # so many fewer
        ("今年计划减少多少贫困人口？", ["1.3万人"]),
        # 全市9县区, without 个
        ("财政总收入增速在全市排第几？", ["第2位"]),
        # a plan that was missed is no result
        ("2015年出口增长还是下降？", ["4.2%"]),
    ],
)
def test_a_plain_question_is_told_its_own_figure(
    ask: Ask, question: str, figures: list[str]
) -> None:
    answer = ask(question)
    told = [one.reported.text for one in answer.figures]
    assert [one for one in told if one in figures] == figures, answer.text
    assert "6%" not in answer.text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        # what people earn is their income, and no path for their exercise
        ("农民一年挣多少？", ["9860元"]),
        ("村民一年能赚多少？", ["9860元"]),
        # sights of another class
        ("全县有几家5A景区？", []),
        ("How many 5A scenic spots does it have?", []),
        ("去年新增4A景区几家？", ["2家"]),
        # 低空经济(实现)产值: what it made, beside the aim
        ("低空经济产值多少？", ["2.8亿元"]),
        # growth of nothing named is the economy's
        ("Was the actual growth in 2015 higher than the 2016 target?", ["8.1%", "8.5%以上"]),
    ],
)
def test_short_questions_are_taken_as_meant(ask: Ask, question: str, figures: list[str]) -> None:
    told = [one.reported.text for one in ask(question).figures]
    assert told[: len(figures)] == figures
    assert bool(told) == bool(figures)


@pytest.mark.parametrize(("mark", "denied"), [("20 billion", True), ("10 billion", False)])
def test_a_mark_that_is_topped_is_no_place(ask: Ask, mark: str, denied: bool) -> None:
    answer = ask(f"Did GDP top {mark} yuan in 2015?")
    assert "171.2亿元" in answer.text
    assert answer.text.startswith("The report says otherwise") == denied


@pytest.mark.parametrize("question", ["县委书记是谁？", "Who is the county Party secretary?"])
def test_a_town_s_secretary_is_not_the_county_s(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_IN_REPORT
    assert "王青" in ask("石坪镇党委书记是谁？").text

"""English questions in a reader's own words: units, aims, names by their sound, what is counted."""

from __future__ import annotations

import pytest

from assistant.matching.asked import Asked, tells
from assistant.models import Status
from assistant.questions.understanding import understand
from corpus.glossary import load_glossary
from tests.assistant.conftest import Ask

YUNCHUAN, NANCHANG, QINGYAN = "yunchuan-2024", "nanchang-county-2022", "qingyan-2023"

FIGURES = [
    # the unit stands within what the glossary takes for a term
    (NANCHANG, "How many kilometres of county roads will be upgraded in 2022?", "17公里"),
    (NANCHANG, "What length of township trunk roads is scheduled for 2022?", "67.8公里"),
    (
        NANCHANG,
        "How many cubic metres of prefab building products were made?",
        "126万立方米",
    ),
    # should, is to, must: an aim, though the verb is in the past form
    (NANCHANG, "How many expert workstations should be added in 2022?", "7家"),
    (YUNCHUAN, "How many flats for talented people are to be built?", "2000套"),
    # names by their sound
    (NANCHANG, "What is the combined total investment in the Huaneng project?", "362亿元"),
    (YUNCHUAN, "By how much will the Lanyang chemical park be enlarged?", "3.6平方公里"),
    # what "how many" counts, not what stands beside it
    (NANCHANG, "How many job openings did the recruitment events offer?", "5.2万个"),
    (NANCHANG, "How many jobs did recruitment events offer in 2021?", "5.2万个"),
    # one name either way round, and the field's words
    (
        NANCHANG,
        "What minimum income from the village collective should each village reach?",
        "20万元以上",
    ),
    (NANCHANG, "How long should it take to set up a company under the planned reforms?", "2个小时"),
    (NANCHANG, "How much was lent under the government-backed farm loan scheme?", "20.5亿元"),
    (YUNCHUAN, "How many pilot-scale production bases will be built?", "5个"),
    (NANCHANG, "What length of overhead cabling was tidied up in 2021?", "110公里"),
    # last year is no place in a list
    (NANCHANG, "How high is the county on the country-wide list for inventiveness?", "第37位"),
    # what a plain sum goes into
    (NANCHANG, "How much money went into unsafe bridges and county roads in 2021?", "4.2亿元"),
    (NANCHANG, "How long should the full approval process take, once it is cut?", "70个工作日以内"),
    (NANCHANG, "How much did incomes rise for people lifted out of poverty?", "21.9%"),
    # wanted, hoped for: an aim; a goal for investment is no sum
    (NANCHANG, "What growth in retail sales does the county want?", "11%以上"),
    (NANCHANG, "What's the goal for investment in fixed assets this year?", "8.5%左右"),
    # a name turned round is no end of another's: growth of industrial, industrial investment
    (NANCHANG, "What was the growth of industrial investment last year?", "15.8%"),
    (NANCHANG, "How has industrial investment changed over the year?", "15.8%"),
    # was within a name says when
    (NANCHANG, "How many pigs were slaughtered in 2021?", "60.4万头"),
    (NANCHANG, "How many jobs were created in towns?", "7710人"),
    # a name spelled sign by sign, in quotation marks or not
    (NANCHANG, 'How much was issued in "Cai Yuan Xin Dai Tong" loans?', "12.2亿元"),
    (NANCHANG, "How much did Cai Zheng Hui Nong Xin Dai Tong lend?", "20.5亿元"),
    # what was spent is a sum, how much shorter no amount of anything
    (NANCHANG, "What did the county spend on refurbishing the care homes?", "8000余万元"),
    (NANCHANG, "How much shorter did approvals of engineering projects get?", "22%"),
    (NANCHANG, "How many rural people with legal know-how were trained?", "7.8万人"),
    # the field's words for funds, sectors, trains and sizes
    (NANCHANG, "How large is the parent fund for industrial guidance?", "30亿元"),
    (NANCHANG, "How fast did the value added of the service sector rise?", "10.4%"),
    (NANCHANG, "How many factories above the size threshold does the county have?", "412家"),
    # a longest time is asked for in days
    (
        NANCHANG,
        "What is the longest time that the full approval process may take in 2022?",
        "70个工作日以内",
    ),
    # "be" within a name says when
    (NANCHANG, "How much housing will be requisitioned this year?", "150万平方米"),
    (NANCHANG, "What share of callers to the 12345 line were happy with it?", "95%"),
    # who asks and why says nothing of what is asked
    (NANCHANG, "For my thesis I'd like to know: how many pigs were slaughtered?", "60.4万头"),
    (NANCHANG, "A colleague wonders: how many job openings did the fairs offer?", "5.2万个"),
    (
        NANCHANG,
        "What was the cargo of the foreign trade trains worth in US dollars?",
        "约16.5亿美元",
    ),
    # a name of which only the first word is spelled, and what it means in brackets
    (NANCHANG, 'How much was lent under the "Caiyuan Credit Link" (park finance)?', "12.2亿元"),
    # the name lacks what it shares with the one before
    (QINGYAN, "How many hospital beds are there per thousand people?", "7.6张"),
]

# what a name is of, from, by, stands after it: the whole's figure is no answer
NARROWER = [
    "How many jobs were created in tourism?",
    "What were retail sales of robots?",
]


@pytest.mark.parametrize(("report", "question", "figure"), FIGURES)
def test_a_reader_s_own_words_find_the_figure(
    ask: Ask, report: str, question: str, figure: str
) -> None:
    answer = ask(question, report=report)
    assert answer.status is Status.ANSWERED
    first, *growth = answer.figures
    assert first.text == figure
    assert all((one.indicator, one.measure) == (first.indicator, "growth") for one in growth)


@pytest.mark.parametrize("question", NARROWER)
def test_the_whole_s_figure_is_not_told_of_a_part(ask: Ask, question: str) -> None:
    assert ask(question).figures == ()


def test_a_cell_is_told_in_the_unit_of_its_column(ask: Ask) -> None:
    answer = ask("What was the investment in fixed assets in 2022?", report=QINGYAN)
    assert "42.86 billion yuan (428.6亿元)" in answer.text


def test_where_something_stands_now_asks_for_no_rank(ask: Ask) -> None:
    answer = ask("Where does the income of rural residents stand now?")
    assert answer.figures[0].text == "25444元"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What are the four programmes for training a new generation of farmers?", "青年农场主"),
        ("What three national-level honours did the county collect in 2021?", "社会治理创新典型"),
        ("On what date was the report given to the county people's congress?", "2022年2月12日"),
        ("Which local farm specialities are being promoted?", "蒋巷稻米"),
        ("Which township health centres get new main buildings in 2022?", "蒋巷、泾口2所卫生院"),
        ("Which car company does Jiangling Holdings restructure with?", "长安汽车"),
        ("Which five clusters worth 100 billion yuan are planned?", "陆港经济等五大千亿产业集群"),
        ("Which place in the county is in the first batch of logistics hubs?", "向塘国际陆港"),
    ],
)
def test_lists_are_found(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).text


def test_a_second_question_is_answered_from_the_sentence_that_answers_the_first(ask: Ask) -> None:
    answer = ask("What is Jiangling's restructuring, and how many cars a year is the project for?")
    assert [one.text for one in answer.figures] == ["15万辆"]
    assert not answer.notes


def test_a_name_that_is_not_in_the_report_is_refused(ask: Ask) -> None:
    assert ask("What is the total investment in the Gaoqiao new energy project?").status is (
        Status.NOT_IN_REPORT
    )
    assert ask("How many berths are planned at the Gaoqiao wharf?").status is Status.NOT_IN_REPORT


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("annual operating income from the village collectives", "集体经营性年收入"),
        ("revenue of the public budget", "一般公共预算收入"),
        ("length of the metro lines", "轨道交通运营里程"),
    ],
)
def test_an_english_name_is_known_either_way_round(asked: str, term: str) -> None:
    found = load_glossary().find(asked)
    assert [one.terms[0].zh for one in found] == [term]
    assert (found[0].start, found[0].end) == (0, len(asked))


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        ("the required reserve ratio", "存款准备金率"),
        ("the surveyed urban jobless rate", "城镇调查失业率"),
        ("the 10-year Yangtze fishing ban", "长江禁渔"),
        ("the local special bond quota", "专项债券资金"),
    ],
)
def test_the_english_of_national_reports_is_known(said: str, zh: str) -> None:
    assert [one.terms[0].zh for one in load_glossary().find(said)] == [zh]


@pytest.mark.parametrize(
    ("title", "question", "holds"),
    [
        ("石桥镇党委书记覃素梅获评先进个人", "Who is the Party secretary of the city?", False),
        ("大坳村第一书记何雪梅获评先进个人", "Who is the county Party secretary?", False),
        ("石桥镇党委书记覃素梅获评先进个人", "石桥镇党委书记是谁?", True),
        ("大坳村第一书记何雪梅获评先进个人", "大坳村第一书记是谁?", True),
    ],
)
def test_an_officer_is_of_the_level_that_is_asked(title: str, question: str, holds: bool) -> None:
    assert tells(Asked.WHO, title, understand(question), ()) is holds


@pytest.mark.parametrize(
    "asked", ["How much income did tourism bring in?", "How much revenue was generated by tourism?"]
)
def test_income_is_that_of_what_brings_it(asked: str) -> None:
    assert [term.zh for topic in understand(asked).topics for term in topic.terms] == ["旅游总收入"]

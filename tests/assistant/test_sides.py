"""Several things in one question: held against each other, asked of together, part by part."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.follow_ups.follow_up import question_parts
from assistant.models import Answer, Status
from corpus.models import Kind
from tests.assistant.conftest import Ask, open_text

YUNCHUAN, QINGYAN, NANCHANG = "yunchuan-2024", "qingyan-2023", "nanchang-county-2022"


def told(answer: Answer) -> list[str]:
    return [figure.text for figure in answer.figures]


# Which of two: both, of the same measure, and nothing else

SIDES = [
    (NANCHANG, "外贸班列去年是趟数涨得快还是货值涨得快?", ["22.6%", "30.5%"]),
    (
        NANCHANG,
        "规上服务业营收和三产增加值比,谁的规模大、谁涨得快?",
        ["77.6亿元", "32.4%", "465.3亿元", "10.4%"],
    ),
    (
        NANCHANG,
        "In yuan, how far apart were city and countryside incomes per head in 2021?",
        ["46349元", "8.3%", "25444元", "10.1%"],
    ),
    (NANCHANG, "2021年城里人和农村人的收入,哪边涨得更快?", ["8.3%", "10.1%"]),
    (NANCHANG, "去年财政总收入和地方一般公共预算收入相比,哪个增幅更大?", ["11%", "12.6%"]),
    (NANCHANG, "去年城里人和农民,谁的收入涨得快?", ["8.3%", "10.1%"]),
    (NANCHANG, "今年的收入增长目标,农村定得比城镇高还是低?", ["8.5%左右", "8%左右"]),
    (
        NANCHANG,
        "How does the disposable income of a rural resident compare with that of a town dweller?",
        ["25444元", "10.1%", "46349元", "8.3%"],
    ),
    (NANCHANG, "“财政惠农信贷通”和“财园信贷通”,哪个放的贷款多?", ["20.5亿元", "12.2亿元"]),
    (NANCHANG, "工业投资比固定资产投资增长得快吗?", ["15.8%", "13.8%"]),
    (NANCHANG, "How does export growth compare with GDP growth?", ["12%", "8.7%"]),
    (
        NANCHANG,
        "How did rural income growth compare with urban income growth in 2021?",
        ["10.1%", "8.3%"],
    ),
    # GDP has no revenue that the first one could lend it
    (NANCHANG, "Did fiscal revenue grow faster than GDP in 2021?", ["11%", "8.7%"]),
    (
        NANCHANG,
        "Did industrial investment grow faster than overall investment in 2021?",
        ["15.8%", "13.8%"],
    ),
    (NANCHANG, "农民收入比城里人增得快吗?", ["25444元", "10.1%", "46349元", "8.3%"]),
    (NANCHANG, "城镇居民收入比农村高多少?", ["46349元", "8.3%", "25444元", "10.1%"]),
    # what the second leaves out is the first one's
    (NANCHANG, "城里人收入和农村相比怎么样?", ["46349元", "8.3%", "25444元", "10.1%"]),
    (
        NANCHANG,
        "How does average income in the towns compare with that in the countryside?",
        ["46349元", "8.3%", "25444元", "10.1%"],
    ),
    (NANCHANG, "Did rural incomes grow faster than urban ones?", ["10.1%", "8.3%"]),
    (
        NANCHANG,
        "Were there more deputies' suggestions or CPPCC proposals handled?",
        ["68件", "120件"],
    ),
    (NANCHANG, "In 2021, did urban or rural incomes grow faster, and by how much each?", None),
    (NANCHANG, "Did exports grow faster than foreign investment last year?", ["12%", "7.5%"]),
    (
        NANCHANG,
        "Which income target for 2022 is more ambitious, the urban one or the rural one?",
        ["8%左右", "8.5%左右"],
    ),
    (
        NANCHANG,
        "Which has the higher coverage: basic pension insurance or basic medical insurance?",
        ["90%", "97.1%"],
    ),
    (YUNCHUAN, "城镇还是农村,哪边的低保标准高?", ["720元", "560元"]),
    (YUNCHUAN, "Which grew faster in 2023: retail sales or industrial investment?", None),
]


@pytest.mark.parametrize(("report", "question", "texts"), SIDES)
def test_both_of_two_are_told_in_one_measure(
    ask: Ask, report: str, question: str, texts: list[str] | None
) -> None:
    answer = ask(question, report=report)
    assert len({figure.indicator for figure in answer.figures}) == 2
    assert texts is None or [text for text in told(answer) if text in texts] == texts
    measures = {
        name: [one.measure for one in answer.figures if one.indicator == name]
        for name in {figure.indicator for figure in answer.figures}
    }
    assert len({tuple(one) for one in measures.values()}) == 1
    assert answer.text.count("\n") == 1


def test_a_comparison_within_one_year_has_no_other_years_targets(ask: Ask) -> None:
    answer = ask("How do the incomes of town dwellers and country dwellers compare in 2021?")
    assert {figure.year for figure in answer.figures} == {2021}
    assert {"46349元", "25444元"} <= set(told(answer))


# A target against what was achieved, of things that are counted

COUNTED = [
    (
        "Is this year's housing expropriation area larger or smaller than what was completed "
        "last year?",
        {"180万平方米", "150万平方米"},
    ),
    ("Does the 2022 plan for new medical beds exceed the number added in 2021?", None),
    (
        "Compare the number of major key projects under way in 2021 with that planned for 2022.",
        None,
    ),
    ("Are there more major and key projects in the 2022 plan than there were in 2021?", None),
    (
        "Investment in fixed assets: what was achieved in 2021 and what is planned for 2022?",
        {"13.8%", "8.5%左右"},
    ),
    ("How do last year's '152' projects compare with this year's target?", {"10个", "10个以上"}),
    ("How many town jobs were created last year, and what is planned now?", {"7710人", "8200人"}),
]


@pytest.mark.parametrize(("question", "texts"), COUNTED)
def test_a_plan_is_held_against_what_was_done(
    ask: Ask, question: str, texts: set[str] | None
) -> None:
    answer = ask(question)
    assert len(answer.figures) == 2
    assert {figure.kind for figure in answer.figures} == {Kind.ACTUAL, Kind.TARGET}
    assert texts is None or set(told(answer)) == texts


def test_who_wants_no_target_is_told_none(ask: Ask) -> None:
    answer = ask("我要的是完成数而不是目标:农村居民人均年可支配收入2021年实际增长了多少?")
    assert "10.1%" in told(answer)
    assert all(figure.kind is not Kind.TARGET for figure in answer.figures)


# Two questions in one


def test_what_a_part_has_no_answer_to_is_told_in_its_own_words(ask: Ask) -> None:
    answer = ask("What export growth did the county see in 2021, and what is the plan for 2022?")
    assert told(answer) == ["12%"]
    assert answer.notes == ("The report does not say: what is the plan for 2022",)


PARTS = [
    (
        NANCHANG,
        "公安派出所规范化建设,要重建改造多少个乡镇派出所、新建多少个警务室?",
        ["18个", "273个"],
    ),
    (
        NANCHANG,
        "How many major projects are on the 2022 list, and how much is to be invested in them?",
        ["276个", "500亿元左右"],
    ),
    (
        NANCHANG,
        "How many industrial firms above the designated size did the county gain last year, and "
        "how many does it have in all?",
        ["73家", "412家"],
    ),
    (NANCHANG, "2021年全年开行了多少列外贸班列,货值又有多大?", ["940列", "约16.5亿美元"]),
    (
        NANCHANG,
        "“三年强村计划”要求集体经营性年收入达到多少,30万元以上的村要占多大比例?",
        ["20万元以上", "80%"],
    ),
    (
        NANCHANG,
        "报告说2021年建筑业总产值已经突破1900亿元,这个1900亿是目标还是已完成?实际完成了多少?",
        ["突破1900亿元", "1796.9亿元"],
    ),
    (NANCHANG, "2021年基本养老和医疗保险的参保率各是多少?", ["90%", "97.1%"]),
    (NANCHANG, "农民体育健身路径和小运动场各建多少", ["50条", "10个"]),
    (
        NANCHANG,
        "How many public kindergartens and preschool places were added in 2021?",
        ["46所", "1.2万余个"],
    ),
]


@pytest.mark.parametrize(("report", "question", "texts"), PARTS)
def test_each_part_is_answered(ask: Ask, report: str, question: str, texts: list[str]) -> None:
    answer = ask(question, report=report)
    assert answer.status is Status.ANSWERED
    assert [text for text in told(answer) if text in texts] == texts
    assert not answer.notes


@pytest.mark.parametrize(
    "question",
    [
        "What R&D intensity, as a share of GDP, is the county trying to get to?",
        "Which stations does Metro Line 3, which opened in 2021, serve?",
        "How many free film screenings, at a minimum, are promised for 2022?",
        "今年GDP增速目标跟去年实际增速比,是调高了还是调低了?",
        "城里人和农民收入，去年各涨了百分之几？谁快",
        "政府过紧日子,去年县级一般性支出压减了多少?",
    ],
)
def test_what_belongs_to_one_question_is_not_cut(question: str) -> None:
    assert question_parts(question) == []


def test_what_a_percentage_is_of_is_no_subject(ask: Ask) -> None:
    question = "R&D spending exceeded 3% of GDP in 2021. By how much did it beat the target?"
    assert told(ask(question)) == ["超3%"]


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("2021年GDP目标完成了吗?", "报告没有给出2021年的目标值"),
        (
            "Did the county hit its GDP target?",
            "The report does not give the 2021 target itself",
        ),
    ],
)
def test_who_asks_whether_a_target_was_met_is_told_that_it_is_not_given(
    ask: Ask, question: str, note: str
) -> None:
    answer = ask(question)
    assert told(answer) == ["1195.6亿元", "8.7%"]  # not next year's target
    assert answer.notes == (note,)


INDUSTRIES = """2022年临川市人民政府工作报告
——2022年1月18日在临川市第五届人民代表大会第一次会议上
临川市人民政府市长 李四
各位代表：
一、2021年工作回顾
新材料、电子信息产业产值分别达到612亿元和388亿元。
二、2022年重点工作
推动新材料产业产值突破1000亿元。
"""


def test_of_two_industries_one_year_is_told(tmp_path: Path) -> None:
    held = open_text(tmp_path, "industries.txt", INDUSTRIES)
    answer = held.invoke("新材料和电子信息，哪个产业产值更大？")
    assert told(answer) == ["612亿元", "388亿元"]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Will there be more recruitment events in 2022 than the year before?", ["50场", "42场"]),
        ("Has the list of major key projects become longer since 2021?", ["236个", "276个"]),
        (
            "Which was longer, the county road upgrading of 2021 or the upgrading of county roads "
            "planned for 2022?",
            ["14.2公里", "17公里"],
        ),
        (
            "How does this year's housing expropriation compare with what was cleared in 2021?",
            ["180万平方米", "150万平方米"],
        ),
        (
            "How many old residential quarters were done up in 2021, and how many are on the list "
            "for 2022?",
            ["9个", "6个"],
        ),
        ("规上工业增加值今年目标比去年增速低多少?", ["11.3%", "9%左右"]),
        (
            "How much lower is the GDP growth target this year than last year's growth?",
            ["8.7%", "7.5%以上"],
        ),
        (
            "How does the rural road safety project this year compare with last year in km?",
            ["150公里", "200公里"],
        ),
        ("民生实事花的钱,2022年比2021年多还是少,各是多少?", ["85.1亿元", "87.7亿元"]),
        (
            "How many major key projects were there in 2021, and how many are planned for 2022?",
            ["236个", "276个"],
        ),
    ],
)
def test_of_two_years_both_are_told(ask: Ask, question: str, values: list[str]) -> None:
    assert set(told(ask(question))) == set(values)


@pytest.mark.parametrize(
    "question",
    [
        "县里居民收入涨幅跟全市平均比怎么样?",
        "How does the growth of residents' income compare with the city average?",
    ],
)
def test_held_against_a_wider_place_it_is_told_how_far_off(ask: Ask, question: str) -> None:
    assert told(ask(question)) == ["0.5个百分点"]

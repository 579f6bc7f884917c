"""The section tree, as such reports are written, and the passages cut along it."""

from __future__ import annotations

import pytest

from corpus.figures import extract_figures
from corpus.models import Part, Report
from corpus.outline import outline, section_at
from corpus.passages import passages
from corpus.report import load_report, parse_report
from corpus.sentences import clauses, sentences
from tests.corpus.conftest import FILLER, make_report
from tests.evals.test_golden import FOURTH, SECOND, SHIPPED, THIRD

LONG = "全年经济运行总体平稳，各项事业取得新的进步，人民生活持续改善，社会大局保持稳定。"


@pytest.fixture(scope="module", params=[SHIPPED, SECOND, THIRD, FOURTH], ids=lambda path: path.stem)
def report(request: pytest.FixtureRequest) -> Report:
    return load_report(request.param)


def tree(text: str) -> list[str]:
    """The sections of a review, below its part: indented number and heading."""
    made = make_report(review=text)
    stop = made.text.index("二、2022年工作安排")
    return [
        "  " * (one.level - 2) + one.number + one.heading
        for one in made.sections
        if one.level > 1 and one.start < stop
    ]


def test_sections_nest_in_reading_order(report):
    open_ends: list[tuple[int, int]] = []
    starts = [section.start for section in report.sections]
    assert starts == sorted(set(starts))
    for section in report.sections:
        assert 0 <= section.start < section.end <= len(report.text)
        open_ends = [(level, end) for level, end in open_ends if level < section.level]
        assert all(section.end <= end for _, end in open_ends)
        open_ends.append((section.level, section.end))


def test_a_heading_stands_in_the_text_where_its_section_begins(report):
    for section in report.sections:
        assert report.text.startswith(section.number, section.start)
        head = report.text[section.start : section.start + 60]
        assert section.heading in head
        assert section.path[-1:] == ((section.heading,) if section.heading else section.path[-1:])


def test_numbers_of_all_kinds_make_levels():
    text = f"""（一）产业转型步伐加快。{LONG}
1.工业经济高质突破。{LONG}
（1）稳增量。{LONG}
①抓龙头。{LONG}
2．现代农业高效推进。{LONG}
（二）改革开放不断深化
{LONG}"""
    assert tree(text) == [
        "（一）产业转型步伐加快",
        "  1.工业经济高质突破",
        "    （1）稳增量",
        "      ①抓龙头",
        "  2．现代农业高效推进",
        "（二）改革开放不断深化",
    ]


def test_formal_numerals_stand_above_the_everyday_ones():
    text = f"""壹、2020年工作回顾
一、工业经济高质突破。{LONG}
贰、2021年政府工作
一、现代农业高效推进。{LONG}"""
    assert [(one.level, one.number, one.part) for one in outline(text, 2021)] == [
        (1, "壹、", Part.REVIEW),
        (2, "一、", Part.REVIEW),
        (1, "贰、", Part.PLAN),
        (2, "一、", Part.PLAN),
    ]


def test_dashes_and_yishi_head_their_paragraphs():
    text = f"""（一）办好民生实事。{LONG}
——办人民满意教育，新建学校12所，{LONG}
——这五年，是民生福祉增进最多的五年。{LONG}
（二）扩大有效需求。{LONG}
一是抓项目扩投资。{LONG}
二是促消费活市场，举办活动80场次，{LONG}"""
    assert tree(text) == [
        "（一）办好民生实事",
        "  ——办人民满意教育",
        "  ——这五年，是民生福祉增进最多的五年",
        "（二）扩大有效需求",
        "  一是抓项目扩投资",
        "  二是促消费活市场",
    ]


def test_a_year_told_by_itself_is_no_part_of_the_five_years_before_it():
    text = f"""“十四五”时期工作回顾
——这是综合实力快速跃升的五年。{LONG}
——这是发展安全有效统筹的五年。{LONG}
刚刚过去的2025年，全市上下顶压前行。{LONG}"""
    last = outline(text, 2026)[-1]
    assert text[last.start : last.end].endswith(LONG)
    assert "2025年" not in text[last.start : last.end]


def test_headings_within_a_paragraph_are_found_where_each_is_a_sentence():
    text = (
        f"（一）推进创新。{LONG}\n一是建强平台。{LONG}二是强化企业主体。{LONG}三是集聚人才。{LONG}"
    )
    assert tree(text) == [
        "（一）推进创新",
        "  一是建强平台",
        "  二是强化企业主体",
        "  三是集聚人才",
    ]
    prose = f"（一）推进创新。{LONG}问题是：一是基础不牢，需求不足；二是结构偏重。{LONG}"
    assert tree(prose) == ["（一）推进创新"]


def test_bare_headings_need_a_neighbour():
    both = f"（一）稳增长。{LONG}\n助企纾困快速精准。{LONG}\n项目攻坚加力提速。{LONG}"
    assert tree(both) == ["（一）稳增长", "  助企纾困快速精准", "  项目攻坚加力提速"]
    assert tree(f"（一）稳增长。{LONG}\n成绩来之不易。{LONG}") == ["（一）稳增长"]


def test_a_report_without_parts_tells_its_periods_by_its_bare_headings():
    told = "２０２２年，面对多轮冲击，全县经济运行总体平稳，增长４．１％。"
    text = f"""云山县人民政府工作报告
（2023年1月9日在云山县第十八届人民代表大会第三次会议上）
各位代表：
综合。{told}
工业和建筑业。{LONG}
困难和不足。{LONG}
2023年预期目标。地区生产总值增长６％左右，城镇新增就业３２００人以上。
重点工作。{LONG}"""
    sections = parse_report(text, "test").sections
    assert [(one.heading, one.part, one.year) for one in sections] == [
        ("综合", Part.REVIEW, 2022),
        ("工业和建筑业", Part.REVIEW, 2022),
        ("困难和不足", Part.REVIEW, 2022),
        ("2023年预期目标", Part.PLAN, 2023),
        ("重点工作", Part.PLAN, 2023),
    ]


def test_where_a_heading_s_end_is_missing_none_is_made_up():
    text = f"1.高处着眼抓建设高水平完成规划编制和城市设计{LONG * 2}"
    assert tree(text) == ["1."]


def test_the_paragraph_of_problems_is_a_section_of_its_own():
    text = f"""（一）稳增长。{LONG}
在肯定成绩的同时，我们也清醒看到，发展还存在不少困难和问题：一是基础不牢，二是短板较多。
各位代表！成绩来之不易。{LONG}"""
    assert tree(text) == [
        "（一）稳增长",
        "在肯定成绩的同时，我们也清醒看到，发展还存在不少困难和问题",
    ]
    made = make_report(review=text)
    problems = next(one for one in made.sections if "困难和问题" in one.heading)
    assert "各位代表" not in made.text[problems.start : problems.end]


def test_parts_know_their_period():
    made = make_report()
    assert [(one.part, one.year) for one in made.sections] == [
        (Part.REVIEW, 2021),
        (Part.PLAN, 2022),
    ]


def test_the_coming_five_years_end_with_their_last():
    made = make_report(
        plan=f"{FILLER}\n三、今后五年的总体要求和目标任务\n{FILLER}\n名词解释\n{FILLER}"
    )
    assert [(one.part, one.year) for one in made.sections[-2:]] == [
        (Part.PLAN, 2026),
        (Part.OTHER, None),
    ]


def test_a_list_of_last_year_does_not_stand_below_one_of_five_years():
    review = "\n".join(
        [
            "（一）五年来，我们改善民生，群众生活明显提升",
            LONG,
            "2021年，是本届政府的收官之年。" + LONG,
            f"——着力稳增长。{LONG}",
            f"——着力惠民生。{LONG}",
        ]
    )
    assert tree(review) == [
        "（一）五年来，我们改善民生，群众生活明显提升",
        "——着力稳增长",
        "——着力惠民生",
    ]


def test_numbered_parts_stand_above_headings_without_number_and_symbols_below():
    text = f"""第一部分 2018年工作回顾
▍坚持项目为王，发展动能不断积蓄。{LONG}
①防范化解重大风险。{LONG}
▍坚持转型升级，实体经济稳中提质。{LONG}
2018年民生实事完成情况一览表
在肯定成绩的同时，我们也清醒地看到，发展还存在不少困难和问题：一是总量不大；二是收支矛盾突出。
第二部分 2019年总体要求和奋斗目标
今年的主要预期目标是：地区生产总值增长8%左右。
第三部分 2019年重点工作
1.聚力产业强市，实现新突破。
●做优工业经济。{LONG}"""
    found = outline(text, 2019)
    assert [(one.level, one.number + one.heading, one.year) for one in found] == [
        (1, "第一部分2018年工作回顾", 2018),
        (2, "▍坚持项目为王，发展动能不断积蓄", 2018),
        (3, "①防范化解重大风险", 2018),
        (2, "▍坚持转型升级，实体经济稳中提质", 2018),
        (2, "在肯定成绩的同时，我们也清醒地看到，发展还存在不少困难和问题", 2018),
        (1, "第二部分2019年总体要求和奋斗目标", 2019),
        (1, "第三部分2019年重点工作", 2019),
        (2, "1.聚力产业强市，实现新突破", 2019),
        (3, "●做优工业经济", 2019),
    ]


def test_a_heading_without_number_between_numbered_parts_opens_no_part_of_its_own():
    text = "\n".join(
        [
            "一、过去五年工作回顾",
            LONG,
            "二、今后五年的总体思路和奋斗目标",
            LONG,
            "今后五年的主要奋斗目标",
            "1.经济总量迈上新台阶。到2028年，地区生产总值突破420亿元。",
            "2.城乡建设呈现新面貌。建成区面积控制在34平方公里以内。",
            "三、2024年重点工作",
            LONG,
        ]
    )
    found = outline(text, 2024)
    assert [(one.heading, one.year) for one in found if one.level == 1] == [
        ("过去五年工作回顾", 2023),
        ("今后五年的总体思路和奋斗目标", 2028),
        ("2024年重点工作", 2024),
    ]
    assert "2023年工作回顾" in {
        one.heading
        for one in outline(f"2023年工作回顾\n一、工业\n{LONG}\n2024年工作安排\n二、农业", 2024)
        if one.level == 1
    }


def test_rows_of_a_table_are_no_headings():
    rows = "指标 | 2021年目标\n单位能耗 | 完成上级下达任务"
    assert tree(f"（一）经济稳中有进\n{LONG}\n{rows}") == ["（一）经济稳中有进"]


@pytest.mark.parametrize(
    ("heading", "part", "year"),
    [
        ("一、关于2021年工作", Part.REVIEW, 2021),
        ("一、2021年主要工作", Part.REVIEW, 2021),
        ("二、“十四五”时期的奋斗目标", Part.PLAN, 2025),
        ("三、关于2022年工作", Part.PLAN, 2022),
    ],
)
def test_a_part_s_year_or_five_years_say_its_period(heading, part, year):
    report = parse_report(f"2022年云山县政府工作报告\n各位代表：\n{LONG}\n{heading}\n{LONG}", "r")
    assert [(one.part, one.year) for one in report.sections] == [(part, year)]


def test_a_text_without_headings_is_told_apart_by_the_openings_of_its_sentences():
    told = f"刚刚过去的2021年，地区生产总值增长8%。{LONG}"
    report = parse_report(
        f"2022年云山县政府工作报告\n各位代表：\n{told}\n今年，地区生产总值增长7%左右。{LONG}", "r"
    )
    found = [(one.value, one.kind.value, one.year) for one in extract_figures(report)]
    assert found == [(8, "actual", 2021), (7, "target", 2022)]
    periods = {one.part for one in passages(report, 40)}
    assert {Part.REVIEW, Part.PLAN} <= periods


def test_passages_are_whole_sentences_of_one_section(report):
    cut = passages(report, 200)
    borders = [section.start for section in report.sections]
    for passage in cut:
        assert report.text[passage.start : passage.end] == passage.text
        inside = [at for at in borders if passage.start < at < passage.end]
        assert not inside, passage.text
    ends = [passage.end for passage in cut]
    assert ends == sorted(ends)


def test_passages_hold_every_sentence_below_the_headings(report):
    held = {at for one in passages(report, 200) for at in range(one.start, one.end)}
    headings = {
        at
        for one in report.sections
        for at in range(one.start, one.start + len(one.number + one.heading) + 2)
    }
    for start, end in sentences(report.text):
        assert set(range(start, end)) <= held | headings, report.text[start:end]


def test_a_long_enumeration_is_cut_by_its_semicolons():
    report = load_report(SHIPPED)
    targets = [one for one in passages(report, 100) if one.lead.endswith("主要预期指标是:")]
    assert [one.text for one in targets][:2] == [
        "地方一般公共预算收入增长6%左右;",
        "规模以上工业增加值增长9%左右;",
    ]
    assert len(targets) == 9  # the first clause has its lead before it


def test_rows_of_a_table_come_with_its_heading_row():
    rows = [one for one in passages(load_report(THIRD), 200) if one.text.count(" | ") > 3]
    assert rows[0].text.startswith("指标名称 | 单位")
    assert {one.lead.split(" | ")[0] for one in rows[1:]} == {"指标名称"}


def test_sentences_end_outside_quotes_and_brackets():
    text = "他说：“干就完了！不等不靠。”大家鼓掌。增长8%（其中：工业9%。）。\n第二段"
    assert [text[a:b] for a, b in sentences(text)] == [
        "他说：“干就完了！不等不靠。”",
        "大家鼓掌。",
        "增长8%（其中：工业9%。）",
        "。",
        "第二段",
    ]


def test_clauses_together_are_the_sentence():
    text = "目标是：增长8%；（含；）投资9%；消费“稳；进”。"
    assert [text[a:b] for a, b in clauses(text, 0, len(text))] == [
        "目标是：增长8%；",
        "（含；）投资9%；",
        "消费“稳；进”。",
    ]


def test_headings_in_brackets_are_parts_and_say_or_open_with_their_period() -> None:
    made = parse_report(
        "甲州2024年政府工作报告\n各位代表：\n"
        f"【上年工作回顾】\n{FILLER}\n◎ 聚力稳增长，底盘更稳固\n{LONG}\n"
        f"【难题】\n我们清醒看到，还有不少短板。{FILLER}\n"
        f"【怎么干】\n今年是规划的关键一年。{FILLER}\n"
        "——地区生产总值增长6%左右；\n——粮食总产量稳定在50万吨以上。\n"
        f"扩投资、促消费，把需求激发出来\n{LONG}\n"
        f"建链条、育企业，把实体经济做强\n{LONG}\n"
        f"深改革、扩开放，把活力释放出来\n{LONG}\n",
        "test",
    )
    told = [(one.level, one.heading, one.part, one.year) for one in made.sections]
    assert told == [
        (1, "上年工作回顾", Part.REVIEW, 2023),
        (2, "聚力稳增长，底盘更稳固", Part.REVIEW, 2023),
        (1, "难题", Part.REVIEW, 2023),
        (2, "我们清醒看到，还有不少短板", Part.REVIEW, 2023),
        (1, "怎么干", Part.PLAN, 2024),
        (2, "", Part.PLAN, 2024),  # an item of a list is no heading
        (2, "", Part.PLAN, 2024),
        (2, "扩投资、促消费，把需求激发出来", Part.PLAN, 2024),
        (2, "建链条、育企业，把实体经济做强", Part.PLAN, 2024),
        (2, "深改革、扩开放，把活力释放出来", Part.PLAN, 2024),
    ]


def test_brackets_below_parts_are_sections() -> None:
    made = make_report(review=f"【产业】{LONG}\n【民生】{LONG}")
    inner = [one for one in made.sections if one.heading in ("产业", "民生")]
    assert [(one.level, one.part) for one in inner] == [(2, Part.REVIEW), (2, Part.REVIEW)]


def test_items_told_by_which_they_are_make_sections() -> None:
    assert tree(f"其一，家底厚了。{LONG}\n其二，道路通了。{LONG}") == [
        "其一，家底厚了",
        "其二，道路通了",
    ]


def test_the_five_years_to_come_are_planned() -> None:
    made = parse_report(
        "甲州市2026年政府工作报告\n——2026年1月9日在甲州市第十届人民代表大会第一次会议上\n"
        f"各位代表：\n{FILLER}\n一、2025年工作回顾和“十四五”发展成就\n{FILLER}\n"
        f"二、“十五五”时期发展的总体考虑\n{FILLER}人均预期寿命达到82.5岁。\n"
        f"三、2026年重点任务\n{FILLER}\n",
        "test",
    )
    periods = [(one.part, one.year) for one in made.sections]
    assert periods == [(Part.REVIEW, 2025), (Part.PLAN, 2030), (Part.PLAN, 2026)]
    (life,) = (one for one in extract_figures(made) if one.unit == "岁")
    assert (life.kind, life.year) == ("target", 2030)


def test_a_list_is_of_the_year_that_introduces_it() -> None:
    made = make_report(
        plan=f"{FILLER}\n到2027年要实现“两个新跨越”：\n——经济实力实现新跨越。地区生产总值突破3000亿元。\n"
        f"——民生福祉实现新跨越。人均预期寿命达到79.5岁。\n2022年要抓好各项工作。{FILLER}粮食产量达到42亿斤。"
    )
    years = [one.year for one in extract_figures(made)]
    assert years == [2027, 2027, 2022]


def test_an_annex_has_its_title_below_its_number_and_the_title_s_period() -> None:
    text = (
        f"一、2023年工作回顾\n{LONG}\n附件1\n2024年十件民生实事\n1.新建停车场6处\n附件2\n名词解释"
    )
    found = outline(text, 2024)
    assert [(one.number, one.heading, one.part, one.year) for one in found if one.level == 1] == [
        ("一、", "2023年工作回顾", Part.REVIEW, 2023),
        ("附件1", "2024年十件民生实事", Part.PLAN, 2024),
        ("附件2", "名词解释", Part.OTHER, None),
    ]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("附件：2024年十件民生实事", (Part.PLAN, 2024)),
        ("附：全市重点建设项目计划", (Part.PLAN, 2024)),
        ("附件：2023年民生实事完成情况", (Part.REVIEW, 2023)),
        ("附件：名词解释", (Part.OTHER, None)),
    ],
)
def test_an_annex_speaks_of_the_time_that_its_title_says(
    title: str, period: tuple[Part, int | None]
) -> None:
    text = f"一、2023年工作回顾\n{LONG}\n二、2024年工作安排\n{LONG}\n{title}\n1.新建停车场6处"
    annex = next(one for one in outline(text, 2024) if title in one.number + one.heading)
    assert (annex.part, annex.year) == period


def test_numbered_headings_go_on_within_a_paragraph() -> None:
    text = (
        "三、2024年重点工作\n(九)办好民生实事。全年安排民生实事28件。\n"
        "1.稳就业:开展职业技能培训3.5万人次。2.教育:新改扩建幼儿园10所、中小学16所。"
        "3.健康:新增床位800张,市中心血站11月竣工。"
    )
    found = outline(text, 2024)
    assert [text[one.start : one.end][:4] for one in found if one.level == 3] == [
        "1.稳就",
        "2.教育",
        "3.健康",
    ]
    assert section_at(found, text.index("血站")).heading == "健康"  # type: ignore[union-attr]
    # numbers that do not go on
    assert len(outline("1.稳就业:培训3万人。4.教育:新建10所中小学。", 2024)) == 1
    made = outline(
        "（四）办好大学和医院。支持大学取得博士学位授予单位资格，三甲医院达到8家。"
        "（五）建设和美海湾。坚持农业农村优先发展、陆海统筹、山海协作。",
        2026,
    )
    assert [one.heading for one in made] == ["办好大学和医院", "建设和美海湾"]

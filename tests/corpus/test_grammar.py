"""The grammar of the figures, on sentences as such reports write them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from corpus.figures import extract_figures
from corpus.models import Figure, Kind
from tests.corpus.conftest import FILLER, make_report


def said(figure: Figure) -> str:
    """A figure in a line, with what is not plain: 'indicator value unit measure [..]'."""
    value = figure.value if figure.value is not None else f"{figure.low}~{figure.high}"
    extra = [
        *([figure.qualifier.value] if figure.qualifier != "exact" else []),
        *([f"@{figure.scope}"] if figure.scope else []),
    ]
    return " ".join([figure.indicator, f"{value}{figure.unit}", figure.measure.value, *extra])


def sentences(name: str) -> list[tuple[str, list[str]]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    blocks = (block.split("\n") for block in text.strip().split("\n\n"))
    return [
        (block[0], [line.strip() for line in block[1:]])
        for block in blocks
        if not block[0].startswith("#")
    ]


def short(value: object) -> str:
    return value[:18] if isinstance(value, str) else ""


@pytest.mark.parametrize(("sentence", "expected"), sentences("review_sentences.txt"), ids=short)
def test_a_sentence_gives_its_figures(read, sentence, expected):
    assert [said(figure) for figure in read(sentence)] == expected


NO_FIGURES = (
    "推进5G基站、03专项和“3+3+N”产业布局，落实“十四五”规划。",
    "12345热线和105国道沿线整治有序推进。",
    "国发〔2021〕5号文件精神全面落实，《国土空间总体规划(2021—2035年)》获批。",
    "三次产业结构由3.1∶52.4∶44.5调整为1.6∶47.3∶51.1。",
    "2021年12月31日前完成换届，第三季度开工，第十届运动会顺利举行。",
    "打造15分钟生活圈，推广“1+5+X”社区服务。",
    "坚持人民至上，做到一张蓝图绘到底，实现三个全覆盖。",
    "“6·18”特大暴雨后，“稳经济36条”落地见效。",
)


@pytest.mark.parametrize("sentence", NO_FIGURES, ids=lambda sentence: sentence[:12])
def test_names_dates_and_numbers_of_documents_are_no_figures(read, sentence):
    assert [figure.text for figure in read(sentence)] == []


@pytest.mark.parametrize(("sentence", "expected"), sentences("plan_sentences.txt"), ids=short)
def test_a_sentence_of_the_plan_gives_targets(read, sentence, expected):
    figures = read(sentence, plan=True)
    assert [said(figure) for figure in figures] == expected
    assert {figure.kind for figure in figures} == {"target"}
    assert {figure.year for figure in figures} == {2022}


YEARS = {
    "接待游客642万人次，恢复到2019年的七成左右，实现旅游收入48.3亿元。": [2021, 2021, 2021],
    "研发投入占比达到3.12%（2020年数据），高于全市0.47个百分点。": [2020, 2020],
    "地区生产总值由2016年的575.1亿元增加到862.7亿元，是2016年的1.5倍。": [2016, 2021, 2021],
    "上市企业由3家增加到9家。": [None, 2021],
    "用电量达到98亿千瓦时，比2018年的61亿千瓦时增加37亿千瓦时。": [2021, 2018, 2021],
    "用电量达到98亿千瓦时，较“十二五”末的61亿千瓦时多出不少。": [2021, 2015],
    "对照2035年远景目标，全年地区生产总值增长6%。": [2021],
    "地区生产总值增长6.3%，两年平均增长5.5%。": [2021, None],
    "五年来，累计改造老旧小区211个，民生支出年均增长7.2%，常住人口达到68.4万人。": [
        None,
        None,
        2021,
    ],
    "到2025年，地区生产总值突破1500亿元，常住人口达到75万人。": [2025, 2025],
    "地区生产总值由“十五”末的96亿元增加到153亿元，为“十五”期末的1.6倍。": [2005, 2021, 2021],
    "临溪经开区2020年11月获批国家级经开区，当年实现工业总产值735亿元。": [2020],
    "地区生产总值1782.6亿元（2020年为1698.3亿元），增长5.6%，一产6.8亿元。": [
        2021,
        2020,
        2021,
        2021,
    ],
    "今后三年学位仍有约3600个缺口；护理员持证率只有68%。": [2024, 2021],
    "城乡居民收入比由上年的2.52缩小到2.45。": [2020, 2021],
    "市中心医院2020年9月启用，基本医疗保险参保率稳定在95%以上。": [2021],
    "2020年12月26日高铁开通运营，至省会最快58分钟；机场旅客吞吐量312.6万人次。": [2020, 2021],
    "吞吐量186万标箱，而2016年这一数字仅为78万标箱，在全国港口中排名第19位。": [
        2021,
        2016,
        2021,
    ],
    "五年改造老旧小区642个、惠及11.8万户，其中去年96个；加装电梯913台。": [None, None, 2021, 2021],
    "五年累计投资286亿元，其中去年71亿元。去年吞吐量2.4亿吨，五年累计9.9亿吨；运煤60万吨。": [
        None,
        2021,
        2021,
        None,
        2021,
    ],
    "五年民生支出累计2476亿元；去年536亿元。": [None, 2021],
    "2019、2020、2021年分别减贫1.68万人、1.85万人和1.42万人。": [2019, 2020, 2021],
    "2018年、2019年分别建成高标准农田3万亩、节水灌溉农田5万亩。": [2018, 2019],
    "2018年、2019年、2020年分别新建幼儿园3所、新建小学4所、新建中学5所。": [2018, 2019, 2020],
    "2018年、2019年分别减贫3200人和1500人共4700人。": [2018, 2019, 2019],
    "2018年、2019年分别由3家、5家增加到6家、8家。": [None, None, 2019, 2019],
    "2022、2023、2024年各新建学校3所。": [2024],
    "存款余额96亿元，是2016年末的2.3倍；税收占比71.8%，高出2016年5.3个百分点。": [2021] * 4,
    "粮食稳产，2018年获评全省先进县；蔬菜种植16.4万亩。": [2021],
    "舜山景区2019年创成国家4A级景区，年接待游客600万人次。": [2021],
    "光伏电站2015年底并网发电，累计上网电量3.2亿千瓦时。": [2021],
    "截至2020年底全县贫困人口全部脱贫，贫困发生率降至0.3%。": [2020],
    "力争到2025年底现代产业体系基本形成，规上工业企业达到300家。": [2025],
    "我县2020年获得省级文明县称号，并于2021年创成，全县志愿者3.2万人。": [2021],
    "五年新改建国省干线126公里，争取投资21.7亿元。": [None, None],
    "城镇新增就业五年累计2.73万人、今年5620人。": [None, 2021],
    "五年来，企业开办时间由8.5天压缩到1天以内，群众满意度98.91%，建成绿道9公里。": [
        None,
        2021,
        2021,
        None,
    ],
    "五年来，“云雾”品牌价值居全国第37位、五年上升22位。": [2021, None],
}


@pytest.mark.parametrize(
    ("sentence", "years"),
    YEARS.items(),
    ids=short,
)
def test_the_year_is_the_one_spoken_of(read, sentence, years):
    assert [figure.year for figure in read(sentence)] == years


def test_the_day_of_one_aim_is_not_the_next_one_s(read):
    aims = read(
        "旅游业力争舜公山2024年创成国家5A级景区，年接待游客600万人次；林业总产值42亿元。"
        "岚勐高速完成投资40亿元，确保2026年6月底建成通车；电站装机容量120万千瓦。",
        plan=True,
    )
    assert [aim.year for aim in aims] == [2024, 2022, 2022, 2022]
    ahead = (
        "今后五年，全县要实现突破：\n——旅游业力争舜公山2024年创成国家5A级景区，年接待600万人次。"
    )
    assert [aim.year for aim in read(ahead, plan=True) if aim.unit == "万人次"] == [2026]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("力争到2025年底现代产业体系基本形成，规上工业企业达到300家。", 2025),
        ("力争2023年创成国家5A级景区，接待游客600万人次。", 2023),
        ("到2024年获评国家卫生县城，绿化率达到45%。", 2024),
        ("到2024年底老旧小区应改尽改，改造小区120个。", 2024),
    ],
)
def test_what_is_aimed_at_by_a_year_is_of_that_year(read, sentence, year):
    (aim,) = read(sentence, plan=True)
    assert (aim.year, aim.kind) == (year, "target")


def test_levels_at_a_plan_s_end_are_of_its_last_year_in_all_of_a_sentence():
    report = make_report(
        review="过去五年工作回顾\n五年来经济总量做大。“十三五”期末，全县完成生产总值186.5亿元，"
        "年均增长14.6%；社会消费品零售总额93.8亿元；财政总收入8.47亿元，五年净增5.9亿元。"
    )
    years = [figure.year for figure in extract_figures(report)]
    assert years == [2020, None, 2020, 2020, None]


def test_an_aim_of_five_years_is_of_the_last(read):
    figures = read("“十四五”期间，地区生产总值年均增长7%以上，城镇化率达到65%。", plan=True)
    assert [figure.year for figure in figures] == [2025, 2025]


def test_a_year_that_describes_a_thing_is_not_the_goal_s(read):
    sentence = "到2027年，全面完成2000年底前建成的老旧小区改造，建成轨道交通里程42公里。"
    (figure,) = read(sentence, plan=True)
    assert (figure.year, figure.kind) == (2027, "target")


def test_what_a_target_starts_from_is_no_target(read):
    base, goal = read("百亿级企业由3家增加到4家。", plan=True)
    assert (base.kind, base.year) == ("actual", None)
    assert (goal.kind, goal.year) == ("target", 2022)


def test_expected_of_a_life_is_no_estimate(read):
    (figure,) = read("人均预期寿命提高到80.6岁。")
    assert (figure.indicator, figure.kind) == ("人均预期寿命", "actual")


def test_an_estimate_holds_to_the_semicolon(read):
    figures = read("预计全年地区生产总值增长8%，总量突破千亿元；固定资产投资增长9%。")
    assert [figure.kind for figure in figures[:1] + figures[-1:]] == ["estimate", "actual"]


LISTS = {
    "预计2021年，全市实现地区生产总值286亿元，增长8%；一般公共预算收入16亿元。": "eee",
    "预计实现地区生产总值102亿元，增长9.3%；工业增加值33亿元，增长11%；进出口总额1亿元。": "eeeee",
    "预计实现地区生产总值102亿元；规模以上工业增加值增长9%；社会消费品零售总额30亿元。": "eae",
    "预计实现地区生产总值102亿元；财政收入完成61亿元；社会消费品零售总额30亿元。": "eaa",
    "研发投入占比预计达到2.4%，技术合同成交额85亿元。": "ea",
}


@pytest.mark.parametrize(("sentence", "kinds"), LISTS.items(), ids=short)
def test_an_estimate_at_a_list_s_head_holds_for_what_has_no_verb_of_its_own(read, sentence, kinds):
    assert "".join(figure.kind.value[0] for figure in read(sentence)) == kinds


def test_numbers_are_exact(read):
    (figure,) = read("财政总收入实现156.80亿元。")
    assert figure.value == Decimal("156.80")


def test_clause_holds_name_and_quantity(read):
    for figure in read("地区生产总值实现1195.6亿元,同比增长8.7%。"):
        assert figure.clause_start <= figure.start < figure.end <= figure.clause_end


def test_what_was_expected_of_the_year_is_its_target(read):
    done, aim = read("固定资产投资仅增长1.8%，未达到年初4%的预期。")
    assert (done.kind, aim.kind, aim.year) == ("actual", "target", 2021)


@pytest.mark.parametrize(
    "opening",
    ["刚刚过去的2021年，", "2021年是收官之年。", "过去一年，", "预计（下同）2021年经济增长8%。"],
)
def test_a_paragraph_of_one_year_in_a_review_of_five_is_of_that_year(opening):
    report = make_report(
        review=f"“十三五”时期工作回顾\n这是跨越发展的五年。进出口年均增长9.1%。\n"
        f"{opening}全县顺利完成目标任务。投资消费回暖向好。固定资产投资增长2.7%。"
    )
    years = {said(one): one.year for one in extract_figures(report) if one.indicator != "经济总量"}
    assert years == {"进出口 9.1% growth": None, "固定资产投资 2.7% growth": 2021}


def test_first_among_counties_with_a_bracket_is_a_rank(read):
    *_, rank = read("地区生产总值1195.6亿元，增长8.7%，总量继续稳居全省县（市、区）首位。")
    assert (rank.indicator, rank.measure, rank.value) == ("地区生产总值总量", "rank", 1)


def test_a_rank_among_so_many_places_is_of_what_is_ranked(read):
    *_, rank, moved = read("财政收入增长6%，增速居全省14个市州第5位，较上年前移2位。")
    assert (rank.indicator, rank.measure) == ("财政收入", "rank")
    assert moved.indicator == "财政收入"


def test_sum_and_length_of_a_work_are_its_own(read):
    cost, length = read("总投资74.2亿元、全长58.7公里的青白高速公路全线开工。")
    assert (cost.indicator, length.indicator) == ("青白高速公路总投资", "青白高速公路全长")


def test_a_plan_s_value_that_was_not_reached_is_a_target(read):
    figures = read("服务业占比距54%的规划值差2.8个百分点。")
    assert [figure.kind for figure in figures] == [Kind.TARGET, Kind.ACTUAL]


def test_what_recovered_is_no_recovery(read):
    names = {one.indicator for one in read("越冬种群由2017年的210只恢复到352只。")}
    assert names == {"越冬种群"}


def test_what_a_project_makes_in_a_year_is_its_capacity(read):
    (able,) = read("加快推进江铃控股战略重组(长安汽车年产15万辆整车项目)。")
    assert able.indicator == "整车项目年产能"
    (burnt,) = read("建成日处理300吨的生活垃圾焚烧发电项目。")
    assert burnt.indicator == "生活垃圾焚烧发电项目日处理能力"


def test_a_clause_ends_behind_the_quotation_mark_that_it_opens():
    report = make_report(review=f"2021年工作回顾\n{FILLER}粮食生产实现“十八连丰”,农民增收。")
    (run,) = (one for one in extract_figures(report) if "连丰" in one.text)
    assert report.text[run.clause_start : run.clause_end].endswith("实现“十八连丰”")


def test_an_aside_of_last_year_is_of_its_own_value_only(read):
    figures = read("固定资产投资下降8.6%，上年为增长14.2%；社会消费品零售总额318.7亿元。")
    assert [figure.year for figure in figures] == [2021, 2020, 2021]


def test_what_is_told_place_by_place_is_of_what_was_told_before(read):
    told = (
        "全县地区生产总值86.4亿元、增长5.2%，税收5亿元。\n"
        "分乡镇看，白芒镇21.3亿元、增长6.2%，枫渡镇受煤价拖累仅增1.2%、总量8.7亿元。"
    )
    assert [said(figure) for figure in read(told)[3:]] == [
        "地区生产总值 21.3亿元 level @白芒镇",
        "地区生产总值 6.2% growth @白芒镇",
        "地区生产总值 1.2% growth @枫渡镇",
        "地区生产总值总量 8.7亿元 level @枫渡镇",
    ]


def test_the_worst_since_records_began_is_of_the_year_told_of(read):
    rain, wells = read("面对1961年有气象记录以来最严重的连旱，降雨量仅142.6毫米，累计打井17口。")
    assert (rain.year, wells.year) == (2021, 2021)


def test_an_item_of_what_was_missed_is_said_of_its_heading(read):
    missed = (
        "——固定资产投资。计划增长8%，全年预计增长4.1%，列全市第15位。\n"
        "——优良天数。计划195天，实际187天，差8天。"
    )
    assert [(said(figure), figure.kind.value) for figure in read(missed)] == [
        ("固定资产投资 8% growth", "target"),
        ("固定资产投资 4.1% growth", "estimate"),
        ("固定资产投资 15位 rank", "estimate"),
        ("优良天数 195天 level", "target"),
        ("优良天数 187天 level", "actual"),
        ("优良天数与计划的差距 8天 level", "actual"),
    ]


def test_an_aside_of_last_year_ends_with_its_member_of_a_plan(read):
    told = "压减一般性支出，去年“三公”经费支出2870万元；全年安排审计项目38个。"
    assert [figure.year for figure in read(told, plan=True)] == [2021, 2022]


def test_a_total_over_several_years_is_of_none_of_them(read):
    figures = read("分三年共改造老旧小区18个，今年新建公厕6座。", plan=True)
    assert [(one.text, one.year) for one in figures] == [("18个", None), ("6座", 2022)]


def test_what_a_value_is_short_of_dates_nothing_that_follows(read):
    figures = read("土地出让收入完成21.7亿元，不足上年的六成；学位缺口仍有2300个左右。")
    assert [one.year for one in figures][-1] == 2021

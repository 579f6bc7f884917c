"""What the head of a report says of it."""

from __future__ import annotations

import datetime

import pytest

from corpus.header import chinese_number, find_date, find_years, read_header, split_metadata
from corpus.report import load_report, parse_report
from corpus.web import html_text
from tests.evals.test_golden import FIFTH, FOURTH, SECOND, SHIPPED, THIRD

CONGRESS = "——2023年1月6日在青岩区第九届人民代表大会第三次会议上"


@pytest.mark.parametrize(
    ("path", "title", "place", "year", "date", "speaker"),
    [
        (SHIPPED, "2022年南昌县人民政府工作报告", "南昌县", 2022, "2022-02-12", "贾彧超"),
        (SECOND, "2025年临澜市政府工作报告", "临澜市", 2025, "2025-01-16", "沈同舟"),
        (
            FOURTH,
            "黛川彝族自治州2022年政府工作报告",
            "黛川彝族自治州",
            2022,
            "2022-01-20",
            "阿洛木嘎",
        ),
        (FIFTH, "澜浦区2023年政府工作报告", "澜浦区", 2023, "2023-02-06", "顾明远"),
        (THIRD, "海陵市青岩区人民政府工作报告", "青岩区", 2023, "2023-01-06", "陆知远"),
    ],
    ids=lambda value: getattr(value, "stem", ""),
)
def test_the_head_of_a_report(path, title, place, year, date, speaker):
    report = load_report(path)
    assert (report.title, report.place, report.year) == (title, place, year)
    assert report.date == datetime.date.fromisoformat(date)
    assert report.speaker == speaker


@pytest.mark.parametrize(
    ("lines", "title", "place", "year"),
    [
        (["政府工作报告", CONGRESS], "政府工作报告", "青岩区", 2023),
        (
            ["海陵市青岩区", "人民政府工作报告", CONGRESS],
            "海陵市青岩区人民政府工作报告",
            "青岩区",
            2023,
        ),
        (["2023年", "政府工作报告", CONGRESS], "政府工作报告", "青岩区", 2023),
        (
            ["《二〇二三年云川市政府工作报告》", "各位代表："],
            "二〇二三年云川市政府工作报告",
            "云川市",
            2023,
        ),
        (["云川市2023年政府工作报告"], "云川市2023年政府工作报告", "云川市", 2023),
        (
            ["江西省云川市青岩区2023年政府工作报告"],
            "江西省云川市青岩区2023年政府工作报告",
            "青岩区",
            2023,
        ),
        (["政府工作报告", CONGRESS.replace("青", "海陵市青")], "政府工作报告", "青岩区", 2023),
        (
            [
                "政府工作报告",
                "——2023年3月5日在第十四届全国人民代表大会第一次会议上",
                "现在，我代表国务院，向大会报告过去五年政府工作，请予审议。",
            ],
            "政府工作报告",
            "中国",
            2023,
        ),
    ],
)
def test_title_place_and_year(lines, title, place, year):
    header = read_header(lines, {})
    assert (header.title, header.place, header.year) == (title, place, year)


def test_without_a_year_in_the_text_the_page_s_date_counts():
    header = read_header(["云川市政府工作报告", "各位代表："], {"发布日期": "2021-02-03"})
    assert header.year == 2021


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("市长 林 岚", "林岚"),
        ("云山县人民政府县长　李明".replace("\u3000", " "), "李明"),
        ("代理区长： 王小明", "王小明"),
        ("县 长 周 文", "周文"),
        ("市长：王小明", "王小明"),
        ("自治州州长 阿不都·克里木", "阿不都·克里木"),
        ("区长率队调研", ""),
        ("1月8日，大会开幕。市长周文作政府工作报告。本报记者 李明 摄", "周文"),
        ("区长周文代表区人民政府向大会作政府工作报告", "周文"),
        ("国务院总理 李强", "李强"),
    ],
)
def test_the_speaker(line, speaker):
    assert read_header(["政府工作报告", line], {}).speaker == speaker


def test_fields_of_the_page_s_head_become_metadata():
    lines = [
        "索引号: i700209--2022-0004 主题分类:",
        "发布机构: 南昌县政府办 生成日期: 2022-02-17",
        "有 效 性： | 有效 | 公开方式： | 主动公开",
        "浏览次数：4318",
        "来源于群众的智慧是无穷的。",
    ]
    fields, rest = split_metadata(lines)
    assert fields == {
        "索引号": "i700209--2022-0004",
        "发布机构": "南昌县政府办",
        "生成日期": "2022-02-17",
        "有效性": "有效",
        "公开方式": "主动公开",
    }
    assert rest == ["来源于群众的智慧是无穷的。"]


def test_numbers_dates_and_years_in_all_scripts():
    assert [chinese_number(text) for text in ("2022", "２０２２", "二〇二二", "十二", "甲")] == [
        2022,
        2022,
        2022,
        12,
        None,
    ]
    for text in (
        "2022年2月12日",
        "二〇二二年二月十二日",
        "2022 年 2 月 12 日",
        "２０２２年２月１２日",
    ):
        assert find_date(text) == datetime.date(2022, 2, 12)
    assert find_date("2022年13月40日") is None
    assert find_years("2021年和二〇二二年") == [2021, 2022]


def test_a_text_without_title_takes_place_and_year_from_what_is_said():
    lines = [
        "各位代表：",
        "现在，我代表云山县人民政府，向大会报告政府工作，请予审议。",
        "一、2021年工作回顾",
        "二、2022年重点任务",
    ]
    header = read_header(lines, {})
    assert (header.title, header.place, header.year) == ("政府工作报告", "云山县", 2022)
    assert read_header(lines, {}, "云山县2022年政府工作报告").title == "云山县2022年政府工作报告"


def test_fields_with_nothing_between_them_are_kept_apart():
    fields, rest = split_metadata(["发布时间：2024-01-22 10:20信息来源：区府办浏览次数：873"])
    assert fields == {"发布时间": "2024-01-22 10:20", "信息来源": "区府办"}
    assert rest == []


def test_a_table_of_fields_above_the_text_names_the_report() -> None:
    """A page of a government site: names and values in cells, the title spread below."""
    cells = [
        ["索 引 号", "11152900MB/2024-00118", "主题分类", "综合政务 \\ 政府工作报告"],
        ["发布机构", "云山市人民政府办公室", "文    号", "——"],
        ["名 称", "2024年云山市政府工作报告"],
    ]
    rows = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in cells)
    told = "各位代表:</p><p>现在,我代表市人民政府向大会报告工作,请予审议。"
    page = (
        "<ul><li>走进云山</li><li>新闻动态</li></ul>"
        f"<table>{rows}</table><h1>政 府 工 作 报 告</h1><p>{told}</p>"
        f"<p>{'全市经济稳中有进,民生持续改善。' * 20}</p>"
    )
    report = parse_report(html_text(page), "page")
    assert (report.title, report.place, report.year) == ("2024年云山市政府工作报告", "云山市", 2024)
    assert report.metadata == {
        "索引号": "11152900MB/2024-00118",
        "主题分类": "综合政务 \\ 政府工作报告",
        "发布机构": "云山市人民政府办公室",
        "名称": "2024年云山市政府工作报告",
    }
    assert report.text.startswith("政 府 工 作 报 告\n各位代表:")


@pytest.mark.parametrize(
    ("title", "given", "part", "year"),
    [
        ("政府工作报告（2016年）", "2016年12月20日", "三、2017年工作安排", 2017),
        ("政府工作报告", "2016年12月20日", "三、2017年工作安排", 2017),
        ("2016年政府工作报告", "2016年1月20日", "二、2016年工作安排", 2016),
        ("2016年政府工作报告", "2016年1月20日", "二、2017年工作展望与目标", 2016),
        ("2017年政府工作报告", "2016年12月20日", "二、2017年工作安排", 2017),
    ],
)
def test_a_report_at_a_year_s_end_plans_the_next(title: str, given: str, part: str, year: int):
    lines = [title, f"——{given}在青岩区第九届人民代表大会第三次会议上", "各位代表：", part]
    assert read_header(lines, {}).year == year


REVIEW_2020, PLAN_2021 = "一、2020年工作回顾", "二、2021年工作安排"
REVIEW_2021, PLAN_2022 = "一、2021年工作回顾", "二、2022年工作安排"
TITLE_2021 = "2021年石溪县政府工作报告"


@pytest.mark.parametrize(
    "line",
    [
        "（一）聚焦2022年省运会筹备任务",
        "到2022年实现上市企业翻番目标",
        "附：2022年重点项目任务清单",
        "三、做好2022年项目储备，落实目标",
    ],
)
@pytest.mark.parametrize("parts", [[REVIEW_2020, PLAN_2021], ["一、过去一年工作回顾"]])
def test_only_the_heading_of_a_part_tells_the_year_planned(line: str, parts: list[str]):
    assert read_header([TITLE_2021, "各位代表：", *parts, line], {}).year == 2021


@pytest.mark.parametrize(
    ("below", "metadata", "year"),
    [
        (["（2021年1月）"], {}, 2021),
        (["——2021年1月在石溪县第十届人民代表大会第一次会议上"], {}, 2021),
        ([], {"发布日期": "2021-01-28"}, 2021),
        ([], {"成文日期": "20210128", "发布日期": "2021年11月3日"}, 2021),
        (["（2021年12月）"], {}, 2022),
        ([], {"发布日期": "2021-12-28"}, 2022),
        ([], {"废止日期": "2021-01-28"}, 2022),
        ([], {}, 2022),
        (["（2022年1月20日）"], {}, 2022),
        ([], {"发布日期": "2022-01-28"}, 2022),
    ],
)
def test_a_date_early_in_the_title_s_year_holds_it(
    below: list[str], metadata: dict[str, str], year: int
):
    lines = [TITLE_2021, *below, "各位代表：", REVIEW_2021, PLAN_2022]
    assert read_header(lines, metadata).year == year


@pytest.mark.parametrize("below", [[], ["（2021年10月12日）"], ["（2021年12月）"]])
def test_a_half_year_s_report_stays_in_its_year(below: list[str]):
    parts = ["一、2021年上半年工作回顾", "二、2021年下半年工作安排"]
    assert read_header(["政府工作报告（2021年上半年）", *below, *parts], {}).year == 2021
    assert read_header(parts, {}).year == 2021


@pytest.mark.parametrize(
    "plan",
    [
        "二、2022年工作建议",
        "二、2022年工作重点",
        "第二部分 2022年政府工作的总体要求和主要目标",
        "二、今后五年奋斗目标和2022年工作安排",
        "2022年工作建议",
        "二、二〇二二年工作打算",
        "二、明年工作打算",
    ],
)
def test_a_december_sitting_plans_the_next_year_by_any_name(plan: str):
    lines = [TITLE_2021, "（2021年12月20日）", REVIEW_2021, plan]
    assert read_header(lines, {}).year == 2022


def test_headings_that_disagree_do_not_move_the_title_s_year():
    lines = [TITLE_2021, "（2021年12月20日）", REVIEW_2020, PLAN_2022]
    assert read_header(lines, {}).year == 2021
    assert read_header([TITLE_2021, REVIEW_2021], {}).year == 2021  # no plan, no date


def test_the_end_of_a_five_year_plan_is_no_year_planned():
    parts = ["三、“十五五”时期发展思路和2030年展望", "四、2026年工作安排"]
    assert read_header(parts, {}).year == 2026

"""Tables: rows that stay apart in the text, and the figures that they give."""

from __future__ import annotations

import docx
import pytest

from corpus.canonical import normalize_characters
from corpus.figures import extract_figures
from corpus.loading import read_text
from corpus.report import parse_report
from corpus.rows import cells, is_row, table_lines
from tests.corpus import files
from tests.corpus.conftest import FILLER, FRAME
from tests.corpus.test_grammar import said

ROWS = (
    ("指标", "单位", "2021年实际", "增长（%）", "2022年目标"),
    ("地区生产总值", "亿元", "862.7", "4.6", "增长6%左右"),
    ("实际利用外资", "亿美元", "1.86", "-4.3", "不低于2亿美元"),
)
LINES = [
    "指标 | 单位 | 2021年实际 | 增长（%） | 2022年目标",
    "地区生产总值 | 亿元 | 862.7 | 4.6 | 增长6%左右",
    "实际利用外资 | 亿美元 | 1.86 | -4.3 | 不低于2亿美元",
]


def figures(*lines: str) -> list[str]:
    """Figures of a table in the plan, with kind and year."""
    text = FRAME.format(place="云山县", review=FILLER, plan="\n".join(lines) + "\n完成。")
    found = extract_figures(parse_report(text, "test"))
    return [f"{said(one)} {one.kind.value} {one.year}" for one in found]


@pytest.mark.parametrize("gap", ["\t", "\u3000", "  ", " "])
def test_a_table_pasted_as_text_keeps_its_cells_apart(gap):
    lines = ["序号", "项目", "年初计划", "完成情况"], ["1", "新增学位", "3000个", "3150个"]
    lines = [*lines, ["2", "农村公路建设", "250公里", "286公里"]]
    raw = "\n\n".join(gap.join(line) for line in lines)
    assert normalize_characters(raw).split("\n") == [" | ".join(line) for line in lines]


def test_two_names_in_a_line_and_prose_with_spaces_are_no_table():
    raw = "市长\u3000陶学军\n副市长\u3000李国强\n秘书长\u3000周蕾"
    assert "|" not in normalize_characters(raw)
    prose = "一是 加快 建设。\n二是 推动 转型。\n三是 改善 民生。"
    assert "|" not in normalize_characters(prose)


def test_word_keeps_the_cells_of_a_row_apart(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=len(ROWS) + 1, cols=5)
    for at, row in enumerate(ROWS):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    note = table.cell(3, 0).merge(table.cell(3, 4))
    note.text = "注：2021年数据为快报数，增速按可比价格计算。"
    document.save(str(tmp_path / "table.docx"))
    assert read_text(tmp_path / "table.docx").split("\n") == [
        *LINES,
        "注：2021年数据为快报数，增速按可比价格计算。",
    ]


def test_a_cell_merged_downwards_stands_in_its_first_row(tmp_path):
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "经济发展"
    for at, name in enumerate(("总产值", "增加值")):
        table.cell(at, 1).text, table.cell(at, 2).text = name, "8%"
    document.save(str(tmp_path / "table.docx"))
    assert read_text(tmp_path / "table.docx").split("\n") == [
        "经济发展 | 总产值 | 8%",
        " | 增加值 | 8%",
    ]


def test_web_pages_markdown_and_tabs_give_the_same_rows(tmp_path):
    rows = "".join("<tr>" + "".join(f"<td><p>{c}</p></td>" for c in row) + "</tr>" for row in ROWS)
    (tmp_path / "table.html").write_text(f"<table>{rows}</table>", encoding="utf-8")
    ruled = ["| " + " | ".join(row) + " |" for row in ROWS]
    (tmp_path / "table.md").write_text(
        "\n".join(["正文。", "", ruled[0], "|---" * 5 + "|", *ruled[1:]]), encoding="utf-8"
    )
    (tmp_path / "table.txt").write_text("\n".join("\t".join(row) for row in ROWS), encoding="utf-8")
    for name in ("table.html", "table.md", "table.txt"):
        lines = [line for line in read_text(tmp_path / name).split("\n") if "|" in line]
        assert lines == LINES, name


def test_spans_of_a_page_s_table_leave_empty_cells(tmp_path):
    (tmp_path / "table.html").write_text(
        "<table><tr><td rowspan=2>指标</td><td colspan=2>2021年</td></tr>"
        "<tr><td>绝对值</td><td>增速</td></tr><tr><td>总产值</td><td>8</td><td>5</td></tr></table>",
        encoding="utf-8",
    )
    lines = read_text(tmp_path / "table.html").strip().split("\n")
    assert lines == ["指标 | 2021年 | ", " | 绝对值 | 增速", "总产值 | 8 | 5"]


def test_a_table_that_lays_out_a_page_is_prose():
    assert table_lines([["首页"], ["第一段。\n第二段。"]]) == ["首页", "第一段。\n第二段。"]
    assert table_lines([["菜单", "很长的正文" * 60]]) == ["菜单", "很长的正文" * 60]


def test_cells_of_a_row():
    assert [" | b |"[a:b] for a, b in cells(" | b |")] == ["", "b", ""]
    assert is_row("a | b")
    assert not is_row("地区生产总值增长8%。")


def test_a_row_names_the_indicator_and_a_column_the_rest():
    assert figures(*LINES) == [
        "地区生产总值 862.7亿元 level actual 2021",
        "地区生产总值 4.6% growth actual 2021",
        "地区生产总值 6% growth about target 2022",
        "实际利用外资 1.86亿美元 level actual 2021",
        "实际利用外资 -4.3% growth actual 2021",
        "实际利用外资 2亿美元 level at_least target 2022",
    ]


def test_units_in_brackets_and_headings_over_two_columns():
    assert figures(
        "指标 | 2021年 | | 2022年 |",
        " | 绝对值 | 增速（%） | 目标 | 增速",
        "地区生产总值（亿元） | 100.5 | 5.6 | 107 | 6%左右",
        "全省排名（位） | 3 | | 前2位 |",
    ) == [
        "地区生产总值 100.5亿元 level actual 2021",
        "地区生产总值 5.6% growth actual 2021",
        "地区生产总值 107亿元 level target 2022",
        "地区生产总值 6% growth about target 2022",
        "全省排名 3位 rank actual 2021",
        "全省排名 2位 rank at_most target 2022",
    ]


def test_estimates_order_numbers_and_remarks():
    assert figures(
        "序号 | 项目 | 计量单位 | 2021年预计完成 | 同比±% | 2022年计划 | 牵头单位",
        "1 | 新增学位 | 个 | 8,600 | 5.2（同口径） | 9000以上 | 县教育局3科",
        "2 | PM2.5平均浓度 | 微克/立方米 | 28 | — | 27以内 | 生态环境局",
    ) == [
        "新增学位 8600个 level estimate 2021",
        "新增学位 5.2% growth estimate 2021",
        "新增学位 9000个 level at_least target 2022",
        "PM2.5平均浓度 28微克/立方米 level estimate 2021",
        "PM2.5平均浓度 27微克/立方米 level at_most target 2022",
    ]


@pytest.mark.parametrize("line", ["名称 | 负责人", "某某 | 张三"])
def test_tables_without_numbers_give_no_figures(line):
    assert figures(line, line) == []


def test_a_figure_of_a_table_quotes_its_row():
    text = FRAME.format(place="云山县", review=FILLER, plan="\n".join(LINES) + "\n完成。")
    report = parse_report(text, "test")
    for one in extract_figures(report):
        assert report.text[one.start : one.end] == one.text
        assert report.text[one.clause_start : one.clause_end] in LINES


def test_the_words_of_the_made_files_are_untouched_by_table_rules(tmp_path):
    assert read_text(files.write_docx(tmp_path / "plain.docx")) == files.TEXT


def test_cells_under_no_heading_of_a_number_are_read_as_prose():
    tasks = (
        "序号 | 实事内容 | 牵头部门",
        "1 | 新建公办幼儿园7所，新增学位1890个 | 县教育局",
        "2 | 为3.4万名农村妇女免费体检 | 县卫生局",
    )
    assert figures(*tasks) == [
        "新建公办幼儿园 7所 level target 2022",
        "新增学位 1890个 level target 2022",
        "农村妇女免费体检 3.4万名 level target 2022",
    ]
    noted = "其他 | 全年用水量3.2亿立方米，增长1.4%，其中工业用水量1.1亿立方米。 |  |  | "
    assert [one.split(" target")[0] for one in figures(*LINES, noted)][-3:] == [
        "用水量 3.2亿立方米 level",
        "用水量 1.4% growth",
        "工业用水量 1.1亿立方米 level",
    ]

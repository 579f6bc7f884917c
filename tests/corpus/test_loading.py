"""A report reads the same from every kind of file and encoding; what is none says so."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from corpus.loading import decode, read_text
from corpus.models import CorpusError
from corpus.report import load_report
from tests.corpus import files

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_the_encoding_is_detected(folder, encoding, ending):
    text = files.TEXT
    if ending == ".html":
        text = "<body>" + "".join(f"<p>{line}</p>" for line in files.LINES) + "</body>"
    path = folder / f"report{ending}"
    path.write_bytes(text.encode(encoding))
    assert load_report(path).text == files.TEXT


def test_a_page_that_names_its_encoding_is_read_by_it(folder):
    body = '<html><head><meta charset="gb2312"></head><body>' + "".join(
        f"<p>{line}</p>" for line in files.LINES
    )
    path = folder / "report.html"
    path.write_bytes(body.encode("gb18030"))
    assert load_report(path).text == files.TEXT


def test_a_page_that_names_the_wrong_encoding_is_read_all_the_same(folder):
    body = '<html><head><meta charset="utf-8"></head><body>' + "".join(
        f"<p>{line}</p>" for line in files.LINES
    )
    path = folder / "report.html"
    path.write_bytes(body.encode("gb18030"))
    assert load_report(path).text == files.TEXT


def test_line_ends_of_all_systems_are_one(folder):
    path = folder / "report.txt"
    for end in ("\r\n", "\r", "\n", "\n\n\n", "\u2028"):
        path.write_bytes(end.join(files.LINES).encode())
        assert load_report(path).text == files.TEXT


def test_word_and_pdf_give_the_same_text(folder):
    word = files.write_docx(folder / "report.docx")
    pdf = files.write_pdf(folder / "report.pdf", [list(files.LINES[:5]), list(files.LINES[5:])])
    assert load_report(word).text == load_report(pdf).text == files.TEXT


def test_page_numbers_of_a_pdf_are_dropped_and_its_lines_joined(folder):
    long = "过去一年，我们坚持稳中求进工作总基调，统筹疫情防控和经济社会发展，"
    long += "实现地区生产总值1195.6亿元。"
    lines = [*files.LINES[:6], long[:40], long[40:], "- 1 -"]
    path = files.write_pdf(folder / "report.pdf", [lines, [*files.LINES[7:], "— 2 —"]])
    text = load_report(path).text
    assert long in text.split("\n")
    assert "- 1 -" not in text
    assert "2 —" not in text


def test_rows_of_a_printed_table_stay_rows(folder):
    table = [
        "指标 单位 2021年完成 增长（%）",
        "地区生产总值 亿元 1195.6 8.7",
        "粮食产量 万吨 88.2 1.1",
    ]
    again = [
        "指标 单位 2021年完成 增长（%）",
        "城镇新增就业 万人 1.2 3.5",
        "全县经济运行总体平稳。",
    ]
    path = files.write_pdf(folder / "report.pdf", [[*files.LINES[:7], *table], again])
    rows = [line for line in load_report(path).text.split("\n") if "|" in line]
    assert rows == [
        "指标 | 单位 | 2021年完成 | 增长（%）",
        "地区生产总值 | 亿元 | 1195.6 | 8.7",
        "粮食产量 | 万吨 | 88.2 | 1.1",
        "城镇新增就业 | 万人 | 1.2 | 3.5",
    ]


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
def test_lines_broken_within_sentences_are_paragraphs_again(folder, ending):
    told = "过去一年，我们坚持稳中求进，扎实推进各项工作，经济运行总体平稳，社会大局和谐稳定。" * 3
    lines = [*files.LINES[:6], told, "（一）聚焦产业，经济稳中有进", told, *files.LINES[6:]]
    broken = [line[at : at + 36] for line in lines for at in range(0, len(line), 36)]
    path = folder / f"report{ending}"
    join = "<br>" if ending == ".html" else "\n"
    path.write_text(join.join(broken), encoding="utf-8")
    assert load_report(path).text.split("\n") == lines


def test_the_title_in_a_file_s_front_matter_counts(folder):
    path = folder / "report.md"
    body = "\n".join(["# 政府工作报告", *files.LINES[3:]])
    path.write_text(f"---\ntitle: 2022年云山县政府工作报告\nlayout: post\n---\n{body}", "utf-8")
    report = load_report(path)
    assert (report.title, report.place, report.year) == ("2022年云山县政府工作报告", "云山县", 2022)
    assert "layout" not in report.text


def test_a_page_that_a_script_fills_gives_the_report_in_its_template(folder):
    path = folder / "report.html"
    body = "".join(f"<p>{line}</p>" for line in files.LINES)
    path.write_text(f"<template><div>{body}<b>{{{{ more }}}}</b></div></template>", "utf-8")
    assert load_report(path).text == files.TEXT


def test_raised_numbers_of_notes_are_no_figures(folder):
    told = "全年淘汰老旧车⁷2863辆，新增林地12km²，推行“一窗通办”¹²改革。"
    text = load_report(files.write_pdf(folder / "a.pdf", [[*files.LINES[:7], told]])).text
    assert "全年淘汰老旧车2863辆，新增林地12km²，推行“一窗通办”改革。" in text


def test_raised_numbers_of_a_page_and_of_word_are_no_figures_either(folder):
    told = ("淘汰老旧车", "7", "2863辆，新增林地12km", "2", "，推行“一窗通办”", "[12]", "改革。")
    shown = "淘汰老旧车2863辆，新增林地12km²，推行“一窗通办”改革。"
    note = ("", "7", "老旧车：使用超过十五年的车辆。")
    page = "".join(f"<p>{line}</p>" for line in files.LINES[:7])
    document = docx.Document()
    for line in files.LINES[:7]:
        document.add_paragraph(line)
    for line in (told, note):
        paragraph = document.add_paragraph()
        page += "<p>"
        for at, piece in enumerate(line):
            paragraph.add_run(piece).font.superscript = at % 2 == 1
            page += f"<sup>{piece}</sup>" if at % 2 else piece
        page += "</p>"
    document.save(str(folder / "a.docx"))
    (folder / "a.html").write_text(page, "utf-8")
    for name in ("a.docx", "a.html"):
        text = load_report(folder / name).text
        assert shown in text
        assert "7老旧车：" in text


def test_a_head_that_pages_repeat_breaks_no_sentence(folder):
    long = "过去一年，全长1286米的云山大桥建成通车，县城到市区的车程缩短到25分钟左右，"
    long += "沿线十二个村的群众从此出行更加方便快捷。"
    head, told = "云山县第十届人民代表大会第二次会议文件", [*files.LINES[3:7], long[:37], "- 2 -"]
    pages = [[head, *files.LINES[:3]], [head, *told], [head, long[37:], *files.LINES[7:]]]
    text = load_report(files.write_pdf(folder / "a.pdf", pages)).text
    assert long in text.split("\n")
    assert head not in text


def test_cells_kept_apart_by_their_places_are_a_table_s(folder):
    head = "指标  单位  2021年实际  增长（%）"
    rows = ["旅游综合收入  亿元  19.4  22.3", "人口自然增长率  ‰  5.87  —"]
    more = ["粮食总产量  万吨  18.6  0.8"]
    pages = [[*files.LINES[:7], head, *rows], [head, *more, *files.LINES[7:]]]
    text = load_report(files.write_pdf(folder / "a.pdf", pages)).text
    shown = [" | ".join(row.split("  ")) for row in (head, *rows, *more)]
    assert [line for line in text.split("\n") if "|" in line] == shown


def test_lines_that_end_a_sentence_are_not_joined(folder):
    lines = [
        "新区建设三年行动计划印发实施，主要任务全面完成，群众满意率达到95%。",
        "二是推进改革。",
    ]
    path = files.write_pdf(folder / "a.pdf", [[*files.LINES[:7], *lines, *files.LINES[7:]]])
    assert load_report(path).text.split("\n")[7:9] == lines


def test_a_line_break_in_a_word_paragraph_is_a_line_end(folder):
    document = docx.Document()
    run = document.add_paragraph().add_run("海陵市云山县")
    run.add_break(WD_BREAK.LINE)
    run.add_text("人民政府工作报告")
    for line in files.LINES[1:]:
        document.add_paragraph(line)
    document.save(str(folder / "report.docx"))
    report = load_report(folder / "report.docx")
    assert report.title == "海陵市云山县人民政府工作报告"
    assert report.place == "云山县"


def test_bold_runs_and_subscripts_of_word_are_one_text(folder):
    document = docx.Document()
    for line in files.LINES:
        paragraph = document.add_paragraph()
        for at in range(0, len(line), 3):
            run = paragraph.add_run(line[at : at + 3])
            run.bold, run.font.subscript = at % 2 == 0, at % 5 == 0
    document.save(str(folder / "report.docx"))
    assert load_report(folder / "report.docx").text == files.TEXT


@pytest.mark.parametrize(
    ("kind", "pattern", "numbers"),
    [
        ("decimal", "%1.", ["1. ", "2. "]),
        ("chineseCounting", "%1、", ["一、", "二、"]),
        ("chineseCounting", "（%1）", ["（一）", "（二）"]),
        ("decimalEnclosedCircle", "%1", ["①", "②"]),
        ("bullet", "•", ["", ""]),
    ],
)
def test_numbers_that_word_sets_itself_are_written_out(folder, kind, pattern, numbers):
    document = docx.Document()
    files.number_style(document, kind, pattern)
    for item in ("60岁以上老年人疫苗接种率93.7%；", "新增学位8600个。"):
        document.add_paragraph(item, style="List Number")
    document.save(str(folder / "list.docx"))
    lines = read_text(folder / "list.docx").split("\n")
    assert lines == [
        numbers[0] + "60岁以上老年人疫苗接种率93.7%；",
        numbers[1] + "新增学位8600个。",
    ]


def test_a_word_list_that_begins_anew_counts_anew(folder):
    document = docx.Document()
    files.number_style(document, "chineseCounting", "（%1）")
    files.restart_numbering(document)
    for item, anew in (("稳增长", False), ("促转型", False), ("扩投资", True), ("强工业", True)):
        paragraph = document.add_paragraph(item, style="List Number")
        if anew:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 100
    document.save(str(folder / "list.docx"))
    lines = read_text(folder / "list.docx").split("\n")
    assert lines == ["（一）稳增长", "（二）促转型", "（一）扩投资", "（二）强工业"]


def test_content_controls_tracked_changes_and_footnotes_of_word_are_read(folder):
    document = docx.Document()
    for line in files.LINES:
        document.add_paragraph(line)
    files.wrap(document.paragraphs[2], "w:sdt", "w:sdtContent")
    told = document.paragraphs[-1]
    files.wrap(told.add_run("农村低保标准提高到每人每年5200元。"), "w:ins")
    files.wrap(told.add_run("农村低保标准提高8%。"), "w:del")
    told.add_run("推广“一村一警”①和PPP模式")
    files.add_footnote(document, told, "PPP模式：政府和社会资本合作，已有12个项目入库。")
    told.add_run("。")
    document.add_paragraph("①一村一警：每个村有一名专职辅警。")
    document.save(str(folder / "report.docx"))
    report = load_report(folder / "report.docx")
    assert report.speaker == "李明"
    lines = report.text.split("\n")
    told_line = next(line for line in lines if line.startswith("今年的主要预期目标"))
    assert told_line.endswith("农村低保标准提高到每人每年5200元。推广“一村一警”①和PPP模式②。")
    assert lines[-1] == "②PPP模式：政府和社会资本合作，已有12个项目入库。"


def test_the_number_of_a_markdown_list_stays(folder):
    path = folder / "report.md"
    path.write_text("# 标题\n\n1. 第一件事。\n2. 第二件事。\n\n**黑体**文字。", encoding="utf-8")
    lines = [line for line in read_text(path).split("\n") if line]
    assert lines == ["标题", "1. 第一件事。", "2. 第二件事。", "黑体文字。"]


class TestWhatIsNoReport:
    """One sentence says what is wrong, in which file, and what to do."""

    @pytest.mark.parametrize("name", ["absent.txt", "absent.docx"])
    def test_missing_file(self, folder, name):
        with pytest.raises(CorpusError, match=rf"{name}: no such file"):
            load_report(folder / name)

    @pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".pdf", ".docx"])
    def test_empty_file(self, folder, ending):
        path = folder / f"empty{ending}"
        path.write_bytes(b"")
        with pytest.raises(CorpusError, match=f"empty{ending}"):
            load_report(path)

    @pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".pdf", ".docx"])
    def test_binary_file(self, folder, ending):
        path = folder / f"binary{ending}"
        path.write_bytes(bytes(range(256)) * 20)
        with pytest.raises(CorpusError, match=f"binary{ending}"):
            load_report(path)

    def test_scan_without_text(self, folder):
        path = files.write_pdf(folder / "scan.pdf", [[], []])
        with pytest.raises(CorpusError, match="pictures only; run text recognition"):
            load_report(path)

    def test_ending_that_is_not_supported(self, folder):
        path = folder / "report.rtf"
        path.write_text("{}")
        with pytest.raises(CorpusError, match=r"\.rtf are not supported; convert it"):
            load_report(path)

    def test_office_file_under_a_text_name(self, folder):
        word = files.write_docx(folder / "report.docx")
        path = folder / "report.txt"
        path.write_bytes(word.read_bytes())
        with pytest.raises(CorpusError, match="rename it"):
            load_report(path)

    def test_text_under_a_word_name(self, folder):
        path = folder / "report.docx"
        path.write_text(files.TEXT, encoding="utf-8")
        with pytest.raises(CorpusError, match="can't be read as DOCX"):
            load_report(path)

    def test_text_that_is_no_chinese_report(self, folder):
        path = folder / "letter.txt"
        path.write_text("Dear all, please find the report attached. " * 20)
        with pytest.raises(CorpusError, match="fewer than 40 Chinese characters"):
            load_report(path)

    def test_bytes_of_no_encoding(self):
        with pytest.raises(CorpusError, match="save it as UTF-8"):
            decode(b"\xff\xff\xfe\x80 abc" * 9, "odd.txt")

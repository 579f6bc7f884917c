"""Files of each kind that hold a given report, made by hand so that tests need no writer."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINES = (
    "2022年云山县人民政府工作报告",
    "——2022年1月10日在云山县第十届人民代表大会第二次会议上",
    "云山县人民政府县长 李明",
    "各位代表：",
    "现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。",
    "一、2021年工作回顾",
    "过去一年，地区生产总值实现1195.6亿元，同比增长8.7%，总量位居全市第一。",
    "二、2022年工作安排",
    "今年的主要预期目标是：地区生产总值增长7.5%以上，城镇新增就业5万人以上。",
)
TEXT = "\n".join(LINES)
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")


def write_pdf(path: Path, pages: list[list[str]]) -> Path:
    """A PDF with a text layer in a font that every reader has; a page without lines is blank.

    Signs like ⁷ are set as a printer does it, small and raised; two spaces open the next cell.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H "
        "/DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 0 1000 1000] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 90 >>",
    ]
    kids: list[str] = []
    for lines in pages:
        shown = [_shown(line, 780 - 20 * at) for at, line in enumerate(lines)]
        stream = "\n".join(["BT", *shown, "ET"]) if lines else ""
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    data += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")
    path.write_bytes(data)
    return path


def _shown(line: str, y: float) -> str:
    """A line as operators of a PDF: each stretch of it with its size and its place."""
    x, shown = 50.0, []
    for cell in line.split("  "):
        for part in re.split(f"([{_RAISED}]+)", cell):
            raised = part[:1] in _RAISED and part != ""
            size, text = (7 if raised else 12), part.translate(_LOWERED)
            shown.append(f"/F1 {size} Tf 1 0 0 1 {x} {y + (5 if raised else 0)} Tm")
            shown.append(f"<{text.encode('gbk').hex()}> Tj")
            x += sum(size if sign > "\u2e7f" else size / 2 for sign in text)
        x = 50 + (x - 50) // 120 * 120 + 120
    return "\n".join(shown)


def write_docx(path: Path, lines: tuple[str, ...] = LINES) -> Path:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def number_style(document: docx.document.Document, kind: str, pattern: str) -> None:
    """Make the style "List Number" count in another format, as a template may."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "99")
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("w:start", "1"), ("w:numFmt", kind), ("w:lvlText", pattern)):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        level.append(child)
    abstract.append(level)
    numbering.insert(0, abstract)
    one = OxmlElement("w:num")
    one.set(qn("w:numId"), "99")
    target = OxmlElement("w:abstractNumId")
    target.set(qn("w:val"), "99")
    one.append(target)
    numbering.append(one)
    properties = document.styles["List Number"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 99


def restart_numbering(document: docx.document.Document) -> None:
    """A list 100 that begins the numbers of `number_style` anew."""
    one = OxmlElement("w:num")
    one.set(qn("w:numId"), "100")
    for parent, name, value in (
        (one, "w:abstractNumId", "99"),
        (override := OxmlElement("w:lvlOverride"), "w:startOverride", "1"),
    ):
        child = OxmlElement(name)
        child.set(qn("w:val"), value)
        parent.append(child)
    override.set(qn("w:ilvl"), "0")
    one.append(override)
    document.part.numbering_part.element.append(one)


def wrap(what: Paragraph | Run, *names: str) -> None:
    """Put a paragraph or a run into elements as Word has around them, the outermost first."""
    element = what._element
    for name in reversed(names):
        outer = OxmlElement(name)
        element.addprevious(outer)
        outer.append(element)
        element = outer


def add_footnote(document: docx.document.Document, paragraph: Paragraph, text: str) -> None:
    """A footnote that the paragraph's end refers to; the document's only one."""
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(reference)
    root = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    body = f"{root}<w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    kind = CONTENT_TYPE.WML_DOCUMENT_MAIN.replace("document.main", "footnotes")
    part = Part(PackURI("/word/footnotes.xml"), kind, body.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def page(body: str, before: str = "", after: str = "") -> str:
    """A government site's page around a report."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府工作报告_云山县</title>
<style>p{{margin:0}}</style><script>var id="3607";</script></head><body>
<div class="nav"><ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>新闻中心</a></li></ul></div>
<div class="crumbs">您当前的位置：<a>首页</a> &gt; <a>政务公开</a></div>
<div class="left"><h3>相关报告</h3><ul>
<li><a>2021年云山县人民政府工作报告</a> 2021-01-19</li></ul></div>
<table class="info"><tr><td>索 引 号：</td><td>ys000014349/2022-00087</td><td>分　　类：</td>
<td>政府工作报告</td></tr><tr><td>发布机构：</td><td>云山县人民政府办公室</td><td>发文日期：</td>
<td>2022年01月24日</td></tr></table>
<h1>2022年云山县人民政府工作报告</h1><div>发布时间：2022-01-24 09:32　浏览次数：<i>4318</i>次</div>
<div>分享到：<a>微信</a><a>微博</a></div>{before}
<div class="article" id="zoom">{body}</div>{after}
<div>责任编辑：李文静</div><p>上一篇：<a>没有了</a></p><div>【打印】【关闭窗口】</div>
<div><p>主办：云山县人民政府　技术支持：大数据中心</p>
<p>某ICP备05001234号-1</p></div></body></html>"""

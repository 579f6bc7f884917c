"""Answers and checks as text, Markdown and Word, with quotes and positions."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from assistant.models import Answer, Citation, Language
from assistant.page.interface import texts
from assistant.verifying.verification import Check, Verdict, Verification

_COLOURS = {
    Verdict.SUPPORTED: RGBColor(0x1A, 0x7F, 0x37),
    Verdict.CONTRADICTED: RGBColor(0xB4, 0x23, 0x18),
    Verdict.NOT_IN_REPORT: RGBColor(0x5B, 0x63, 0x70),
}
_FONT = "Microsoft YaHei"  # Word on any system has it or puts another sans in its place
# What XML has no room for; pasted drafts may hold it.
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 13)}


def answer_text(answer: Answer, titles: dict[str, str]) -> str:
    """An answer with its citations, ready to be pasted.

    Args:
        answer: whose text and citations.
        titles: the reports' titles by id.
    """
    lines = [answer.resolved or answer.question, "", answer.text]
    if answer.citations:
        lines.append("")
    for citation in answer.citations:
        where = _where(citation, titles, answer.language)
        lines.append(f"[{citation.marker}] “{_one_line(citation.quote)}” — {where}")
    return "\n".join(lines)


def verification_markdown(verification: Verification, titles: dict[str, str]) -> str:
    """A check of a draft as Markdown: the draft, then an item for each figure.

    Args:
        verification: the check.
        titles: the reports' titles by id.
    """
    said = texts(verification.language)
    lines = [f"# {said['check_title']}", "", _summary(verification), ""]
    lines += [f"> {_escaped(line)}" for line in verification.claim.split("\n")]
    for number, check in enumerate(verification.checks, start=1):
        lines += ["", f"{number}. **{_escaped(_one_line(check.text))}** — {_verdict(check, said)}"]
        lines += ["", f"   {_escaped(check.explanation)}", ""]
        lines.append(f"   {said['in_draft']}: {check.start}–{check.end}")
        if check.citation:
            where = _where(check.citation, titles, verification.language)
            lines += ["", f"   > {_escaped(_one_line(check.citation.quote))}"]
            lines.append(f"   > — {_escaped(where)}")
    return "\n".join(lines) + "\n"


def verification_word(verification: Verification, titles: dict[str, str]) -> bytes:
    """The same as a Word document, each figure of the draft in its verdict's colour.

    Args:
        verification: the check.
        titles: the reports' titles by id.
    """
    said = texts(verification.language)
    document = docx.Document()
    _set_font(document)
    document.add_heading(said["check_title"], level=1)
    document.add_paragraph(_summary(verification))
    _add_draft(document, verification)
    for number, check in enumerate(verification.checks, start=1):
        head = document.add_paragraph()
        head.add_run(f"{number}. {_clean(_one_line(check.text))} ").bold = True
        verdict = head.add_run(_verdict(check, said))
        verdict.bold = True
        verdict.font.color.rgb = _COLOURS[check.verdict]
        document.add_paragraph(_clean(check.explanation))
        document.add_paragraph(f"{said['in_draft']}: {check.start}–{check.end}")
        if check.citation:
            where = _where(check.citation, titles, verification.language)
            document.add_paragraph(_clean(_one_line(check.citation.quote)), style="Intense Quote")
            document.add_paragraph(f"— {_clean(where)}")
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_font(document: Document) -> None:
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)


def _add_draft(document: Document, verification: Verification) -> None:
    paragraph = document.add_paragraph()
    at = 0
    for number, check in enumerate(verification.checks, start=1):
        if check.start < at:
            continue
        paragraph.add_run(_clean(verification.claim[at : check.start]))
        run = paragraph.add_run(_clean(f"{check.text}[{number}]"))
        run.bold = True
        run.font.color.rgb = _COLOURS[check.verdict]
        at = check.end
    paragraph.add_run(_clean(verification.claim[at:]))


def _summary(verification: Verification) -> str:
    said = texts(verification.language)
    counts = [
        f"{said[f'verdict_{verdict.value}']} "
        f"{sum(check.verdict is verdict for check in verification.checks)}"
        for verdict in Verdict
    ]
    return " · ".join([said["checked_of"].format(count=len(verification.checks)), *counts])


def _verdict(check: Check, said: dict[str, str]) -> str:
    return said[f"verdict_{check.verdict.value}"]


def _where(citation: Citation, titles: dict[str, str], language: Language) -> str:
    path = " › ".join((titles.get(citation.report, citation.report), *citation.section))
    return f"{path}, {texts(language)['position']} {citation.start}–{citation.end}"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _clean(text: str) -> str:
    return text.translate(_CONTROL)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~$&" else sign for sign in text)

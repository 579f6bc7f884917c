"""Why a sentence of a language model is not shown, told to the model and to the reader."""

from __future__ import annotations

from enum import StrEnum

from assistant.models import Language
from assistant.verifying.verification import Slip


class Reason(StrEnum):
    """What a sentence fails on."""

    NO_MARKER = "no_marker"
    UNKNOWN_MARKER = "unknown_marker"
    LANGUAGE = "language"
    ORDER = "order"
    NAME = "name"
    FIGURE = "figure"
    NUMBER = "number"
    YEAR = "year"
    KIND = "kind"
    DENIED = "denied"
    UNHELD = "unheld"
    BESIDE = "beside"


# Apart from slips, since members of two enums of one value are one key
_TEXTS: dict[Reason, tuple[str, str]] = {
    Reason.NO_MARKER: ("没有标出段落编号", "it cites no passage"),
    Reason.UNKNOWN_MARKER: ("编号{}没有对应的段落", "there is no passage {}"),
    Reason.LANGUAGE: ("不是问题所用的语言", "it is not in the question's language"),
    Reason.ORDER: ("含有链接或指令", "it holds a link or an instruction"),
    Reason.NAME: ("所引段落没有提到{}", "the passages that it cites do not name {}"),
    Reason.FIGURE: (
        "所引段落中没有与“{}”相符的数据",
        "the passages that it cites give no such figure as “{}”",
    ),
    Reason.NUMBER: (
        "所引段落中没有{}这个数",
        "the passages that it cites do not hold the number {}",
    ),
    Reason.YEAR: ("所引段落讲的不是{}年", "the passages that it cites do not speak of {}"),
    Reason.KIND: ("混淆了目标与已完成的事", "it confuses what is planned with what was done"),
    Reason.DENIED: ("与所引段落的意思相反", "it says the reverse of the passages that it cites"),
    Reason.UNHELD: ("所引段落没有这样说", "the passages that it cites do not say so"),
    Reason.BESIDE: ("没有回答所问的内容", "it does not answer what was asked"),
}
_SLIPS: dict[Slip, tuple[str, str]] = {
    Slip.VALUE: ("“{}”与报告的数值不符", "the value “{}” is not the report's"),
    Slip.UNIT: ("“{}”的单位与报告不符", "the unit of “{}” is not the report's"),
    Slip.YEAR: ("“{}”不是这一年的数据", "“{}” is the figure of another year"),
    Slip.KIND: (
        "“{}”混淆了目标、预计与实绩",
        "“{}” is told as reached though a target or estimate, or the reverse",
    ),
    Slip.INDICATOR: ("“{}”是另一个指标的数据", "“{}” is the figure of another indicator"),
    Slip.SCOPE: (
        "“{}”是另一地区或另一范围的数据",
        "“{}” is the figure of another place or range",
    ),
    Slip.DIRECTION: ("“{}”的增减方向与报告相反", "“{}” went the other way"),
    Slip.QUALIFIER: (
        "“{}”遗漏或改变了限定词(以上、左右、近、余等)",
        "“{}” loses or changes the bound that the report puts on it",
    ),
    Slip.MEASURE: (
        "“{}”混淆了数值、增速与占比",
        "“{}” confuses a level with a growth rate or a share",
    ),
}  # fmt: skip


def told(reason: Reason | Slip, language: Language, what: str = "") -> str:
    """The reason as a clause in a language."""
    chinese, english = _TEXTS[reason] if isinstance(reason, Reason) else _SLIPS[reason]
    return (chinese if language is Language.ZH else english).format(what)

"""Short notes to a reader on how an answer came about where a language model was to write it."""

from __future__ import annotations

from assistant.models import Language
from assistant.writing.llm import Failure

_FAILED = {
    Language.ZH: {
        Failure.UNREACHABLE: "无法连接语言模型",
        Failure.SLOW: "语言模型未在限定时间内回答",
        Failure.QUOTA: "语言模型的调用额度已用完",
        Failure.DENIED: "语言模型拒绝了访问(请检查密钥)",
        Failure.BROKEN: "语言模型返回了错误",
        Failure.CUT: "语言模型的回答中途中断",
        Failure.EMPTY: "语言模型没有给出回答",
    },
    Language.EN: {
        Failure.UNREACHABLE: "The language model could not be reached",
        Failure.SLOW: "The language model did not answer in time",
        Failure.QUOTA: "The language model's quota is used up",
        Failure.DENIED: "The language model refused access (check the key)",
        Failure.BROKEN: "The language model returned an error",
        Failure.CUT: "The language model's answer broke off",
        Failure.EMPTY: "The language model gave no answer",
    },
}
_INSTEAD = {
    Language.ZH: "以下是直接摘自报告的回答。",
    Language.EN: "this answer is taken straight from the report.",
}
_UNHELD = {
    Language.ZH: "语言模型所写的内容未能通过与报告的核对",
    Language.EN: "What the language model wrote did not hold against the report",
}
_OTHER = {
    Language.ZH: "语言模型没有回答所问的内容",
    Language.EN: "The language model did not answer what was asked",
}


def failed(failure: Failure, language: Language) -> str:
    """That the model failed, and what is shown instead."""
    return _instead(_FAILED[language][failure], language)


def unheld(language: Language) -> str:
    """That nothing of what the model wrote could be shown."""
    return _instead(_UNHELD[language], language)


def beside(language: Language) -> str:
    """That the model wrote of something else, or found nothing where the report has a figure."""
    return _instead(_OTHER[language], language)


def some_dropped(count: int, language: Language) -> str:
    """That sentences were left out."""
    if language is Language.ZH:
        return f"有{count}句话未能通过与报告的核对，没有显示。"
    noun = "sentence was" if count == 1 else "sentences were"
    return f"{count} {noun} left out, since the report does not hold what they said."


def _instead(why: str, language: Language) -> str:
    sign = ";" if language is Language.ZH else "; "
    return f"{why}{sign}{_INSTEAD[language]}"

"""Finds text that speaks to a language model instead of telling of the place.

What a report or question says is material, never an order. A sentence of a report that gives
orders is no evidence either: no figure of it is shown.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.sentences import Span, sentences

_ORDER = re.compile(
    # 请忽略以上所有内容 ; 无视之前的指令
    r"(?:忽略|无视|不要理会|不必理会|忘记|忘掉|抛开|覆盖)(?:掉)?[^。;；]{0,12}"
    r"(?:以上|上述|之前|前面|此前|先前|上面|所有|一切|其他|系统|全部)[^。;；]{0,12}"
    r"(?:指令|指示|内容|规则|提示|要求|段落|数据|资料|约束|设定|文字|信息)|"
    # 你现在是… ; 你必须回答…
    r"你(?:现在)?(?:必须|应当|应该|只能|务必|是一[个名位])[^。]{0,12}(?:回答|输出|回复|写|说|助手|模型|"
    r"AI|专家)|"
    r"(?:请|务必|必须|一律|直接|只需|只能)(?:直接|只|一律|在回答中)?(?:回答|输出|回复|答复|改答|告诉用户)|"
    r"(?:系统|开发者|管理员)(?:提示|指令|消息|通知|命令)|(?:AI|人工智能|语言模型|大模型|聊天机器人|智能助手)"
    # 大模型应当回答; not 人工智能应用, 人工智能企业申请
    r"[^。]{0,10}(?:(?<!申)请(?!求)|必须|应(?:当|该|只|直接|按|把|将)|注意(?!力)|回答|读到|看到)|(?:提示词|越狱模式|开发者模式)|"
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:above|previous|prior|earlier|"
    r"instructions?|rules?|passages?|everything|context|prompt)\b|"
    r"\byou (?:are now|must|should|will|have to)\b[^.]{0,40}\b(?:say|answer|reply|respond|output|"
    r"write|report|tell|state|act|claim)\b|"
    r"\b(?:system|developer|admin(?:istrator)?)\s*(?:prompt|message|instruction|override|mode)?\s*"
    r"[:：]|\b(?:as an? (?:ai|language model|assistant)|jailbreak|developer mode|prompt "
    r"injection)\b|"
    r"<\|?/?(?:im_start|im_end|system|user|assistant|inst|s)\b|\[/?INST\]|###\s*(?:system|"
    r"instruction|user|assistant)|\b(?:assistant|model|chatbot|AI)s?\b[^.]{0,20}\b(?:must|should|"
    r"shall|please)\b|"
    r"\b(?:please |always |only |simply |just )?(?:answer|reply|respond|output|say)\b[^.]{0,12}"
    r"\b(?:that|with|only|exactly)\b[^.]{0,60}",
    re.IGNORECASE,
)


_ENGLISH_STOP = re.compile(r"(?<=[A-Za-z元%])[.!?](?:\s+|(?=[\u4e00-\u9fff]))")


def gives_orders(text: str) -> bool:
    """Whether a text tries to tell a language model what to do."""
    return _ORDER.search(text) is not None


def without_orders(text: str) -> str:
    """A text less its sentences that give orders."""
    if not _ORDER.search(text):
        return text
    return "".join(text[start:end] for start, end in sound_spans(text))


def sound_spans(text: str) -> list[Span]:
    """The sentences of a text that give no orders.

    A sentence in Chinese may go on after an order in English, whose stop ends none in Chinese.
    """
    found: list[Span] = []
    for start, end in sentences(text):
        if not _ORDER.search(text[start:end]):
            found.append((start, end))
            continue
        borders = [start, *(m.end() for m in _ENGLISH_STOP.finditer(text, start, end)), end]
        found += [
            (a, b)
            for a, b in pairwise(borders)
            if text[a:b].strip() and not _ORDER.search(text[a:b])
        ]
    return found

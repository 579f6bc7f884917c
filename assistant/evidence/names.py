"""How names are spelled where they are compared, and the glossary's indicators in them."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.glossary import Term, load_glossary

_FULL_WIDTH = "".join(chr(one) for one in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))) + "．"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉﹒"  # PM₂.₅
_PLAIN = str.maketrans(
    _FULL_WIDTH + _LOWERED,
    "".join(chr(ord(one) - 0xFEE0) for one in _FULL_WIDTH) + "0123456789.",
)


@lru_cache(maxsize=65536)
def folded_name(name: str) -> str:
    """A name as terms are spelled: 人均年可支配收入 is 人均可支配收入, 规上 is 规模以上.

    Letters and digits are plain ones: ＰＭ２．５ and PM_2.5 are PM2.5.
    """
    name = name.translate(_PLAIN).replace("人均年可支配", "人均可支配").replace(" ", "")
    # PM_2.5, where a page lost its lowered digits
    return re.sub(r"(?<=PM)[_.]?(?=2\.5|10)", "", name.replace("规上", "规模以上"))


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name by which two are told to be of the very same indicator.

    Names that the field has for one thing are one: 全社会消费品零售总额, 社会消费品零售总额.
    """
    plain = re.sub(r"[\s“”‘’\"'（）()、的]", "", folded_name(name))
    match = next(iter(load_glossary().find(plain)), None)
    whole = match is not None and len(match.alias) == len(plain) and len(match.terms) == 1
    return match.terms[0].zh if match and whole else plain


# What may stand within a name and adds nothing: 新登记(各类)经营主体, 高速公路通车(总)里程,
# 亿元以上(新建续建)项目
_WITHIN_NAME = re.compile(
    "(?<=.)(?:各类|新建[和、]?续建|总(?=里程|长度|规模|装机|面积|产量|人数|数量))"
)


@lru_cache(maxsize=4096)
def indicator_terms(name: str) -> tuple[tuple[Term, int, int], ...]:
    """Terms of the glossary in an indicator's name, with their spans."""
    own = list(range(len(name)))
    silent = {at for match in _WITHIN_NAME.finditer(name) for at in range(*match.span())}
    kept = [at for at in own if at not in silent]
    found = [_indicators_at(name, places) for places in ((own, kept) if silent else (own,))]
    return max(found, key=lambda terms: sum(end - start for _, start, end in terms))


def _indicators_at(name: str, places: list[int]) -> tuple[tuple[Term, int, int], ...]:
    """The indicators in a name of which only the signs at some places are read."""
    return tuple(
        (term, places[match.start], places[match.end - 1] + 1)
        for match in load_glossary().find("".join(name[at] for at in places))
        for term in match.terms
        if term.kind == "indicator"
    )

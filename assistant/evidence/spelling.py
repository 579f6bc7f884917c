"""How Chinese names are spelled in Latin letters, each reading of their signs."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

_MOST = 8  # readings of one name


@lru_cache(maxsize=1024)
def spellings(name: str) -> tuple[str, ...]:
    """The likeliest spelling of a name first, then those with another reading of a sign.

    泊 is read bo in one town's name and po in another's: 泊头 is Botou, 梁山泊 Liangshanpo.
    """
    readings = pinyin(name, style=Style.NORMAL, heteronym=True)
    others = ("".join(one) for one in islice(product(*readings), _MOST))
    return tuple(dict.fromkeys(("".join(lazy_pinyin(name)), *others)))

"""How a question asks which of several places: which county, and the first or last of them."""

from __future__ import annotations

import re

_IGNORE = re.IGNORECASE
_PLACES_EN = (
    r"(?:counties|cities|districts|provinces|towns|townships|county-level (?:areas|units))"
    r"(?:(?:,| and| or) (?:counties|cities|districts|towns|townships))*"
)
# 哪个县排第一, "which county ranks first": one that may well be another
WHICH_PLACE = re.compile(
    r"(?:哪一?个|哪家|哪座|什么)(?:地方|城市|地区|地市|市州|县市区|区县|市县|县区|县市|乡镇|街道|[省市县区州镇乡])"
    r"(?![^,，。?？]{0,2}第几)|"
    # 六个县市区里头，去年谁跑得最快
    r"(?:[一二三四五六七八九十\d]+个|各|下辖的?)?(?:县市区|区县|市县|县区|县市|地市|市州|旗县|乡镇|镇街)"
    r"(?:区?[里中](?:头|面|边)?|当中|之[中间])[,，]?(?=[^,，。?？]{0,6}(?:谁|哪))|"
    r"\bwhich (?:(?:other )?(?:county|city|district|province|town|township)(?!-)|"
    r"county-level (?:area|unit|division)|(?:county|district|city) or (?:county|district|city)|"
    # "which of the three districts"
    rf"of (?:the|its) (?:\w+ )?{_PLACES_EN})\b|"
    # "among the districts and counties, who grew fastest"
    rf"\b(?:among|of) (?:the|its|all) (?:\w+ )?{_PLACES_EN},? (?:who|which)\b|"
    r"\bwhich (?:other )?place\b(?! (?:did|does|do|is|was|has|had|on|in)\b|\s*[?.]?$)",
    _IGNORE,
)

# who grows fastest: the economy of which part, where nothing is named
OUTRUNS = re.compile(
    r"(?:跑|长|增长|发展|增速)得?(?:是)?最[快慢]|(?<=[谁个])最[快慢]|\b(?:grew|grows|grow|growing) "
    r"(?:the )?(?:fastest|slowest|most|least|quickest)\b",
    _IGNORE,
)
# 哪个县增长最快, "which county grew fastest": the first of the parts
BEST_PART = re.compile(
    rf"(?P<part>{WHICH_PLACE.pattern})[^?？]*(?:最|第一|领跑|领先|\b(?:\w+est|most|least|first|top)\b)",
    _IGNORE,
)


def asks_who_outran(plain: str, outside: str) -> bool:
    """Whether it is asked which part grew fastest or slowest.

    Args:
        plain: the question.
        outside: the same with the field's terms blanked.
    """
    return BEST_PART.search(plain) is not None and OUTRUNS.search(outside) is not None

"""The name alone of a Chinese place, without the kind of place that it ends with."""

from __future__ import annotations

import re

# The peoples in the names of autonomous places: 清沱(苗族侗族)自治县
_PEOPLE = (
    "(?:(?:蒙古|维吾尔|哈萨克|柯尔克孜)族?|(?:各|回|藏|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|傣|黎|傈僳|"
    "佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|"
    "德昂|保安|裕固|独龙|鄂伦春|门巴|珞巴|基诺)族)"
)
# and of townships: 莫河(回族)乡, which reports call 莫河乡, too
_AUTONOMOUS = re.compile(f"(?<=[\u4e00-\u9fff]{{2}})(?:{_PEOPLE}*自治[州县区旗]|{_PEOPLE}+乡)$")


# 银沙湾(经济技术开发区), 城东(街道)
ZONE_KIND = "(?:(?:经济|高新)?(?:技术)?(?:产业)?开发区|经开区|高新区|管理区|示范区|新区|街道)"


def place_stem(place: str) -> str:
    """A Chinese place's name alone: 清沱 of 清沱苗族侗族自治县, 南昌 of 南昌县."""
    short = _AUTONOMOUS.sub("", place)
    return short if short != place else re.sub(f"(?:{ZONE_KIND}|[省市县区州旗镇乡])$", "", place)

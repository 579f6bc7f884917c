"""How a question names a place, or the whole that a place lies in."""

from __future__ import annotations

import re

_IGNORE = re.IGNORECASE

# Places in a question: "南昌县", "Poyang County"
CHINESE_PLACE = re.compile(
    r"(?:(?<![\u4e00-\u9fff])(?:请问|那么?|和|与|比|关于|对于|至于|"
    r"(?<=[”」』\"’ ])(?:当?中|里|上))?|"
    # 报告有没有提到进贤县, 文件是否写了安义县
    r"(?<=[说写讲到及布露录载述问绍涉告谈道])|(?<=[写说提讲谈][了过])|(?<=关于|有没|是否)|(?<=有没有)|"
    r"(?<=[找选挑]的是)|(?<=[找选挑]了)|(?<=选[中定择]))"  # 找的是余干县, 选中了进贤县
    r"([^\W\da-zA-Z在的了是有为对把将上下说写提讲谈过没到]{2,10}?自治[州县旗]|"
    r"[^\W\da-zA-Z在的了是有为对把将上下说写提讲谈过没到]{1,5}?"
    r"(?:自治区|街道|园区|工业园|经开区|高新区|开发区|新区|省|(?<![上城都])市|县|"
    r"(?<![自神])州(?![市县区])|旗|"
    r"(?<![地社小园景校城市灾片辖库])区|"
    r"(?:(?<=^.城)|(?<=[和与、比跟,，].城))区|"  # 港城区, but not 海陵城区
    r"(?<![乡城集村])镇|(?<![城下])乡(?!村)))(?!长|委|场|民|"
    r"级|域|政府|里|内)"
)
# 金峡回族(自治县), Jinxia (Hui Autonomous County): part of the name
AUTONOMOUS = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})自治[州县旗]|"
    r"(?<=[a-z] )(?:[A-Z][a-z]+ (?:and )?){0,4}Autonomous (?:Prefecture|County|Banner)\b"
)
ENGLISH_PLACE = re.compile(
    r"\b(?!(?:Which|What|Whose|The|This|That|Each|Every|Any|All|Our|Your|Its|Their|In|Of|For|And|"
    r"Is|Was|Are|Were|Did|Does|Do|Has|Have|How|Where|When|Who|Why|By|At|On|From|To|A|An|Name|List|Give|Show|"
    r"Tell|Compare|Describe|Explain|Quote)\b)"
    r"((?:[A-Z][a-z']+(?:\s+|-)?){1,3})\s*(County|City|city|county|district|province|"
    r"District|Province|Prefecture|Town|Township|town|township|Banner|"
    r"(?:Economic|High-[Tt]ech|Development|Technolog\w+|and|New|&|\s)*(?:Zone|Area))\b"
)
_WHOLES = "全县 county|全区 district|全州 prefecture|全盟 league|全旗 banner|全镇 town".split("|")
WIDER = {
    "全国": re.compile(
        r"全国|我国|中国(?!共产党|特色)|国家(?=GDP|经济|人口)|\b(?:national(?:ly)?(?![- "
        r"]level| ['\"“‘])|among (?:all )?(?:the )?national-level|nationwide|"
        r"(?<!central )(?<!ern )china(?:'s)?|"
        r"(?:the )?country-?wide|the country(?:'s)?)\b",
        _IGNORE,
    ),
    "全省": re.compile(
        r"全省|\b(?:province-?wide|provincial(?! (?:road|highway|route)s?\b)|"
        r"the (?:whole )?province(?:-?wide)?(?:'s)?)\b",
        _IGNORE,
    ),
    "全市": re.compile(
        r"全市|\b(?:city-?wide|city average|the (?:whole )?city(?:-?wide)?(?:'s)?|municipal|"
        r"(?:the )?municipality(?:-wide)?(?:'s)?)\b",
        _IGNORE,
    ),
    **{
        zh: re.compile(rf"{zh}|\b(?:{en}-?wide|the (?:whole )?{en}(?:-?wide)?(?:'s)?)\b", _IGNORE)
        for zh, en in map(str.split, _WHOLES)
    },
}

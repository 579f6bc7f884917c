"""Reports in the style of other counties, small so that embedding them is quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Regex, Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Split

from corpus.settings import get_settings
from corpus.store import Store
from index.retriever import Index, open_index

NORTH = """2024年北山县人民政府工作报告

——2024年1月18日在北山县第十八届人民代表大会第四次会议上
县长 王明

各位代表:
现在,我代表县人民政府向大会报告工作,请予审议。

一、2023年工作回顾
一年来,全县地区生产总值完成326.4亿元,增长6.1%。一般公共预算收入完成18.2亿元,增长5.4%。
(一)农业农村持续向好。粮食总产量达到41.5万吨,新建高标准农田3.2万亩。
(二)民生福祉不断增进。新增城镇就业5200人,改造老旧小区26个,新建公办幼儿园4所。

二、2024年工作安排
今年经济社会发展的主要预期目标是:地区生产总值增长6%左右,一般公共预算收入增长5%以上。
(一)全力推动工业强县。新增规模以上工业企业15家,工业投资增长12%以上。
(二)加快建设美丽乡村。完成农村户厕改造3000户,建成和美乡村示范村20个。
"""

SOUTH = """政府工作报告

——2023年2月9日在南湾市第八届人民代表大会第三次会议上
市长 李华

各位代表:
我代表市人民政府,向大会作政府工作报告。

一、2022年工作回顾
过去一年,全市港口货物吞吐量突破1.2亿吨,外贸进出口总额增长9.3%。
1.交通建设提速。建成地铁二号线,新开通公交线路18条。
2.生态环境改善。空气质量优良天数比率达到92.5%,新增城市绿地210公顷。

二、2023年主要工作
全年港口货物吞吐量力争达到1.3亿吨,外贸进出口总额增长8%左右。
1.建设海洋强市。推进海上风电项目5个,新增装机容量80万千瓦。
2.办好民生实事。新增普惠托位2600个,筹集保障性租赁住房6000套。
"""

MakeHome = Callable[..., Store]


@pytest.fixture
def make_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeHome]:
    """A new folder of state with the given reports, which the settings of the test name."""

    def make(**reports: str) -> Store:
        home = tmp_path / "home"
        monkeypatch.setenv("WENJU_HOME", str(home))
        monkeypatch.setenv("WENJU_SHIPPED_REPORTS", "0")
        get_settings.cache_clear()
        store = Store(home)
        for name, text in reports.items():
            add(store, tmp_path, name, text)
        return store

    yield make
    get_settings.cache_clear()


def add(store: Store, folder: Path, name: str, text: str) -> None:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    store.add(path, name)


@pytest.fixture(scope="session")
def shipped(store: Store) -> Index:
    """The index of the shipped report."""
    index = open_index(store)
    index.build()
    return index


@pytest.fixture
def other_model(tmp_path: Path) -> Path:
    """A folder with a model of 16 dimensions and random weights, and prompts of its own."""
    letters = sorted(set(NORTH + SOUTH + "query: passage"))
    tokenizer = Tokenizer(
        WordLevel({"[UNK]": 0, **{one: at for at, one in enumerate(letters, 1)}}, "[UNK]")
    )
    tokenizer.pre_tokenizer = Split(Regex("."), "isolated")
    model = SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_dim=16)],
        device="cpu",
        prompts={"query": "问:", "document": ""},
    )
    folder = tmp_path / "other-model"
    model.save(str(folder), create_model_card=False)
    return folder

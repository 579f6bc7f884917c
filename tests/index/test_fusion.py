"""Fused rankings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import reciprocal_rank_fusion

rankings = st.lists(st.lists(st.integers(0, 20), unique=True), max_size=4)


def test_scores_are_those_of_the_formula() -> None:
    fused = reciprocal_rank_fusion([[7, 3], [3]])
    assert fused == [(3, pytest.approx(1 / 62 + 1 / 61)), (7, pytest.approx(1 / 61))]


@given(rankings)
def test_every_item_stands_once_and_best_first(lists: list[list[int]]) -> None:
    fused = reciprocal_rank_fusion(lists)
    assert {item for item, _ in fused} == {item for one in lists for item in one}
    assert len(fused) == len({item for item, _ in fused})
    scores = [score for _, score in fused]
    assert scores == sorted(scores, reverse=True)


@given(st.lists(st.integers(), unique=True))
def test_one_ranking_keeps_its_order(items: list[int]) -> None:
    assert [item for item, _ in reciprocal_rank_fusion([items])] == items

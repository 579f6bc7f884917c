"""Joins rankings into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

K = 60  # as in the paper below; it damps how much the very first ranks count


def reciprocal_rank_fusion(
    rankings: Iterable[Sequence[int]], k: int = K, weights: Sequence[float] | None = None
) -> list[tuple[int, float]]:
    """Score each item by the sum of weight / (k + rank) over the rankings that hold it.

    Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual
    Rank Learning Methods", SIGIR 2009.

    Args:
        rankings: each best first; ranks count from 1.
        k: the constant of the formula.
        weights: how much each ranking counts; all the same unless given.

    Returns:
        Items with their scores, best first; equal scores by item.
    """
    scores: dict[int, float] = {}
    for at, ranking in enumerate(rankings):
        weight = weights[at] if weights else 1.0
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + weight / (k + rank)
    return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))

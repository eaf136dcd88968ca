"""Points grouped on two levels: sub-themes, and the themes that gather them.

Ward's tree gives the first groups, k-means moves the points that it placed badly, and Ward again
gathers the groups. Nothing is drawn at random: the same file gives the same themes. Above
``EXACT`` points the tree is grown on small groups of neighbours. Every point gets a group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beffroi.consultation.vectors import Matrix

Labels = NDArray[np.int64]

#: Points up to which Ward's tree is grown on the points themselves (memory: n² × 8 bytes).
EXACT = 6_000
MICRO_GROUPS = 2_000
MOST_GROUPS = 40
MOST_THEMES = 12


@dataclass(frozen=True, kw_only=True)
class Groups:
    """``labels`` (n,) are sub-themes; ``centres`` (k, d) of norm 1; ``parents`` (k,) themes."""

    labels: Labels
    centres: Matrix
    parents: Labels


def how_many(answers: int) -> int:
    """Sub-themes to look for: about √n, between 2 and 40 (chosen on human-coded answers)."""
    return int(np.clip(round(1.1 * np.sqrt(answers)), 2, MOST_GROUPS))


def group(points: Matrix, *, answers: int) -> Groups:
    """Groups of ``points`` (n, d), rows of norm 1, given by ``answers`` people's texts."""
    wanted = min(how_many(answers), len(points))
    if wanted < 2:
        return _one_group(points)
    labels = _settle(points, _first_groups(points, wanted), wanted)
    _, labels = np.unique(labels, return_inverse=True)
    centres = centres_of(points, labels)
    return Groups(labels=labels, centres=centres, parents=_gather(centres))


def centres_of(points: Matrix, labels: Labels) -> Matrix:
    """Mean of each group's points, brought back to norm 1."""
    sums = np.zeros((int(labels.max()) + 1, points.shape[1]), dtype=np.float64)
    np.add.at(sums, labels, points)
    norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
    return np.asarray(sums / norms, dtype=np.float32)


def _one_group(points: Matrix) -> Groups:
    labels = np.zeros(len(points), dtype=np.int64)
    return Groups(labels=labels, centres=centres_of(points, labels), parents=np.zeros(1, np.int64))


def _first_groups(points: Matrix, wanted: int) -> Labels:
    from sklearn.cluster import AgglomerativeClustering, MiniBatchKMeans

    if len(points) <= EXACT:
        return np.asarray(AgglomerativeClustering(wanted).fit_predict(points))
    micro = MiniBatchKMeans(MICRO_GROUPS, random_state=0, n_init=1, batch_size=8192, max_iter=20)
    small = micro.fit_predict(points)
    tree = AgglomerativeClustering(wanted).fit_predict(micro.cluster_centers_)
    return np.asarray(tree[small])


def _settle(points: Matrix, labels: Labels, wanted: int) -> Labels:
    """k-means started from the tree's groups."""
    from sklearn.cluster import KMeans

    sums = np.vstack([points[labels == k].mean(axis=0) for k in range(wanted)])
    moved = KMeans(wanted, init=sums, n_init=1, max_iter=20).fit_predict(points)
    return np.asarray(moved, dtype=np.int64)


def _gather(centres: Matrix) -> Labels:
    """Themes above the sub-themes: about a third as many, twelve at most."""
    from sklearn.cluster import AgglomerativeClustering

    wanted = min(MOST_THEMES, max(1, round(len(centres) / 2.5)))
    if wanted < 2 or len(centres) < 4:
        return np.arange(len(centres)) if len(centres) < 4 else np.zeros(len(centres), np.int64)
    return np.asarray(AgglomerativeClustering(wanted).fit_predict(centres), dtype=np.int64)

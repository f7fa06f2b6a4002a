"""Building a slide point by point: one click for each point of the first level, those below it come along.

The three nested `par`s are what PowerPoint itself writes (MS-OI29500, 2.1.1137 ff.: bldP names a shape with text).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'


class Target(Struct, frozen=True):
    """A shape by its id, as a whole or one of its paragraphs by its place from 0."""

    shape: int
    paragraph: int | None = None


def timing(clicks: Sequence[Sequence[Target]]) -> str:
    """The timing of a slide; each click shows its targets together."""
    ids = count(3)
    steps = "".join(_step(targets, ids) for targets in clicks)
    texts = dict.fromkeys(target.shape for targets in clicks for target in targets if target.paragraph is not None)
    builds = "".join(f'<p:bldP spid="{shape}" grpId="0" build="p"/>' for shape in texts)
    listed = f"<p:bldLst>{builds}</p:bldLst>" if builds else ""
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{steps}</p:childTnLst></p:cTn>'
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq>'
        f"</p:childTnLst></p:cTn></p:par></p:tnLst>{listed}</p:timing>"
    )


def _step(targets: Sequence[Target], ids: Iterator[int]) -> str:
    outer, inner = next(ids), next(ids)
    effects = "".join(_effect(target, ids, first=n == 0) for n, target in enumerate(targets))
    held = f'<p:par><p:cTn id="{inner}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
    return f'<p:par><p:cTn id="{outer}" fill="hold">{_CLICK}<p:childTnLst>{held}</p:childTnLst></p:cTn></p:par>'


def _effect(target: Target, ids: Iterator[int], *, first: bool) -> str:
    """Appear (preset 1): the visibility of the paragraph, or of the whole shape, is set."""
    outer, inner = next(ids), next(ids)
    node = "clickEffect" if first else "withEffect"
    place = f'<p:txEl><p:pRg st="{target.paragraph}" end="{target.paragraph}"/></p:txEl>' if target.paragraph is not None else ""
    group = ' grpId="0"' if place else ""
    behavior = (
        f'<p:cBhvr><p:cTn id="{inner}" dur="1" fill="hold">{_NOW}</p:cTn><p:tgtEl><p:spTgt spid="{target.shape}">{place}</p:spTgt></p:tgtEl>'
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    )
    shown = f'<p:set>{behavior}<p:to><p:strVal val="visible"/></p:to></p:set>'
    return (
        f'<p:par><p:cTn id="{outer}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{group} nodeType="{node}">'
        f"{_NOW}<p:childTnLst>{shown}</p:childTnLst></p:cTn></p:par>"
    )

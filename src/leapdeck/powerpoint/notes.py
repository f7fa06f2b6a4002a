"""Speaker notes: labels in bold, lists as lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leapdeck.powerpoint.markup import HEAD, ROOT, text
from leapdeck.powerpoint.masters import TREE
from leapdeck.powerpoint.text import Linker
from leapdeck.scene import Note

_STEP = 228600
PLACES = {"sldImg": 2, "body": 3, "sldNum": 5}
"""The placeholders of our own notes' master, and their numbers."""


def notes_xml(notes: Sequence[Note], number: int, language: str, link: Linker, places: Mapping[str, int] = PLACES) -> str:
    """The notes page of a slide; `places` are the placeholders of its master and their numbers."""
    image = f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="{places.get("sldImg", 2)}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    words = "".join(_paragraph(note, language, link) for note in notes)
    body = f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="{places.get("body", 3)}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>'
    field = f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{language}"/><a:t>{number}</a:t></a:fld></a:p>'
    corner = f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number 4"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="{places.get("sldNum", 5)}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{field}</p:txBody></p:sp>'
    return f"{HEAD}<p:notes {ROOT}><p:cSld><p:spTree>{TREE}{image if 'sldImg' in places else ''}{body}{corner if 'sldNum' in places else ''}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"


def _paragraph(note: Note, language: str, link: Linker) -> str:
    runs = []
    for run in note.runs:
        bold = ' b="1"' if run.bold or run.gap or note.heading else ""
        italic = ' i="1"' if run.italic else ""
        linked = link(run.link) if run.link else ""
        runs.append(f'<a:r><a:rPr lang="{language}"{bold}{italic}>{linked}</a:rPr><a:t>{text(run.text)}</a:t></a:r>')
    return f"<a:p>{_properties(note)}{''.join(runs)}</a:p>"


def _properties(note: Note) -> str:
    if note.level < 0:
        return ""
    left = (note.level + 1) * _STEP
    bullet = (
        f'<a:buAutoNum type="arabicPeriod" startAt="{note.number}"/>'
        if note.number
        else '<a:buFont typeface="+mn-lt"/><a:buChar char="\u2022"/>'
    )
    return f'<a:pPr marL="{left}" indent="-{_STEP}" lvl="{note.level}">{bullet}</a:pPr>'

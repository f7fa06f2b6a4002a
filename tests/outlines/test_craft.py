"""What a good workshop keeps to, as far as it can be counted: held for every outline that ships and for the example clients' versions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import Struct

from leapdeck.outline.loading import Loaded, load
from leapdeck.outline.model import Section, Workshop
from leapdeck.richtext import passages, plain
from leapdeck.slides.base import Activity, Slide
from leapdeck.slides.break_ import BreakSlide
from leapdeck.slides.exercise import ExerciseSlide
from leapdeck.slides.plan import PlanSlide
from leapdeck.slides.scale import ScaleSlide
from leapdeck.slides.table import TableSlide

OUTLINES = Path(__file__).parents[2] / "outlines"
CLIENTS = OUTLINES / "clients"
HALF_DAY = "managing-vs-leading"
SHORT = ("systems-and-people", "tasks-and-vision", "authority-and-influence", "todays-workplace")
SLOTS = {HALF_DAY: (210, 210), **dict.fromkeys(SHORT, (45, 75)), "lunch-talk": (45, 45), "leadership-day": (400, 400)}
SLIDES = {HALF_DAY: (35, 45), **dict.fromkeys(SHORT, (12, 20))}
MOST_WORDS, MOST_TALK = 35, 12
READING = (120, 250)
OPTIONAL = (0.23, 0.28)
NOT_SHOWN = {"at", "id", "notes", "cue", "handout", "materials", "template_layout", "grouping", "image", "alt", "focus"}
VERBS = {"drop", "set", "replace", "move", "before", "after"}
PLACES = {"before", "after"}
GROUPINGS = ("alone", "pairs", "groups", "plenary")
GROUPS = {3: "threes", 4: "fours"}
GAP = re.compile(r"__(.+?)__")
TIMES = re.compile(r"(\d*)(½?)'( each)?")

Version = tuple[str, str]
"""An outline's name and a client's, which is empty for the outline as it stands."""
PLAIN = [(name, "") for name in sorted(SLOTS)]
VERSIONS = [*PLAIN, *((HALF_DAY, path.stem) for path in sorted(CLIENTS.glob("*.yaml")))]

every_version = pytest.mark.parametrize("version", VERSIONS, ids=lambda version: "-for-".join(filter(None, version)))
every_outline = pytest.mark.parametrize("name", sorted(SLOTS))


@cache
def loaded(version: Version) -> Loaded:
    """An outline, for a client where one is named."""
    name, client = version
    return load(OUTLINES / f"{name}.yaml", client=CLIENTS / f"{client}.yaml" if client else None)


def workshop(version: Version) -> Workshop:
    """The workshop of a version."""
    return loaded(version).workshop


@cache
def written(path: Path) -> dict[str, Any]:
    """A file as it is written, with nothing filled in."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def sections(found: Workshop) -> list[Section]:
    """The sections without the breaks."""
    return [entry for entry in found.sections if isinstance(entry, Section)]


def slides(found: Workshop) -> list[Slide]:
    """All slides of the sections, those that stand on paper alone too."""
    return [slide for section in sections(found) for slide in section.slides]


def shown_texts(value: object) -> Iterator[str]:
    """Every text that a slide shows, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from shown_texts(item)
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            if field not in NOT_SHOWN:
                yield from shown_texts(getattr(value, field))


def word_count(text: str) -> int:
    """How many words a text has; what stands between two spaces is one, if it has a letter or a figure."""
    return sum(any(c.isalnum() for c in word) for word in text.split())


def running(found: Workshop, *, without_optional: bool) -> Iterator[tuple[bool, float]]:
    """Slide by slide, breaks included: whether the room does something, and for how many minutes."""
    for entry in found.sections:
        if without_optional and entry.optional:
            continue
        for slide in entry.slides if isinstance(entry, Section) else (entry,):
            if not (without_optional and slide.optional):
                yield isinstance(slide, Activity | PlanSlide | BreakSlide), slide.minutes or 0


def longest_talk(found: Workshop, *, without_optional: bool) -> float:
    """The most minutes in a row in which only the coach does something."""
    runs = groupby((step for step in running(found, without_optional=without_optional) if step[1]), key=lambda step: step[0])
    return max(sum(minutes for _, minutes in steps) for active, steps in runs if not active)


def cue_minutes(slide: Activity) -> float:
    """The minutes of a cue, those with "each" for every one of a pair or a group."""
    total = 0.0
    for part in slide.cue.split("·"):
        for whole, half, each in TIMES.findall(part):
            total += (int(whole or 0) + 0.5 * bool(half)) * ((2 if "pairs" in part else slide.group_size) if each else 1)
    return total


def is_worksheet(slide: Slide | None) -> bool:
    """Whether it is a table with empty columns that stands in the workbook alone."""
    return isinstance(slide, TableSlide) and not slide.on_slides and any(not any(column) for column in zip(*slide.rows, strict=True))


def optional_minutes(found: Workshop) -> float:
    """What could go."""
    return sum(
        (section.minutes or 0) if section.optional else sum(slide.minutes or 0 for slide in section.slides if slide.optional)
        for section in sections(found)
    )


def test_the_shipped_outlines_are_those_that_are_tried_here() -> None:
    """No outline escapes these rules."""
    assert {path.stem for path in OUTLINES.glob("*.yaml")} == set(SLOTS)


@every_version
def test_nothing_is_found_fault_with(version: Version) -> None:
    """Each version loads without an error, a warning or a note."""
    assert loaded(version).findings == ()


@every_version
def test_a_slide_has_few_words(version: Version) -> None:
    """No slide shows more than 35 words, its title and all cells and labels included."""
    found = workshop(version)
    counts = {
        slide.id: sum(word_count(plain(text, found.vars)) for text in shown_texts(slide)) for slide in slides(found) if slide.on_slides
    }
    assert {id: count for id, count in counts.items() if count > MOST_WORDS} == {}


@every_version
def test_titles_are_sentences(version: Version) -> None:
    """A title that says something has at least three words, and no two slides of a workshop say the same."""
    found = [slide.title for slide in slides(workshop(version)) if slide.title]
    assert [title for title in found if word_count(title) < 3] == []
    assert [title for title, count in Counter(found).items() if count > 1] == []


@every_version
@pytest.mark.parametrize("without_optional", [False, True])
def test_nobody_listens_for_long(version: Version, without_optional: bool) -> None:
    """After at most 12 minutes of talk the room does something, also where the optional parts are left out."""
    assert longest_talk(workshop(version), without_optional=without_optional) <= MOST_TALK


@every_version
def test_minutes_add_up(version: Version) -> None:
    """Slides make their section, sections and breaks make the slot, to the minute."""
    found = workshop(version)
    for section in sections(found):
        assert sum(slide.minutes or 0 for slide in section.slides) == section.minutes, section.id
    assert all(slide.minutes is not None for slide in slides(found))
    assert sum(entry.minutes or 0 for entry in found.sections) == found.event.minutes


@every_outline
def test_the_slot_is_the_one_that_was_wanted(name: str) -> None:
    """Half a day, four short workshops, a lunch, a day."""
    least, most = SLOTS[name]
    assert least <= (workshop((name, "")).minutes or 0) <= most


@pytest.mark.parametrize("name", sorted(SLIDES))
def test_the_number_of_slides(name: str) -> None:
    """With title, objectives, agenda, contact and one for each section there are neither too few nor too many."""
    found = workshop((name, ""))
    least, most = SLIDES[name]
    assert least <= 4 + len(found.sections) + sum(slide.on_slides for slide in slides(found)) <= most


@every_outline
def test_a_quarter_could_go(name: str) -> None:
    """The optional parts make about a quarter of the slot, and say what to do when time runs short."""
    found = workshop((name, ""))
    assert OPTIONAL[0] <= optional_minutes(found) / (found.minutes or 1) <= OPTIONAL[1]
    assert [slide.id for slide in slides(found) if slide.optional and not slide.notes.if_late] == []


@every_version
def test_each_section_can_be_read_at_home(version: Version) -> None:
    """The reading of a section has 120 to 250 words."""
    counts = {s.id: sum(word_count("".join(r.text for r in p.runs)) for p in passages(s.reading)) for s in sections(workshop(version))}
    assert {id: count for id, count in counts.items() if not READING[0] <= count <= READING[1]} == {}


@every_version
def test_no_reading_gives_a_gap_away(version: Version) -> None:
    """A gap's words, which the workbook leaves open, stand in the reading of no section of that workshop."""
    found = workshop(version)
    gaps = {words for slide in slides(found) for text in shown_texts(slide) for words in GAP.findall(text.casefold())}
    readings = {section.id: plain(section.reading, found.vars).casefold() for section in sections(found)}
    assert [(id, words) for id, reading in readings.items() for words in gaps if words in " ".join(reading.split())] == []


@every_version
def test_a_stranger_could_run_it(version: Version) -> None:
    """All notes say what to say and do and how to go on; where the room hears or works, also what to ask and what comes back."""
    found = workshop(version)
    asked = ("say", "ask", "listen_for", "do", "bridge")
    made = [found.made.title, found.made.objectives, found.made.agenda, found.made.contact]
    short = [*made, *found.sections, *(slide for slide in slides(found) if not slide.on_slides)]
    missing = [(getattr(item, "id", item), key) for item in short for key in ("say", "do", "bridge") if not getattr(item.notes, key)]
    missing += [(slide.id, key) for slide in slides(found) if slide.on_slides for key in asked if not getattr(slide.notes, key)]
    assert missing == []


@every_version
def test_a_stranger_knows_what_to_do_when_it_goes_otherwise(version: Version) -> None:
    """Where the room works, the notes say what to do if nobody answers or something is amiss, and what to leave out when it is late."""
    active = [slide for slide in slides(workshop(version)) if isinstance(slide, Activity | PlanSlide) and slide.on_slides]
    assert [slide.id for slide in active if not re.search(r"\bif\b", slide.notes.do, re.IGNORECASE)] == []
    assert [slide.id for slide in active if not slide.notes.if_late] == []


@every_version
def test_each_slide_has_a_cue(version: Version) -> None:
    """Every slide that the coach speaks to has a few words for the cue card, ten at most."""
    shown = [slide for slide in slides(workshop(version)) if slide.on_slides]
    assert [(slide.id, slide.cue) for slide in shown if not 1 <= word_count(slide.cue) <= 10] == []


@every_version
def test_activities_go_from_one_to_all(version: Version) -> None:
    """People work alone before they work in pairs, in groups, together; and the cue card says how long each takes."""
    active = [slide for slide in slides(workshop(version)) if isinstance(slide, Activity)]
    order = {slide.id: [GROUPINGS.index(way) for way in slide.grouping] for slide in active}
    assert {id: ways for id, ways in order.items() if not ways or ways != sorted(set(ways))} == {}
    assert [slide.id for slide in active if isinstance(slide, ExerciseSlide) and not slide.cue] == []


@every_version
def test_the_minutes_of_a_cue_are_those_of_its_slide(version: Version) -> None:
    """Where a cue card divides the minutes of an activity, the parts add up; what pairs and groups do in turn counts for each of them."""
    timed = [slide for slide in slides(workshop(version)) if isinstance(slide, Activity) and TIMES.search(slide.cue)]
    assert {slide.id: (slide.cue, slide.minutes) for slide in timed if cue_minutes(slide) != slide.minutes} == {}


@every_version
def test_groups_are_as_large_as_their_name(version: Version) -> None:
    """Where an activity speaks of threes or fours, its groups have that size, so that materials are counted right."""
    active = [slide for slide in slides(workshop(version)) if isinstance(slide, ExerciseSlide) and "groups" in slide.grouping]
    wrong = [slide.id for slide in active for size, name in GROUPS.items() if name in slide.cue and slide.group_size != size]
    assert wrong == []
    assert [slide.id for slide in active if GROUPS.get(slide.group_size, "") not in " ".join(slide.steps).lower()] == []


@every_version
def test_exercises_have_a_place_on_paper(version: Version) -> None:
    """Each exercise has its own worksheet or lines, or a table in the workbook follows it; and it says what to bring."""
    found = slides(workshop(version))
    exercises = [(slide, after) for slide, after in zip(found, [*found[1:], None], strict=True) if isinstance(slide, ExerciseSlide)]
    placed = [slide for slide, after in exercises if slide.handout.table or slide.handout.lines or is_worksheet(after)]
    assert [slide.id for slide, _ in exercises if slide not in placed or not slide.materials] == []


@every_version
def test_quotation_marks_are_curly(version: Version) -> None:
    """Typewriter's quotation marks and apostrophes stand in no text that is read; minutes on cue cards keep their stroke."""
    found = workshop(version)
    parts: list[Section | Slide] = [*sections(found), *slides(found)]
    texts = [(part.id, text) for part in parts for text in (*shown_texts(part), *shown_texts(part.notes))]
    assert [(id, text) for id, text in texts if re.search("[\"']", text)] == []


@every_outline
def test_everybody_leaves_with_a_plan_and_a_witness(name: str) -> None:
    """Near the end stands a plan, then a table with room for a witness."""
    found = slides(workshop((name, "")))
    place = next(n for n, slide in enumerate(found) if isinstance(slide, PlanSlide))
    tables = [slide.handout.table for slide in found[place:] if slide.handout.table]
    assert sum(slide.on_slides for slide in found[place:]) <= 4
    assert any("My witness" in table.columns for table in tables)


@pytest.mark.parametrize("name", sorted(set(SLOTS) - {"lunch-talk"}))
def test_the_self_assessment_is_used_later(name: str) -> None:
    """People rate themselves, and a later exercise tells them to take their lowest line."""
    found = slides(workshop((name, "")))
    rated = max(n for n, slide in enumerate(found) if isinstance(slide, ScaleSlide))
    used = [slide for slide in found[rated + 2 :] if isinstance(slide, ExerciseSlide) and "lowest" in " ".join(slide.steps)]
    assert used


@every_version
def test_the_lines_that_are_rated_again_are_the_same(version: Version) -> None:
    """Where the workbook has a table for a second rating a month later, its lines are those of the ratings, in order."""
    found = slides(workshop(version))
    again = [tuple(row[0] for row in slide.rows) for slide in found if isinstance(slide, TableSlide) and slide.id == "a-month-later"]
    rated = [slide.statements for slide in found if isinstance(slide, ScaleSlide) and slide.id in ("rate-managing", "rate-leading")]
    assert again in ([], [tuple(line for lines in rated for line in lines)])


def test_lunch_is_mostly_talk() -> None:
    """At lunch the coach speaks for more than half of the time."""
    found = list(running(workshop(("lunch-talk", "")), without_optional=False))
    assert sum(minutes for active, minutes in found if not active) > sum(minutes for _, minutes in found) / 2


@pytest.mark.parametrize("path", sorted(OUTLINES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_editors_find_the_schema(path: Path) -> None:
    """The first line names the schema, and it is there."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert named
    assert (path.parent / named[1]).is_file()


def test_all_ids_are_written_and_stand_once() -> None:
    """Every section, break and slide has a given id, and no two outlines write the same: what they share comes in by `use`."""
    ids: list[str | None] = []
    for path in OUTLINES.glob("*.yaml"):
        for section in written(path)["sections"]:
            ids += [item.get("id") for item in (section, *section.get("slides", ())) if "use" not in item]
    assert None not in ids
    assert [id for id, count in Counter(ids).items() if count > 1] == []


def test_the_day_is_put_together_from_the_others() -> None:
    """Most sections of the day are used, some from the half-day and some from every short workshop."""
    entries = written(OUTLINES / "leadership-day.yaml")["sections"]
    sources = {entry["use"].partition("#")[0] for entry in entries if "use" in entry}
    assert sources == {HALF_DAY, *SHORT}
    assert sum("use" in entry for entry in entries) > len(entries) / 2


def test_the_clients_show_every_kind_of_change() -> None:
    """Between them the example clients drop, set, replace, move and add before and after, and add a hidden slide and a break."""
    changes = [change for path in CLIENTS.glob("*.yaml") for change in written(path)["workshops"][HALF_DAY]["changes"]]
    shown = {verb for change in changes for verb in VERBS & change.keys() if "move" not in change or verb == "move"}
    moved = {place for change in changes if "move" in change for place in PLACES & change.keys()}
    added = [entry for change in changes for entry in change.get("add", ())]
    assert shown == VERBS
    assert moved == PLACES
    assert {entry["kind"] == "break" for entry in added} == {True, False}
    assert any(entry.get("hidden") for entry in added)
    assert [entry for entry in added if "id" not in entry] == []


@pytest.mark.parametrize("path", sorted(OUTLINES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_contact_is_made_up(path: Path) -> None:
    """Outlines and example clients name no address and no number: the brand's contact is the only one."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"https?:|www\.|\S+@\S+|\(\d{3}\) ?\d{3}|\d{3}-\d{4}", text) == []

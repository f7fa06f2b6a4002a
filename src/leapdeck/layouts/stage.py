"""Where slides are built: text goes into slots, what does not fit is split or reported, findings are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.assets import Image, Picture
from leapdeck.brand.model import Brand
from leapdeck.diagnostics import Diagnostic, Path, Position
from leapdeck.layouts.design import Design, own_design
from leapdeck.layouts.fitting import AtSize, Fitted, Misfit, box, fit, fits, place
from leapdeck.layouts.logos import Logos
from leapdeck.layouts.regrounding import on_ground
from leapdeck.layouts.slots import Layout
from leapdeck.locales import figure, word
from leapdeck.locales.times import clock
from leapdeck.richtext import Run, inline, words
from leapdeck.scene import Align, Paragraph, Primitive, TextBox
from leapdeck.timeplan import Plan
from leapdeck.units import Rect

WIDEST_PAGE = "88"
"""What a page number that is not yet known is measured as."""


class Draft(Struct, frozen=True):
    """A slide without its number: layout, primitives in reading order, the steps that differ from the roles' first."""

    layout: str
    title: str
    items: tuple[Primitive, ...]
    sizes: tuple[tuple[str, float], ...] = ()
    reveal: tuple[str, ...] = ()


class Stage:
    """What the slides of one workshop share while they are composed: brand, variables, words, plan, findings."""

    def __init__(
        self,
        brand: Brand,
        variables: Mapping[str, str],
        fixed: Mapping[str, str],
        plan: Plan,
        where: Callable[[Path], Position],
        design: Design | None = None,
    ) -> None:
        """Start with no findings; `fixed` are the words of the language, `where` names the line of a content path."""
        self.design = design or own_design()
        self.brand = brand
        self.variables = variables
        self.fixed = fixed
        self.plan = plan
        self.findings: list[Diagnostic] = []
        self.images: dict[str, Image | Picture] = {}
        self.logos = Logos()
        self.client = ""
        self._where = where
        self._kind, self._wanted = "", ""

    def turn_to(self, kind: str, wanted: str = "") -> None:
        """Say what is composed next: a slide's kind, and the client's layout that it wants."""
        self._kind, self._wanted = kind, wanted

    def layout(self, name: str) -> Layout:
        """A layout as the slide that is composed has it."""
        return self.design.layout(name, self._kind, self._wanted)

    def runs(self, text: str) -> tuple[Run, ...]:
        """A text of the outline as runs, its variables filled in."""
        return inline(text, self.variables)

    def plain(self, text: str) -> str:
        """A text of the outline as words alone."""
        return words(self.runs(text))

    def word(self, key: str, **values: object) -> str:
        """A fixed word, with its braces filled in; numbers as the language writes them."""
        return word(self.fixed, key, **values)

    def figure(self, value: float) -> str:
        """A number as the language writes it."""
        return figure(value, self.fixed)

    def clock(self, minutes: float | None) -> str:
        """Minutes from midnight as the language writes a clock time; nothing for None."""
        return clock(minutes, self.fixed)

    def with_page(self, key: str, slide: str) -> tuple[Run, ...]:
        """Fixed words around a workbook page that is filled in when the paper is paginated."""
        head, _, tail = self.fixed[key].partition("{page}")
        runs = (Run(head), Run(WIDEST_PAGE, ref=f"page:{slide}"), Run(tail))
        return tuple(run for run in runs if run.text)

    def report(self, code: str, message: str, path: Path, hint: str) -> None:
        """Keep an error about the value at a content path."""
        self.findings.append(Diagnostic(code, message, position=self._where(path), hint=hint))

    def misfit(self, found: Misfit, what: str, path: Path) -> None:
        """Report text that fits at no step."""
        if found.cut:
            word = found.cut[0]
            shown = word if len(word) <= 40 else f"{word[:37]}…"
            self.report("long-word", f"the word “{shown}” is wider than its place ({what})", path, "shorten it, or part it with a hyphen")
        else:
            plural = "words" if found.words != 1 else "word"
            self.report("overflow", f"{what} is about {found.words} {plural} too long for its slide", path, "shorten it, or make two of it")

    def slide(self, layout: str) -> Builder:
        """Begin a slide on one of the layouts."""
        return Builder(self, self.layout(layout))

    def slide_for(self, at_size: AtSize, slot: str, names: Sequence[str], size: float) -> Builder:
        """Begin a slide on the first of some layouts whose slot holds paragraphs at a size; on the last where none of them does."""
        layouts = [self.layout(name) for name in names]
        fitting = (layout for layout in layouts if fits(at_size(size), layout.slot(slot).rect, self.brand))
        return Builder(self, next(fitting, layouts[-1]))


class Builder:
    """One slide being built: boxes in reading order, the steps that they were set at."""

    def __init__(self, stage: Stage, layout: Layout) -> None:
        """Begin with nothing on the slide."""
        self.stage = stage
        self.layout = layout
        self.items: list[Primitive] = []
        self.sizes: list[tuple[str, float]] = []
        self._title = ""

    def title(self, runs: Sequence[Run], path: Path) -> None:
        """Set the slide's title; a slide is known by it in lists and to screen readers."""
        self._title = words(tuple(runs))
        self.text("title", runs, path, what="the title")

    def named(self, name: str) -> None:
        """Name a slide otherwise than its title slot says."""
        self._title = name

    def text(self, slot: str, runs: Sequence[Run], path: Path, *, what: str = "this text", sizes: tuple[float, ...] = ()) -> None:
        """Set one paragraph into a slot."""
        if slot in self.layout.omitted:
            return
        place_ = self.layout.slot(slot)
        self.paragraphs(slot, lambda size: (Paragraph(tuple(runs), place_.role, size, align=place_.align),), path, what=what, sizes=sizes)

    def paragraphs(self, slot: str, at_size: AtSize, path: Path, *, what: str = "this text", sizes: tuple[float, ...] = ()) -> None:
        """Set paragraphs into a slot, at the largest step at which they fit; report them where they fit at none."""
        place_ = self.layout.slot(slot)
        found = fit(at_size, place_, self.stage.brand, path=path, sizes=sizes)
        if isinstance(found, Misfit):
            self.stage.misfit(found, what, path)
            size = (sizes or self.stage.brand.roles[place_.role].sizes)[-1]
            found = Fitted(place(at_size(size), place_, self.stage.brand, path), size)
        self.put(slot, found.box, found.size)

    def same_size(self, texts: Mapping[str, tuple[AtSize, Path]], *, what: str = "this text", sizes: tuple[float, ...] = ()) -> float:
        """Set several slots of one role at the largest step at which all of them fit, and tell which that is."""
        slots = {name: self.layout.slot(name) for name in texts}
        brand = self.stage.brand
        steps = sizes or brand.roles[next(iter(slots.values())).role].sizes
        size = next((s for s in steps if all(fits(at(s), slots[n].rect, brand) for n, (at, _) in texts.items())), steps[-1])
        for name, (at_size, path) in texts.items():
            self.paragraphs(name, at_size, path, what=what, sizes=(size,))
        return size

    def up_to(self, most: float, slot: str) -> tuple[float, ...]:
        """The steps of a slot's role that are no larger than `most`, as what stands below a heading is; the last one at least."""
        steps = self.stage.brand.roles[self.layout.slot(slot).role].sizes
        return tuple(step for step in steps if step <= most) or steps[-1:]

    def put(self, slot: str, box_: TextBox, size: float) -> None:
        """Add a box that was set elsewhere into its slot."""
        if size != self.stage.brand.roles[self.layout.slot(slot).role].sizes[0]:
            self.sizes.append((slot, size))
        self.items.append(box_)

    def add(self, *primitives: Primitive) -> None:
        """Add what has no slot."""
        self.items += primitives

    def loose(self, runs: Sequence[Run], style: str, rect: Rect, align: Align, **looks: object) -> None:
        """Add a box of one paragraph, in no slot, at its role's first step; `looks` are those of its ground. One line stays whole."""
        paragraph = Paragraph(tuple(runs), style, self.stage.brand.roles[style].sizes[0], align=align)
        made = box((paragraph,), rect, self.stage.brand, anchor="middle", role="body")
        self.items.append(replace(made, whole=len(made.lines) == 1, **looks))

    def done(self, reveal: tuple[str, ...] = ()) -> Draft:
        """The slide as it stands."""
        title = self._title or self.layout.title
        items = on_ground((*self.layout.furniture, *self.items), self.layout.ground, self.stage.brand)
        return Draft(self.layout.name, title, items, tuple(self.sizes), reveal)

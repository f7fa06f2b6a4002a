"""A client's template as a design and as a brand: our layouts on theirs, our roles in their colors and fonts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from leapdeck.brand.color import contrast
from leapdeck.brand.fonts import Family
from leapdeck.brand.model import Brand, Shade
from leapdeck.brand.palette import LARGE, mend
from leapdeck.brand.sparing import spared
from leapdeck.brand.standins import family_of
from leapdeck.brand.theming import Themed, themed
from leapdeck.brand.type import SLIDE_ROLES, TextRole
from leapdeck.layouts.adapting import adapted, role_like
from leapdeck.layouts.backdrops import colors_in, looks_in, marks_of
from leapdeck.layouts.corporate import ClientTemplate, Look
from leapdeck.layouts.design import Design
from leapdeck.layouts.regrounding import recolored
from leapdeck.layouts.serving import Service, mapped, serving
from leapdeck.layouts.slots import Layout
from leapdeck.layouts.standard import layouts
from leapdeck.scene import Deck

ON_FILLS = ("badge", "head")
"""The text roles that stand on a filled form; all others stand on the layout's ground, which needn't be dark."""
FLOWING = ("body", "large", "on-dark-large", "cell", "head", "row-title", "row-break", "row-time")
"""The text roles that are parted over slides before they get too small; all others may step down further on a small layout."""
SMALLER = (0.85, 0.7)
LEAST = 9.0
COLUMN = (24.0, 20.0, 18.0, 16.0, 14.0)
"""A column's text can't be parted, and a client's columns may be narrow."""
WHITE = "#FFFFFF"
ON_SLIDES = "slide "
"""What the names of slides' colors and text roles begin with on paper."""


class Tailored(Struct, frozen=True):
    """A template's design, the brand that its slides wear and the one for paper.

    `services` say which of its layouts serves each of ours; `estimated` are fonts whose widths aren't known, `lent` those that
    there is no file of.
    """

    design: Design
    slides: Brand
    paper: Brand
    services: dict[str, Service]
    estimated: tuple[str, ...]
    lent: tuple[str, ...]


def tailored(template: ClientTemplate, brand: Brand, chosen: Mapping[str, str], wanted: Iterable[str]) -> Tailored:
    """A template's design; `chosen` are the client file's layouts by kind of slide, `wanted` those that single slides name."""
    services = {name: serving(name, template) for name in layouts()}
    named = [layout for name in dict.fromkeys((*chosen.values(), *wanted)) if (layout := template.layout(name))]
    wardrobe = _Wardrobe(template, brand, services["title-only"].layout.ground)
    table = {name: wardrobe.layout(name, service, name) for name, service in services.items()}
    for client in named:
        for name in layouts():
            key = f"{name}@{client.name}"
            table[key] = wardrobe.layout(name, mapped(name, client, template.size), key)
    clients = {layout.part: layout for layout in template.layouts if any(layout.part == made.part for made in table.values())}
    styles = {look: wardrobe.style(look) for client in clients.values() for look in looks_in(client.drawn)}
    slides, estimated = wardrobe.brand(tuple(color for client in clients.values() for color in colors_in(client.drawn)))
    marks = {part: marks_of(client.drawn, slides, styles) for part, client in clients.items()}
    table = {name: replace(layout, marks=marks[layout.part]) for name, layout in table.items()}
    design = Design(template.size, table, template.scale, dict(chosen), template.images)
    lent = tuple(dict.fromkeys(slides.families[voice].name for voice in ("heading", "text") if slides.families[voice].lent))
    return Tailored(design, slides, _on_paper(template, slides, brand), services, estimated, lent)


class _Wardrobe:
    """The roles and colors that the layouts of a template need, found while they are adapted."""

    def __init__(self, template: ClientTemplate, brand: Brand, usual: str) -> None:
        self._template, self._brand = template, brand
        self._themes: dict[str, tuple[str, Themed]] = {}
        self._on(usual)
        self._roles: dict[TextRole, str] = {}
        self._fonts: dict[str, str] = {}

    def layout(self, name: str, service: Service, key: str) -> Layout:
        ground = f"paper{self._on(service.layout.ground)}"
        return adapted(layouts()[name], service, self._template, ground, self._role, key)

    def _role(self, look: Look, ground: str, sizes: tuple[float, ...]) -> str:
        """The text role of a placeholder; a color of the template's that can't be read on its own ground gives way to one that can."""
        suffix = self._on(ground)
        color = look.color if contrast(look.color, ground) >= LARGE else f"ink{suffix}"
        role = role_like(look, self._family(look.font), color, f"accent{suffix}", sizes)
        return self._roles.setdefault(role, f"theirs-{len(self._roles) + 1}")

    def style(self, look: Look) -> str:
        """The text role of words that the template sets itself, in its own color; a font that is none of its voices gives way to one."""
        family = {name: voice for voice, name in self._template.fonts.items()}.get(look.font, self._voice(look.font))
        return self._roles.setdefault(role_like(look, family, look.color, look.color, (look.size,)), f"theirs-{len(self._roles) + 1}")

    def _on(self, ground: str) -> str:
        """What is put behind the names of colors that are meant for a ground: nothing for the usual one."""
        if ground not in self._themes:
            suffix = f"@{len(self._themes)}" if self._themes else ""
            self._themes[ground] = (suffix, themed(self._template.colors, ground))
        return self._themes[ground][0]

    def _family(self, font: str) -> str:
        """The brand's key of a font: one of the two voices, or a further one."""
        if font.startswith("+"):
            return self._voice(font)
        voices = {name: voice for voice, name in self._template.fonts.items()}
        return voices.get(font) or self._fonts.setdefault(font, f"font{len(self._fonts) + 1}")

    @staticmethod
    def _voice(font: str) -> str:
        return "heading" if font.startswith("+mj") else "text"

    def brand(self, drawn: tuple[str, ...] = ()) -> tuple[Brand, tuple[str, ...]]:
        """The brand that slides wear, with the values of colors that the template draws in, and the fonts whose widths are estimated."""
        names = {**self._template.fonts, **{key: font for font, key in self._fonts.items()}}
        found = {key: family_of(font, self._brand.families["heading" if key == "heading" else "text"]) for key, font in names.items()}
        families: dict[str, Family] = {key: family for key, (family, _) in found.items()}
        palette = {color: color for color in (*drawn, *(role.color for role in self._roles)) if color.startswith("#")}
        shades: dict[str, Shade] = {}
        roles = dict(self._brand.roles)
        for suffix, theme in self._themes.values():
            palette |= {f"{role}{suffix}": value for role, value in theme.palette.items()}
            shades |= {f"{role}{suffix}": shade for role, shade in theme.shades.items()}
            roles |= {f"{name}{suffix}": _on_ground(name, role, suffix) for name, role in SLIDE_ROLES.items()}
            roles[f"column{suffix}"] = replace(roles[f"body{suffix}"], sizes=COLUMN)
        roles |= {name: role for role, name in self._roles.items()}
        estimated = tuple(dict.fromkeys(family.name for family, known in found.values() if not known))
        return replace(self._brand, palette=palette, shades=shades, families=families, roles=roles), estimated


def _on_ground(name: str, role: TextRole, suffix: str) -> TextRole:
    """A text role of ours on a client's ground: what we set on dark grounds takes the ground's own text color."""
    color = "ink" if role.color == "on-dark" and name not in ON_FILLS else role.color
    sizes = (
        role.sizes
        if name in FLOWING
        else (*role.sizes, *(size for share in SMALLER if (size := round(2 * share * role.sizes[-1]) / 2) >= LEAST))
    )
    return replace(role, color=f"{color}{suffix}", sizes=sizes, emphasis=f"accent{suffix}")


def _on_paper(template: ClientTemplate, slides: Brand, brand: Brand) -> Brand:
    """The brand for paper: the theme's colors on white, and its fonts where they can be embedded."""
    theme: Themed = themed(template.colors, WHITE)
    kept = {role: value for role, value in brand.palette.items() if role in ("soft", "faint")}
    own = {role: value for role, value in theme.palette.items() if role in brand.palette and role not in ("ghost", "bar", "bar-break")}
    own |= kept | {"on-dark": WHITE, "paper": WHITE, "highlight": template.colors["accent4"]}
    palette, _ = mend(own)
    families = {voice: brand.families[voice] if slides.families[voice].lent else slides.families[voice] for voice in brand.families}
    return replace(brand, palette=palette, families=families)


def beside_paper(deck: Deck, made: Tailored, paper: Brand) -> tuple[Deck, Brand, Design]:
    """Slides that are shown on paper, the brand in which both can be painted, and the slides' design.

    A color or a text role of the slides need not be that of the same name on paper: on the sheet it is called otherwise.
    """

    def apart(name: str) -> str:
        return f"{ON_SLIDES}{name}" if name else ""

    scenes = tuple(replace(scene, items=recolored(scene.items, apart, apart)) for scene in deck.scenes)
    marks = {layout.part: recolored(layout.marks, apart, apart) for layout in made.design.layouts.values()}
    table = {name: replace(layout, ground=apart(layout.ground), marks=marks[layout.part]) for name, layout in made.design.layouts.items()}
    colors = spared(made.slides.palette) if paper.sparing else made.slides.palette
    palette = paper.palette | {apart(color): value for color, value in colors.items()}
    roles = {apart(name): replace(role, color=apart(role.color), emphasis=apart(role.standout)) for name, role in made.slides.roles.items()}
    brand = replace(paper, palette=palette, roles={**paper.roles, **roles}, families={**made.slides.families, **paper.families})
    return replace(deck, scenes=scenes), brand, replace(made.design, layouts=table)

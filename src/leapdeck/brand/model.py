"""What `brand.yaml` may say, and what a brand is once it is resolved."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from leapdeck.brand.fonts import Family
from leapdeck.brand.type import ROLES, TextRole

Color = Annotated[
    str,
    Meta(
        pattern="^#[0-9A-Fa-f]{6}$",
        description="A color as #RRGGBB, in quotes.",
        extra={"wanted": "a color", "hint": 'write # and six digits in quotes, as "#B3261E"'},
    ),
]
FallbackName = Literal["Arial", "Times New Roman", "Courier New"]


class ColorsFile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The roles of the palette; what is left out comes from the brand `leap`."""

    ink: Annotated[Color | UnsetType, Meta(description="Text.")] = UNSET
    primary: Annotated[Color | UnsetType, Meta(description="Structure: first side of a comparison, dark grounds.")] = UNSET
    accent: Annotated[Color | UnsetType, Meta(description="People: second side of a comparison, rules, emphasis.")] = UNSET
    support: Annotated[Color | UnsetType, Meta(description="Badges, panels, references.")] = UNSET
    highlight: Annotated[Color | UnsetType, Meta(description="Emphasis on dark grounds, nowhere else.")] = UNSET
    paper: Annotated[Color | UnsetType, Meta(description="The ground of slides and pages.")] = UNSET
    mist: Annotated[Color | UnsetType, Meta(description="Panels.")] = UNSET
    line: Annotated[Color | UnsetType, Meta(description="Hairlines.")] = UNSET
    muted: Annotated[Color | UnsetType, Meta(description="Footers and captions.")] = UNSET
    on_dark: Annotated[Color | UnsetType, Meta(description="Text on dark grounds.")] = UNSET
    soft: Annotated[Color | UnsetType, Meta(description="Running text on dark grounds.")] = UNSET
    faint: Annotated[Color | UnsetType, Meta(description="Captions on dark grounds.")] = UNSET


class FontFile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One font family, from a Python package or from four files beside the brand file."""

    family: Annotated[str, Meta(description="The family's name, as PowerPoint lists it.", min_length=1)]
    package: Annotated[str, Meta(description="A font package that is installed, e.g. font-source-sans-pro.")] = ""
    regular: Annotated[str, Meta(description="A TrueType file beside the brand file.")] = ""
    bold: Annotated[str, Meta(description="A TrueType file beside the brand file.")] = ""
    italic: Annotated[str, Meta(description="A TrueType file beside the brand file.")] = ""
    bold_italic: Annotated[str, Meta(description="A TrueType file beside the brand file.")] = ""
    fallback: Annotated[FallbackName, Meta(description="The font that stands in where the family is not installed.")] = "Arial"


class FontsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The two voices of the type."""

    heading: FontFile | UnsetType = UNSET
    text: FontFile | UnsetType = UNSET


class LogoFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The logo's files, beside the brand file; without any the organization's name is set in the text face."""

    color: Annotated[str, Meta(description="For light grounds.")] = ""
    white: Annotated[str, Meta(description="For dark grounds.")] = ""
    mono: Annotated[str, Meta(description="In one dark color, for print in black.")] = ""
    alt: Annotated[str, Meta(description="What a screen reader says.")] = ""


class ContactFile(Struct, frozen=True, forbid_unknown_fields=True):
    """What the closing contact slide and page say."""

    organization: Annotated[str, Meta(description="The name of the practice or firm.")] = ""
    person: Annotated[str, Meta(description="Who to ask for.")] = ""
    role: Annotated[str, Meta(description="What that person is.")] = ""
    phone: Annotated[str, Meta(description="A telephone number, as it should be printed.")] = ""
    email: Annotated[str, Meta(description="A mail address.")] = ""
    web: Annotated[str, Meta(description="An https address.")] = ""
    invitation: Annotated[str, Meta(description="The closing slide's title.")] = ""
    text: Annotated[str, Meta(description="One or two sentences under the invitation.")] = ""
    qr: Annotated[str, Meta(description="What the QR code holds: vcard, an https address, or none.")] = ""


class BrandFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A brand file; what it leaves out comes from the brand `leap`."""

    leapdeck: Annotated[Literal[1], Meta(description="The version of the format.")]
    name: Annotated[str, Meta(description="The brand's name.", min_length=1)]
    colors: ColorsFile = ColorsFile()
    fonts: FontsFile = FontsFile()
    logo: LogoFile | UnsetType = UNSET
    contact: ContactFile | UnsetType = UNSET
    paper: Annotated[Literal["a4", "letter"] | UnsetType, Meta(description="The paper that workbooks are set on.")] = UNSET


class Logo(Struct, frozen=True):
    """A logo: keys of its pictures ("" where there is none), and what it says."""

    alt: str
    color: str = ""
    white: str = ""
    mono: str = ""


class Shade(Struct, frozen=True):
    """A color of a theme, lightened or darkened as PowerPoint does: shares of the lightness kept and added (HSL), opacity."""

    slot: str
    kept: float = 1.0
    added: float = 0.0
    alpha: float = 1.0


class Brand(Struct, frozen=True):
    """A resolved brand: every role has its value, every face its file.

    `roles` are the text roles; `shades` say which color of a client's theme a role of the palette is (without a template none).
    `language` (BCP 47) is the one that its texts are set in, "" before that is known; `spares` are the families of the
    complete brand below it, which are always at hand.
    `sparing`: no ground is filled on paper.
    """

    name: str
    palette: dict[str, str]
    families: dict[str, Family]
    logo: Logo
    contact: ContactFile
    paper: str
    roles: dict[str, TextRole] = field(default_factory=lambda: ROLES)
    shades: dict[str, Shade] = {}
    language: str = ""
    spares: tuple[Family, ...] = ()
    sparing: bool = False

    def face_key(self, role: TextRole, *, bold: bool = False, italic: bool = False) -> str:
        """The key of the face that text of a role is set in, e.g. "heading-bold"; emphasis in bold text stays bold."""
        return role.family + ("-bold" if role.bold or bold else "") + ("-italic" if role.italic != italic else "")

"""How each of our layouts is set on a client's: what it is called there, which places it fills, what is composed beside them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from leapdeck.units import Rect

NAMES = {
    "title": (
        r"title slide",
        r"titelfolie",
        r"titelseite",
        r"diapositive de titre",
        r"diapositiva de t[ií]tulo",
        r"slide de t[ií]tulo",
        r"titeldia",
        r"diapositiva titolo",
        r"slajd tytułowy",
        r"タイトル スライド",
        r"^cover",
        r"deckblatt",
        r"^portada",
        r"^capa",
    ),
    "section": (
        r"section",
        r"abschnitt",
        r"chapter",
        r"kapitel",
        r"divider",
        r"trennfolie",
        r"secci[oó]n",
        r"se[cç][aã]o",
        r"sectie",
        r"sezione",
        r"sekcj",
        r"セクション",
    ),
    "content": (
        r"title and content",
        r"titel und inhalt",
        r"titre et contenu",
        r"t[ií]tulo y (objetos|contenido)",
        r"t[ií]tulo e conte[uú]do",
        r"titel en (object|inhoud)",
        r"titolo e contenuto",
        r"tytuł i zawartość",
        r"タイトルとコンテンツ",
        r"^content$",
        r"^inhalt$",
        r"^text$",
        r"bullets",
    ),
    "comparison": (
        r"comparison",
        r"vergleich",
        r"comparaison",
        r"comparaci[oó]n",
        r"compara[cç][aã]o",
        r"vergelijking",
        r"confronto",
        r"porównanie",
        r"比較",
    ),
    "title-only": (
        r"title only",
        r"nur titel",
        r"titre seul",
        r"s[oó]lo (el )?t[ií]tulo",
        r"somente t[ií]tulo",
        r"alleen titel",
        r"solo titolo",
        r"tylko tytuł",
        r"タイトルのみ",
    ),
    "blank": (
        r"blank",
        r"^leer",
        r"vide",
        r"en blanco",
        r"em branco",
        r"^leeg",
        r"vuot",
        r"pusty",
        r"白紙",
    ),
    "picture": (
        r"picture with",
        r"bild mit",
        r"image avec",
        r"imagen con",
        r"imagem com",
        r"afbeelding met",
        r"immagine con",
        r"obraz z",
        r"タイトル付きの図",
    ),
    "statement": (
        r"statement",
        r"aussage",
        r"big idea",
        r"key message",
    ),
    "quote": (
        r"quote",
        r"zitat",
        r"citation",
        r"\bcita\b",
        r"cita[cç][aã]o",
        r"citaat",
        r"citazione",
        r"cytat",
        r"引用",
    ),
    "break": (
        r"\bbreak\b",
        r"\bpause\b",
        r"pausa",
        r"pauze",
        r"przerwa",
        r"休憩",
    ),
}
"""What a layout for each purpose is called, in the languages of the templates one meets: regular expressions."""

WHOLE = Rect(48, 24, 864, 464)
"""What is composed freely takes the whole slide between its margins; all else what lies below the title."""
BELOW = Rect(48, 136, 864, 352)


class Recipe(Struct, frozen=True):
    """How one of our layouts is set on a client's.

    `kinds` are PowerPoint's words for layouts that are made for it, `names` the key of the names that they have, `bodies` how
    many places for text they have, `fills` the slots that take those, in reading order. `holds` is the kind of a place that a
    picture, table or chart needs. `moves` are slots that take a place of the template and stand elsewhere than it does; `places`
    are slots and areas that stand elsewhere than on our own layout, and `frame` is what of it is laid into the room that the
    client's layout has. `roles` are slots of another text role. `marks`: our panels are drawn.
    """

    kinds: tuple[str, ...] = ()
    names: str = ""
    bodies: int = 0
    fills: tuple[str, ...] = ()
    holds: tuple[str, str] = ("", "")
    moves: tuple[str, ...] = ()
    places: Mapping[str, Rect] = {}
    frame: Rect = BELOW
    omits: tuple[str, ...] = ()
    roles: Mapping[str, str] = {}
    marks: bool = True


_LIST = Recipe(("obj", "tx"), "content", 1, ("body",))
_STEPS = Recipe(("obj", "tx"), "content", 1, ("body",), moves=("body",))
_CARDS = Recipe()
RECIPES: dict[str, Recipe] = {
    "title": Recipe(
        ("title",),
        "title",
        1,
        ("subtitle",),
        frame=WHOLE,
        marks=False,
        places={"title": Rect(48, 112, 864, 152), "subtitle": Rect(48, 280, 864, 104), "meta": Rect(48, 400, 864, 50)},
    ),
    "section": Recipe(
        ("secHead",),
        "section",
        1,
        ("summary",),
        frame=WHOLE,
        marks=False,
        omits=("ornament",),
        moves=("title",),
        places={
            "title": Rect(48, 136, 864, 184),
            "summary": Rect(48, 336, 864, 88),
            "kicker": Rect(48, 440, 864, 20),
            "bar": Rect(48, 468, 864, 8),
        },
    ),
    "points": _LIST,
    "points-workbook": Recipe(("obj", "tx"), "content", 1, ("body",), moves=("body",)),
    "objectives": _LIST,
    "takeaways": Recipe(("obj", "tx"), "content", 1, ("body",), places={"body": Rect(48, 136, 864, 352)}, marks=False),
    "exercise": _STEPS,
    "exercise-untimed": _STEPS,
    "question": Recipe(
        ("obj", "tx"),
        "content",
        1,
        ("question",),
        moves=("question",),
        places={"question": Rect(48, 184, 864, 240), "badges": Rect(48, 140, 780, 28), "reference": Rect(48, 448, 400, 32)},
    ),
    "columns-2": Recipe(
        ("twoTxTwoObj",), "comparison", 4, ("head-1", "body-1", "head-2", "body-2"), roles={"body-1": "column", "body-2": "column"}
    ),
    "columns-3": Recipe(roles={f"body-{n}": "column" for n in (1, 2, 3)}),
    "statement": Recipe(
        (),
        "statement",
        0,
        frame=WHOLE,
        marks=False,
        moves=("title",),
        places={"title": Rect(48, 112, 864, 300), "eyebrow": Rect(48, 72, 864, 32)},
    ),
    "quote": Recipe(
        (),
        "quote",
        0,
        frame=WHOLE,
        marks=False,
        moves=("title",),
        omits=("mark",),
        places={"title": Rect(48, 88, 864, 280), "source": Rect(48, 384, 864, 48)},
    ),
    "table": Recipe(("tbl",), holds=("table", "tbl"), frame=Rect(48, 124, 864, 364), marks=False),
    "chart": Recipe(("chart",), holds=("chart", "chart"), marks=False),
    "agenda": Recipe(frame=Rect(48, 128, 864, 360), marks=False),
    "picture": Recipe(marks=False, places={"picture": Rect(48, 136, 864, 308), "caption": Rect(48, 452, 864, 36)}),
    "picture-half": Recipe(
        ("picTx",),
        "picture",
        1,
        ("caption",),
        holds=("picture", "pic"),
        marks=False,
        places={"picture": Rect(488, 136, 424, 352), "caption": Rect(48, 136, 408, 352)},
    ),
    "break": Recipe(
        (),
        "break",
        0,
        frame=WHOLE,
        marks=False,
        moves=("title",),
        places={"title": Rect(48, 112, 864, 72), "minutes": Rect(48, 196, 864, 128), "until": Rect(48, 336, 864, 64)},
    ),
    "contact": Recipe(
        marks=False,
        places={
            "text": Rect(48, 140, 572, 72),
            "phone": Rect(48, 224, 572, 72),
            "details": Rect(48, 308, 572, 84),
            "logo": Rect(48, 440, 240, 40),
            "qr": Rect(676, 140, 236, 236),
            "qr-caption": Rect(660, 388, 252, 24),
        },
    ),
}
"""Our layouts → how each is set; those that aren't named here are cards, composed below a title."""


def recipe_of(name: str) -> Recipe:
    """The recipe of one of our layouts; those for fewer words, or for more, are set as the usual one is."""
    usual, _, height = name.rpartition("-")
    return RECIPES.get(usual if height in ("low", "mid", "high", "tall") else name, _CARDS)

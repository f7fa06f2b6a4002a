"""The theme: the brand's palette in PowerPoint's twelve slots, and its two fonts."""

from __future__ import annotations

from leapdeck.brand.model import Brand
from leapdeck.powerpoint.markup import HEAD, A, attribute

SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "primary",
    "lt2": "mist",
    "accent1": "primary",
    "accent2": "accent",
    "accent3": "support",
    "accent4": "highlight",
    "accent5": "muted",
    "accent6": "line",
    "hlink": "support",
    "folHlink": "muted",
}
"""The slots of a theme in the order in which they are written → the roles of the palette."""

_GROUND = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = '<a:ln w="{}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
_FORMATS = (
    f'<a:fmtScheme name="leapdeck"><a:fillStyleLst>{_GROUND * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(width) for width in (9525, 19050, 28575))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_GROUND * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme(brand: Brand) -> str:
    """The theme part of a brand."""
    colors = "".join(f'<a:{slot}><a:srgbClr val="{brand.palette[role][1:]}"/></a:{slot}>' for slot, role in SLOTS.items())
    fonts = "".join(
        f'<a:{tag}Font><a:latin typeface={attribute(brand.families[voice].name)}/><a:ea typeface=""/><a:cs typeface=""/></a:{tag}Font>'
        for tag, voice in (("major", "heading"), ("minor", "text"))
    )
    name = attribute(brand.name)
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name={name}><a:themeElements><a:clrScheme name={name}>{colors}</a:clrScheme>'
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme>{_FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )

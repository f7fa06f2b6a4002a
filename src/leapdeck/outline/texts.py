"""Texts that won't come out as their author meant: HTML, and links that lead where no link may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from leapdeck.diagnostics import Diagnostic
from leapdeck.richtext import LINK_SCHEMES
from leapdeck.yamlsource import Source

_TAGS = "img|br|b|i|u|em|strong|p|div|span|a|font|script|style|ul|ol|li|h[1-6]|table|sub|sup|iframe|svg"
_HTML = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r"(?<!\\)\[[^\[\]]*\]\(((?:[^()\s]|\([^()\s]*\))*)[^)]*\)")
_SPOTS = re.compile(r"</?[A-Za-z]|\]\(")


def check_texts(source: Source) -> Iterator[Diagnostic]:
    """Warnings about HTML, which is shown as it stands; errors about links with an address that is no good."""
    if not any(_SPOTS.search(text) for text in source.texts.values()):
        return
    root = source.root
    top = root.value if isinstance(root, MappingNode) else []
    waiting: list[Node] = [value for key, value in reversed(top) if key.value != "vars"]  # a variable's value is no markup
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            if _SPOTS.search(node.value):
                yield from _spots(node, source)
        elif isinstance(node, MappingNode):
            waiting += [part for pair in reversed(node.value) for part in reversed(pair)]
        else:
            waiting += reversed(node.value)


def _spots(node: ScalarNode, source: Source) -> Iterator[Diagnostic]:
    for found in _HTML.finditer(node.value):
        message, hint = f"{_short(found[0])} is shown as it stands: texts hold no HTML", "write **bold** or *italic*, or leave it out"
        yield Diagnostic("html", message, "warning", source.place(node, found[0]), hint)
    for found in _LINK.finditer(node.value):
        address = found[1]
        if not address.lower().startswith(LINK_SCHEMES) and "{{" not in address:
            message = f"{_short(address)} can't be linked to" if address else "this link has no address"
            picture = "no picture can stand in a text; give it a slide of the kind picture"
            hint = picture if node.value[: found.start()].endswith("!") else _mended(address)
            yield Diagnostic("bad-link", message, position=source.place(node, found[0]), hint=hint)


def _mended(address: str) -> str:
    if address.lower().startswith("http:"):
        return f"write https:{address[5:]}, or leave the link out"
    if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address):
        return f"write mailto:{address}"
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", address):
        return f"write https://{address}"
    return "a link begins with https:, mailto: or tel:; for brackets that are no link write \\["


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"

"""The QR code of the contact: a visiting card or an address, as a picture of whole pixels."""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache

from leapdeck.assets import Picture
from leapdeck.brand.model import ContactFile
from leapdeck.diagnostics import Diagnostic, LeapdeckError

PIXELS = 12
"""How many pixels wide a module is: 600 dots an inch and more at the sizes in use."""

QUIET = 4
"""The quiet zone around the code, in modules (ISO/IEC 18004, 5.3.8)."""


def content(contact: ContactFile) -> str:
    """What the code holds: a visiting card in the short form that telephones read, an address, or nothing."""
    if contact.qr in ("", "none"):
        return ""
    if contact.qr != "vcard":
        return contact.qr
    from segno import helpers

    name = contact.person or contact.organization
    card = helpers.make_vcard_data(
        name=name,
        displayname=name,
        org=contact.organization,
        phone=contact.phone or None,
        email=contact.email or None,
        url=contact.web or None,
    )
    return str(card)


def qr_image(contact: ContactFile) -> Picture | None:
    """The picture of the contact's code, None where the brand wants none."""
    text = content(contact)
    return code_of(text) if text else None


@lru_cache(64)
def code_of(text: str) -> Picture:
    """The picture of a code that holds a text."""
    import segno

    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError as error:
        message = f"a QR code can't hold so much: “{text[:40]}…” has {len(text)} characters"
        hint = "name a shorter address, or qr: none"
        raise LeapdeckError((Diagnostic("too-long", message, hint=hint),)) from error
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=PIXELS, border=QUIET)
    width, height = code.symbol_size(PIXELS, QUIET)
    key = f"qr-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    return Picture(key, buffer.getvalue(), "PNG", int(width), int(height))

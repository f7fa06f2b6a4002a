"""What people changed by hand in a deck, told from what the deck itself says was built.

PowerPoint writes every part anew whenever it saves, so bytes tell nothing. A deck therefore carries a record of its slides: their
texts, where their boxes stand, which pictures they show, how they look. A deck that was only opened and saved still agrees with it.
"""

from __future__ import annotations

_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, EOFError, OSError, NotImplementedError, RuntimeError)
"""What Python raises over a package that isn't whole, beside the errors of zip and XML."""


def changed_by_hand(data: bytes) -> tuple[str, ...] | None:
    """What was changed in a deck since it was built, a line for each thing; None where the file doesn't tell what was built."""
    import zipfile
    import zlib
    from xml.etree.ElementTree import ParseError

    from leapdeck.checks.handwork.comparing import differences  # writing a deck does without it
    from leapdeck.checks.handwork.reading import held_by
    from leapdeck.checks.handwork.record import recorded
    from leapdeck.checks.opened import open_package

    try:
        package = open_package(data)
        built = recorded(package)
        return None if built is None else differences(built, held_by(package))
    except (zipfile.BadZipFile, zlib.error, ParseError, *_DAMAGE):  # damaged, locked, or no deck
        return None

"""What leapdeck has to say about a file: where, what is wrong, and what to write instead."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]
Path = tuple[str | int, ...]
"""Where a value stands in a file's data: keys and indices from the root, e.g. ("sections", 2, "slides", 0, "title")."""


class Position(Struct, frozen=True):
    """A place in a file a person wrote; line and column count from 1, 0 where they are not known."""

    file: str
    line: int = 0
    column: int = 0


class Diagnostic(Struct, frozen=True):
    """One finding. `code` is a key of CODES; `hint` says what to write instead."""

    code: str
    message: str
    severity: Severity = "error"
    position: Position = Position("")
    hint: str = ""


class LeapdeckError(Exception):
    """Everything that stopped a piece of work, raised once, at the border of the stage that found it."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        """Keep the findings, errors and warnings, in the order in which they were found."""
        super().__init__("; ".join(d.message for d in diagnostics))
        self.diagnostics = diagnostics


CODES: dict[str, str] = {
    "answer-given-away": "A file for participants holds an answer or a facilitator's note.",
    "bad-link": "A link's address begins with none of https:, mailto: and tel:.",
    "bad-setting": "A --set names no path, or no value.",
    "bad-template": "A PowerPoint template is broken, locked, too large, or isn't one.",
    "bad-variable": "Double braces around what can't be the name of a variable.",
    "broken-image": "A picture is cut off or damaged.",
    "changed-file": "A file was changed by hand since it was built; the new one is written beside it.",
    "coarse-logo": "A logo has too few pixels for the size at which it is printed.",
    "control-character": "An invisible character that no text should hold.",
    "cut-text": "A # cuts a text without quotes short.",
    "duplicate-id": "Two sections or slides have the same id.",
    "duplicate-key": "A key stands twice in one place.",
    "earlier-file": "A participant's file that an earlier build wrote, and this one doesn't make, still stands there.",
    "empty-file": "There is nothing in a file.",
    "empty-key": "A colon without a key before it.",
    "empty-value": "A key or a line of a list without its text.",
    "encoding": "A file isn't written in UTF-8.",
    "fault": "A fault of leapdeck's own, not of a file, stopped a build.",
    "file-exists": "A new file would take the place of one that is there.",
    "folder-there": "A folder stands where a file belongs; the file is written beside it.",
    "html": "HTML in a text; it is shown as it stands.",
    "image-format": "A file isn't a picture of a kind that leapdeck reads.",
    "image-too-large": "A picture has too many bytes, pixels or parts.",
    "leak": "A finished file holds another client's words, its logo, or a path of somebody's computer.",
    "left-over": "A finished file holds what a tool wrote of itself.",
    "link-there": "A link that leads nowhere stands where a file belongs; the file is written beside it.",
    "long-word": "A word is wider than its place.",
    "lost-process": "A process was ended from outside while it built a file.",
    "mended-color": "A brand's color had too little contrast; a near one is used.",
    "misplaced": "A slide, a section or a break stands where it can't.",
    "misplaced-gap": "A gap where nobody could write.",
    "misplaced-variable": "A variable in a link's address, a file's name or another variable's value.",
    "missing-key": "A key that must be there isn't.",
    "missing-space": "A colon or a dash without the space after it.",
    "moved-color": "A color of the brand looked too much like a client's; a near one is used.",
    "needs-quotes": "A text that YAML misreads unless it stands in quotes.",
    "no-change": "A client's change that changes nothing.",
    "no-client": "There is no client to build for.",
    "no-cluster": "No cluster answers, or what talks to it isn't installed.",
    "no-dash": "A line of a list that begins with another sign than a dash.",
    "no-glyph": "A character that the brand's fonts don't have.",
    "no-name": "A file that has no name before its ending.",
    "no-profile": "The press edition was given no color profile; its colors come from a plain formula.",
    "no-such-file": "There is no file, outline, client or brand of that name.",
    "no-such-font": "A font or font package isn't there.",
    "no-such-image": "There is no picture of that name.",
    "no-time": "Slides or sections need more minutes than there are.",
    "nothing-left": "Everything is optional, and left out.",
    "odd-space": "A no-break space or a character without width where YAML needs a usual space, or none.",
    "one-of": "Of several keys exactly one must be there.",
    "open-file": "A file is open in another program; the new one is written beside it.",
    "other-file": "An outline, a client's file or a brand where a file of another sort belongs.",
    "other-language": "A used section is in another language.",
    "other-workshop": "A client file has nothing of its own for this workshop.",
    "out-of-range": "A number is too small or too large.",
    "outside-folder": "A path leads out of the folder that it must stay in.",
    "overflow": "A text is too long for its slide or page.",
    "package": "A finished PowerPoint file breaks a rule that PowerPoint may stumble over.",
    "read-only": "A file is marked read-only; the new one is written beside it.",
    "reference": "A YAML anchor, alias or type; the format has none.",
    "reserved-id": "An id that belongs to a slide that leapdeck makes.",
    "same-name": "Two outlines of the same name are built into the same files.",
    "syntax": "YAML can't be read here.",
    "tab": "A tab where YAML takes spaces.",
    "template-font": "A template's font isn't known here; what stands in for it.",
    "too-deep": "Lists and mappings are nested too deep.",
    "too-large": "A file or a workshop is larger than what is read.",
    "too-long": "A text has more characters than are read.",
    "two-documents": "A second YAML document in a file.",
    "unclosed": "A bracket or brace that is never closed.",
    "undone-change": "A client's change to what an earlier one dropped, or one that undoes an earlier one.",
    "uneven-rows": "Rows or series of unequal length.",
    "unfit-font": "A font file that can't be embedded everywhere.",
    "unfit-profile": "A color profile by which one can't print in four colors.",
    "unknown-client": "A client file can't be read, or has mistakes, so its words can't all be looked for.",
    "unknown-id": "There is no section or slide of that id.",
    "unknown-key": "There is no such key here.",
    "unknown-kind": "There is no slide kind of that name.",
    "unknown-language": "There are no fixed words in an outline's language; they are English.",
    "unknown-layout": "A PowerPoint template has no layout of that name.",
    "unknown-value": "A word that isn't among those to choose from.",
    "unknown-variable": "A variable that nothing sets.",
    "unreadable": "Colors that can't be read on each other, even mended.",
    "unreadable-file": "A file can't be read.",
    "unsafe-image": "A drawing holds scripts, or references to other files.",
    "unused-variable": "A variable that nothing uses.",
    "unwritable": "A file or a folder can't be written.",
    "use-cycle": "Outlines use each other without end.",
    "wrong-count": "A list has too few or too many items.",
    "wrong-type": "A text where a number, a list or a mapping belongs, or the other way round.",
    "wrong-value": "A value that isn't a date, a color, an id or whatever belongs there.",
}
"""Every code that a finding may have, and what it means."""

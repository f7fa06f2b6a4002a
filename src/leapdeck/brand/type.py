"""The type scale: which face, sizes, color and leading each text role has, on slides and on paper."""

from __future__ import annotations

from msgspec import Struct


class TextRole(Struct, frozen=True):
    """How text of one role is set.

    `sizes` are its steps in points, largest first; fitting goes down them to the last, the floor. `leading` is the
    distance of two baselines in ems; PowerPoint's single line is 1.2 em for every face. `tracking` is added to every
    advance, in points. `color` is a role of the palette, `emphasis` that of what stands out ("": the accent, or on dark
    grounds the highlight). `caps`: all letters are shown as capitals. Long words of `hyphenated` text are parted at a line's end.
    """

    family: str
    sizes: tuple[float, ...]
    color: str = "ink"
    bold: bool = False
    italic: bool = False
    leading: float = 1.2
    tracking: float = 0.0
    emphasis: str = ""
    caps: bool = False
    hyphenated: bool = False

    @property
    def standout(self) -> str:
        """The color of what stands out in it."""
        return self.emphasis or ("highlight" if self.color in ("on-dark", "soft", "faint") else "accent")


SLIDE_ROLES: dict[str, TextRole] = {
    "display": TextRole("heading", (54, 46, 40), "on-dark", bold=True),
    "subtitle": TextRole("text", (24, 20), "soft", leading=1.32),
    "meta": TextRole("text", (18, 14), "faint", leading=1.32),
    "title": TextRole("heading", (32, 28), bold=True),
    "section-title": TextRole("heading", (46, 40, 32), "on-dark", bold=True),
    "kicker": TextRole("text", (14,), "highlight", bold=True, tracking=1.0),
    "body": TextRole("text", (24, 20, 18), leading=1.32),
    "large": TextRole("text", (32, 28, 24, 20, 18), leading=1.32),
    "statement": TextRole("heading", (54, 46, 40, 32, 28), bold=True, leading=1.26),
    "quote": TextRole("heading", (40, 32, 28, 24), italic=True, leading=1.32),
    "question": TextRole("heading", (46, 40, 32, 28, 24), bold=True, leading=1.26),
    "eyebrow": TextRole("text", (20, 18), "muted", bold=True),
    "caption": TextRole("text", (14, 12), "muted", leading=1.32),
    "source": TextRole("text", (18, 14), "muted", leading=1.32),
    "footer": TextRole("text", (12,), "muted"),
    "reference": TextRole("text", (18,), "support", bold=True),
    "badge": TextRole("text", (14,), "on-dark", bold=True),
    "badge-outline": TextRole("text", (14,), "support", bold=True),
    "label": TextRole("text", (12,), "muted", bold=True, tracking=0.6),
    "panel": TextRole("text", (18, 14), leading=1.3),
    "panel-number": TextRole("heading", (54, 46), "support", bold=True, leading=1.1),
    "panel-unit": TextRole("text", (18,), "support", bold=True),
    "head": TextRole("text", (20, 18), "on-dark", bold=True),
    "head-column": TextRole("text", (28, 24, 20, 18), bold=True, leading=1.26),
    "cell": TextRole("text", (20, 18), leading=1.3),
    "number": TextRole("heading", (40, 32, 28), "accent", bold=True),
    "row-title": TextRole("text", (24, 20, 18), bold=True),
    "row-break": TextRole("text", (24, 20, 18), "muted", italic=True),
    "row-time": TextRole("text", (20, 18), "accent", bold=True),
    "row-minutes": TextRole("text", (18, 14), "muted"),
    "ornament": TextRole("heading", (300, 200, 130), "ghost", bold=True, leading=1.0),
    "invitation": TextRole("heading", (40, 32, 28), "on-dark", bold=True, leading=1.26),
    "phone": TextRole("heading", (54, 46, 40, 32), "highlight", bold=True),
    "on-dark-large": TextRole("text", (32, 28, 24, 20, 18), "on-dark", leading=1.32),
    "quote-mark": TextRole("heading", (120,), "accent", bold=True, leading=1.0),
    "quiz-question": TextRole("heading", (32, 28, 24, 20), bold=True, leading=1.26),
    "letter": TextRole("heading", (28,), "accent", bold=True),
    "option": TextRole("text", (24, 20, 18), leading=1.26),
    "step-number": TextRole("heading", (46, 40), "accent", bold=True, leading=1.1),
    "step-text": TextRole("text", (28, 24, 20, 18), leading=1.3),
    "picture-title": TextRole("heading", (28, 24), "on-dark", bold=True),
    "picture-caption": TextRole("text", (18, 14), "soft", leading=1.3),
    "break-title": TextRole("heading", (40, 32, 28), "on-dark", bold=True),
    "break-until": TextRole("text", (40, 32, 24), "soft"),
    "break-minutes": TextRole("heading", (100, 54), "on-dark", bold=True, leading=1.1),
    "contact-details": TextRole("text", (20, 18, 14), "soft", leading=1.32),
    "qr-caption": TextRole("text", (14, 12), "faint"),
    "logo-name": TextRole("text", (18,), "on-dark", bold=True),
    "logo-name-dark": TextRole("text", (18,), "ink", bold=True),
    "chart-label": TextRole("text", (14, 12)),
}

PAGE_ROLES: dict[str, TextRole] = {
    "p-display": TextRole("heading", (44, 28, 20), "on-dark", bold=True, leading=1.14),
    "p-subtitle": TextRole("text", (15, 13), "soft", leading=1.4),
    "p-kicker": TextRole("text", (9,), "highlight", bold=True, tracking=1.0, leading=1.35),
    "p-kicker-light": TextRole("text", (9,), "on-dark", bold=True, tracking=1.0, leading=1.35),
    "p-band": TextRole("heading", (24, 20), "on-dark", bold=True),
    "p-h1": TextRole("heading", (28, 20), bold=True),
    "p-h2": TextRole("heading", (20,), bold=True, leading=1.25),
    "p-h3": TextRole("heading", (15,), "primary", bold=True, leading=1.33),
    "p-lead": TextRole("text", (13,), leading=1.46, hyphenated=True),
    "p-body": TextRole("text", (10.5,), leading=1.4286, hyphenated=True),
    "p-cell": TextRole("text", (10.5,), leading=1.4286, hyphenated=True),
    "p-head": TextRole("text", (10.5,), "on-dark", bold=True, leading=1.4286),
    "p-strong": TextRole("text", (10.5,), bold=True, leading=1.4286),
    "p-small": TextRole("text", (9,), "muted", leading=1.34),
    "p-label": TextRole("text", (9,), "muted", bold=True, leading=1.34),
    "p-reference": TextRole("text", (9,), "accent", leading=1.34),
    "p-badge": TextRole("text", (9,), "on-dark", bold=True, leading=1.34),
    "p-badge-outline": TextRole("text", (9,), "support", bold=True, leading=1.34),
    "p-quote": TextRole("heading", (15,), "primary", italic=True, leading=1.42),
    "p-contents": TextRole("text", (13,), bold=True, leading=1.46),
    "p-contents-sub": TextRole("text", (10.5,), leading=1.4286),
    "p-footer": TextRole("text", (9,), "muted", leading=1.34),
    "p-page": TextRole("text", (9,), "ink", bold=True, leading=1.34),
    "p-phone": TextRole("heading", (44, 28), "highlight", bold=True, leading=1.14),
    "p-invitation": TextRole("heading", (28, 20), "on-dark", bold=True, leading=1.3),
    "p-on-dark": TextRole("text", (13, 10.5), "soft", leading=1.46),
    "p-facts": TextRole("text", (13, 10.5), "muted", leading=1.4),
    "p-logo-name": TextRole("text", (13,), "on-dark", bold=True),
    "p-number": TextRole("heading", (20,), "accent", bold=True),
    "p-eyebrow": TextRole("text", (9,), "accent", bold=True, tracking=1.0, leading=1.35),
    "p-cue": TextRole("text", (9,), "support", bold=True, tracking=0.8, leading=1.35),
    "p-say": TextRole("text", (13,), leading=1.4),
    "p-title": TextRole("heading", (28, 20), bold=True, leading=1.2),
    "p-run": TextRole("text", (10.5, 9), leading=1.2),
    "p-run-strong": TextRole("text", (10.5, 9), bold=True, leading=1.2),
    "p-run-pause": TextRole("text", (10.5, 9), "muted", italic=True, leading=1.2),
    "p-run-head": TextRole("text", (10.5, 9), "on-dark", bold=True, leading=1.2),
    "p-card": TextRole("heading", (44, 36, 28, 20, 15), bold=True, leading=1.16),
    "p-card-time": TextRole("heading", (28, 20), "accent", bold=True),
    "p-card-title": TextRole("text", (13, 10.5), "primary", bold=True, leading=1.3),
    "p-card-foot": TextRole("text", (13, 10.5), bold=True, leading=1.3),
    "p-flyer": TextRole("heading", (28, 20, 15), "on-dark", bold=True, leading=1.2),
    "p-owner": TextRole("heading", (15, 13, 10.5, 9), "primary", bold=True, leading=1.2),
    "p-tent": TextRole("heading", (96, 80, 64, 54, 44, 32), bold=True, leading=1.14),
    "p-tent-below": TextRole("text", (24, 20, 15), "muted", leading=1.3),
    "p-honor-kicker": TextRole("text", (13,), "accent", bold=True, tracking=1.2, leading=1.34),
    "p-honor": TextRole("heading", (54, 44, 32, 24), bold=True, leading=1.14),
    "p-honor-title": TextRole("heading", (28, 20), "primary", bold=True, leading=1.25),
}

ROLES: dict[str, TextRole] = {**SLIDE_ROLES, **PAGE_ROLES}

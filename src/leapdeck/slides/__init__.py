"""The slide kinds: one file each, and one line in this table."""

from __future__ import annotations

from leapdeck.slides.base import Slide
from leapdeck.slides.break_ import BreakSlide as BreakSlide
from leapdeck.slides.chart import ChartSlide
from leapdeck.slides.columns import ColumnsSlide
from leapdeck.slides.compare import CompareSlide
from leapdeck.slides.exercise import ExerciseSlide
from leapdeck.slides.picture import PictureSlide
from leapdeck.slides.plan import PlanSlide
from leapdeck.slides.points import PointsSlide
from leapdeck.slides.question import QuestionSlide
from leapdeck.slides.quiz import QuizSlide
from leapdeck.slides.quote import QuoteSlide
from leapdeck.slides.scale import ScaleSlide
from leapdeck.slides.statement import StatementSlide
from leapdeck.slides.steps import StepsSlide
from leapdeck.slides.table import TableSlide
from leapdeck.slides.takeaways import TakeawaysSlide

KINDS: dict[str, type[Slide]] = {
    "break": BreakSlide,
    "chart": ChartSlide,
    "columns": ColumnsSlide,
    "compare": CompareSlide,
    "exercise": ExerciseSlide,
    "picture": PictureSlide,
    "plan": PlanSlide,
    "points": PointsSlide,
    "question": QuestionSlide,
    "quiz": QuizSlide,
    "quote": QuoteSlide,
    "scale": ScaleSlide,
    "statement": StatementSlide,
    "steps": StepsSlide,
    "table": TableSlide,
    "takeaways": TakeawaysSlide,
}
"""What an outline calls a kind → its model."""

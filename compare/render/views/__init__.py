"""What a report shows, part by part, in the words and the order in which it is shown. Templates only lay these out."""

from __future__ import annotations

from compare.render.views.alignment import AlignmentPart, AlignmentRow, AlignmentTable, Cell, OrderPicture
from compare.render.views.figures import (
    AgreedFigure,
    AgreedFigures,
    FigureBlock,
    FiguresPart,
    LineMark,
    NumberLine,
    ReadingView,
    SingleFigures,
)
from compare.render.views.findings import (
    ContentPart,
    FindingView,
    Passage,
    Reference,
    Saying,
    SeverityGroup,
    VersionContent,
    Wording,
)
from compare.render.views.report import (
    Appendix,
    ExcludedText,
    LineageLine,
    MatrixCell,
    MatrixRow,
    ReportView,
    Setting,
    Summary,
    VersionView,
)

__all__ = [
    "AgreedFigure",
    "AgreedFigures",
    "AlignmentPart",
    "AlignmentRow",
    "AlignmentTable",
    "Appendix",
    "Cell",
    "ContentPart",
    "ExcludedText",
    "FigureBlock",
    "FiguresPart",
    "FindingView",
    "LineMark",
    "LineageLine",
    "MatrixCell",
    "MatrixRow",
    "NumberLine",
    "OrderPicture",
    "Passage",
    "ReadingView",
    "Reference",
    "ReportView",
    "Saying",
    "Setting",
    "SeverityGroup",
    "SingleFigures",
    "Summary",
    "VersionContent",
    "VersionView",
    "Wording",
]

"""Text -> Quantity*, and how two of them relate."""

from __future__ import annotations

from compare.quantities.extract import extract_quantities
from compare.quantities.relate import relate_quantities
from compare.quantities.relative import is_relative

__all__ = ["extract_quantities", "is_relative", "relate_quantities"]

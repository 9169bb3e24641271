"""Text -> Quantity*, and how two of them relate."""

from __future__ import annotations

from compare.quantities.extract import extract_quantities
from compare.quantities.relate import relate_quantities

__all__ = ["extract_quantities", "relate_quantities"]

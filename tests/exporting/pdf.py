"""A PDF read again by a library of its own."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader


def page_count(data: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(PdfReader(BytesIO(data), strict=True).pages)


def texts(data: bytes) -> list[str]:
    """Return the text of each page without any blanks, in the order it was painted."""
    return ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(data), strict=True).pages]

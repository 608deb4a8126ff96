"""Reports as bytes, as published and as damaged, with what a reader may make of them."""

from .drawn import DrawnDocument, documents, numbered

__all__ = ["DrawnDocument", "documents", "numbered"]

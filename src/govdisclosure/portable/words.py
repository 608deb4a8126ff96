"""How wordings and bases stand in the contract."""

from ..contract import JsonObject
from ..law import Basis
from ..wording import Wording


def both(text: Wording) -> JsonObject:
    """Return both languages of a wording."""
    return {"zh": text.zh, "en": text.en}


def basis(of: Basis) -> JsonObject:
    """Return what something rests on, in words and, where there are any, as citations."""
    cited = [
        {
            "instrument": both(c.instrument.title),
            "number": c.instrument.number,
            "article": c.article,
            "paragraph": c.paragraph,
            "item": c.item,
            "confidence": c.confidence.value,
        }
        for c in of.citations
    ]
    return {**both(of.wording), "citations": cited}

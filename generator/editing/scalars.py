"""A text as a person would write it in YAML: in quotes only where it needs them."""

import json
import unicodedata

from generator.editing.refusal import EditError
from generator.reading import parsing


def tidied(text: str) -> str:
    """On one line, as it is when it has been read. Raises EditError for what is no text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise EditError("Teksten har tegn, som ikke kan læses.") from None
    return unicodedata.normalize("NFC", " ".join(text.split()))


def written(name: str, text: str) -> str:
    """`name: text`, so that it is read back as that text."""
    plain = f"{name}: {text}"
    document = parsing.read("", plain.encode())
    is_read = not document.problems and document.data() == {name: text}
    # A text in JSON is one in YAML.
    return plain if is_read else f"{name}: {json.dumps(text, ensure_ascii=False)}"

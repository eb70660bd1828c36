"""Text as it stands in a programme: one line, several paragraphs, a name for addresses, a link."""

import re
from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_wrap_validator_function

from generator import markdown
from generator.model.written import loosely, refusal, refuse_all, written_as

_EMAIL = re.compile(r"[^\s@:/?]+@(?:[^\s@:/?.]+\.)+[^\s@:/?.]+")

_IDENTIFIER = "[a-z0-9]+(-[a-z0-9]+)*"
# Eight digits in Denmark; with the country's number, as many as ITU-T E.164 allows.
_PHONE = r"(?:[0-9](?: ?[0-9]){7}|\+[0-9](?: ?[0-9]){7,14})"
_NO_HOST = re.compile(r"https?|localhost|127\..*|::1", re.IGNORECASE)
"""What is left of a scheme that was written twice, and what nobody else can reach."""
_ANY_SCHEME = loosely("|".join(sorted(markdown.SCHEMES)))
_LONGEST_PROSE = 8000
_MOST_BRACKETS = 200
_DEEPEST_LIST = re.compile(
    r"^(?:[ \t]*(?:[-*+>]|[0-9]{1,9}\.)(?=[ \t>])){8}|^[ \t]{40}", re.MULTILINE
)


def _line(text: str) -> str:
    folded = " ".join(text.split())
    if not folded:
        raise refusal("tom-tekst")
    return folded


class MarkdownText(str):
    """A text in Markdown, and what became of it: reading it is the dearest part of showing it."""

    __slots__ = ("html",)

    html: str
    """Safe to show."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_wrap_validator_function(cls._known_or_read, handler(str))

    @classmethod
    def _known_or_read(cls, written: object, as_text: Callable[[object], str]) -> "MarkdownText":
        return written if isinstance(written, cls) else _prose(as_text(written))


def _prose(text: str) -> MarkdownText:
    if not text.strip():
        raise refusal("tom-tekst")
    if len(text) > _LONGEST_PROSE:
        raise refusal("for-lang-tekst", limit=_LONGEST_PROSE)
    # The converter takes ever longer over brackets that never close, and over lists in lists.
    if text.count("[") > _MOST_BRACKETS or _DEEPEST_LIST.search(text):
        raise refusal("for-indviklet-tekst")
    read = MarkdownText(text.strip())
    converted = markdown.convert(read)
    found = [refusal("udefrakommende-billede", text=url) for url in converted.pictures]
    for address in converted.links:
        try:
            check_link(address)
        except PydanticCustomError as error:
            found.append(error)
    refuse_all(found)
    read.html = converted.html
    return read


def _identifier(text: str) -> str:
    if not re.fullmatch(_IDENTIFIER, text):
        raise refusal("ugyldigt-id", text=text, meant=suggest_identifier(text))
    return text


def suggest_identifier(text: str) -> str:
    """A valid identifier that resembles `text`, or an empty text."""
    spelled = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "-".join(re.findall(r"[a-z0-9]+", spelled))


def check_link(address: str) -> str:
    """The address itself, if it is a whole one that a reader can safely follow."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise refusal("ugyldigt-link", text=address) from None
    if parts.scheme.lower() not in markdown.SCHEMES:
        raise refusal("forbudt-link", text=address)
    is_mail = parts.scheme.lower() == "mailto"
    host = "" if _NO_HOST.fullmatch(parts.hostname or "") else parts.hostname
    whole = _EMAIL.fullmatch(parts.path) if is_mail else host
    if not whole or re.search(r"[\s\x00-\x1f\x7f]", address):
        raise refusal("ugyldigt-link", text=address)
    return address


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise refusal("ugyldig-mail", text=text)
    return text


def _phone(text: str) -> str:
    if not re.fullmatch(_PHONE, text):
        raise refusal("ugyldigt-telefonnummer", text=text)
    return text


Line = Annotated[str, AfterValidator(_line)]
"""Plain text on one line."""

Prose = Annotated[MarkdownText, Field(json_schema_extra={"format": "markdown"})]
"""Markdown: paragraphs, lists, emphasis, links."""

Identifier = Annotated[
    str,
    AfterValidator(_identifier),
    WithJsonSchema(written_as(f"^{_IDENTIFIER}$", "ugyldigt-id")),
]
"""Lower-case words joined by hyphens; part of an address, so without æ, ø and å."""

Link = Annotated[
    str,
    AfterValidator(check_link),
    WithJsonSchema(written_as(f"^(?:{_ANY_SCHEME}):", "forbudt-link")),
]
"""A web or mail address."""

Email = Annotated[
    str,
    AfterValidator(_email),
    WithJsonSchema(written_as(f"^{_EMAIL.pattern}$", "ugyldig-mail")),
]
Phone = Annotated[
    str,
    AfterValidator(_phone),
    WithJsonSchema(written_as(f"^{loosely(_PHONE)}$", "ugyldigt-telefonnummer")),
]

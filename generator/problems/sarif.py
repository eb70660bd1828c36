"""Problems in SARIF, which code hosts, editors and other tools read.

Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from generator.problems.fingerprints import with_fingerprints
from generator.problems.help import advice, help_address
from generator.problems.problem import (
    Place,
    Problem,
    Severity,
    as_sentence,
    in_general,
    wordings,
)

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.REMINDER: "note",
    Severity.GAP: "note",
}


def sarif(problems: Iterable[Problem], site: str = "") -> str:
    """A log of one run, with a rule for everything that the generator can tell of."""
    codes = list(wordings())
    results = [
        {
            "ruleId": found.code,
            "ruleIndex": codes.index(found.code),
            "level": _LEVELS[found.severity],
            "message": {"text": found.sentences},
            "locations": [{"physicalLocation": _location(found.place)}],
            "partialFingerprints": {"finding/v1": fingerprint},
        }
        for found, fingerprint in with_fingerprints(problems)
    ]
    driver = {
        "name": "programkatalog",
        "language": "da",
        "rules": [_rule(code, site) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": "da",
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, site: str) -> dict[str, object]:
    wording = wordings()[code]
    rule: dict[str, object] = {
        "id": code,
        "shortDescription": {"text": as_sentence(in_general(wording["message"]))},
        "defaultConfiguration": {"level": _LEVELS[Severity(wording["severity"])]},
    }
    if advised := advice(code):
        rule["help"] = {"text": advised}
    if address := help_address(site, code):
        rule["helpUri"] = address
    return rule


def _location(place: Place) -> dict[str, object]:
    region: dict[str, object] = {"startLine": place.line}
    if place.excerpt:
        after_line = len(place.excerpt) + 1
        region |= {
            "startColumn": min(place.column, after_line),
            "endColumn": min(place.column + place.width, after_line),
            "snippet": {"text": place.excerpt},
        }
    return {"artifactLocation": {"uri": quote(place.file)}, "region": region}

"""Programmes that nobody offers: of towns that are nowhere, in a Danish that could be real."""

import random
import re
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.model.points import MONTHS
from generator.model.text import suggest_identifier

_WORDS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
_SLOT = re.compile(r"\{(\w+)\}")
_STATUSES = ("open", "open", "planned", "completed", "unconfirmed")
# Far ahead, lest a catalogue be another one, with all its courses over, when it is measured again.
_YEAR, _YEAR_OF_WHAT_IS_OVER = 2035, 2021
_AUDIENCES = ("medarbejder", "koordinator", "foerstelinjeleder", "leder")
_FIELDS = ("skole", "dagtilbud", "pleje", "social", "teknik", "administration")
_DURATIONS = ("10 uger", "et halvt år", "8-10 måneder", "et år", "halvandet år")
_PRICES = ("Gratis for deltageren", "Arbejdspladsen betaler 12.000 kr.", "Forvaltningen betaler")
_LOCATIONS = ("Rådhuset", "Kursuscentret", "Online", "Skiftende steder i kommunen")
_ABOUT = ("Tilmelding", "Indhold og tidsplan")

Facts = dict[str, Any]


def invent(seed: int, number: int) -> Facts:
    """What the template of a programme says; the same for the same seed and number, always."""
    return _Programme(random.Random(f"{seed}:{number}"), number).facts()


def organisation_name(facts: Facts) -> str:
    return f"{facts['place']} Kommune"


class _Programme:
    def __init__(self, chance: random.Random, number: int) -> None:
        self.chance = chance
        self.number = number
        self.place = self._place()
        # A programme comes back to its own themes, as a text does that is about something.
        self.themes = [self._theme() for _ in range(8)]

    def facts(self) -> Facts:
        chance = self.chance
        kind = chance.choice(_WORDS["kind"])
        status = chance.choice(_STATUSES)
        organisation = suggest_identifier(self.place)
        year = _YEAR_OF_WHAT_IS_OVER if status == "completed" else _YEAR
        first = date(year, 1, 1) + timedelta(days=chance.randrange(700))
        offerings = [
            self._offering(number, first + timedelta(days=365 * number), status)
            for number in range(chance.choice([1, 1, 1, 2]))
        ]
        return {
            "id": suggest_identifier(f"{kind} {self.place} {self.number + 1}"),
            "title": f"{kind} i {self.themes[0]} for {self._word('people')}",
            "aliases": [f"{kind} {self.number + 1}", f"{self.place}s {kind.lower()}"],
            "organisation": organisation,
            "place": self.place,
            "status": status,
            "period": f"{first.year}-{first.year + 1}" if status == "completed" else None,
            "summary": self._say("summary"),
            "audiences": chance.sample(_AUDIENCES, chance.randint(1, 3)),
            "fields": chance.sample(_FIELDS, chance.randint(1, 3)),
            "duration": chance.choice(_DURATIONS),
            "price": chance.choice(_PRICES),
            "paragraphs": [self._paragraph(3), self._paragraph(3)],
            "requirements": self._requirements(),
            "admission_note": self._paragraph(2),
            "steps": self._steps(),
            "not_selected": self._paragraph(2),
            "questions": self._several("question", 2),
            "elements": self._elements(),
            "offerings": offerings,
            "contacts": [self._contact(organisation, about) for about in _ABOUT],
            "sources": [self._source(organisation, id) for id in ("opslag", "program")],
            "checked": date(2026, 1, 1) + timedelta(days=chance.randrange(300)),
        }

    def _place(self) -> str:
        beginnings, ends = _WORDS["place_beginnings"], _WORDS["place_ends"]
        return str(self.chance.choice(beginnings) + self.chance.choice(ends))

    def _theme(self) -> str:
        beginnings, ends = _WORDS["theme_beginnings"], _WORDS["theme_ends"]
        return str(self.chance.choice(beginnings) + self.chance.choice(ends))

    def _word(self, name: str) -> str:
        if name == "theme":
            return self.chance.choice(self.themes)
        return self.place if name == "place" else self._say(name)

    def _filled(self, sentence: str) -> str:
        return _SLOT.sub(lambda slot: self._word(slot[1]), sentence)

    def _say(self, name: str) -> str:
        return self._filled(self.chance.choice(_WORDS[name]))

    def _several(self, name: str, number: int) -> list[str]:
        return [self._filled(sentence) for sentence in self.chance.sample(_WORDS[name], number)]

    def _paragraph(self, sentences: int) -> str:
        return " ".join(self._several("sentence", sentences))

    def _requirements(self) -> list[Facts]:
        role = {
            "text": f"Du arbejder blandt {self._word('people')}.",
            "profile": "rolle",
            "answers": self.chance.sample(_AUDIENCES, 2),
        }
        others = self._several("requirement", self.chance.randint(2, 3))
        return [role, *({"text": text} for text in others)]

    def _steps(self) -> list[Facts]:
        talk, choice, team = map(self._filled, _WORDS["step_does"])
        return [
            {"who": "Du og din leder", "does": talk, "involves_manager": True},
            {"who": "Centerchefen", "does": choice, "by": "frist"},
            {"who": self._say("unit"), "does": team},
        ]

    def _elements(self) -> list[Facts]:
        kinds = self.chance.sample(sorted(_WORDS["elements"]), self.chance.randint(3, 4))
        return [self._element(kind) for kind in kinds]

    def _element(self, kind: str) -> Facts:
        chance = self.chance
        element: Facts = {
            "name": chance.choice(_WORDS["elements"][kind]),
            "kind": kind,
            "purpose": self._say("purpose"),
        }
        if chance.random() < 0.4:
            element["description"] = self._paragraph(2)
        if kind in ("gruppe", "mentor", "samtale"):
            count, hours = chance.randint(3, 8), chance.randint(2, 4)
            element["part"] = {"count": count, "time": f"{hours} timer"}
            element["time"] = f"{count * hours} timer"
        else:
            days = chance.randint(2, 9)
            element["time"] = chance.choice([f"{days} dage", f"{days}-{days + 2} dage"])
        if chance.random() < 0.6:
            element["note"] = self._say("note")
        return element

    def _offering(self, number: int, start: date, status: str) -> Facts:
        chance = self.chance
        deadline = start - timedelta(days=chance.randint(30, 70))
        end = start + timedelta(days=chance.randint(40, 120))
        # Many sources leave the year out, above all where nobody has confirmed anything.
        has_year = status != "unconfirmed"
        return {
            "name": f"Hold {number + 1}",
            "deadline": _written(deadline, has_year),
            "start": _written(start, has_year),
            "end": _written(end, has_year),
            "places": chance.choice(["16", "20", "15-20", "ca. 24"]),
            "location": chance.choice(_LOCATIONS),
            "note": f"Kl. {chance.randint(8, 10)}-{chance.randint(14, 16)}",
        }

    def _contact(self, organisation: str, about: str) -> Facts:
        unit = self._say("unit")
        return {
            "name": f"{unit}, {self.place} Kommune",
            "about": about,
            "email": f"{suggest_identifier(unit)}@{organisation}.example",
            # Danish numbers do not begin with a one.
            "phone": f"12 34 {self.chance.randrange(100):02} {self.chance.randrange(100):02}",
        }

    def _source(self, organisation: str, id: str) -> Facts:
        page = self.chance.randrange(1000, 10_000)
        url = f"https://www.{organisation}.example/ledelse/{page}"
        return {"id": id, "title": self._say("source_title"), "url": url}


def _written(day: date, has_year: bool) -> str:
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return f"{text} {day.year}" if has_year else text

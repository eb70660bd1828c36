"""What was changed, for a person at a terminal, a merge request and other programs."""

import json
from collections.abc import Sequence
from itertools import groupby

from generator.changes.wording import Told
from generator.problems.markdown import as_text
from generator.showing.texts import counted, text
from generator.showing.wording import sentence


def terminal(changes: Sequence[Told]) -> str:
    """A line for each change, and how many there are."""
    if not changes:
        return text("changes.none")
    return "\n".join([*(change.line for change in changes), "", _number(changes)])


def markdown(changes: Sequence[Told]) -> str:
    """A list under what each is about; what editors wrote is text, never markup."""
    lines = [f"## {text('changes.heading')}", "", _number(changes)]
    for about, group in groupby(changes, key=lambda change: change.about):
        lines += ["", f"### {as_text(about or text('changes.programmes'))}", ""]
        lines += [f"- {as_text(sentence(change.words))}" for change in group]
    return "\n".join(lines)


def as_json(changes: Sequence[Told]) -> str:
    """An object with `changes`, each of which has:

    - `kind`: `added`, `removed`, `changed`, `moved` or `renamed` (a programme's id);
    - `programme`: its id, the new one if renamed; null for the register;
    - `path`: names of fields, and of items by what they are known by; empty for a whole programme;
    - `before` and `after`: the values as text, list or object, null where there was or is none;
      of what was moved `after` lists the names;
    - `text`: the change in Danish.
    """
    told = [
        {
            "kind": one.change.kind,
            "programme": one.change.programme or None,
            "path": one.change.path,
            "before": one.change.before,
            "after": one.change.after,
            "text": one.line,
        }
        for one in changes
    ]
    return json.dumps({"changes": told}, ensure_ascii=False, indent=2)


def _number(changes: Sequence[Told]) -> str:
    return counted("changes.number", len(changes)) if changes else text("changes.none")

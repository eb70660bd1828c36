"""Questions that employees ask and a programme does not answer. Readers see only "Ikke oplyst"."""

from collections.abc import Iterator

from generator.checks.finding import Finding
from generator.model.offering import Offering
from generator.model.programme import Programme, Status


def gaps(programme: Programme) -> Iterator[Finding]:
    answers: dict[str, object] = {
        "hul-organisation": programme.organisation,
        "hul-målgruppe": programme.audiences,
        "hul-krav": programme.eligibility and programme.eligibility.requirements,
        "hul-indhold": programme.elements,
        "hul-tid": programme.total or any(element.workload for element in programme.elements),
    }
    if programme.status is not Status.COMPLETED:
        # What is over can no longer be applied for.
        answers |= {
            "hul-udvælgelse": programme.selection and programme.selection.steps,
            "hul-hold": programme.current_offerings,
            "hul-kontakt": programme.contacts,
        }
        for index, offering in enumerate(programme.offerings):
            if not offering.is_closed:
                yield from _offering(offering, ("offerings", index))
    yield from (Finding(code) for code, answer in answers.items() if not answer)
    for index, source in enumerate(programme.sources):
        if not source.checked:
            yield Finding("hul-kontrol", ("sources", index), {"name": source.title})


def _offering(offering: Offering, path: tuple[str | int, ...]) -> Iterator[Finding]:
    name = {"name": offering.name}
    if not offering.deadline:
        yield Finding("hul-frist", path, name)
    if not offering.start:
        yield Finding("hul-start", path, name)
    elif not offering.start.has_year:
        yield Finding("hul-årstal", (*path, "start"), name)
    if offering.deadline_date and not offering.deadline_date.has_year:
        yield Finding("hul-årstal", (*path, "deadline"), name)
    if not offering.places:
        yield Finding("hul-pladser", path, name)

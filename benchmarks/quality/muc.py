"""A MUC-4 folder in, its texts and keys out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HEADER = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4}).*$", re.MULTILINE)
DATELINE = re.compile(
    r"\b(\d{1,2})\s+(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\s+(\d\d)\b"
)
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
SLOT = re.compile(r"^(\d+)\.\s+([A-Z: ]+?)\s{2,}(.*)$")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
ROLES = {"PERP: INDIVIDUAL ID": "perp_ind", "PERP: ORGANIZATION ID": "perp_org",
         "PHYS TGT: ID": "target", "HUM TGT: NAME": "victim", "HUM TGT: DESCRIPTION": "victim",
         "INCIDENT: INSTRUMENT ID": "weapon"}  # fmt: skip

Entity = frozenset[str]  # the strings that may name it


@dataclass(frozen=True, slots=True)
class MucText:
    """One text with its gold: entities per role, and the slots' values over all templates."""

    id: str
    text: str
    published: str | None
    roles: dict[str, tuple[Entity, ...]]
    slots: frozenset[tuple[str, str]]


def read_split(folder: Path, names: tuple[str, ...]) -> Iterator[MucText]:
    """The texts of these splits with their keys, in the order of the files."""
    keys: dict[str, list[dict[str, list[str]]]] = {}
    for path in sorted((folder / "keys").iterdir()):
        for identity, template in read_templates(path.read_text(encoding="latin-1")):
            keys.setdefault(identity, []).append(template)
    for path in sorted((folder / "texts").iterdir()):
        if path.name.startswith(names):
            for identity, text in read_texts(path.read_text(encoding="latin-1")):
                yield _to_gold(identity, text, keys.get(identity, []))


def read_texts(content: str) -> Iterator[tuple[str, str]]:
    """The texts of a file with their ids, without the header lines."""
    found = list(HEADER.finditer(content))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(content)
        yield match[1], content[match.end() : end].strip("\n")


def read_templates(content: str) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """The templates of a key file: lines of fills by slot name."""
    template: dict[str, list[str]] = {}
    slot = ""
    for line in [*content.splitlines(), "0.  MESSAGE: ID                     END"]:
        match = SLOT.match(line)
        if match is not None:
            if match[1] == "0" and template:
                yield template["MESSAGE: ID"][0].split()[0], template
                template = {}
            slot = match[2].strip()
            template[slot] = [match[3].strip()]
        elif line.startswith(" ") and slot:
            template[slot].append(line.strip())


def _to_gold(identity: str, text: str, templates: list[dict[str, list[str]]]) -> MucText:
    roles: dict[str, list[Entity]] = {}
    slots: set[tuple[str, str]] = set()
    for template in templates:
        if template["MESSAGE: TEMPLATE"][0].startswith("*"):
            continue
        for slot, role in ROLES.items():
            _add_entities(roles.setdefault(role, []), template.get(slot, []))
        slots |= set(_slots(template))
    gold = {role: tuple(entities) for role, entities in roles.items()}
    return MucText(identity, text, published_of(text), gold, frozenset(slots))


def _add_entities(known: list[Entity], lines: list[str]) -> None:
    """One entity a line, alternatives side by side; a description names its name's entity."""
    for line in lines:
        names = frozenset(plain(each) for each in QUOTED.findall(line))
        names = frozenset(each for each in names if each)
        if not names:
            continue
        for other in [each for each in known if each & names]:
            known.remove(other)
            names |= other
        known.append(names)


def plain(words: str) -> str:
    """A string in lower case without articles, quotes and double blanks."""
    bare = re.sub(r'[\\"\[\]]', "", words.lower())
    return re.sub(r"^(?:the|a|an)\s+", "", " ".join(bare.split()))


def _slots(template: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    yield "type", template["INCIDENT: TYPE"][0].split("/")[0].strip(" ?")
    for found in DATELINE.finditer(template["INCIDENT: DATE"][0]):
        yield "date", to_iso(found)
    for line in template["INCIDENT: LOCATION"]:
        for part in re.split(r"[:/]", line):
            name = re.sub(r"\(.*?\)", "", part).strip(" -?")
            if name:
                yield "place", name.lower()
    yield from _victims(template)


def _victims(template: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for line in template.get("HUM TGT: EFFECT OF INCIDENT", []):
        effect = re.split(r"[:/]", line)[0].strip(" ?").lower()
        if effect in {"death", "injury"}:
            yield "effect", effect
    for line in template.get("HUM TGT: NUMBER", []):
        number = line.split(":")[0].strip(" ?~-")
        if number.isdigit():
            yield "number", number


def published_of(text: str) -> str | None:
    """The date in the dateline, ISO; None when there is none."""
    found = DATELINE.search(text[:400])
    return to_iso(found) if found else None


def to_iso(found: re.Match[str]) -> str:
    """The ISO date of a "30 DEC 89"."""
    day = date(1900 + int(found[3]), MONTHS.index(found[2]) + 1, min(int(found[1]), 28))
    return f"{day.isoformat()[:8]}{int(found[1]):02d}"

"""The data files against their schemas, and against a second reading of the content."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from building import BASE_URL, REPOSITORY, BuiltSite
from comparing import CONTESTED, judgement, knowledge, known_facts
from content import SPECIAL, Content, Criterion, Fact, key
from datafiles import Data, items_of, read_data
from jsonschema import Draft202012Validator, FormatChecker

FORMATS = FormatChecker(["date", "uri", "uri-reference"])


# The schemas


def tightened(schema: Any) -> Any:
    """A schema that refuses keys which it does not name; the published one lets later versions add some."""
    if isinstance(schema, list):
        return [tightened(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    tight = {name: tightened(part) for name, part in schema.items()}
    return tight | {"additionalProperties": False} if schema.get("type") == "object" else tight


def schema_of(site: BuiltSite, path: str, file: Any) -> Any:
    beside = (site.folder / path).parent / file["$schema"]
    assert beside.parent == (site.folder / path).parent, f"{path} names a schema elsewhere"
    return json.loads(beside.read_text(encoding="utf-8"))


def as_numbers(value: Any) -> Any:
    """The value with the numbers that a validator knows."""
    if isinstance(value, dict):
        return {name: as_numbers(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_numbers(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value


def test_there_is_a_file_for_everything(data: Data, content: Content) -> None:
    matrices = {path.stem for path in (REPOSITORY / "Content" / "matrices").glob("*.md")}
    assert set(data) == (
        {"data/items.json", "data/claims.json", "data/sources.json", "data/finder.json"}
        | {f"data/items/{slug}.json" for slug in content.items}
        | {f"matrices/{slug}/{slug}.json" for slug in matrices}
    )
    assert len(matrices) >= 4


def test_every_file_fits_the_schema_beside_it(addressed_site: BuiltSite, data: Data) -> None:
    assert set(FORMATS.checkers) >= {"date", "uri", "uri-reference"}, "a format would go unchecked"
    wrong = []
    for path, file in data.items():
        schema = schema_of(addressed_site, path, file)
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        assert schema["$id"] == BASE_URL + (Path(path).parent / file["$schema"]).as_posix()
        validator = Draft202012Validator(tightened(schema), format_checker=FORMATS)
        wrong += [(path, error.json_path, error.message) for error in validator.iter_errors(as_numbers(file))]
    assert wrong == []


def test_a_schema_refuses_what_is_not_like_it(addressed_site: BuiltSite, data: Data) -> None:
    """A check of the check: each key that is taken away, and each that is something else, is noticed."""
    for path in ["data/items/django.json", "data/claims.json", "data/sources.json", "matrices/use-cases/use-cases.json"]:
        schema = schema_of(addressed_site, path, data[path])
        file = as_numbers(data[path])
        validator = Draft202012Validator(schema, format_checker=FORMATS)
        for name in file:
            assert not validator.is_valid({key: value for key, value in file.items() if key != name}), (path, name)
            assert not validator.is_valid(file | {name: None}), (path, name)


def keys_in_order(value: Any, schema: Any, root: Any) -> Iterator[tuple[list[str], list[str]]]:
    """The keys of each object, and those that its schema requires."""
    schema = next((part for part in schema.get("anyOf", []) if part.get("type") != "null"), schema)
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(value, dict):
        yield list(value), schema["required"]
        for name, part in value.items():
            yield from keys_in_order(part, schema["properties"][name], root)
    elif isinstance(value, list) and "items" in schema:
        for part in value:
            yield from keys_in_order(part, schema["items"], root)


def test_every_object_has_every_key_in_one_order(addressed_site: BuiltSite, data: Data) -> None:
    count = 0
    for path, file in data.items():
        schema = schema_of(addressed_site, path, file)
        for found, required in keys_in_order(file, schema, schema):
            count += 1
            assert found == required, path
    assert count > 10_000


# Against the content


def told(fact: dict[str, Any]) -> tuple[object, ...]:
    """A fact as the data tells it, in the form of the second reading."""
    value = fact["value"]
    if fact["state"] in SPECIAL:
        assert value is None
        value = fact["state"]
    if isinstance(value, list):
        value = frozenset(value)
    return value, tuple(fact["sources"]), fact["common"], fact["note"], fact["verified"]


def read_again(fact: Fact) -> tuple[object, ...]:
    return fact.value, fact.sources, fact.is_common, fact.note, fact.verified


def test_every_fact_of_the_content_is_told_and_no_other(data: Data, content: Content) -> None:
    count = 0
    for slug, item in items_of(data).items():
        cells = {cell["criterion"]: cell for cell in item["cells"]}
        assert list(cells) == list(content.criteria), "every criterion has a cell, in the site's order"
        for criterion, cell in cells.items():
            facts = content.items[slug].facts.get(criterion, [])
            assert [told(fact) for fact in cell["facts"]] == [read_again(fact) for fact in facts], (slug, criterion)
            for fact, again in zip(cell["facts"], facts, strict=True):
                count += 1
                assert set(re.split(", " if isinstance(again.value, frozenset) else "$^", fact["text"])) == in_words(
                    again.value, content.criteria[criterion]
                ), (slug, criterion)
                if isinstance(again.value, Decimal):
                    assert str(fact["value"]) == str(again.value), "a number keeps its digits"
    assert count > 200


def in_words(value: object, criterion: Criterion) -> set[str]:
    """What people read for a value; of a list, for each of its elements."""
    if isinstance(value, frozenset):
        return {criterion.labels.get(part, part) for part in value}
    if isinstance(value, bool):
        return {"yes" if value else "no"}
    if isinstance(value, Decimal):
        return {f"{value} {criterion.unit}".strip()}
    text = str(value)
    return {text.replace("-", " ") if text in SPECIAL else criterion.labels.get(text, text)}


def test_items_are_described_as_in_their_documents(data: Data, content: Content) -> None:
    assert list(items_of(data)) == sorted(content.items, key=lambda slug: key(content.items[slug].name))
    for slug, item in items_of(data).items():
        again = content.items[slug]
        assert (item["name"], item["summary"], item["website"], item["updated"]) == (
            again.name,
            again.summary,
            again.website,
            again.updated,
        )
        assert set(item["sources"]) == again.speakers()
        assert data[f"data/items/{slug}.json"]["item"] == item, "the item's own file tells the same"


def test_criteria_are_described_as_in_their_documents(data: Data, content: Content) -> None:
    told_criteria = data["data/items.json"]["criteria"]
    assert [criterion["slug"] for criterion in told_criteria] == list(content.criteria)
    for criterion in told_criteria:
        again = content.criteria[criterion["slug"]]
        assert (criterion["name"], criterion["type"], criterion["unit"] or "", criterion["better"]) == (
            again.name,
            again.type,
            again.unit,
            again.better,
        )
        assert {choice["slug"]: choice["label"] for choice in criterion["choices"]} == again.labels


def test_the_state_of_every_cell_is_what_its_facts_and_claims_come_to(data: Data, content: Content) -> None:
    states = set()
    for slug, item in items_of(data).items():
        again = content.items[slug]
        for cell in item["cells"]:
            criterion = content.criteria[cell["criterion"]]
            known = knowledge(again, criterion)
            fact_state = state_of(known) if again.facts.get(criterion.slug) else None
            claim_state = judgement(again, criterion.slug)
            assert (cell["fact_state"], cell["claim_state"]) == (fact_state, claim_state), (slug, criterion.slug)
            assert cell["state"] == (fact_state or claim_state or "unknown")
            assert cell["contested"] == (CONTESTED in (fact_state, claim_state))
            praise, criticism = (again.sources_on(kind, criterion.slug) for kind in ("strengths", "weaknesses"))
            assert (set(cell["praised_by"]), set(cell["criticised_by"])) == (praise, criticism)
            stated = {source for fact in again.facts.get(criterion.slug, []) for source in fact.sources}
            assert set(cell["sources"]) == stated | praise | criticism | again.sources_on("features", criterion.slug)
            states.add(cell["state"])
            if cell["fact_state"] == CONTESTED:
                values = [fact for fact in cell["facts"] if fact["state"] != "unknown"]
                assert len(values) == len(known_facts(again, criterion)) > 1, "both sides are told"
    assert states >= {"value", "yes", "no", "partial", "contested", "praised", "criticised", "mixed", "unknown"}


def state_of(known: object) -> str:
    if known is None:
        return "unknown"
    if isinstance(known, bool):
        return "yes" if known else "no"
    return known if isinstance(known, str) and known in {*SPECIAL, CONTESTED} else "value"


# Claims


def plain(bullet: str) -> str:
    """A bullet's first paragraph without its label, its citations and its markup."""
    first = re.sub(r"^\*\*.+?\*\*:?", "", bullet.split("\n\n")[0], count=1, flags=re.S)
    text = re.sub(r"\s*\[\^[^\]]+\]", "", first)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[*_`]", "", text).split())


def sources_by_part(bullet: str, citations: dict[str, str]) -> list[list[str]]:
    """The sources behind each stretch of a first paragraph, where any stands before its last words; else nothing."""
    first = re.sub(r"^\*\*.+?\*\*:?", "", bullet.split("\n\n")[0], count=1, flags=re.S)
    pieces = re.findall(r"([^\[]*)((?:\s*\[\^[^\]]+\])*)", re.sub(r"\[([^\]^]+)\]\([^)]*\)", r"\1", first))
    parts: list[list[str]] = []
    for words, marks in pieces:
        sources = list(dict.fromkeys(citations[label] for label in re.findall(r"\[\^([^\]]+)\]", marks)))
        if re.search(r"\w", words):
            parts.append(sources)
        elif parts:
            parts[-1] += sources
    return parts if len(parts) > 1 else []


def subjects_of(claim: dict[str, Any]) -> list[str]:
    """The slugs of what a claim is about; a label of the item's own in the second reading's quotation marks."""
    return [subject["slug"] or f"“{subject['name']}”" for subject in claim["subjects"]]


def test_every_claim_is_told_in_its_own_words(data: Data, content: Content) -> None:
    claims = data["data/claims.json"]["claims"]
    expected = [(slug, claim) for slug in items_of(data) for claim in content.items[slug].claims]
    assert len(claims) == len(expected) > 600
    for claim, (slug, again) in zip(claims, expected, strict=True):
        assert (claim["item"], claim["kind"]) == (slug, again.kind)
        assert tuple(citation["source"] for citation in claim["citations"]) == again.sources, again.bullet
        assert " ".join(claim["words"]["text"].split()) == plain(again.bullet)
        if again.kind == "used-by":
            label = re.match(r"\*\*(.+?)\*\*", again.bullet)
            assert [subject["name"] for subject in claim["subjects"]] == ([label[1]] if label else [])
        else:
            assert tuple(subjects_of(claim)) == again.subjects, again.bullet
        cited = [part["sources"] for part in claim["parts"]]
        assert cited == sources_by_part(again.bullet, again.citations), again.bullet
        noted = "Editor's note" in again.bullet
        assert noted == bool(claim["notes"]), again.bullet


def test_the_claims_of_an_item_stand_in_its_own_file_and_behind_its_cells(data: Data) -> None:
    claims = data["data/claims.json"]["claims"]
    for slug, item in items_of(data).items():
        own = [claim for claim in claims if claim["item"] == slug]
        assert data[f"data/items/{slug}.json"]["claims"] == own
        for cell in item["cells"]:
            judging = {"strengths", "weaknesses", "features"}
            about = [
                claim["path"]
                for claim in own
                if claim["kind"] in judging and cell["criterion"] in [subject["slug"] for subject in claim["subjects"]]
            ]
            assert sorted(cell["claims"]) == sorted(about)


def test_how_a_claim_stands_is_what_the_others_say(data: Data, content: Content) -> None:
    opposite = {"strengths": "weaknesses", "weaknesses": "strengths"}
    seen = set()
    for claim in data["data/claims.json"]["claims"]:
        if claim["kind"] == "used-by":
            continue
        item, kind = content.items[claim["item"]], claim["kind"]
        subjects = subjects_of(claim)
        against = {s for subject in subjects if kind in opposite for s in item.sources_on(opposite[kind], subject)}
        cited = {citation["source"] for citation in claim["citations"]}
        agreeing = cited | {s for subject in subjects for s in item.sources_on(kind, subject)}
        for citation in claim["citations"]:
            own = {citation["source"]}
            expected = "contradicted" if against - own else "shared" if agreeing - own else "alone"
            assert citation["standing"] == expected, claim["path"]
            seen.add(expected)
    assert seen == {"alone", "shared", "contradicted"}


# Sources


def test_every_number_of_a_source_can_be_counted_again(data: Data, content: Content) -> None:
    sources = {source["slug"]: source for source in data["data/sources.json"]["sources"]}
    assert set(sources) == set(content.sources)
    for slug, source in sources.items():
        items = content.items.values()
        claims = [claim for item in items for claim in item.claims if slug in claim.sources]
        cells = [facts for item in items for facts in item.facts.values() if any(slug in f.sources for f in facts)]
        assert (source["claim_count"], source["fact_count"]) == (len(claims), len(cells))
        assert set(source["items"]) == {item.slug for item in items if slug in item.speakers()}
        ranking = source["ranking"] or {"items": [], "by": None}
        assert (ranking["items"], ranking["by"]) == (content.sources[slug].ranking, content.sources[slug].ranks_by)
        assert (source["kind"] == "review") == content.sources[slug].is_review


# Addresses


def places(value: Any) -> Iterator[tuple[str, str | None]]:
    """Every path of a file, with the absolute address beside it."""
    if isinstance(value, dict):
        for name in ("path", "data", "csv", "logo"):
            if isinstance(value.get(name), str):
                yield value[name], value.get("url") if name == "path" else None
        for part in value.values():
            yield from places(part)
    elif isinstance(value, list):
        for part in value:
            yield from places(part)


def test_every_path_leads_to_a_page_and_every_anchor_is_there(addressed_site: BuiltSite, data: Data) -> None:
    found = {place for file in data.values() for place in places(file)}
    ids: dict[str, set[str]] = {}
    wrong = []
    for path, url in sorted(found, key=str):
        page, _, anchor = path.partition("#")
        file = addressed_site.folder / (page + "index.html" if page.endswith("/") else page)
        if page not in ids and file.is_file():
            ids[page] = set(re.findall(r' id="([^"]+)"', file.read_text(encoding="utf-8")))
        if page not in ids or anchor and anchor not in ids[page] or url not in (None, BASE_URL + path):
            wrong.append((path, url))
    assert wrong == []
    assert len(found) > 1_500


def test_without_an_address_there_are_paths_alone(unaddressed_site: BuiltSite, data: Data) -> None:
    relative = read_data(unaddressed_site)
    assert set(relative) == set(data)
    for path, file in relative.items():
        text = json.dumps(file, default=str)
        assert file["site"]["url"] is None, path
        assert {url for _, url in places(file)} <= {None}, path
        assert BASE_URL not in text and 'href=\\"/' not in text, path
    for path, file in data.items():
        text = json.dumps(file, default=str).replace(f'href=\\"{BASE_URL}', 'href=\\"')
        without = re.sub(rf'"url": "{re.escape(BASE_URL)}[^"]*"', '"url": null', text)
        assert without == json.dumps(relative[path], default=str), path

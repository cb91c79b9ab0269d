"""The order of names: what the program publishes is what a browser makes of it."""

import json
import random
from collections.abc import Iterator

import pytest
from building import build_site, write_content
from serving import python_server
from tabs import OpenTab

# Names that are easily put in a wrong place.
HARD = """
Zeta|alpha|Alpha|Éclair|Eclair|eclair|éclair|Node 9|Node 10|Node 9.1|Node 9.10|Node 09|node 9|Österreich|Osterreich|Ozean|Øresund
Oresund|Orient|Straße|Strasse|Strassf|STRASSE|straße|æon|aeon|Ägypten|Agypten|Ångström|Zürich|Zurich|zürich|Łódź|Lodz|Lodzi|þing
thing|zz|đak|dak|ðak|ħal|hal|ıl|il|İl|ŋa|na|nz|cote|coté|côte|côté|Cote|C|C#|C++|C 2|C-2|c|.NET|NET|net|$5|€5|5|500|(A)|A|A-|A+
a b|a-b|ab|a_b|a.b|a/b|a@b|版本|日本|中国|Ёлка|Елка|Ель|йод|иод|иога|яблоко|Ґанок|Ганок|Αθήνα|άλφα|αλφα|Ωμέγα|ώμος|かき|カキ|がき
한국|가나|각|עברית|العربية|हिन्दी|ไทย|ქართული|հայերեն|œuvre|oeuvre|Ofen|oc|ﬁsh|fish|fjord|Ｗide|wide|ſet|set|x²|x2|x 2|007|7|07|70
v1.10|v1.9|v1.1|R&D|R/D|r d|'n'|n|"q"|q|‘n’|naïve|naive|Naïve|Ǆ|dž|dz|Öl|ø|o|Ø|O|™|100%|100|10 %|#1|1|@x|[x]|{x}|*x|~x|^x|`x|¡x
¿x|«x»|…x|–x|—x|- x|_x|§x|¶x|£x|¥x|¢x|°x|±x|×x|÷x|<x|=x|>x|¬x|→x|★x|■x|√x|∞x|≤x|№ 1|mañana|manana|manaña|e\u0301t\u0301
""".strip().replace("\n", "|").split("|")
SIGNS = "aAbBzZ éÉöÖßæøłđħ-_.,'/&+#()0123456789 №ñŠščеЕёЙйИиαάΑωあア한中🙂"


def names() -> list[str]:
    chance = random.Random(13)
    made = ["".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 6))).strip(" '") for _ in range(300)]
    return [name for name in dict.fromkeys([*HARD, *made]) if name]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("order")
    files = {
        "site.yml": "title: Order\nitems: { folder: items }\npairs: none\n",
        "criteria/word.md": "---\nname: Word\ntype: text\nindex: true\n---\n",
        "matrices/all.md": "---\nname: All\nitems: [" + ", ".join(f"i{index}" for index in range(140)) + "]\n---\n",
    }
    for index, name in enumerate(names()):
        quoted = json.dumps(name, ensure_ascii=False)
        fact = f"facts: {{ word: {{ value: {quoted}, basis: common }} }}\n"
        files[f"items/i{index}.md"] = f"---\nname: {quoted}\n{fact}---\n"
    write_content(folder, files)
    site = build_site(folder / "Public", folder)
    with python_server(site.folder) as address:
        yield address


# Whether a browser puts two neighbours the other way round; equal ones may stand as they are.
MISPLACED = """(names) => {
  const collator = new Intl.Collator("en", { numeric: true })
  return names.slice(1).flatMap((name, index) => (collator.compare(names[index], name) > 0 ? [[names[index], name]] : []))
}"""


def test_names_are_published_in_the_order_of_browsers(root: str, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(f"{root}/items/")
    published = page.locator("main h2 a").all_text_contents()
    following = page.locator("a[rel=next]")
    while following.count():
        following.first.click()
        published += page.locator("main h2 a").all_text_contents()
    assert len(published) == len(names())
    assert page.evaluate(MISPLACED, published) == []


def test_values_are_published_in_the_order_of_browsers(root: str, open_tab: OpenTab) -> None:
    page = open_tab()
    page.goto(f"{root}/")
    finder = page.evaluate("() => fetch('data/finder.json').then((answer) => answer.json())")
    words = [value["name"] for value in finder["filters"][0]["values"]]
    assert len(words) > len(names()) - 60
    assert page.evaluate(MISPLACED, words) == []


@pytest.mark.parametrize("column", [0, 1])
def test_sorting_a_table_by_names_changes_nothing(root: str, open_tab: OpenTab, column: int) -> None:
    page = open_tab()
    page.goto(f"{root}/matrices/all/")
    heads = page.locator("table tbody th")
    before = heads.all_text_contents()
    page.locator("table thead button.sort").nth(column).click()
    assert page.locator("table thead [aria-sort=ascending]").count() == 1
    assert heads.all_text_contents() == before

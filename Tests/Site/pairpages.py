"""What a page of a pair shows, read from its markup by the anchors that stay when the theme changes."""

import re

from comparing import TABLES, Reason
from lxml import html
from sitepages import SitePage, text_of

# What a reason begins with, after "Choose it if you …".
KINDS = {"need": "use", "want": "fact", "care": "judgement"}
ROW = re.compile(r"(Different|Same|Undecided|One_sided)_(Facts|Judgements)_(.+)")


class PairPage(SitePage):
    """The page of a pair."""

    def rows(self) -> dict[str, list[tuple[str, str]]]:
        """The rows of each table, in order."""
        tables: dict[str, list[tuple[str, str]]] = {name: [] for name in TABLES}
        for row in self.find("//tr[@id]"):
            match = ROW.fullmatch(row.get("id"))
            assert match, f"{self.address}: a row is called {row.get('id')}"
            tables[match[1].lower()].append((match[2].lower(), match[3]))
        return tables

    def cells(self, table: str, aspect: str, criterion: str) -> tuple[html.HtmlElement, html.HtmlElement]:
        left, right = self.find(f'//tr[@id="{table.capitalize()}_{aspect.capitalize()}_{criterion}"]/td')
        return left, right

    def unknown(self) -> list[str]:
        """The criteria on which neither is spoken of: those that the section of gaps names outside its table."""
        gaps = self.section("The_gaps")
        return [self.slug(a) for a in self.find(".//p//a", gaps)] if gaps is not None else []

    def words(self, cell: html.HtmlElement) -> list[str]:
        """The values or states that a cell shows, without sources and remarks."""
        return [text_of(span) for span in self.find('.//span[@class="v" or starts-with(@class, "s s-")]', cell)]

    def reasons(self, side: str) -> list[tuple[list[Reason], str, html.HtmlElement]]:
        """Every line of the reasons for a side, with what it says of the other item; weights are not shown.

        A line that names several values gives a reason for each. Of a fact, those who contradict it are left out: the
        line leads to the row that names them.
        """
        found = []
        for line in self.lines(f"Choose_{side}"):
            subject = self.find(".//a", line)[0]
            against = self.find('.//*[contains(@class, "against-it")]', line)
            supporters = self.find('./*[@class="cites"]', line)
            critics = frozenset(self.cited(against[0]) if against else [])
            kind, values = KINDS[text_of(line).split()[0]], [None]
            if kind == "fact":
                shown = self.find('./span[@class="v"]', line)
                values = re.split(", | and ", text_of(shown[0])) if shown else ["yes"]
                assert against[0].get("href") == f"#Different_Facts_{self.slug(subject)}", self.address
            cited = [self.cited(marks) for marks in supporters]
            reasons = [Reason(kind, self.slug(subject), value, frozenset(*cited), critics, 0) for value in values]
            found.append((reasons, text_of(against[0]) if against else "", line))
        return found

    def source_rows(self) -> list[tuple[str, list[str]]]:
        """The sources that speak of both, each with the texts of its row."""
        section = self.section("The_sources")
        rows = self.find(".//tbody/tr", section) if section is not None else []
        names = [self.slug(self.find("./th//a", row)[0]) for row in rows]
        return [(name, [text_of(cell) for cell in row.findall("td")]) for name, row in zip(names, rows, strict=True)]

    def other_pairs(self) -> list[tuple[str, int, int]]:
        """The other pairs of both items: their addresses, differences and what they have in common."""
        found = []
        for line in self.lines("Other_pairs"):
            numbers = re.findall(r"\b\d+\b", text_of(self.find('./*[@class="count"]', line)[0]))
            found.append((self.target(self.find("./a", line)[0]), *map(int, numbers)))
        return found

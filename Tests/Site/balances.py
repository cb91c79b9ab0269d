"""Who judges an item on a criterion: every source is for it, against it, or both."""

from dataclasses import dataclass

from content import Item


@dataclass(frozen=True)
class Balance:
    supporters: frozenset[str]
    critics: frozenset[str]
    both: frozenset[str]

    @property
    def sources(self) -> frozenset[str]:
        return self.supporters | self.critics | self.both

    @property
    def net(self) -> int:
        return len(self.supporters) - len(self.critics)

    @property
    def has_friend(self) -> bool:
        return bool(self.supporters | self.both)

    @property
    def has_critic(self) -> bool:
        return bool(self.critics | self.both)

    @property
    def counts(self) -> tuple[int, int, int]:
        return len(self.supporters), len(self.critics), len(self.both)

    @property
    def is_split(self) -> bool:
        """Whether the sources are not of one mind, or one says both."""
        return self.has_friend and self.has_critic

    @property
    def words(self) -> str:
        groups = [(self.supporters, "for"), (self.critics, "against"), (self.both, "both")]
        return ", ".join(f"{len(group)} {word}" for group, word in groups if group) or "nobody says"


def balance(item: Item, criterion: str) -> Balance:
    """The sources that claims of the item cite; a claim that cites none is the editor's own, and nobody's."""
    praising = frozenset(item.sources_on("strengths", criterion))
    criticising = frozenset(item.sources_on("weaknesses", criterion))
    return Balance(praising - criticising, criticising - praising, praising & criticising)

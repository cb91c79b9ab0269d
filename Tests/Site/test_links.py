"""Every link leads somewhere, and every fragment to an element, by a tool that knows nothing of Collate."""

from building import BuiltSite
from links import check_links


def test_no_link_leads_nowhere(site: BuiltSite) -> None:
    report = check_links(site)
    assert report.dead == []
    assert report.total > 10_000


def test_no_link_leads_nowhere_below_a_path(addressed_site: BuiltSite) -> None:
    """Canonical addresses are absolute, and lead to the very pages."""
    report = check_links(addressed_site)
    assert report.dead == []
    assert report.total > 10_000

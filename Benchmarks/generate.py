"""Writes a made-up site: `python3 Benchmarks/generate.py 600 /tmp/site`."""

import argparse
from pathlib import Path

from documents import write_collate_site
from synthetic import synthetic_site


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("items", type=int, help="how many items")
    parser.add_argument("folder", type=Path, help="where the site's Content goes")
    parser.add_argument("--closest", type=int, default=10, help="pages for so many pairs of each item (default: 10)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_collate_site(synthetic_site(options.items, options.seed), options.folder, options.closest)


if __name__ == "__main__":
    main()

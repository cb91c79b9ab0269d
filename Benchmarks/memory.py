"""Prints how much memory builds of growing sites take at most.

    python3 Benchmarks/memory.py 100 1000
"""

import tempfile
from pathlib import Path

from documents import write_collate_site
from measuring import built_collate, common_arguments, emptied, run, size_of
from synthetic import synthetic_site


def main() -> None:
    parser = common_arguments(__doc__)
    parser.add_argument("items", type=int, nargs="+", help="how many items the sites have")
    options = parser.parse_args()
    collate = options.collate or built_collate()
    print("| items | pages | output | memory | CPU |\n|---|---|---|---|---|")
    for items in options.items:
        with tempfile.TemporaryDirectory(prefix="collate-benchmark-", dir=options.folder) as name:
            folder = Path(name)
            write_collate_site(synthetic_site(items), folder, options.closest)
            output = emptied(folder / "public")
            cost = run([collate.absolute(), "build", "--site", folder, "--output", output])
            pages, _ = size_of(output, "*.html")
            _, size = size_of(output)
            print(f"| {items} | {pages} | {size / 1e6:.0f} MB | {cost.memory:.0f} MB | {cost.processor:.2f} s |", flush=True)


if __name__ == "__main__":
    main()

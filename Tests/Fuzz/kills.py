"""Kills Collate at any moment, again and again, and looks at what is left.

    Tests/Fuzz/kills.py PROGRAM [KILLS [SEED]]

A copy of the bundled site is edited, built and watched in random order, and the process is killed with SIGKILL after a
random time. After every kill each published file must be wholly what some version of the site has at its path; every few
kills a build that runs to its end must give what a clean build gives, names and bytes, and leave nothing else behind.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
LOCKS_AND_TEMPORARY = ".collate-"


class Site:
    """A copy of the bundled site, and all that any version of it has published."""

    def __init__(self, program: str, folder: Path, choice: random.Random) -> None:
        self.program, self.folder, self.choice = program, folder, choice
        shutil.copytree(REPOSITORY / "Content", folder / "Content")
        self.removed: dict[Path, str] = {}
        # The contents that a path may have.
        self.known: dict[str, set[bytes]] = defaultdict(set)

    def edit(self) -> None:
        """Changes, removes, renames or brings back a document; the site stays free of errors."""
        guides = self.folder / "Content" / "guides"
        documents = sorted(self.folder.glob("Content/*/*.md"))
        match self.choice.randrange(4):
            case 0 if self.removed:
                path, text = self.removed.popitem()
                path.write_text(text, encoding="utf-8")
            case 1:
                number = self.choice.randrange(10_000)
                (guides / f"made-{number}.md").write_text(f"---\nname: Made {number}\n---\n\nWords.\n", encoding="utf-8")
            case 2 if made := sorted(guides.glob("made-*.md")):
                path = self.choice.choice(made)
                self.removed[path] = path.read_text(encoding="utf-8")
                path.unlink()
            case _:
                path = self.choice.choice(documents)
                with path.open("a", encoding="utf-8") as file:
                    file.write(f"\nA word more: {self.choice.randrange(10_000)}.\n")

    def build(self, output: str = "Public", *more: str) -> str:
        """Builds to the end, and gives what was said."""
        done = subprocess.run(
            [self.program, "build", "--output", output, *more], cwd=self.folder, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def published(self, output: str = "Public") -> dict[str, bytes]:
        root = self.folder / output
        return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}

    def learn(self) -> dict[str, bytes]:
        """What a clean build makes of the site as it is now."""
        shutil.rmtree(self.folder / "Clean", ignore_errors=True)
        self.build("Clean", "--no-cache")
        clean = self.published("Clean")
        for path, content in clean.items():
            self.known[path].add(content)
        return clean

    def check_whole(self, where: str) -> None:
        for path, content in self.published().items():
            if LOCKS_AND_TEMPORARY in path:
                continue
            assert content in self.known[path], f"{where}: {path} is of no version of the site"

    def kill(self, watches: bool) -> bool:
        """Starts the program and kills it; while it watches, the site is edited. Whether it was still running."""
        command = [self.program, "build"] + (["--watch"] if watches else [])
        with subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            if watches:
                time.sleep(self.choice.uniform(0, 0.6))
                self.edit()
                self.learn()
                # While the site was built beside it, the watching program wrote; now it is killed while it writes again.
                self.edit()
            time.sleep(self.choice.uniform(0, 0.25))
            ran = process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
        return ran


def main() -> None:
    program = str(Path(sys.argv[1]).resolve())
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(2**32)
    print(f"{kills} kills, seed {seed}", flush=True)
    choice = random.Random(seed)
    hit = 0
    with tempfile.TemporaryDirectory() as name:
        site = Site(program, Path(name), choice)
        for number in range(1, kills + 1):
            site.edit()
            site.learn()
            watches = choice.random() < 0.4
            hit += site.kill(watches)
            if watches:
                site.learn()
            site.check_whole(f"kill {number}")
            if number % 5 == 0 or number == kills:
                site.build()
                assert site.published() == site.published("Clean"), f"kill {number}: the next build heals the rest"
                left = [path.name for path in site.folder.iterdir() if path.name not in KEPT]
                assert left == [], f"kill {number}: {left} were left behind"
            if number % 50 == 0:
                print(f"{number} kills", flush=True)
    print(f"{kills} kills, {hit} of them while the program ran; every file was whole, and every build healed the rest")


KEPT = {"Content", "Public", "Clean", ".collate"}

if __name__ == "__main__":
    main()

"""The pages of the docs in, their order in `mkdocs.yml` out: `python -m tools.navigation`.

Every page must stand in the navigation; the strict build of the docs fails when one does not.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = {
    "tutorial": "Tutorial",
    "how-to": "How to",
    "concepts": "Concepts",
    "reference": "Reference",
    "develop": "Develop",
    "decisions": "Decisions",
}


def build() -> None:
    """Rewrite the `nav` part of mkdocs.yml."""
    lines = ["nav:", "  - Home: index.md"]
    for folder, title in FOLDERS.items():
        lines.append(f"  - {title}:")
        pages = sorted((ROOT / "docs" / folder).glob("*.md"))
        lines += [f"      - {folder}/{page.name}" for page in pages]
    config = ROOT / "mkdocs.yml"
    kept = config.read_text(encoding="utf-8").split("\nnav:")[0].rstrip("\n")
    config.write_text(kept + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()

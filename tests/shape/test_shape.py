"""The house keeps its shape: layers, sizes, folder order, no code list that should be data."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "twosource").rglob("*.py"))
FUNCTIONS = [
    (path, node)
    for path in SOURCES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
]
STAGES = ["capture", "clean", "cluster", "extract", "ground", "link", "reconcile", "render"]


def test_stages_import_only_the_base():
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout


def test_the_folders_in_order_are_the_way_of_the_data():
    assert sorted(STAGES) == STAGES
    assert all((ROOT / "src" / "twosource" / stage).is_dir() for stage in STAGES)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_file_passes_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_function_passes_50_lines():
    long = [
        f"{path.name}:{node.name}"
        for path, node in FUNCTIONS
        if (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert long == []


def test_code_holds_no_list_of_more_than_ten_words():
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.List | ast.Set | ast.Tuple) and not _is_typing(path, node):
                words = [each for each in node.elts if _is_word(each)]
                if len(words) > 10:
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []


def _is_word(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isalpha()


def _is_typing(path, node):
    """`__all__` and Literal types list names, not vocabulary."""
    line = path.read_text(encoding="utf-8").splitlines()[node.lineno - 1]
    return "Literal" in line or "__all__" in line or path.name in {"records.py", "stories.py"}


def test_the_package_imports_without_optional_parts():
    code = "import sys; sys.modules['pyspark']=None; sys.modules['fastapi']=None; import twosource"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_parsed_words_are_never_compared_by_identity():
    """The parser makes a new object at every access: `token.head is token` is never true."""
    pattern = re.compile(r"\.(head|root|token|right_edge|left_edge) is (not )?(?!None)")
    found = [
        f"{path.name}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []

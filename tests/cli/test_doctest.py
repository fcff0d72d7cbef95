"""``4dm doctest`` in a process of its own, the same in pytest, and what the reference's table says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import make_doctest_table as table

from .program import ROOT, environment, run

PAGE = """# Sums

```js
not(4, D)
```

```4d
$a:=1+1 // 2
$b:=$a*3 // 7
```

```4d
$c:="a"+"b"
```

| Expression | Value |
| --- | --- |
| 3+4*5 | 35 |

```4d
$d:=$price*2
```

```4d
ALL RECORDS([People])
```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a folder."""
    path = tmp_path / "docs" / "sums.md"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_and_its_summary(page: Path, tmp_path: Path) -> None:
    done = run("doctest", "docs", cwd=tmp_path)
    assert done.status == 1
    assert done.out.splitlines() == [
        "docs/sums.md:7: block 1: failed: line 9, expected 7, got 6",
        "docs/sums.md: 4 blocks and 1 rows: 1 passed, 1 ran, 1 failed, 1 unset-variable, 1 needs-database;"
        " 2 of 3 stated results hold",
        "1 pages, 4 blocks, 4 of them valid 4D: 1 passed, 1 ran, 1 failed, 1 unset-variable, 1 needs-database;"
        " 2 of 3 stated results hold",
    ]


def test_as_json(page: Path, tmp_path: Path) -> None:
    done = run("doctest", "--json", "docs/sums.md", cwd=tmp_path)
    found = json.loads(done.out)
    assert done.status == 1
    assert all(list(block) == ["page", "index", "line", "outcome", "detail"] for block in found["blocks"])
    assert [(block["index"], block["line"], block["outcome"]) for block in found["blocks"]] == [
        (1, 7, "failed"),
        (2, 12, "ran"),
        (3, 20, "unset-variable"),
        (4, 24, "needs-database"),
    ]
    assert [(row["line"], row["outcome"]) for row in found["tables"]] == [(18, "passed")]


def test_a_prelude_supplies_what_is_missing(page: Path, tmp_path: Path) -> None:
    page.write_text("```4d\n$d:=$price*2 // 25\n```\n", encoding="utf-8")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "sums.4dm").write_text("$price:=12.5\n", encoding="utf-8")
    assert run("doctest", "docs", cwd=tmp_path).out.startswith("docs/sums.md: 1 blocks: 1 unset-variable")
    done = run("doctest", "--prelude", "given", "docs", cwd=tmp_path)
    assert (done.status, done.out.splitlines()[0]) == (
        0,
        "docs/sums.md: 1 blocks: 1 passed; 1 of 1 stated results hold",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.md"], "4dm: nowhere.md: there is no such page or folder\n"),
        (["--prelude", "nowhere", "docs"], "4dm: --prelude: there is no folder nowhere\n"),
        (["--prelude", "wrong", "docs"], "4dm: wrong/sums.4dm:1: no such directive: nothing\n"),
    ],
)
def test_bad_usage(page: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "sums.4dm").write_text("//% nothing\n", encoding="utf-8")
    done = run("doctest", *arguments, cwd=tmp_path)
    assert (done.status, done.out, done.err) == (2, "", message)


def test_our_own_pages_hold() -> None:
    done = run("doctest", "README.md", cwd=ROOT)
    assert done.status == 0, done.out


# ------------------------------------------------------------------ pytest


def under_pytest(folder: Path, *arguments: str) -> str:
    """What pytest says of *folder*."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "interp.doctest.plugin",
            "-p",
            "no:cacheprovider",
            "-rs",
            *arguments,
        ],
        cwd=folder,
        env=environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr


def test_one_test_a_block(page: Path, tmp_path: Path) -> None:
    said = under_pytest(tmp_path, "-v", "--doctest-4d")
    assert "docs/sums.md::block 1 FAILED" in said
    assert "docs/sums.md::block 2 PASSED" in said
    assert "docs/sums.md::block 3 SKIPPED" in said
    assert "docs/sums.md::line 18 PASSED" in said
    assert "sums.md:7: failed: line 9, expected 7, got 6" in said
    assert "needs-database: line 25, ALL RECORDS" in said
    assert "Traceback" not in said


def test_nothing_is_a_test_unless_asked_for(page: Path, tmp_path: Path) -> None:
    assert "no tests ran" in under_pytest(tmp_path)


def test_a_prelude_for_pytest(page: Path, tmp_path: Path) -> None:
    page.write_text("```4d\n$d:=$price*2 // 25\n```\n", encoding="utf-8")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "sums.4dm").write_text("$price:=12.5\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\ndoctest_4d_prelude = given\n", encoding="utf-8")
    assert "1 passed" in under_pytest(tmp_path, "--doctest-4d")


# ------------------------------------------------------------------ the reference


def test_the_table_of_the_reference_is_fresh(reference: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_doctest_table.py"), "--check", str(reference)],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_table_tells_what_got_worse() -> None:
    def outcome(name: str, held: int) -> table.Outcome:
        return table.Outcome("a.md", 0, 1, name, "", 2, held)

    former = table.render([outcome("passed", 2)])
    assert table.worse([outcome("passed", 2)], former) == []
    assert table.worse([outcome("failed", 1)], former) == [
        "a.md: parsed, ran, stated, held were (1, 1, 2, 2), are (1, 0, 2, 1)"
    ]


def test_every_reason_is_needed() -> None:
    text = table.TABLE.read_text(encoding="utf-8")
    unused = [key for key, why in table.reasons().items() if why not in text]
    assert unused == []

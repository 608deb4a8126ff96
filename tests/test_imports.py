"""What is not needed is not loaded."""

import json
import subprocess
import sys

import pytest

HEAVY = (
    "govdisclosure.reviews.text",
    "govdisclosure.writers.",
    "datasketch",
    "docx",
    "duckdb",
    "highspy",
    "hypothesis",
    "jsonschema",
    "lxml",
    "msgspec",
    "narwhals",
    "opencc",
    "numpy",
    "openpyxl",
    "pdfplumber",
    "phonenumbers",
    "polars",
    "pyspark",
    "rapidfuzz",
    "rich",
    "sqlglot",
    "stdnum",
    "xlsxwriter",
)
BOUNDS = "govdisclosure.readers.limits"
"""Not a reader: ``Limits`` is one of the public names."""

STATEMENTS = {
    "import govdisclosure": "import govdisclosure",
    "govdisclosure --help": (
        "from govdisclosure.cli import main\n"
        "sys.argv = ['govdisclosure', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    ),
}


@pytest.mark.parametrize("what", STATEMENTS)
def test_nothing_heavy_is_loaded(what):
    """Importing the library or asking for help loads no reader, no extra and no solver."""
    listing = "print(json.dumps(list(sys.modules)), file=sys.stderr)"
    script = f"import json, sys\n{STATEMENTS[what]}\n{listing}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    loaded = json.loads(done.stderr)
    assert "govdisclosure" in loaded
    readers = {name for name in loaded if name.startswith("govdisclosure.readers.")}
    assert readers <= {BOUNDS}
    assert [name for name in loaded if name.startswith(HEAVY)] == []

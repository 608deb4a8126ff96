"""The committed exports are what the library says now."""

from pathlib import Path

from click.testing import CliRunner

from govdisclosure.cli import cli

SCHEMAS = Path(__file__).parent.parent / "schemas"
MEND = "schemas/ is not what the library says; run: govdisclosure schema schemas"


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_committed_schemas_are_current(tmp_path):
    """The files under schemas/ are those that the command writes: no other, no byte different."""
    assert CliRunner().invoke(cli, ["schema", str(tmp_path)]).exit_code == 0
    written, committed = _files(tmp_path), _files(SCHEMAS)
    assert list(committed) != [], MEND
    assert sorted(written) == sorted(committed), MEND
    assert [name for name in written if written[name] != committed[name]] == [], MEND

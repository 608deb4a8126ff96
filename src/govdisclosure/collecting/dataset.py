"""A folder with the reports of a collection: a Parquet file a year, and what could not be read."""

import json
import shutil
from collections.abc import Collection, Container, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from ..errors import UnreadableDocument
from ..version import __version__
from ..wire import to_json
from ..wording import Wording
from .documents import READER, Collected
from .journal import Entry, Journal

MARK = "_dataset.json"
"""The file that makes a folder a dataset. Programs pass over names that begin so."""
UNREADABLE = "_unreadable.ndjson"
_WORK = ".collecting"
_UNKNOWN = "unknown"
_FILES = "reports-*.parquet"


@attrs.frozen(kw_only=True)
class Known:
    """A document that a dataset has: its digest, its reader, and whether all of it was placed."""

    digest: str
    reader: str
    whole: bool


@attrs.frozen(kw_only=True)
class Contents:
    """What a dataset comes to: reports by year, and how many of them are not whole.

    Of one that is not, something is missing or found no place.
    """

    years: Mapping[int | None, int]
    lossy: int

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(self.years.values())


class Dataset:
    """A dataset in a folder.

    What was read is kept until ``update`` puts it into the files, each of which is replaced whole;
    so a run that is interrupted loses nothing, and the next goes on.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal = Journal(folder / _WORK / "rows.ndjson")
        self._kept: dict[str, Entry] = {}

    @staticmethod
    def is_at(folder: Path) -> bool:
        """Tell whether a folder is a dataset."""
        return (folder / MARK).is_file()

    @property
    def files(self) -> list[Path]:
        """The files of the reports, by year."""
        return sorted(self.folder.glob(_FILES))

    @property
    def is_unfinished(self) -> bool:
        """Whether bringing it up to date was interrupted."""
        return (self.folder / _WORK).is_dir()

    def open(self) -> bool:
        """Make the folder ready to collect into; tell whether an interrupted run is gone on with.

        Raises:
            OSError: it cannot be made, or read.
            UnreadableDocument: there is something else in it.
        """
        unfinished = self.is_unfinished
        is_other = self.folder.exists() and not self.is_at(self.folder) and not unfinished
        if is_other and any(self.folder.iterdir()):
            raise UnreadableDocument(_SOMETHING_ELSE.fill(folder=self.folder))
        (self.folder / _WORK).mkdir(parents=True, exist_ok=True)
        self._kept = {entry.name: entry for entry in self._journal.entries()}
        return unfinished and bool(self._kept)

    def digests(self) -> dict[str, str]:
        """Return the digests of the documents that this reader has read, by name.

        Raises:
            OSError: a file cannot be read.
            UnreadableDocument: it is damaged.
        """
        from .files import documents_in

        found: dict[str, str] = {}
        for file in self.files:
            known = documents_in(file)
            found |= {name: one.digest for name, one in known if one.reader == READER}
        return found | {name: entry.digest for name, entry in self._kept.items()}

    def keep(self, row: dict[str, Any]) -> None:
        """Keep the row of a document that was read.

        Raises:
            OSError: it cannot be written.
        """
        entry = self._journal.keep(row)
        self._kept[entry.name] = entry

    def update(self, unchanged: Container[str], current: Collection[str]) -> Contents:
        """Put what was kept into the files, drop what is gone, and return what there is then.

        *unchanged* are the names of documents whose rows stay as they are, *current* those of all
        that have a row.

        Raises:
            OSError: a file cannot be written.
        """
        from .files import Merge, documents_in

        self._journal.close()
        fresh = {name: entry for name, entry in self._kept.items() if name in current}
        by_year = {_file_of(entry.year) for entry in fresh.values()}
        work = self.folder / _WORK
        replaced = list[tuple[Path, Path]]()
        for name in sorted({file.name for file in self.files} | by_year):
            entries = sorted(
                (e for e in fresh.values() if _file_of(e.year) == name), key=lambda e: e.name
            )
            merge = Merge(
                old=self.folder / name,
                stays=lambda document: document in unchanged and document not in fresh,
                rows=map(self._journal.row, entries),
            )
            if entries or merge.drops:
                merge.write(work / name)
                replaced.append((work / name, self.folder / name))
        for new, old in replaced:
            if new.exists():
                new.replace(old)
            else:
                old.unlink()
        contents = self._contents(documents_in)
        _put(work, self.folder / MARK, _marked(contents))
        return contents

    def finish(self, unreadable: Iterable[Collected]) -> None:
        """Write which documents could not be read, and remove what was kept.

        Raises:
            OSError: it cannot be written.
        """
        lines = [to_json(_told(document)) + "\n" for document in unreadable]
        _put(self.folder / _WORK, self.folder / UNREADABLE, "".join(lines))
        if not lines:
            (self.folder / UNREADABLE).unlink()
        shutil.rmtree(self.folder / _WORK)

    def close(self) -> None:
        """Close the files that are open."""
        self._journal.close()

    def _contents(self, documents_in: Any) -> Contents:
        years: dict[int | None, int] = {}
        lossy = 0
        for file in self.files:
            known = [document for _, document in documents_in(file)]
            years[_year_of(file)] = len(known)
            lossy += sum(not document.whole for document in known)
        return Contents(years=years, lossy=lossy)


_SOMETHING_ELSE = Wording(
    "{folder} 不是空文件夹，也不是 collect 收集的数据集；请换一个文件夹",
    "{folder} is neither empty nor a dataset that collect made; choose another folder",
)


def _file_of(year: int | None) -> str:
    return _FILES.replace("*", _UNKNOWN if year is None else str(year))


def _year_of(file: Path) -> int | None:
    year = file.stem.removeprefix("reports-")
    return None if year == _UNKNOWN else int(year)


def _marked(contents: Contents) -> str:
    years = {_UNKNOWN if year is None else str(year): n for year, n in contents.years.items()}
    about = {
        "dataset": "govdisclosure",
        "layout": 1,
        "tool": {"name": "govdisclosure", "version": __version__},
        "reports": years,
        "not_whole": contents.lossy,
    }
    return json.dumps(about, indent=2) + "\n"


def _told(document: Collected) -> dict[str, Any]:
    error = document.error or Wording("", "")
    return {
        "source": document.source.name,
        "digest": document.digest,
        "error": {"zh": error.zh, "en": error.en},
    }


def _put(work: Path, path: Path, text: str) -> None:
    """Write a file whole: under another name first, in the folder *work*."""
    written = work / path.name
    written.write_text(text, encoding="utf-8")
    written.replace(path)

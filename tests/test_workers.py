"""Many documents are read on several processors, in their order; none stops the others."""

import os
import signal
import subprocess
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from pathlib import Path

import pytest

from govdisclosure.cli import workers
from govdisclosure.cli.ending import TERMINATED
from govdisclosure.cli.workers import read_each

FATAL = "fatal"


def read(path):
    """Stand for reading: some paths end the process that reads them."""
    if path.startswith(FATAL):
        os.kill(os.getpid(), signal.SIGKILL)
    return path.upper(), os.getpid()


def lost(path):
    """Stand for what is said of a path that ended its process."""
    return f"lost {path}", 0


@pytest.mark.parametrize("number", [0, 1, 3, 60])
def test_the_results_come_in_the_order_of_the_paths(number):
    paths = [f"p{i}" for i in range(number)]
    assert [result for result, _ in read_each(read, lost, paths)] == [p.upper() for p in paths]


def test_few_documents_are_read_without_other_processes():
    assert {process for _, process in read_each(read, lost, ["a", "b"])} == {os.getpid()}


def test_many_documents_are_read_in_other_processes(monkeypatch):
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    processes = {process for _, process in read_each(read, lost, [f"p{i}" for i in range(60)])}
    assert os.getpid() not in processes
    assert len(processes) <= 2


def test_a_document_that_ends_its_process_is_told_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    paths = [f"p{i}" for i in range(20)]
    paths[3], paths[-1] = f"{FATAL} 1", f"{FATAL} 2"
    results = [result for result, _ in read_each(read, lost, paths)]
    assert results == [f"lost {p}" if p.startswith(FATAL) else p.upper() for p in paths]


class _Breaking:
    """Processes of which one is lost just before the task of that number is given to them."""

    def __init__(self, number):
        self.left = number

    def submit(self, act, task):
        if not self.left:
            raise BrokenProcessPool
        self.left -= 1
        done = Future()
        done.set_result(act(task))
        return done


@pytest.mark.parametrize("number", range(21))
def test_what_was_read_before_a_process_was_lost_is_never_lost_with_it(monkeypatch, number):
    """A process may be lost between the result of one task and the start of the next."""
    pools = iter([_Breaking(number)])
    monkeypatch.setattr(workers, "_pool", lambda _: nullcontext(next(pools, _Breaking(100))))
    paths = [f"p{i}" for i in range(20)]
    found = [result for result, _ in read_each(read, lost, paths, 2)]
    assert found == [path.upper() for path in paths]


def end_the_run_and_wait(pipe):
    """Stand for reading: the run is asked to end, and this never comes to an end by itself."""
    os.kill(os.getppid(), signal.SIGTERM)
    with open(pipe, "rb"):  # noqa: PTH123  # nobody writes to it
        pass


_ASKED_TO_END = """
import sys
from govdisclosure.cli import workers
from govdisclosure.cli.ending import end_when_asked
from test_workers import end_the_run_and_wait, lost

end_when_asked()
list(workers.read_each(end_the_run_and_wait, lost, [sys.argv[1]] * 60, processes=2))
"""


def test_a_run_that_is_asked_to_end_takes_its_processes_with_it_and_says_nothing(tmp_path):
    """Standard error is at its end when the processes that hold it open have ended too."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = subprocess.run(
        [sys.executable, "-c", _ASKED_TO_END, pipe],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parent,
        timeout=_PATIENCE,
    )
    assert done.returncode == TERMINATED
    assert done.stderr == b""


_PATIENCE = 300
"""Seconds; a run that does not end is given up."""


def test_the_command_line_ends_when_it_is_asked_to(tmp_path):
    """A command that waits for its input is told to end, and ends without a word."""
    pipe = tmp_path / "report.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "govdisclosure", "check", str(pipe)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with process, pipe.open("wb"):  # opens once the command reads
        process.terminate()
        _, told = process.communicate()
    assert process.returncode == TERMINATED
    assert told == b""

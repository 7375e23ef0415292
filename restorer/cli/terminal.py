"""What is written to the terminal: results, progress, complaints.

Rich, which draws bars and tables, is loaded by whoever needs it: a script that restores a photo need not wait
for it.
"""

import codecs
import functools
import io
import json as json_text
import os
import select
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from restorer.errors import RestorerError
from restorer.progress import CancelToken, Progress, ProgressReport

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Bar

_PATIENCE = 0.2
"""Seconds."""


class Terminal:
    """Results go to standard output, everything else to standard error."""

    def __init__(self, *, quiet: bool = False, json: bool = False) -> None:
        self.token = CancelToken()
        self.json = json
        self._quiet = quiet
        self._bar: Bar | None = None
        self._watched = sys.stderr.isatty()
        _let_any_name_through()

    @functools.cached_property
    def _errors(self) -> "Console":
        return _console(sys.stderr)

    @functools.cached_property
    def _results(self) -> "Console":
        return _console(sys.stdout)

    def say(self, sentence: str) -> None:
        """Tell the user something that is no result."""
        if not self._quiet:
            self._errors.print(_visible(sentence), markup=False)

    def warn(self, sentence: str) -> None:
        """Tell of what is lost or fails: those are told, too, who want to hear of no progress."""
        self._errors.print(_visible(sentence), markup=False)

    def complain(self, error: RestorerError) -> None:
        """Say what went wrong and what can be done."""
        self._errors.print(f"restorer: {_visible(error.message)}", markup=False, style="bold")
        if error.hint:
            self._errors.print(f"  {_visible(error.hint)}", markup=False)

    def result(self, text: str) -> None:
        """Write a line of the result."""
        self._results.print(_visible(text) if self._results.is_terminal else text, markup=False)

    def result_json(self, content: Any) -> None:
        """Write the result as JSON."""
        write(in_json(content, indent=2) + "\n")

    def result_table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write the result as a table; without a terminal, as columns apart by tabs."""
        self.table(columns, rows, result=True)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, result: bool) -> None:
        """Write a table, as the result or as something said beside it."""
        console = self._results if result else self._errors
        if self._quiet and not result:
            return
        if not console.is_terminal:
            for row in (columns, *rows):
                write("\t".join(row) + "\n", console.file)  # print would make spaces of the tabs
            return
        from rich.table import Table
        from rich.text import Text

        table = Table(*columns, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*(Text(_visible(cell)) for cell in row))
        console.print(table)

    def ask(self, question: str, answers: Mapping[str, str]) -> str | None:
        """Return the answer (a key of ``answers``, which says what each means); None if nobody is there."""
        if not (sys.stdin.isatty() and self._errors.is_terminal):
            return None
        if self._bar:
            self._bar.stop()
        self._errors.print(_visible(question), markup=False, style="bold")
        offered = ", ".join(f"{meaning} [{key}]" for key, meaning in answers.items())
        try:
            answer = ""
            while answer not in answers:
                self._errors.print(f"  {offered}: ", markup=False, end="")
                answer = self._line().strip().lower()[:1]
        except EOFError:
            return None
        finally:
            if self._bar:
                self._bar.start()
        return answer

    def _line(self) -> str:
        """Return what is typed. Raises EOFError where there is no more of it, or somebody asks to stop.

        The thread that waits here is none that Ctrl+C could interrupt, so it looks up at times.
        """
        while os.name == "posix" and not select.select([sys.stdin], [], [], _PATIENCE)[0]:
            if self.token.cancelled:
                raise EOFError
        if not (line := sys.stdin.readline()):
            raise EOFError
        return line

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Show a bar with the time left, on a terminal only, while the body runs."""
        with self.bar() as show:

            def receive(report: ProgressReport) -> None:
                show(report.fraction, report.note, time_left(report.seconds_left))

            yield Progress(receive, self.token)

    @contextmanager
    def bar(self) -> Iterator[Callable[[float, str, str], None]]:
        """Show a bar, on a terminal only; the body tells it the fraction, what is done, and the time left."""
        if self._quiet or not (self._watched and self._errors.is_terminal):
            yield lambda fraction, note, left: None
            return
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[left]}"),
        )
        with Bar(*columns, console=self._errors, transient=True) as bar:
            task = bar.add_task("", total=1.0, left="")
            self._bar = bar
            try:
                yield lambda fraction, note, left: bar.update(
                    task, completed=fraction, description=_visible(note), left=left
                )
            finally:
                self._bar = None


def _console(file: IO[str]) -> "Console":
    from rich.console import Console

    class Patient(Console):
        def on_broken_pipe(self) -> None:
            self.quiet = True
            _nobody_reads(file)

    return Patient(file=file, highlight=False, soft_wrap=True)


def write(text: str, file: IO[str] | None = None) -> None:
    """Write to a file that somebody may read and stop reading, as ``head`` does; standard output by default.

    What nobody reads vanishes, and the work goes on: half a batch would help nobody.
    """
    file = file or sys.stdout
    try:
        file.write(text)
        file.flush()
    except BrokenPipeError:
        _nobody_reads(file)


def _nobody_reads(file: IO[str]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, file.fileno())
    os.close(nowhere)


_STEERING = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\ufffd")


def _visible(text: str) -> str:
    """Return text without the characters that steer a terminal: names of files and models may hold any."""
    return text.translate(_STEERING)


def in_json(content: Any, *, indent: int | None = None) -> str:
    """Return JSON for standard output, with escapes where other characters could not be written."""
    text = json_text.dumps(content, indent=indent, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # a name that is no text
        return json_text.dumps(content, indent=indent)
    return text if _speaks_utf8() else json_text.dumps(content, indent=indent)


def _speaks_utf8() -> bool:
    """Return whether standard output is written as UTF-8; on Windows, a file or pipe often is not."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name == "utf-8"


def _let_any_name_through() -> None:
    """Let any file name be written, instead of ending the program: as it is on disk, or with escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        as_on_disk = os.name == "posix" and _speaks_utf8()
        sys.stdout.reconfigure(errors="surrogateescape" if as_on_disk else "backslashreplace")


def time_left(seconds: float | None) -> str:
    """Return how long work will still take, in words; empty where nobody knows."""
    if seconds is None:
        return ""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 5) * 5} s left"
    return f"about {round(seconds / 60)} min left"

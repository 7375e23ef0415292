"""What is written to the terminal: results, progress, complaints."""

import json as json_text
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from restorer.errors import RestorerError
from restorer.progress import CancelToken, Progress, ProgressReport


class Terminal:
    """Results go to standard output, everything else to standard error."""

    def __init__(self, *, quiet: bool = False, json: bool = False) -> None:
        self.token = CancelToken()
        self.json = json
        self._quiet = quiet
        self._errors = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        self._results = Console(file=sys.stdout, highlight=False, soft_wrap=True)

    def say(self, sentence: str) -> None:
        """Tell the user something that is no result."""
        if not self._quiet:
            self._errors.print(sentence, markup=False)

    def complain(self, error: RestorerError) -> None:
        """Say what went wrong and what can be done."""
        self._errors.print(f"restorer: {error.message}", markup=False, style="bold")
        if error.hint:
            self._errors.print(f"  {error.hint}", markup=False)

    def result(self, text: str) -> None:
        """Write a line of the result."""
        self._results.print(text, markup=False)

    def result_json(self, content: Any) -> None:
        """Write the result as JSON."""
        sys.stdout.write(json_text.dumps(content, indent=2, ensure_ascii=False) + "\n")

    def result_table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write the result as a table; without a terminal, as columns apart by tabs."""
        if not self._results.is_terminal:
            for row in (columns, *rows):
                self._results.print("\t".join(row), markup=False)
            return
        table = Table(*columns, box=None, pad_edge=False)
        for row in rows:
            table.add_row(*row)
        self._results.print(table)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Show a bar with the time left, on a terminal only, while the body runs."""
        if self._quiet or not self._errors.is_terminal:
            yield Progress(token=self.token)
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[left]}"),
        )
        with Bar(*columns, console=self._errors, transient=True) as bar:
            task = bar.add_task("", total=1.0, left="")

            def show(report: ProgressReport) -> None:
                bar.update(
                    task,
                    completed=report.fraction,
                    description=report.note,
                    left=time_left(report.seconds_left),
                )

            yield Progress(show, self.token)


def time_left(seconds: float | None) -> str:
    """Return how long work will still take, in words; empty where nobody knows."""
    if seconds is None:
        return ""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 5) * 5} s left"
    return f"about {round(seconds / 60)} min left"

"""``restorer batch``: whole folders, planned, resumable, on this computer or on many."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from restorer import paths
from restorer.app.batch.batch import Batch, Crew, Summary, open_journal
from restorer.app.batch.cluster import ClusterCrew
from restorer.app.batch.crew import LocalCrew
from restorer.app.batch.gather import Gathering, gather
from restorer.app.batch.items import Treatment
from restorer.app.batch.journal import Journal
from restorer.app.batch.output import OutputFolder
from restorer.app.batch.pace import Span, measure_pace
from restorer.app.batch.plan import BatchPlan, plan_batch
from restorer.app.batch.report import report, write_report
from restorer.app.batch.trouble import Answer, Trouble
from restorer.app.batch.undo import undo_batch
from restorer.app.batch.watch import watch
from restorer.cli.batch_view import BatchView, counted
from restorer.cli.status import DONE, FAILED, STOPPED, WRONG_USE
from restorer.cli.steps import check_choice, recipe_of
from restorer.cli.terminal import Terminal
from restorer.errors import InvalidRecipe, RestorerError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import SaveOptions

_ANSWERS = {"r": Answer.RETRY, "s": Answer.SKIP, "q": Answer.STOP}


def restore_batch(options: argparse.Namespace, terminal: Terminal) -> int:
    """Plan and run a batch, or undo one, and return the exit status."""
    if not options.photos and not options.undo:
        terminal.complain(RestorerError("No photos were named.", "Name folders or photos to restore."))
        return WRONG_USE
    try:
        check_choice(options)
    except InvalidRecipe as error:
        terminal.complain(error)
        return WRONG_USE
    output = OutputFolder(options.output)
    if options.undo:
        return _undo(output, options, terminal)
    save = SaveOptions(options.quality, options.bits, options.strip_private)
    catalog = Catalog([paths.bundled_models(), paths.user_models()])
    treatment = Treatment(None if options.auto else recipe_of(options, catalog, terminal.warn), save)
    engine = Engine(options.device)
    with _crew(options, engine, catalog) as crew:
        journal = open_journal(output, only_look=options.dry_run)
        try:
            key = treatment.key(catalog)
            session = _Session(
                options, terminal, output, journal, treatment, key, engine, catalog, BatchView(terminal)
            )
            return session.watch(crew) if options.watch and not options.dry_run else session.once(crew)
        finally:
            journal.close()
            engine.close()


@contextmanager
def _crew(options: argparse.Namespace, engine: Engine, catalog: Catalog) -> Iterator[Crew]:
    if options.cluster is None or options.dry_run:
        yield LocalCrew(engine, catalog)
        return
    crew = ClusterCrew(options.cluster)
    try:
        yield crew
    finally:
        crew.close()


@dataclass(frozen=True)
class _Session:
    """One call of the command."""

    options: argparse.Namespace
    terminal: Terminal
    output: OutputFolder
    journal: Journal
    treatment: Treatment
    key: str
    engine: Engine
    catalog: Catalog
    view: BatchView

    def once(self, crew: Crew) -> int:
        """Restore what is there."""
        with self.terminal.progress() as progress:
            gathering = gather(
                self.options.photos,
                self.output.path,
                recursive=self.options.recursive,
                progress=progress.part(0.0, 0.1),
            )
            plan = self._plan(gathering)
            # How fast a cluster is shows when it works.
            try_out = plan.items and (self.options.cluster is None or self.options.dry_run)
            expected = measure_pace(self.treatment, self.engine, self.catalog) if try_out else None
        self.view.show_plan(plan, expected, in_full=self.options.dry_run)
        if self.options.dry_run:
            return DONE
        summary = self._run(plan, crew, expected)
        return self._end(summary, plan)

    def watch(self, crew: Crew) -> int:
        """Restore what comes, until somebody asks to stop, which is how this is meant to end."""
        self.terminal.say(f"Waiting for photos; their results go to “{self.output.path}”. Ctrl+C ends it.")
        failed = 0
        for gathering in watch(
            self.options.photos,
            self.output.path,
            recursive=self.options.recursive,
            token=self.terminal.token,
        ):
            plan = self._plan(gathering)
            summary = self._run(plan, crew, None)
            failed += len(plan.failed) + summary.failed
            if summary.stopped or summary.cancelled:
                return self._end(summary, plan)
            self._write_report(summary)
        return FAILED if failed else DONE

    def _plan(self, gathering: Gathering) -> BatchPlan:
        with self.terminal.progress() as progress:
            return plan_batch(
                gathering,
                self.output,
                self.treatment,
                self.key,
                self.journal,
                retry_failed=self.options.retry_failed,
                progress=progress,
            )

    def _run(self, plan: BatchPlan, crew: Crew, expected: Span | None) -> Summary:
        self.output.prepare()
        try:
            with self.view.showing() as listener:
                batch = Batch(
                    plan,
                    self.output,
                    self.journal,
                    listener=listener,
                    ask=self._ask,
                    token=self.terminal.token,
                    expected=expected,
                )
                return batch.run(crew)
        finally:
            self.output.close()

    def _ask(self, trouble: Trouble) -> Answer:
        answers = {"r": "try again", "s": "leave this photo out", "q": "stop, to go on another time"}
        answer = self.terminal.ask(f"{trouble.message} {trouble.hint}", answers)
        return _ANSWERS[answer] if answer else Answer.STOP

    def _end(self, summary: Summary, plan: BatchPlan) -> int:
        written = self._write_report(summary)
        self.view.show_end(summary, plan, written, self.journal)
        if summary.cancelled or self.terminal.token.cancelled:  # or as the answer to a question
            return STOPPED
        return FAILED if summary.failed or plan.failed or summary.stopped else DONE

    def _write_report(self, summary: Summary) -> str:
        """Write the report, and return where it lies; "" if it cannot be written."""
        content = report(self.output, self.journal, self.treatment, summary)
        self.view.content = content
        try:
            return str(write_report(self.output, content))
        except OSError as error:
            self.terminal.say(f"The report could not be written: {error.strerror or error}.")
            return ""


def _undo(output: OutputFolder, options: argparse.Namespace, terminal: Terminal) -> int:
    if output.is_new:
        raise RestorerError(
            f"No batch was restored into “{options.output}”.", "Name its output folder with -o."
        )
    journal = open_journal(output)
    try:
        try:
            with terminal.progress() as progress:
                undone = undo_batch(output, journal, progress=progress)
        finally:  # stopped amid it, the report must not speak of results that are in the trash
            write_report(output, report(output, journal, None, None))
    finally:
        journal.close()
    if terminal.json:
        kept = [{"result": str(one.source), "reason": one.reason} for one in undone.kept]
        terminal.result_json({"trashed": undone.trashed, "kept": kept})
    else:
        for one in undone.kept:
            terminal.say(f"Kept {one.source}: {one.reason}")
        terminal.result(f"{counted(undone.trashed, 'result')} moved to the trash, {len(undone.kept):,} kept.")
    return FAILED if undone.kept else DONE

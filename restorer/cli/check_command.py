"""``restorer self-check``: proves that this installation computes rightly."""

import argparse
import dataclasses

from restorer import paths
from restorer.app.self_check import Check, run_checks
from restorer.cli.terminal import Terminal
from restorer.inference.catalog import Catalog


def self_check(options: argparse.Namespace, terminal: Terminal) -> int:
    """Run every check, print each as it is done, and return 0 if all passed, else 1.

    Raises:
        Cancelled: somebody asked to stop.
    """
    checks = []
    for check in run_checks(Catalog([paths.bundled_models(), paths.user_models()])):
        terminal.token.check()
        checks.append(check)
        if not options.json:
            terminal.result(f"{_mark(check)}  {check.name}: {check.detail}")
    passed = all(check.passed for check in checks)
    if options.json:
        terminal.result_json({"passed": passed, "checks": [dataclasses.asdict(check) for check in checks]})
    else:
        terminal.result("All is well." if passed else "Something is wrong: see the lines marked FAILED.")
    return 0 if passed else 1


def _mark(check: Check) -> str:
    if check.remark:
        return "note  "
    return "ok    " if check.passed else "FAILED"

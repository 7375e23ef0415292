# The work is done by dev.py, which also runs where there is no make: python dev.py run
PYTHON ?= python3

.PHONY: run test stress setup-train dist clean

run: ## set up what is missing and open a sample photo
	@$(PYTHON) dev.py run

test: ## set up what is missing and pass every check
	@$(PYTHON) dev.py test

stress: ## try for minutes what test tries for seconds, and write the counts into docs/promises.md
	@$(PYTHON) dev.py stress

setup-train: ## add what training a network needs
	@$(PYTHON) dev.py setup-train

dist: ## make a release for this system in dist/
	@$(PYTHON) packaging/build.py

clean: ## remove everything that can be made again
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

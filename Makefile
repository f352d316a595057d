# make run     starts Broadsheet; installs what it needs the first time
# make test    runs every test, those in a real window included, on all cores
# make check   style, types, import rules and translations, without running anything
.POSIX:

PYTHON_IN = .venv/bin/python

.PHONY: run test check format screenshots benchmarks scale wheel clean system-run system-test

run: .venv/installed system-run
	@$(PYTHON_IN) -m reader

test: .venv/installed-dev system-test
	@$(PYTHON_IN) -m pytest -n auto --dist worksteal

check: .venv/installed-dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@$(PYTHON_IN) tools/translations.py --check

format: .venv/installed-dev
	@.venv/bin/ruff check --fix-only .
	@.venv/bin/ruff format .

# The pictures in docs/pictures, taken from the program itself; README.md shows two of them.
screenshots: .venv/installed system-run
	@$(PYTHON_IN) tools/screenshots.py

benchmarks: .venv/installed-dev system-run
	@$(PYTHON_IN) -m benchmarks

# The table of docs/performance.md. Its libraries, 4 GB, are made once, which takes half an hour, and kept.
scale: .venv/installed-dev system-run
	@$(PYTHON_IN) -m benchmarks.scale --posts 10000 100000 1000000 --write

wheel: .venv/installed-dev
	@.venv/bin/hatchling build -t wheel

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

system-run:
	@sh tools/system_packages.sh run

system-test:
	@sh tools/system_packages.sh test

# An environment whose Python is gone (updated, moved) is made anew.
.venv/installed: pyproject.toml
	@$(PYTHON_IN) -m pip --version >/dev/null 2>&1 || { python=$$(sh tools/find_python.sh) && "$$python" -m venv --clear .venv; }
	@echo "Installing what Broadsheet needs into .venv"
	@$(PYTHON_IN) -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	@echo "Installing what its tests need into .venv"
	@$(PYTHON_IN) -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

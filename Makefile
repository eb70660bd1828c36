# Every target is short for the commands under it, which work on their own as well.

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check
LOCK := $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

# The tests of a file share what they build, and stay together.
ON_ALL_CORES := --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: build preview check serve install test search-quality bench lint format lock upgrade clean \
	help

build: check ## build the site into site/ (the default)
	$(PYTHON) -m generator build

preview: $(VENV)/installed ## build it into preview/, with what editors have to do; never published
	$(PYTHON) -m generator build --preview

check: $(VENV)/installed ## tell what is wrong or missing in the catalogue
	$(PYTHON) -m generator check

serve: $(VENV)/installed ## show the site while you write
	$(PYTHON) -m generator serve

install: $(VENV)/installed ## install what building takes, which the targets above do as well

test: lint ## test everything, the built site in a browser included
	tests/setup.sh
	$(PYTHON) -m pytest $(ON_ALL_CORES) tests/test_*.py tests/site

search-quality: $(VENV)/installed-for-tests ## tell how well search finds: QUERIES=… OPTIONS="--collection …"
	$(PYTHON) -m tests.search.quality $(QUERIES) $(OPTIONS)

bench: $(VENV)/installed-for-bench ## measure it beside Hugo and others: ROWS="cold edit" N=1000 ROUNDS=3 OPTIONS=--markdown
	$(PYTHON) -m bench $(ROWS) $(if $(N),--number $(N)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(OPTIONS)

lint: $(VENV)/installed-for-tests
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format: $(VENV)/installed-for-tests ## put the Python code in its usual form
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

lock: $(VENV)/installed-for-tests ## write the lock files anew after a change of what is needed
	$(LOCK) pyproject.toml requirements/build.in --output-file requirements/runtime.txt
	$(LOCK) requirements/test.in --output-file requirements/test.txt
	$(LOCK) requirements/bench.in --output-file requirements/bench.txt
	npm --prefix tests/site install --package-lock-only

upgrade: LOCK += --upgrade
upgrade: lock ## the same, with the newest versions

clean: ## remove what was made, so that all is made anew
	rm -rf $(VENV) site preview .schemas .cache generator/__pycache__/made.sqlite* tests/site/node_modules

help:
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

# The files stand for an installation that is newer than what it was made from.
$(VENV)/installed: requirements/runtime.txt pyproject.toml
	python3 -m venv $(VENV)
	$(INSTALL) --require-hashes --requirement requirements/runtime.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@# pip compiles what it copies; this stays where it lies, and not every machine lets Python do so.
	$(PYTHON) -m compileall -q generator theme
	@touch $@

$(VENV)/installed-for-tests: $(VENV)/installed requirements/test.txt
	$(INSTALL) --require-hashes --requirement requirements/test.txt
	@touch $@

$(VENV)/installed-for-bench: $(VENV)/installed-for-tests requirements/bench.txt
	$(INSTALL) --require-hashes --requirement requirements/bench.txt
	@touch $@

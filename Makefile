# Everything a newcomer needs: `make demo` and `make test`. PIP_FLAGS and PYTHON may be set from outside.
PYTHON ?= python3
PIP_FLAGS ?=
BIN := .venv/bin
READY := .venv/ready
# The scripts of the site; Node comes with the dev dependencies.
BUNDLE := site/bundle/app.js
LIGHTHOUSE := build/lighthouse/node_modules
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

.PHONY: demo test lint mutants seeds bench lighthouse words bundle clean

demo: $(READY) $(BUNDLE)
	$(BIN)/zachetka demo

# Side by side on all cores; tests/conftest.py says which tests stay together.
test: MUTANTS := --mutants
test: lint
	$(BIN)/pytest --numprocesses=logical --dist=loadscope --no-loadscope-reorder

lint: $(READY) $(BUNDLE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd site && ../$(BIN)/node node_modules/typescript/bin/tsc
	$(BIN)/zachetka lint $(MUTANTS)

# Mutants of every reference, what they are named, and those that are listed as equivalent on 100,000 inputs each: about an hour.
mutants: $(READY)
	$(BIN)/zachetka lint --mutants
	$(BIN)/python tests/benchmarks/names.py
	$(BIN)/python tests/benchmarks/equivalents.py

# All submissions of tests/students and all listed mistakes under 20 seeds: about an hour.
seeds: $(READY)
	$(BIN)/python tests/benchmarks/seeds.py

bench: $(READY)
	$(BIN)/python tests/benchmarks/grading.py
	$(BIN)/python tests/benchmarks/check.py
	$(BIN)/python tests/benchmarks/site.py

# The scores of Lighthouse for four kinds of page in both languages: two minutes.
lighthouse: $(READY) $(BUNDLE) $(LIGHTHOUSE)
	$(BIN)/python tests/benchmarks/lighthouse.py

# After a sentence of the program has changed: fill in what is new in grader/locale/ru/LC_MESSAGES/grader.po, then run it again.
words: $(READY)
	mkdir -p build
	$(BIN)/pybabel -q extract -k message -k spoken -k plural:1,2 -k n_:1,2 -F pyproject.toml --no-location --sort-output -w 120 -o build/grader.pot .
	$(BIN)/pybabel -q update -D grader -d grader/locale -l ru -i build/grader.pot --no-fuzzy-matching --ignore-obsolete -w 120
	-$(BIN)/pybabel -q compile -D grader -d grader/locale  # it takes "40 % is" for a format, complains, and compiles
	$(BIN)/pybabel -q compile -D click -d grader/locale

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Zachetka needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check $(PIP_FLAGS) -c constraints.txt -e '.[torch,dev]'
	touch $(READY)

bundle: $(BUNDLE)

$(BUNDLE): $(READY) site/package-lock.json site/build.mjs $(wildcard site/ts/*.ts site/ts/*/*.ts)
	cd site && ../$(BIN)/$(NPM_CI)
	cd site && ../$(BIN)/node build.mjs >/dev/null

$(LIGHTHOUSE): $(READY) tests/benchmarks/lighthouse/package-lock.json
	mkdir -p build/lighthouse
	cp tests/benchmarks/lighthouse/package*.json build/lighthouse
	cd build/lighthouse && ../../$(BIN)/$(NPM_CI)

clean:
	rm -rf .venv build dist demo demo-site site/bundle site/node_modules

# Everything a newcomer needs: `make demo` and `make test`. PIP_FLAGS and PYTHON may be set from outside.
PYTHON ?= python3
PIP_FLAGS ?=
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test lint bench clean

demo: $(READY)
	$(BIN)/zachetka demo

test: lint
	$(BIN)/pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zachetka lint

bench: $(READY)
	$(BIN)/python tests/benchmarks/grading.py

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Zachetka needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check $(PIP_FLAGS) -c constraints.txt -e '.[torch,dev]'
	touch $(READY)

clean:
	rm -rf .venv build dist demo

# make run   : prépare et sert Beffroi sur http://127.0.0.1:8000
# make test  : prépare et vérifie tout ce qui doit tenir
# make lock  : recalcule les dépendances épinglées après un changement de pyproject.toml

PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
export BEFFROI_HOME ?= var

.PHONY: run test lock venv venv-dev clean

run: venv
	@$(BIN)/beffroi demo

test: venv-dev
	@PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python tools/check.py

venv: $(VENV)/.run-stamp
venv-dev: $(VENV)/.dev-stamp

$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || python3 -m venv $(VENV)

$(VENV)/.run-stamp: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installation de Beffroi (une fois, une minute environ)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev-stamp: requirements-dev.txt $(VENV)/.run-stamp
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

lock:
	@$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -c requirements.txt --group dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) var build dist

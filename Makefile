# Two commands: `make run` to see Cura, `make test` to trust it. The rest serves these two.
SHELL := /bin/bash
.PHONY: help run test check bench setup lock

# What a person may set: `make run PORT=9000`, `make test BROWSER_ON="sqlite postgresql"`.
export PORT ?= 8000
# Browser tests run on SQLite: what a page does in Chromium does not hang on the database.
export BROWSER_ON ?= sqlite

help:
	@echo "make run     start Cura with the demonstration home, on port $(PORT)"
	@echo "make test    every test, on SQLite and again on PostgreSQL with Redis"
	@echo "make check   lint, templates, production settings, missing migrations"
	@echo "make bench   measure the pages against the floor page"
	@echo "make lock    write requirements*.lock anew from pyproject.toml"

run:
	@bin/setup run
	@exec bin/run

test:
	@bin/setup test
	@.venv/bin/python bin/test

check:
	@bin/setup test
	@bin/check

bench:
	@bin/setup test
	@.venv/bin/python -m benchmarks.run

setup:
	@bin/setup test

lock:
	@bin/lock

# Athar. `make help` lists what there is.

# Versions of the tools, here and nowhere else. Athar's own version is in
# FyneApp.toml, those of its libraries in go.mod.
GOFUMPT_VERSION     := v0.12.0
STATICCHECK_VERSION := v0.8.2

VERSION := $(shell sed -n 's/^ *Version *= *"\(.*\)"/\1/p' FyneApp.toml)

# Fyne's promise that background work returns through fyne.Do. Always the same
# tags, also for vet and staticcheck: others would be a second build of Fyne.
TAGS  := migrated_fynedo
CODE  := $(addsuffix /...,$(addprefix ./,$(wildcard assets domain gui persistence)))
DIRS  := $(wildcard assets cmd domain gui persistence torture)
# What the race detector watches: every package in which two goroutines can run,
# or whose tests use one in which they can; a test in cmd/athar holds the list to
# that. In the others it would find nothing and make the tests cost five times as
# much. Those that take longest come first, so that no core waits for them at the end.
RACED := athar/gui athar/persistence athar/gui/gallery athar/gui/metrics athar/gui/proofs \
	athar/gui/messages/checks athar/gui/run athar/persistence/plain athar/domain/journal

LDFLAGS := -X main.version=$(VERSION)

# The module in torture has a go.mod of its own, which follows Athar's by itself.
TORTURE := -mod=mod -tags torture

# Without it the build fails in a checkout that belongs to another user, as in
# most containers.
export GOFLAGS := $(filter-out -buildvcs=%,$(GOFLAGS)) -buildvcs=false
# Tests must not depend on the language of whoever runs them.
TESTENV := LANG=en_US.UTF-8 LC_ALL= LANGUAGE=

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run build test check lint unit faults e2e bench torture windows clean

help: ## Show this list
	@echo "Athar $(VERSION)"
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Install what is missing, build, open the window (ARGS="list --json" for a command)
	@scripts/setup.sh build
	@echo "== build"
	@go build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o bin/athar ./cmd/athar
	@bin/athar $(ARGS)

build: ## Build the stripped program into dist/
	@scripts/setup.sh build
	@echo "== build dist/athar $(VERSION)"
	@go build -trimpath -tags $(TAGS) -ldflags '-s -w $(LDFLAGS)' -o dist/athar ./cmd/athar

test: ## Install what tests need, then run every check and every test
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory check
	@echo "== all passed"

# The order is from quick to slow. A second make, so that the steps stay in
# this order with `make -j` as well.
check:
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory faults
	@$(MAKE) --no-print-directory e2e

lint: bin/gofumpt-$(GOFUMPT_VERSION) bin/staticcheck-$(STATICCHECK_VERSION) ## Formatting, vet, staticcheck, shell scripts
	@echo "== gofumpt"
	@unformatted=$$(bin/gofumpt-$(GOFUMPT_VERSION) -l $(DIRS)); \
		if [ -n "$$unformatted" ]; then echo "not formatted as gofumpt $(GOFUMPT_VERSION) does:"; echo "$$unformatted"; exit 1; fi
	@echo "== shell scripts"
	@shellcheck .ci/run scripts/*.sh
	@scripts/setup_test.sh
	@echo "== go vet"
	@go vet -tags $(TAGS) ./...
	@echo "== staticcheck"
	@bin/staticcheck-$(STATICCHECK_VERSION) -tags $(TAGS) ./...
	@echo "== vet and staticcheck of what is tortured"
	@go vet -tags torture ./persistence
	@cd torture && go vet $(TORTURE) ./...
	@cd torture && GOFLAGS="$(GOFLAGS) -mod=mod" ../bin/staticcheck-$(STATICCHECK_VERSION) -tags torture ./...

# Fyne keeps what was drawn in windows that are gone for a minute, unless told so.
# go test would vet all of it once more, for each build of it: lint has.
# The journal comes twice: its laws are tried on many more histories without the
# race detector.
unit: ## Tests of the packages, with the race detector where two goroutines run
	@echo "== unit and interface tests, with the race detector"
	@$(TESTENV) FYNE_CACHE=10s go test -vet=off -race -tags $(TAGS) -timeout 20m $(RACED)
	@echo "== unit and interface tests"
	@$(TESTENV) FYNE_CACHE=10s go test -vet=off -tags $(TAGS) -timeout 20m athar/domain/journal \
		$$(go list -tags $(TAGS) $(CODE) | grep -vxF "$$(printf '%s\n' $(RACED))")

faults: ## Kills, cuts and damage, a few of each: the short form of torture
	@echo "== faults"
	@cd torture && go test -vet=off $(TORTURE) ./... && go build $(TORTURE) -o ../bin/torture . && ../bin/torture

e2e: ## Import rule, versions, and the real window under Xvfb
	@echo "== end-to-end tests"
	@$(TESTENV) go test -vet=off -tags $(TAGS) -timeout 30m ./cmd/...

bench: ## Print the figures: start, memory, import, saving, charts
	@scripts/setup.sh test
	@echo "== benchmarks"
	@$(TESTENV) scripts/bench.sh "$(TAGS)"

torture: ## Break the store on purpose for an hour, print what it cost (ARGS="-for 25m" for less)
	@scripts/setup.sh test
	@echo "== the store's tests, with every store encrypted"
	@ATHAR_TEST_ENCRYPTED=1 go test -timeout 30m ./persistence
	@echo "== torture"
	@mkdir -p bin dist
	@cd torture && go build $(TORTURE) -o ../bin/torture . && ../bin/torture -long -json ../dist/torture.json $(ARGS)

windows: ## Cross-build for Windows into dist/ and try it under Wine (ARGS=store: only the store's tests)
	@scripts/setup.sh windows
	@scripts/windows.sh "$(TAGS)" "$(LDFLAGS)" $(ARGS)

clean: ## Remove what the other commands made
	@rm -rf bin dist

# The version is part of the name: a new one is built, an old one is not used.
bin/gofumpt-$(GOFUMPT_VERSION):
	@echo "== install gofumpt $(GOFUMPT_VERSION)"
	@GOBIN=$(CURDIR)/bin go install mvdan.cc/gofumpt@$(GOFUMPT_VERSION)
	@mv bin/gofumpt $@

bin/staticcheck-$(STATICCHECK_VERSION):
	@echo "== install staticcheck $(STATICCHECK_VERSION)"
	@GOBIN=$(CURDIR)/bin go install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION)
	@mv bin/staticcheck $@

# The work on eventgen itself. "make" alone lists the targets; .ci/run is what CI runs.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Tools have a module of their own, so that what they need stays out of users' go.mod.
TOOL := go tool -modfile=internal/tools/go.mod

TMP := .tmp
FUZZTIME ?= 10s
COUNT ?= 6
ROUNDS ?= 5
OLD ?=
BENCHFLAGS ?=

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: build
build: ## build the command into bin/
	go build -o bin/eventgen ./gen/eventgen

.PHONY: generate
generate: ## regenerate out/ from schemas/
	go generate ./...

.PHONY: check
check: lint check-generated check-modules ## everything but the tests: lint, drift of out/, modules

.PHONY: lint
lint: ## formatting, go vet, staticcheck
	@unformatted=$$($(TOOL) gofumpt -l .); \
	if [[ -n $$unformatted ]]; then echo "not formatted; run make format:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(TOOL) staticcheck ./...

.PHONY: format
format: ## format all Go code
	$(TOOL) gofumpt -w .

.PHONY: check-generated
check-generated: ## fail if out/ is not what schemas/ make
	go run ./gen/eventgen generate --check

.PHONY: check-modules
check-modules: ## fail if go.mod is untidy or a module is not what go.sum says
	go mod tidy -diff
	go mod verify
	cd internal/tools && go mod tidy -diff

.PHONY: test
test: ## run all tests
	go test -timeout 30m ./...

.PHONY: conformance
conformance: ## run the JSON Schema Test Suite and real schemas through generated code
	go test -count=1 -timeout 30m -v ./internal/conformance/...

.PHONY: fuzz
fuzz: ## run each fuzz test for FUZZTIME (10s)
	@grep -rEo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | while IFS=: read -r file func; do \
		go test -run '^$$' -fuzz "^$${func#func }\$$" -fuzztime $(FUZZTIME) "$$(dirname "$$file")"; \
	done

.PHONY: bench
bench: bench-race bench-growth bench-first ## measure out/ and write README's tables; BENCHFLAGS='-rounds 1 -sample 10ms' is quick

.PHONY: bench-race
bench-race: bench-ajv ## measure out/ side by side with peers and compare with the baseline; BENCHFLAGS=-update renews the baseline
	cd internal/bench && go test ./... && go run . -readme ../../README.md $(BENCHFLAGS) race

.PHONY: bench-growth
bench-growth: ## measure how time grows with documents
	cd internal/bench && go run . -readme ../../README.md $(BENCHFLAGS) growth

.PHONY: bench-first
bench-first: ## measure the first decoding in a process
	cd internal/bench && go run . -readme ../../README.md $(BENCHFLAGS) first

.PHONY: bench-generator
bench-generator: ## measure eventgen generate ROUNDS (5) times, with the schemas of SchemaStore once where they are
	cd internal/bench && go run ./generator -readme ../../README.md -rounds $(ROUNDS)

.PHONY: bench-ajv
bench-ajv: ## install ajv, a peer, where there is npm
	@cd internal/bench/ajv; \
	if ! command -v npm >/dev/null; then echo "no npm here: ajv is left out"; \
	elif [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then npm ci --no-audit --no-fund; fi

.PHONY: microbench
microbench: ## run the benchmarks of packages COUNT (6) times into .tmp/bench.txt; OLD=file compares with an earlier run
	@mkdir -p $(TMP)
	go test -run '^$$' -bench . -benchmem -count $(COUNT) ./... > $(TMP)/bench.txt || { cat $(TMP)/bench.txt; exit 1; }
	$(TOOL) benchstat $(OLD) $(TMP)/bench.txt

# One door to every task. `make demo` and `make test` need cargo, python3 and make, and set up the rest by themselves.

VENV := $(abspath .venv)
BIN := $(VENV)/bin
# Publication date of the example articles, here and in tests/articles.rs.
DATE := 2025-05-29

.PHONY: help demo test test-rust test-python test-spark check bless stubs notebooks confidence bench instructions clean

help: ## list the tasks
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

demo: ## build and run the main job on the example articles
	cargo run --quiet --release --package shakeup-cli -- extract --format table --date $(DATE) examples/articles

test: test-rust test-python ## all tests

test-rust: ## Rust tests and documentation examples
	cargo test --no-fail-fast

test-python: $(VENV)/.made ## Python tests, in a virtual environment made here
	VIRTUAL_ENV=$(VENV) $(BIN)/maturin develop --quiet
	$(BIN)/python -m pytest --quiet

test-spark: $(VENV)/.made-spark ## Spark (a cluster of two processes against the command line), Dask and Ray; takes Java, installs the rest
	VIRTUAL_ENV=$(VENV) $(BIN)/maturin develop --quiet
	$(BIN)/python -m pytest --quiet python/tests_cluster

$(VENV)/.made-spark: python/tests_cluster/requirements.txt $(VENV)/.made
	@command -v java >/dev/null || test -n "$$JAVA_HOME" || \
	  { echo "there is no Java, which Spark runs on: install it, such as by apt-get install default-jre-headless" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --requirement $<
	touch $@

$(VENV)/.made: python/tests/requirements.txt
	python3 -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement $<
	touch $@

check: ## format, lints and documentation
	cargo fmt --check
	cargo clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet

bless: ## accept what has changed in the snapshots; read the difference first
	rm -f tests/snapshots/*.snap.new
	INSTA_UPDATE=always cargo test --package shakeup --test articles
	git diff --stat -- tests/snapshots

stubs: $(VENV)/.made ## write the types of the compiled Python module, of what it tells of itself
	$(BIN)/python crates/shakeup-python/stubs.py

notebooks: $(VENV)/.made ## run the notebooks again and keep what they show
	VIRTUAL_ENV=$(VENV) $(BIN)/maturin develop --quiet --release
	$(BIN)/python examples/notebooks/run.py

confidence: ## fit the confidence of records to gold documents and draw it: make confidence GOLD=FILE.jsonl
	cargo build --quiet --release --package shakeup-workshop
	target/release/shakeup-workshop calibrate $(GOLD) > target/confidence.tsv
	mv target/confidence.tsv crates/shakeup/lexicons/confidence.tsv
	target/release/shakeup-workshop curve $(GOLD) --output docs/precision-recall.svg --page docs/confidence.md

bench: ## speed of whole articles, of each stage and with a large lexicon
	cargo bench --package shakeup

instructions: ## instructions that each function takes, by callgrind: make instructions NEWS=FILE.jsonl
	benches/instructions.sh $(NEWS)

clean: ## remove whatever was built
	cargo clean
	rm -rf $(VENV) python/shakeup/*.so

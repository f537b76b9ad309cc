#!/usr/bin/env bash
# Counts the instructions that the command takes on one thread: to start, a megabyte of text, and function by function.
# Counts do not depend on what else the machine does. Needs valgrind.
#   benches/instructions.sh [FILE.jsonl]    without a file: the example articles, thirty times
set -euo pipefail
cd "$(dirname "$0")/.."

command -v valgrind > /dev/null || { echo "valgrind is not installed" >&2; exit 1; }
cargo build --quiet --release --package shakeup-cli
out=target/instructions
mkdir -p "$out"
: > "$out/nothing.jsonl"
if [ $# -gt 0 ]; then
    cp "$1" "$out/news.jsonl"
else
    python3 - "$out/news.jsonl" << 'END'
import glob, json, sys
texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob("examples/articles/*.txt"))]
with open(sys.argv[1], "w") as out:
    out.writelines(json.dumps({"text": text}) + "\n" for text in texts * 30)
END
fi

# count INPUT: instructions of one run
count() {
    valgrind --tool=callgrind --callgrind-out-file="$out/$1.callgrind" target/release/shakeup extract --format rows --threads 1 \
        "$out/$1.jsonl" 2>&1 > /dev/null | sed -n 's/.*Collected : //p'
}

start=$(count nothing)
all=$(count news)
bytes=$(python3 -c 'import json, sys; print(sum(len(json.loads(line)["text"].encode()) for line in open(sys.argv[1])))' "$out/news.jsonl")
echo "$((start / 1000000)) million to start, $(((all - start) / bytes)) a byte of $((bytes / 1000)) KB of text"
echo
# Inlined code is listed by its file: sum it up by function.
callgrind_annotate --threshold=100 --auto=no "$out/news.callgrind" | python3 -c '
import collections, re, sys
count = collections.Counter()
for line in sys.stdin:
    match = re.match(r" *([\d,]+) \( *[\d.]+%\)  \S*?:(.*?)(?: \[.*)?$", line)
    if match:
        count[match.group(2)] += int(match.group(1).replace(",", ""))
whole = sum(count.values())
for name, number in count.most_common(40):
    print(f"{100 * number / whole:5.1f} %  {name}")
'

#!/usr/bin/env bash
# Runs the benchmarks of what people feel and prints their figures as one table,
# each beside its bar. Progress and everything else goes to standard error.
#
#   scripts/bench.sh TAGS
#
# Figures are noted, not tested: a busy machine must not fail a build. The table
# says so where a figure misses its bar, and the exit code stays 0.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
tags="$1"

results=$(mktemp)
program=$(mktemp)
tools=$(mktemp -d)
trap 'rm -rf "$results" "$program" "$tools"' EXIT

# Vale is measured beside Athar's wording rules, on the same texts in the same
# run. Where it cannot be had its rows are left out.
if GOBIN="$tools" go install github.com/errata-ai/vale/v3/cmd/vale@v3.7.1 >&2; then
  export ATHAR_VALE="$tools/vale"
else
  echo "bench: no Vale, its rows are left out" >&2
fi

# run PACKAGE BENCHMARK HOW-OFTEN [FLAG...]
run() {
  echo "bench: $2" >&2
  local out
  (cd "$1" && go test -c -tags "$tags" "${@:4}" -o "$program" .)
  sync # writing the program would be at work beside what is measured
  if ! out=$(cd "$1" && "$program" -test.run '^$' -test.bench "^$2\$" -test.benchtime "$3" -test.timeout 10m 2>&1); then
    echo "$out" >&2
    exit 1
  fi
  grep '^Benchmark' <<<"$out" >>"$results" || { echo "$out" >&2; exit 1; }
}

run ./cmd/athar   BenchmarkStart           11x
run ./cmd/athar   BenchmarkImport300k      9x
run ./persistence BenchmarkCommit          2s
run ./cmd/athar   BenchmarkChartLayout300k 40x
run ./cmd/athar   BenchmarkChartPaint300k  60x
run ./cmd/athar   BenchmarkChartWindow300k 7x
run ./persistence BenchmarkCheckpoint63k   9x
run ./torture     BenchmarkAcknowledged    10x -mod=mod
run ./persistence BenchmarkPast            3x
run ./persistence BenchmarkBurst           1x
run ./persistence BenchmarkEditsOnDisk     1x
run ./persistence BenchmarkMerge10k        3x
run ./domain/session BenchmarkUndo         500x
run ./domain/session BenchmarkKey          500x
run ./domain/text/readability BenchmarkReading 1s
run ./domain/spelling BenchmarkDictionary  5x
run ./domain/wording BenchmarkDraft        500x
run ./domain/proofing BenchmarkChecks      300x
run ./domain/wording BenchmarkCorpus       1x
run ./gui/kit     BenchmarkKeystroke       400x
run ./gui/kit     BenchmarkLabels40        200x
run ./gui/typeset BenchmarkParagraph132    2000x
run ./gui         BenchmarkLanguageSwitch  20x
run ./gui/messages BenchmarkOpen300        20x
run ./gui/messages BenchmarkScroll300      400x
run ./gui/messages BenchmarkFilter300      100x

vale_rows='BenchmarkCorpus|vale-MB/s|  Vale, with the English rules|MB/s||1
BenchmarkCorpus|vale-times|  its time, times Athar (bar: at least 10)|×||1
BenchmarkCorpus|of-vale|  time of Athar, share of that of Vale|×|0.1|1
'

# A row: benchmark | its figure | text | unit | bar (at most; empty for none) |
# factor from the benchmark's unit. Bars are those the project has set itself.
rows='
BenchmarkStart|ratio|Start: first frame, times an empty window|×|1.5|1
BenchmarkStart|more-ms|Start: first frame, beyond an empty window|ms|100|1
BenchmarkStart|frame-ms|  first frame of Athar|ms||1
BenchmarkStart|empty-ms|  first frame of an empty window|ms||1
BenchmarkStart|list-ms|  list of campaigns drawn|ms||1
BenchmarkStart|more-MB|Memory at rest, beyond an empty window|MB|60|1
BenchmarkStart|rest-MB|  resident, Athar|MB||1
BenchmarkStart|empty-MB|  resident, an empty window|MB||1
BenchmarkStart|more-peak-MB|  largest, beyond an empty window|MB||1
BenchmarkImport300k|ratio|Import of 300,000 rows, times encoding/csv|×|8|1
BenchmarkImport300k|rows/s|  rows a second, durable|rows/s||1
BenchmarkImport300k|import-ms|  import, durable|ms||1
BenchmarkImport300k|csv-ms|  encoding/csv alone|ms||1
BenchmarkCommit/autosave|p50-ns|One autosave, durable, p50|ms||1e-6
BenchmarkCommit/autosave|p99-ns|One autosave, durable, p99|ms||1e-6
BenchmarkCommit/append_and_sync_alone|p50-ns|  one append and sync alone, p50|ms||1e-6
BenchmarkCommit/append_and_sync_alone|p99-ns|  one append and sync alone, p99|ms||1e-6
BenchmarkAcknowledged|athar-p50-ms|An edit of a message until it is durable, p50|ms||1
BenchmarkAcknowledged|athar-p99-ms|  p99|ms||1
BenchmarkAcknowledged|times-sqlite|  times that of SQLite (synchronous FULL), p50|×|2.5|1
BenchmarkAcknowledged|sqlite-p50-ms|  SQLite, p50|ms||1
BenchmarkAcknowledged|sqlite-p99-ms|  SQLite, p99|ms||1
BenchmarkAcknowledged|bbolt-p50-ms|  bbolt, p50|ms||1
BenchmarkAcknowledged|bbolt-p99-ms|  bbolt, p99|ms||1
BenchmarkAcknowledged|athar-flushes|  flushes an edit, opening and closing among them|||1
BenchmarkAcknowledged|sqlite-flushes|  SQLite|||1
BenchmarkAcknowledged|bbolt-flushes|  bbolt|||1
BenchmarkAcknowledged|athar-slow-p50-ms|  when each flush takes 12 ms longer, p50|ms|50|1
BenchmarkAcknowledged|sqlite-slow-p50-ms|  SQLite|ms||1
BenchmarkAcknowledged|bbolt-slow-p50-ms|  bbolt|ms||1
BenchmarkPast/open_clean|ms-to-list|200 campaigns × 300 messages × 50 versions: first list after a clean close|ms|300|1
BenchmarkPast/open_after_a_crash|ms-to-list|  after a crash|ms|2000|1
BenchmarkPast/campaign|ms-to-edit|  one campaign opened, with its undo steps|ms|100|1
BenchmarkPast/open_clean|MB-disk|  on the disk|MB||1
BenchmarkBurst|peak-MB|14,400 autosaves, 300,000 rows, 30 openings: most memory of the process|MB|250|1
BenchmarkBurst|open-p95-ms|  one of the openings, to the first list, p95|ms|100|1
BenchmarkEditsOnDisk|MB-in-all|100,000 edits on the disk|MB|60|1
BenchmarkEditsOnDisk|MB-log-at-most|  the log at most|MB||1
BenchmarkMerge10k|ns/op|Merge of 10,000 commits into a store|s|1|1e-9
BenchmarkUndo|ns/op|Undo and redo in a campaign of 300 messages|ms|16|1e-6
BenchmarkKey|ns/op|A key in it, before anything is drawn|ms||1e-6
BenchmarkChartLayout300k|p95-ms|Chart of 300,000 points: layout alone, p95|ms|16|1
BenchmarkChartWindow300k|first-p95-ms|Chart: first frame, layout and drawing calls, p95|ms|16|1
BenchmarkChartWindow300k|opening-p95-ms|Chart: slowest of all frames until its line is there, p95|ms|16|1
BenchmarkChartWindow300k|hover-p95-ms|Chart: hover, layout and drawing calls, p95|ms|16|1
BenchmarkChartWindow300k|hover-layout-p95-ms|  layout of it, p95|ms||1
BenchmarkChartWindow300k|hover-p50-ms|  layout and drawing calls of it, p50|ms||1
BenchmarkChartPaint300k|paint-p95-ms|  painted pixel by pixel in software, p95|ms||1
BenchmarkCheckpoint63k|ns/op|A backup of 63,000 records, written and verified|s|1|1e-9
BenchmarkCheckpoint63k|MB|  its size|MB||1
BenchmarkReading/en-key|ns/op|How hard 3,000 characters are to read, after a key, English|ms||1e-6
BenchmarkReading/ar-key|ns/op|  Arabic|ms||1e-6
BenchmarkReading/en-whole|ns/op|  counted whole, English|ms||1e-6
BenchmarkReading/ar-whole|ns/op|  counted whole, Arabic|ms||1e-6
BenchmarkDictionary/en_US|paragraph-ms|Spelling of a paragraph not seen before, English|ms||1
BenchmarkDictionary/ar|paragraph-ms|  Arabic|ms||1
BenchmarkDictionary/en_US|load-ms|A dictionary read from the disk, English|ms||1
BenchmarkDictionary/ar|load-ms|  Arabic|ms||1
BenchmarkDictionary/en_US|MB|Memory of a dictionary, English|MB||1
BenchmarkDictionary/ar|MB|  Arabic|MB||1
BenchmarkDraft/key|p95-ms|Wording of a draft of 3,000 characters after a key, p95|ms|5|1
BenchmarkDraft/key|p50-ms|  p50|ms||1
BenchmarkDraft/whole|p95-ms|  whole, nothing remembered, p95|ms|25|1
BenchmarkDraft/whole|p50-ms|  p50|ms||1
BenchmarkChecks/en-key|p95-ms|All checks of a draft of 3,000 characters after a key, English, p95|ms|5|1
BenchmarkChecks/ar-key|p95-ms|  Arabic, p95|ms|5|1
BenchmarkChecks/en-whole|p95-ms|  whole, nothing remembered, English, p95|ms|25|1
BenchmarkChecks/ar-whole|p95-ms|  Arabic, p95|ms|25|1
BenchmarkCorpus|MB/s|Wording of real texts|MB/s||1
'"${ATHAR_VALE:+$vale_rows}"'BenchmarkKeystroke/20000|p95-ms|A key in 20,000 runes, laid out and drawn, p95|ms|8|1
BenchmarkKeystroke|ratio|  times that of a key in 500 runes (p95)|×|2|1
BenchmarkKeystroke/20000|p50-ms|  p50|ms||1
BenchmarkKeystroke/20000-with-200-highlights|p95-ms|  with 200 highlights, p95|ms||1
BenchmarkKeystroke/20000-in-one-paragraph|p95-ms|  all in one paragraph, p95|ms||1
BenchmarkKeystroke/20000|window-p95-ms|  with the whole window drawn anew, p95|ms||1
BenchmarkKeystroke/20000|key-allocs/op|  allocations of the key|||1
BenchmarkKeystroke/20000|B/op|  bytes allocated, with drawing|kB||1e-3
BenchmarkParagraph132|p95-ms|Layout of a paragraph of 132 runes, p95|ms|0.3|1
BenchmarkLabels40|p95-ms|A screen of 40 labels, p95|ms|5|1
BenchmarkLanguageSwitch/home|painted-p95-ms|Switch of language, drawn in software, home, p95|ms|300|1
BenchmarkLanguageSwitch/audience|painted-p95-ms|  audience|ms|300|1
BenchmarkLanguageSwitch/messages|painted-p95-ms|  messages|ms|300|1
BenchmarkLanguageSwitch/ethics|painted-p95-ms|  ethics|ms|300|1
BenchmarkLanguageSwitch/metrics|painted-p95-ms|  metrics|ms|300|1
BenchmarkLanguageSwitch/messages|p95-ms|  laid out only, messages|ms||1
BenchmarkOpen300|p95-ms|The messages of a campaign that has 300, opened and laid out, p95|ms|150|1
BenchmarkOpen300|painted-p95-ms|  painted pixel by pixel in software|ms||1
BenchmarkOpen300|checked-p95-ms|  what there is to say of all 300, in the background|ms||1
BenchmarkScroll300|p95-ms|Their list: one turn of the wheel, p95|ms|16|1
BenchmarkFilter300|p95-ms|  one key typed into its search, p95|ms||1
'

awk -v rows="$rows" '
  { sub(/-[0-9]+$/, "", $1); for (i = 3; i < NF; i += 2) found[$1, $(i + 1)] = $i }
  END {
    key = "BenchmarkKeystroke"
    found[key, "ratio"] = found[key "/20000", "p95-ms"] / found[key "/500", "p95-ms"]
    n = split(rows, row, "\n")
    print "| Figure | Measured | Bar | |"
    print "|:--|--:|--:|:--|"
    for (i = 1; i <= n; i++) {
      if (row[i] == "") continue
      split(row[i], f, "|")
      if (!((f[1], f[2]) in found)) { print "no figure " f[2] " of " f[1] > "/dev/stderr"; exit 1 }
      value = found[f[1], f[2]] * f[6]
      digits = value >= 1000 ? 0 : value >= 100 ? 0 : value >= 10 ? 1 : 2
      bar = f[5] == "" ? "" : "≤ " f[5] " " f[4]
      verdict = f[5] == "" ? "" : value <= f[5] + 0 ? "met" : "MISSED"
      printf "| %s | %.*f %s | %s | %s |\n", f[3], digits, value, f[4], bar, verdict
    }
  }' "$results"

#!/usr/bin/env bash
# All machines for N minutes: fuzz/run.sh N [SEED]. What falls, and what was counted, is in fuzz/found.
set -uo pipefail
cd "$(dirname "$0")/.."
minutes=${1:-}
if ! [[ $minutes =~ ^[0-9]+([.][0-9]+)?$ ]]; then
  echo 'usage: fuzz/run.sh MINUTES [SEED]' >&2
  exit 2
fi
seed=${2:-$(date +%s)}
python=${PYTHON:-.venv/bin/python}
found=fuzz/found
mkdir -p "$found"
failed=0

# Seven of ten parts of the time for the command line, on every core; the rest for what only one part is asked.
share() { awk -v n="$minutes" -v part="$1" 'BEGIN { print n * part / 10 }'; }
tell() { printf '\n== %s\n' "$*"; }
logged() { "${@:2}" 2>&1 | tee "$found/$1.txt"; [ "${PIPESTATUS[0]}" = 0 ] || failed=1; }

tell "kept cases"
$python fuzz/replay.py || failed=1

tell "the command line, seed $seed"
$python fuzz/run.py --minutes "$(share 7)" --seed "$seed" --jobs "$(nproc)" --summary "$found/summary.json" || failed=1

for machine in agree:--runs:2000 kills:--kills:30; do
  IFS=: read -r name option a_minute <<< "$machine"
  [ -e "fuzz/$name.py" ] || continue
  tell "$name"
  number=$(awk -v n="$(share 1)" -v rate="$a_minute" 'BEGIN { print int(n * rate) + 1 }')
  logged "$name" $python "fuzz/$name.py" "$option" "$number" --seed "${seed: -6}"
done

if $python -c 'import atheris' 2> /dev/null; then
  seconds=$(awk -v n="$(share 1)" 'BEGIN { print int(n * 60 / 8) + 1 }')
  $python fuzz/guided_readers.py --seeds "$found/seeds"
  for reader in csv tsv json jsonl yaml frontmatter ics; do
    tell "reader of $reader, guided by coverage"
    (cd "$found" && "$OLDPWD/$python" ../guided_readers.py "$reader" -max_total_time="$seconds" -max_len=4096 -timeout=20 \
      -rss_limit_mb=2000 -print_final_stats=1 "seeds/$reader" 2>&1 | grep -E "stat::|ERROR|Error|SUMMARY") || true
  done
  tell "articles, guided by coverage"
  (cd "$found" && "$OLDPWD/$python" ../guided_prose.py -max_total_time="$seconds" -max_len=4096 -print_final_stats=1 \
    2>&1 | grep -E "stat::|ERROR|Error|SUMMARY") || true
  compgen -G "$found/crash-*" > /dev/null && failed=1
else
  tell "guided_readers.py and guided_prose.py are left out: pip install atheris"
fi
exit "$failed"

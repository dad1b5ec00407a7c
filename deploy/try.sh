#!/bin/sh
# Runs by hand what compose.yaml describes, on 127.0.0.1: PostGIS, three servers behind Caddy,
# two workers. It ingests the sample, follows next links through Caddy from server to server,
# kills a server in between, and fails where an answer is not 200 or a feature is missing.
#
#   make build && deploy/try.sh [memory|postgis]
#
# It needs caddy, curl, jq and Debian's postgresql-15-postgis-3; run by root, PostgreSQL runs as
# postgres. What it starts ends with it.
set -eu
cd "$(dirname "$0")/.."
engine=${1:-memory}
dateline=$PWD/bin/dateline
for tool in caddy curl jq; do
	command -v $tool >/dev/null || { echo "not tried: $tool is not here"; exit 0; }
done
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -n "$postgres" ] || { echo "not tried: PostgreSQL is not here"; exit 0; }
dir=$(mktemp -d)
as=
if [ "$(id -u)" = 0 ]; then
	chown postgres "$dir"
	as="setpriv --reuid=postgres --regid=postgres --clear-groups"
fi
pids=
end() {
	[ -z "$pids" ] || kill $pids 2>/dev/null || true
	wait
	$as "$postgres/pg_ctl" -D "$dir/db" -m immediate stop >/dev/null 2>&1 || true
	rm -rf "$dir"
}
trap end EXIT INT TERM

port=${PORT:-18400} # and the five behind it
(cd "$dir" && $as "$postgres/initdb" -D "$dir/db" -U dateline -A trust -E UTF8 --locale=C.UTF-8 >/dev/null &&
	$as "$postgres/pg_ctl" -D "$dir/db" -w -l "$dir/db.log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start >/dev/null)
export DATELINE_DATA=postgres://dateline@127.0.0.1:$port/postgres
"$dateline" migrate
upstreams=
for n in 1 2 3; do
	DATELINE_SERVE_TRUSTED_PROXY=127.0.0.0/8 "$dateline" serve --addr 127.0.0.1:$((port + n)) --engine "$engine" >"$dir/server$n" 2>&1 &
	pids="$pids $!"
	[ $n != 2 ] || second=$!
	upstreams="$upstreams 127.0.0.1:$((port + n))"
done
for n in 1 2; do
	"$dateline" work >"$dir/worker$n" 2>&1 &
	pids="$pids $!"
done
# The names of the network of compose become addresses; all else is the Caddyfile.
sed "s/dynamic a server 8080 {/to$upstreams/; /refresh 5s/,/}/d" deploy/Caddyfile >"$dir/Caddyfile"
SITE=http://127.0.0.1:$((port + 4)) XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --adapter caddyfile --config "$dir/Caddyfile" >"$dir/caddy.log" 2>&1 &
pids="$pids $!"
site=http://127.0.0.1:$((port + 4))
"$dateline" ingest sample/*.txt >/dev/null 2>&1
curl -sf --retry 60 --retry-all-errors --retry-delay 1 "$site/collections" >/dev/null
for n in 1 2 3; do
	curl -sf --retry 60 --retry-all-errors --retry-delay 1 "http://127.0.0.1:$((port + n))/collections/mentions/items?limit=1" >/dev/null
done

all=$(curl -sf "$site/collections/mentions/items?limit=1" | jq .numberMatched)
[ "$all" -gt 100 ] || { echo "$all mentions of the sample"; exit 1; }
next="$site/collections/mentions/items?limit=10"
pages=0
while [ -n "$next" ]; do
	curl -sf "$next" >"$dir/page" || { echo "page $pages: no answer; $next"; exit 1; }
	jq -r '.features[].id' "$dir/page" >>"$dir/ids"
	next=$(jq -r '.links[] | select(.rel == "next") | .href' "$dir/page")
	pages=$((pages + 1))
	if [ $pages = 5 ]; then
		kill -9 "$second"
	fi
done
got=$(sort -u "$dir/ids" | wc -l)
[ "$got" = "$all" ] && [ "$(wc -l <"$dir/ids")" = "$all" ] || { echo "$got of $all mentions in $pages pages"; exit 1; }
for path in / /collections/places/items /tiles/mentions/5/19/12.mvt /healthz; do
	curl -sf -o /dev/null "$site$path" || { echo "$path: no answer"; exit 1; }
done
echo "$engine: $all mentions in $pages pages over three servers behind Caddy, of which one was killed"

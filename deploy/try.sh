#!/bin/sh
# Runs by hand what compose.yaml describes, on 127.0.0.1: PostGIS, three servers behind Caddy,
# two workers. It ingests the sample, follows next links through Caddy from server to server,
# kills a server in between, and fails if a status is not 200, a feature is missing, or ETags,
# ranges, compressed answers or events do not come through.
#
#   make build && deploy/try.sh [memory|postgis]
#
# It needs caddy, curl, jq and Debian's postgresql-15-postgis-3; run by root, PostgreSQL runs as
# postgres. At the end it stops all that it started.
set -eu
cd "$(dirname "$0")/.."
engine=${1:-memory}
dateline=$PWD/bin/dateline
for tool in caddy curl jq; do
	command -v $tool >/dev/null || { echo "not tried: $tool is not here"; exit 0; }
done
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -n "$postgres" ] || { echo "not tried: PostgreSQL is not here"; exit 0; }
fail() { echo "$*"; exit 1; }
# await WHAT COMMAND…: waits a minute at most until a command succeeds.
await() {
	what=$1 tries=0
	shift
	until "$@"; do
		tries=$((tries + 1))
		[ $tries -lt 600 ] || fail "$what: not after a minute"
		sleep 0.1
	done
}
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
# The Caddyfile, with addresses in place of the names in the network of compose.
sed "s/dynamic a server 8080 {/to$upstreams/; /refresh 5s/,/}/d" deploy/Caddyfile >"$dir/Caddyfile"
SITE=http://127.0.0.1:$((port + 4)) XDG_DATA_HOME=$dir XDG_CONFIG_HOME=$dir caddy run --adapter caddyfile --config "$dir/Caddyfile" >"$dir/caddy.log" 2>&1 &
pids="$pids $!"
site=http://127.0.0.1:$((port + 4))
"$dateline" ingest sample/*.txt >/dev/null 2>&1
curl -sf --retry 60 --retry-all-errors --retry-delay 1 "$site/collections" >/dev/null # Caddy is there
articles=$(ls sample/*.txt | wc -l)
has() { curl -sf "http://127.0.0.1:$((port + $1))/collections/articles/items?limit=1" | grep -q "\"numberMatched\":$articles,"; }
for n in 1 2 3; do await "server $n has $articles articles" has $n; done

all=$(curl -sf "$site/collections/mentions/items?limit=1" | jq .numberMatched)
[ "$all" -gt 100 ] || fail "$all mentions of the sample"
next="$site/collections/mentions/items?limit=10"
pages=0
while [ -n "$next" ]; do
	curl -sf "$next" >"$dir/page" || fail "page $pages: no answer; $next"
	jq -r '.features[].id' "$dir/page" >>"$dir/ids"
	next=$(jq -r '.links[] | select(.rel == "next") | .href' "$dir/page")
	pages=$((pages + 1))
	if [ $pages = 5 ]; then
		kill -9 "$second"
	fi
done
got=$(sort -u "$dir/ids" | wc -l)
[ "$got" = "$all" ] && [ "$(wc -l <"$dir/ids")" = "$all" ] || fail "$got of $all mentions in $pages pages"
for path in / /collections/places/items /tiles/mentions/5/19/12.mvt /healthz; do
	curl -sf -o /dev/null "$site$path" || fail "$path: no answer"
done

items=$site/collections/mentions/items?limit=100
curl -sf "$items" -D "$dir/head" -o "$dir/plain"
grep -qi '^content-length:' "$dir/head" || fail "Caddy hides the length of $items"
tag=$(sed -n 's/^etag: *\(.*\)\r$/\1/Ip' "$dir/head")
for try in 1 2 3 4; do
	[ "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $tag" "$items")" = 304 ] || fail "$items has changed from $tag"
done
for coding in gzip zstd br; do
	curl -sf -o "$dir/packed" -D "$dir/head" -H "Accept-Encoding: $coding" "$items"
	grep -qi "^content-encoding: $coding" "$dir/head" || fail "$items does not come as $coding"
done
curl -sf --compressed "$items" | jq .features >"$dir/unpacked"
jq .features "$dir/plain" | cmp - "$dir/unpacked" || fail "$items differs when it is compressed"
for path in '/collections/mentions/items?f=gpkg' '/collections/mentions/items?f=fgb' /tiles/mentions/5/19/12.mvt; do
	curl -sf "$site$path" | head -c 200 | tail -c 100 >"$dir/whole"
	curl -sf -H 'Range: bytes=100-199' "$site$path" | cmp - "$dir/whole" || fail "$path: another range"
done
curl -sN --max-time 90 "$site/events" >"$dir/events" &
news=$!
pids="$pids $news"
await "an event" grep -q '^data:' "$dir/events"
echo "Shelling hit Morek on 3 June 2019." | "$dateline" ingest - >/dev/null 2>&1
await "news of an article" grep -q "\"articles\":$((articles + 1))[,}]" "$dir/events"
echo "$engine: ETags, ranges, gzip, zstd, br and news come through Caddy"
echo "$engine: $all mentions in $pages pages over three servers behind Caddy, of which one was killed"

#!/bin/sh
# Checks the files of this folder with the programs that read them, if installed:
#
#   deploy/check.sh
#
# go test ./cmd/dateline -run Deploy compares the commands, flags and variables in it with
# those of Dateline.
set -eu
cd "$(dirname "$0")"
bad=0
skipped() { echo "$1 not looked at: $2 is not here"; }
looked() { echo "$1: as it should be"; }

if docker compose version >/dev/null 2>&1; then
	POSTGRES_PASSWORD=x docker compose -f compose.yaml config --quiet && looked compose.yaml || bad=1
elif podman compose version >/dev/null 2>&1; then
	POSTGRES_PASSWORD=x podman compose -f compose.yaml config >/dev/null && looked compose.yaml || bad=1
elif command -v check-jsonschema >/dev/null; then # pip install check-jsonschema; it has the schema with it
	said=$(check-jsonschema --builtin-schema vendor.compose-spec compose.yaml) && looked "compose.yaml (by its schema)" || { echo "$said"; bad=1; }
else
	skipped compose.yaml "docker compose, podman compose or check-jsonschema (pip)"
fi

if command -v caddy >/dev/null; then
	said=$(SITE=http:// caddy validate --adapter caddyfile --config Caddyfile 2>&1) && looked Caddyfile || { echo "$said"; bad=1; }
else
	skipped Caddyfile caddy
fi

if command -v kubectl >/dev/null; then
	kubectl kustomize kubernetes >/dev/null && looked "kubernetes (kubectl kustomize)" || bad=1
else
	skipped kubernetes kubectl
fi
if command -v kubernetes-validate >/dev/null; then # pip install kubernetes-validate; it has the schemas with it
	kubernetes-validate --strict --quiet kubernetes/server.yaml kubernetes/worker.yaml && looked "kubernetes (kubernetes-validate)" || bad=1
elif command -v kubeconform >/dev/null; then # fetches the schemas
	kubeconform -strict kubernetes/server.yaml kubernetes/worker.yaml && looked "kubernetes (kubeconform)" || bad=1
else
	skipped "kubernetes, by its schema," "kubernetes-validate (pip) or kubeconform"
fi

# systemd requires the program and the user to exist: any program and root will do.
if command -v systemd-analyze >/dev/null; then
	units=$(mktemp -d)
	trap 'rm -rf "$units"' EXIT
	for unit in systemd/*.service; do
		sed 's,/usr/local/bin/dateline,/bin/true,; s/^User=dateline$/User=root/' "$unit" >"$units/$(basename "$unit")"
	done
	said=$(systemd-analyze verify "$units"/*.service 2>&1 | grep -F "$units" || true)
	[ -z "$said" ] && looked systemd || { echo "$said"; bad=1; }
else
	skipped systemd systemd-analyze
fi
exit $bad

package server

import (
	"net/http"
	"net/netip"
	"regexp"
	"strings"
)

// seen is the address of the server as a client sees it.
type seen struct {
	scheme, host, prefix string
}

var (
	hostPattern   = regexp.MustCompile(`^[A-Za-z0-9._:\[\]-]{1,255}$`)
	prefixPattern = regexp.MustCompile(`^(/[A-Za-z0-9._~-]+)*$`)
)

// seenBy returns the address at which the client of a request sees the server: the one it
// requested or, behind a trusted proxy, the one in Forwarded (RFC 7239) or in X-Forwarded-Proto,
// -Host and -Prefix. Invalid hosts and paths are ignored.
func (s *service) seenBy(h *http.Request) seen {
	v := seen{"http", h.Host, ""}
	if h.TLS != nil {
		v.scheme = "https"
	}
	if !s.trusts(h.RemoteAddr) {
		return v
	}
	forwarded := parseForwarded(h.Header.Get("Forwarded"))
	first := func(header, parameter string) string {
		if value := forwarded[parameter]; value != "" {
			return value
		}
		value, _, _ := strings.Cut(h.Header.Get(header), ",")
		return strings.TrimSpace(value)
	}
	if scheme := strings.ToLower(first("X-Forwarded-Proto", "proto")); scheme == "http" || scheme == "https" {
		v.scheme = scheme
	}
	if host := first("X-Forwarded-Host", "host"); hostPattern.MatchString(host) {
		v.host = host
	}
	if prefix := strings.TrimSuffix(first("X-Forwarded-Prefix", ""), "/"); prefixPattern.MatchString(prefix) {
		v.prefix = prefix
	}
	return v
}

// parseForwarded returns the parameters of the first member of a Forwarded header, which
// describes the client.
func parseForwarded(header string) map[string]string {
	all := map[string]string{}
	member, _, _ := strings.Cut(header, ",")
	for pair := range strings.SplitSeq(member, ";") {
		name, value, _ := strings.Cut(pair, "=")
		all[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(value), `"`)
	}
	return all
}

// trusts reports whether an address is that of a trusted proxy.
func (s *service) trusts(remote string) bool {
	at, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	for _, p := range s.Limits.TrustedProxies {
		if p.Contains(at.Addr().Unmap()) {
			return true
		}
	}
	return false
}

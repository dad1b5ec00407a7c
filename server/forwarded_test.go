package server

import (
	"net/http/httptest"
	"net/netip"
	"testing"
)

func TestForwarded(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}
	for name, c := range map[string]struct {
		remote, address string
		headers         map[string]string
		want            string
	}{
		"none":                  {"10.1.2.3:80", "", nil, "http://dateline.test"},
		"X-Forwarded":           {"10.1.2.3:80", "", map[string]string{"X-Forwarded-Proto": "https", "X-Forwarded-Host": "maps.example", "X-Forwarded-Prefix": "/dl/"}, "https://maps.example/dl"},
		"the first of several":  {"10.1.2.3:80", "", map[string]string{"X-Forwarded-Proto": "https, http", "X-Forwarded-Host": "maps.example, inner"}, "https://maps.example"},
		"Forwarded":             {"10.1.2.3:80", "", map[string]string{"Forwarded": `for=1.2.3.4;host="maps.example:8443";proto=https, for=5.6.7.8`}, "https://maps.example:8443"},
		"of a stranger":         {"192.0.2.1:80", "", map[string]string{"X-Forwarded-Host": "evil.example"}, "http://dateline.test"},
		"what is not a host":    {"10.1.2.3:80", "", map[string]string{"X-Forwarded-Host": "a/b\"><script>", "X-Forwarded-Proto": "javascript", "X-Forwarded-Prefix": "//evil.example"}, "http://dateline.test"},
		"with a public address": {"10.1.2.3:80", "https://known.example/x", map[string]string{"X-Forwarded-Host": "maps.example"}, "https://known.example/x"},
	} {
		s := newService(Config{View: viewOf(), Address: c.address, Limits: Limits{TrustedProxies: proxies}}, nil)
		r := httptest.NewRequest("GET", "http://dateline.test/collections", nil)
		r.RemoteAddr = c.remote
		for header, value := range c.headers {
			r.Header.Set(header, value)
		}
		if got := s.base(r); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

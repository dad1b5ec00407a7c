package document

import (
	"net/url"
	"path"
	"strings"
)

// canonicalAddress normalises an address: without the scheme, "www.", the fragment, campaign
// parameters and a trailing slash; empty for an invalid address or only that of a site.
func canonicalAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	at := strings.TrimSuffix(path.Clean("/"+u.EscapedPath()), "/")
	q := u.Query()
	for name := range q {
		if isTracking(name) {
			q.Del(name)
		}
	}
	if at == "" && len(q) == 0 {
		return ""
	}
	s := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + at
	if len(q) > 0 {
		s += "?" + q.Encode()
	}
	return s
}

// isTracking reports whether a parameter only tells a site where its reader comes from.
func isTracking(name string) bool {
	name = strings.ToLower(name)
	for _, known := range []string{"fbclid", "gclid", "igshid", "mc_cid", "mc_eid"} {
		if name == known {
			return true
		}
	}
	return strings.HasPrefix(name, "utm_")
}

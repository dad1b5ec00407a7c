package fetch

import "strings"

// Canonical normalises an address: lower-case host, no default port, no fragment, no tracking
// parameters. An invalid address is returned as it is.
func Canonical(address string) string {
	u, err := parse(strings.Trim(address, " \t\r\n"))
	if err != nil {
		return address
	}
	u.Host = strings.TrimSuffix(strings.ToLower(u.Host), map[string]string{"http": ":80", "https": ":443"}[u.Scheme])
	if u.Path == "" {
		u.Path = "/"
	}
	var kept []string
	for parameter := range strings.SplitSeq(u.RawQuery, "&") {
		if name, _, _ := strings.Cut(parameter, "="); parameter != "" && !isTracking(strings.ToLower(name)) {
			kept = append(kept, strings.ReplaceAll(parameter, " ", "%20"))
		}
	}
	u.RawQuery, u.ForceQuery = strings.Join(kept, "&"), false
	return u.String()
}

// isTracking reports whether a parameter only says where a reader came from.
func isTracking(name string) bool {
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "at_medium", "at_campaign", "ocid", "cmpid", "traffic_source":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}

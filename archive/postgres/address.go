package postgres

import (
	"maps"
	"net/url"
	"regexp"
	"strings"
)

// IsAddress reports whether the location of an archive is a database, not a folder: a URL, or the
// keywords and values of libpq (PostgreSQL manual, 34.1.1). Mistyped ones are too, as folders are
// shown with what stands for a password. A folder named like one is given as ./NAME.
func IsAddress(at string) bool { return isURL(at) || isKeywords(at) }

func isURL(at string) bool {
	scheme, _, found := strings.Cut(at, ":")
	return found && (strings.EqualFold(scheme, "postgres") || strings.EqualFold(scheme, "postgresql"))
}

func isKeywords(at string) bool {
	return regexp.MustCompile(`(?i)(?:^|\s)(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode)\s*=`).MatchString(at)
}

// Shown returns an address without its password, or the name of a folder unchanged.
func Shown(address string) string {
	switch {
	case isURL(address):
		return shownURL(address)
	case isKeywords(address):
		return shownKeywords(address)
	}
	return address
}

// unshown stands for an address of which it is not certain what is its password.
const unshown = "postgres://…"

func shownURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.Contains(address, "://") {
		return unshown
	}
	q := u.Query()
	maps.DeleteFunc(q, func(key string, _ []string) bool { return isSecret(key) })
	if len(q) < len(u.Query()) {
		u.RawQuery = q.Encode()
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	return u.String()
}

// shownKeywords returns keywords and values as they are given, with quotes around all so that a
// shell takes them for one word.
func shownKeywords(address string) string {
	pair := regexp.MustCompile(`^\s*(\w+)\s*=\s*('(?:[^'\\]|\\.)*'|(?:[^\s'\\]|\\.)*)(?:\s+|$)`)
	var kept []string
	for rest := address; rest != ""; {
		at := pair.FindStringSubmatch(rest)
		if at == nil {
			return unshown
		}
		rest = rest[len(at[0]):]
		if !isSecret(at[1]) {
			kept = append(kept, at[1]+"="+at[2])
		}
	}
	return `"` + strings.Join(kept, " ") + `"`
}

// isSecret is true of password and sslpassword.
func isSecret(key string) bool { return strings.HasSuffix(strings.ToLower(key), "password") }

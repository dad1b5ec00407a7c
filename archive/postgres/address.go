package postgres

import (
	"maps"
	"net/url"
	"regexp"
	"strings"
)

// IsAddress reports whether the location of an archive is a database, not a folder: a URL, or the
// keywords and values of libpq (PostgreSQL manual, 34.1.1). So are mistyped ones: as names of folders
// they would be shown with their password. Write ./NAME for a folder with such a name.
func IsAddress(at string) bool { return isURL(at) || isKeywords(at) }

func isURL(at string) bool {
	scheme, _, found := strings.Cut(at, ":")
	return found && (strings.EqualFold(scheme, "postgres") || strings.EqualFold(scheme, "postgresql"))
}

var keyword = regexp.MustCompile(`(?i)(?:^|\s)(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode)\s*=`)

func isKeywords(at string) bool { return keyword.MatchString(at) }

// Redacted returns an address without its password; the name of a folder is returned unchanged.
func Redacted(address string) string {
	switch {
	case isURL(address):
		return redactedURL(address)
	case isKeywords(address):
		return redactedKeywords(address)
	}
	return address
}

// unparsed replaces an address in which the password can't be found with certainty.
const unparsed = "postgres://…"

func redactedURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || !strings.Contains(address, "://") {
		return unparsed
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

// redactedKeywords returns keywords and values as given, in quotation marks that make them one word
// of a shell.
func redactedKeywords(address string) string {
	pair := regexp.MustCompile(`^\s*(\w+)\s*=\s*(?:('(?:[^'\\]|\\.)*'|(?:[^\s'\\]|\\.)+)(?:\s+|$)|$)`)
	var kept []string
	for rest := address; rest != ""; {
		at := pair.FindStringSubmatch(rest)
		if at == nil {
			return unparsed
		}
		rest = rest[len(at[0]):]
		if !isSecret(at[1]) {
			kept = append(kept, at[1]+"="+at[2])
		}
	}
	return `"` + strings.Join(kept, " ") + `"`
}

// isSecret reports whether a key is password or sslpassword.
func isSecret(key string) bool { return strings.HasSuffix(strings.ToLower(key), "password") }

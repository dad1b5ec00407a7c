package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"dateline/access"
)

// CookieName is that of the cookie that holds the token of a browser.
const CookieName = "dateline-token"

// SignInPath is where browsers show their token.
const SignInPath = "/sign-in"

// realm is what clients are told that a token is for.
const realm = `Bearer realm="dateline"`

// needs returns the right that a route asks for, empty for none.
func (s *service) needs(r *Route) access.Right {
	if r.Right == "" && s.Private && !r.Public {
		return access.Read
	}
	return r.Right
}

// authorize returns who asks, by a Bearer token (RFC 6750) or a cookie, and an error
// where they may not. Where no right is needed nobody is looked for.
func (s *service) authorize(r *Route, h *http.Request) (who string, err error) {
	if r.SameOrigin || h.Header.Get("Authorization") == "" && cookieOf(h) != "" {
		if s.crossOrigin.Check(h) != nil {
			return "", NewProblem(http.StatusForbidden, "another site asks for this in the name of who uses the browser, and may not")
		}
	}
	need := s.needs(r)
	if need == "" {
		return "", nil
	}
	token, err := s.holder(h, need, r.Admin)
	if err == nil && r.changes() {
		err = s.writes.admit(&token)
	}
	return token.Name, err
}

// holder returns the token that a request shows, which must have a right, or that of an
// admin where that will do.
func (s *service) holder(h *http.Request, need access.Right, orAdmin bool) (access.Token, error) {
	if s.Token == "" && s.Tokens == nil {
		return access.Token{}, NewProblem(http.StatusForbidden, "this server takes no articles: it was started without a token")
	}
	secret, err := secretOf(h)
	if err != nil {
		return access.Token{}, err
	}
	token, err := s.token(secret)
	if err == nil && !token.May(need) && !(orAdmin && token.May(access.Admin)) {
		err = NewProblem(http.StatusForbidden, "the token %q lacks the right %s that this needs", token.Name, need).
			With("WWW-Authenticate", realm+`, error="insufficient_scope"`)
	}
	return token, err
}

// isLocal reports whether somebody at this computer asks, as far as can be told: the
// connection comes from it, no proxy says that it asks for another, and no site in a
// browser asks, not under a name of its own either.
func (s *service) isLocal(h *http.Request) bool {
	for _, header := range []string{"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"} {
		if h.Header.Get(header) != "" {
			return false
		}
	}
	from, err := netip.ParseAddrPort(h.RemoteAddr)
	host := (&url.URL{Host: h.Host}).Hostname()
	named, _ := netip.ParseAddr(host)
	return err == nil && from.Addr().Unmap().IsLoopback() && (host == "localhost" || named.IsLoopback()) && s.Address == "" && s.crossOrigin.Check(h) == nil
}

// secretOf returns what a request shows: its header, or the cookie of a browser.
func secretOf(h *http.Request) (string, error) {
	if header := h.Header.Get("Authorization"); header != "" {
		if scheme, secret, _ := strings.Cut(header, " "); strings.EqualFold(scheme, "Bearer") {
			return strings.TrimSpace(secret), nil
		}
	} else if secret := cookieOf(h); secret != "" {
		return secret, nil
	}
	return "", NewProblem(http.StatusUnauthorized, "show the token as Authorization: Bearer").With("WWW-Authenticate", realm)
}

func cookieOf(h *http.Request) string {
	if c, err := h.Cookie(CookieName); err == nil {
		return c.Value
	}
	return ""
}

// fileToken is what the one token of Config may do.
const fileToken = "token-file"

// token returns the token of a secret: one of the file of tokens, or that of Config,
// compared in a time that tells nothing of it.
func (s *service) token(secret string) (access.Token, error) {
	given, want := sha256.Sum256([]byte(secret)), sha256.Sum256([]byte(s.Token))
	if s.Token != "" && subtle.ConstantTimeCompare(given[:], want[:]) == 1 {
		return access.Token{Name: fileToken, Rights: []access.Right{access.Read, access.Add, access.Edit}}, nil
	}
	err := access.ErrUnknown
	if s.Tokens != nil {
		var token access.Token
		if token, err = s.Tokens.Find(secret, s.now()); err == nil {
			return token, nil
		}
	}
	detail := ""
	switch {
	case errors.Is(err, access.ErrExpired):
		detail = "the token has expired"
	case errors.Is(err, access.ErrUnknown):
		detail = "the token is not the right one"
	default:
		return access.Token{}, err
	}
	return access.Token{}, NewProblem(http.StatusUnauthorized, "%s", detail).With("WWW-Authenticate", realm+`, error="invalid_token"`)
}

// signIn sends a browser that shows no token to where it can, and leaves any other
// client with the error.
func (s *service) signIn(h *http.Request, err error) (*Answer, error) {
	var p *Problem
	if !s.Private || h.Method != http.MethodGet || !errors.As(err, &p) || p.Status != http.StatusUnauthorized || !strings.Contains(h.Header.Get("Accept"), TypeHTML) {
		return nil, err
	}
	return &Answer{Status: http.StatusSeeOther, Private: true, Header: http.Header{"Location": {s.base(h) + SignInPath + "?next=" + url.QueryEscape(h.URL.RequestURI())}}}, nil
}

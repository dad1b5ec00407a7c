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

// CookieName is the name of the cookie that holds a browser's token.
const CookieName = "dateline-token"

// SignInPath is the page where browsers send their token.
const SignInPath = "/sign-in"

// realm names what a token is for.
const realm = `Bearer realm="dateline"`

// needs returns the right that a route requires, empty for none.
func (s *service) needs(r *Route) access.Right {
	if r.Right == "" && s.Private && !r.Public {
		return access.Read
	}
	return r.Right
}

// authorize returns the name of the client, by a Bearer token (RFC 6750) or a cookie, and an
// error if it lacks the required right. It identifies nobody if no right is required.
func (s *service) authorize(r *Route, h *http.Request) (who string, err error) {
	if r.SameOrigin || h.Header.Get("Authorization") == "" && cookieOf(h) != "" {
		if s.crossOrigin.Check(h) != nil {
			return "", NewProblem(http.StatusForbidden, "a page of another site may not request this for the browser's user")
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

// holder returns the request's token, which must have a right, or the right Admin if that
// suffices.
func (s *service) holder(h *http.Request, need access.Right, orAdmin bool) (access.Token, error) {
	if s.Token == "" && s.Tokens == nil {
		return access.Token{}, NewProblem(http.StatusForbidden, "this needs a token, and the server was started without any")
	}
	secret, err := secretOf(h)
	if err != nil {
		return access.Token{}, err
	}
	token, err := s.token(secret)
	if err == nil && !token.May(need) && !(orAdmin && token.May(access.Admin)) {
		err = NewProblem(http.StatusForbidden, "this needs the right %s, which the token %q lacks", need, token.Name).
			With("WWW-Authenticate", realm+`, error="insufficient_scope"`)
	}
	return token, err
}

// isLocal reports whether the request comes from this computer, as far as is known: the
// connection is local, no proxy says that it forwards for another, and no website in a browser
// sent it, not even under a local name.
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

// secretOf returns the token in a request's header, or in the cookie of a browser.
func secretOf(h *http.Request) (string, error) {
	if header := h.Header.Get("Authorization"); header != "" {
		if scheme, secret, _ := strings.Cut(header, " "); strings.EqualFold(scheme, "Bearer") {
			return strings.TrimSpace(secret), nil
		}
	} else if secret := cookieOf(h); secret != "" {
		return secret, nil
	}
	return "", NewProblem(http.StatusUnauthorized, "send the token as Authorization: Bearer TOKEN").With("WWW-Authenticate", realm)
}

func cookieOf(h *http.Request) string {
	if c, err := h.Cookie(CookieName); err == nil {
		return c.Value
	}
	return ""
}

// fileToken is the token of Config with its rights.
const fileToken = "token-file"

// token returns the token with a secret: from the file of tokens, or that of Config, compared in
// constant time.
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
		detail = "the token is unknown or revoked"
	default:
		return access.Token{}, err
	}
	return access.Token{}, NewProblem(http.StatusUnauthorized, "%s", detail).With("WWW-Authenticate", realm+`, error="invalid_token"`)
}

// signIn redirects a browser without a token to the sign-in page, and returns the error to other
// clients.
func (s *service) signIn(h *http.Request, err error) (*Answer, error) {
	var p *Problem
	if !s.Private || h.Method != http.MethodGet || !errors.As(err, &p) || p.Status != http.StatusUnauthorized || !strings.Contains(h.Header.Get("Accept"), TypeHTML) {
		return nil, err
	}
	return &Answer{Status: http.StatusSeeOther, Private: true, Header: http.Header{"Location": {s.base(h) + SignInPath + "?next=" + url.QueryEscape(h.URL.RequestURI())}}}, nil
}

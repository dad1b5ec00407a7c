// Package signin is the surface where browsers sign in to a private server with a token: a page
// with a form, and a cookie that scripts can't read.
//
//	GET /session
//
// An attempt is charged to its client as expensive, which limits guessing.
package signin

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"dateline/access"
	"dateline/server"
)

//go:embed signin.css
var style string

//go:embed signin.tmpl
var page string

var pages = sync.OnceValue(func() *template.Template { return template.Must(template.New("signin").Parse(page)) })

// policy lets the page use its style sheet and submit its form.
func policy() string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

// maxForm is the maximum size of the form, in bytes.
const maxForm = 8 << 10

// New returns the surface.
func New() server.Surface {
	form := server.Route{
		Path: server.SignInPath, Hidden: true, Public: true, Fresh: true,
		Offers: []string{server.TypeHTML}, Own: func() any { return new(params) }, Params: []server.Param{paramNext()}, Handle: show,
	}
	in := server.Route{
		Method: http.MethodPost, Path: server.SignInPath, Hidden: true, Public: true, SameOrigin: true, Costly: true,
		Accepts: []string{server.TypeForm}, MaxBody: maxForm, Handle: signIn,
	}
	out := server.Route{
		Method: http.MethodPost, Path: "/sign-out", Hidden: true, Public: true, SameOrigin: true,
		Accepts: []string{server.TypeForm}, MaxBody: maxForm, Handle: signOut,
	}
	session := server.Route{
		Path: "/session", ID: "session", Summary: "Who the token that is shown stands for, and what it may do", Public: true, Fresh: true,
		Result: "session", Offers: []string{server.TypeJSON}, Handle: session,
	}
	return server.Surface{
		Name: "access", About: "Who may do what.",
		Routes: []server.Route{form, in, out, session},
		Types:  server.Types{"session": sessionDoc{}},
		Narrow: server.NarrowSchemas{"session.rights": server.ListOf(server.EnumSchema(rights()...).NewRef())},
	}
}

// rights are the names of all rights.
func rights() []string {
	var names []string
	for _, r := range access.Rights() {
		names = append(names, string(r))
	}
	return names
}

// sessionDoc is the answer of /session.
type sessionDoc struct {
	Name   string         `json:"name"`   // of the token; empty without a valid one
	Rights []access.Right `json:"rights"` // of the token
	Tokens bool           `json:"tokens"` // the server has tokens: signing in is possible
}

func session(req *server.Request) (*server.Answer, error) {
	t, _ := req.Session()
	doc := sessionDoc{t.Name, t.Rights, req.TakesTokens}
	if doc.Rights == nil {
		doc.Rights = []access.Right{}
	}
	a := server.OK(server.TypeJSON, server.JSON(doc))
	a.Private = true
	return a, nil
}

type params struct{ next string }

// paramNext is where to go after signing in.
func paramNext() server.Param {
	return server.Param{Name: "next", Schema: server.EnumSchema(), Read: server.Into(func(v string, into *params) error {
		into.next = v
		return nil
	})}
}

// content is the content of the page.
type content struct {
	Style        template.CSS
	Action, Next string
	Wrong        string // what is wrong with the token
}

func show(req *server.Request) (*server.Answer, error) {
	return render(req, http.StatusOK, content{Next: here(req.Own.(*params).next)})
}

func render(req *server.Request, status int, c content) (*server.Answer, error) {
	c.Style, c.Action = template.CSS(style), req.Base+server.SignInPath
	var b bytes.Buffer
	if err := pages().Execute(&b, c); err != nil {
		return nil, err
	}
	return &server.Answer{Status: status, Media: server.TypeHTML, Body: b.Bytes(), Private: true, Header: http.Header{"Content-Security-Policy": {policy()}}}, nil
}

// here returns a path on this server, its root for any other address.
func here(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}

// signIn takes the token of the form and stores it in a cookie.
func signIn(req *server.Request) (*server.Answer, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, server.BodyError(err)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, server.NewProblem(http.StatusBadRequest, "the form is malformed: %v", err)
	}
	secret, next := strings.TrimSpace(form.Get("token")), here(form.Get("next"))
	token, err := req.Token(secret)
	var p *server.Problem
	switch {
	case errors.As(err, &p):
		return render(req, http.StatusUnauthorized, content{Next: next, Wrong: p.Detail})
	case err != nil:
		return nil, err
	}
	cookie := cookieOf(req, secret)
	cookie.Expires = token.Expires // none: until the browser is closed
	return goTo(req.Base+next, cookie), nil
}

func signOut(req *server.Request) (*server.Answer, error) {
	cookie := cookieOf(req, "")
	cookie.MaxAge = -1
	return goTo(req.Base+server.SignInPath, cookie), nil
}

// cookieOf returns a cookie that scripts can't read, and that other sites can't cause to be
// sent.
func cookieOf(req *server.Request, value string) *http.Cookie {
	base, _ := url.Parse(req.Base) // it was made by the server
	return &http.Cookie{
		Name: server.CookieName, Value: value, Path: base.EscapedPath() + "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: base.Scheme == "https",
	}
}

func goTo(address string, cookie *http.Cookie) *server.Answer {
	return &server.Answer{Status: http.StatusSeeOther, Private: true, Header: http.Header{"Location": {address}, "Set-Cookie": {cookie.String()}}}
}

package ogc

import (
	"bytes"
	"crypto/sha256"
	"dateline/server"
	_ "embed"
	"encoding/base64"
	"html/template"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/tidwall/gjson"
)

//go:embed html.css
var htmlStyle string

//go:embed html.tmpl
var htmlTemplate string

// htmlPolicy lets a page of the API use its style sheet, by its digest, and nothing else.
func htmlPolicy() string {
	sum := sha256.Sum256([]byte(htmlStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// htmlPage is a document of the API for people: its members in order, features as a table, and
// the API as a list of routes.
type htmlPage struct {
	Title      string
	Style      template.CSS
	Crumbs     []htmlNode
	Formats    []htmlNode // other formats, and the next page
	Nodes      []htmlNode
	Columns    []string
	Rows       []htmlRow
	Operations []htmlOperation
	Features   bool
	Matched    string
}

// htmlNode is a member of a document.
type htmlNode struct {
	Name, Text, Link string
	Nodes            []htmlNode
}

type htmlRow struct {
	ID, Link string
	Cells    []string
}

type htmlOperation struct {
	Method, Path, Summary, Link string
	Parameters                  []htmlNode
}

// readable wraps a handler of JSON to answer with a page if HTML is requested.
func readable(handle handler) handler {
	return func(req *server.Request) (*server.Answer, error) {
		a, err := handle(req)
		if err != nil || req.Media != server.TypeHTML || a.Media != server.TypeHTML {
			return a, err
		}
		return asHTML(req, a)
	}
}

// asHTML makes a page of an answer whose body is JSON.
func asHTML(req *server.Request, a *server.Answer) (*server.Answer, error) {
	doc := gjson.ParseBytes(a.Body)
	p := htmlPage{Title: titleOf(doc, req.Path), Style: template.CSS(htmlStyle), Crumbs: crumbs(req), Formats: otherFormats(doc)}
	switch {
	case doc.Get("type").Str == "FeatureCollection":
		p.fillTable(req, doc)
	case doc.Get("openapi").Exists():
		p.fillOperations(req, doc)
		p.Formats = []htmlNode{{Name: "OpenAPI 3.0", Link: req.Base + "/api?f=json"}}
	default:
		p.Nodes = nodesOf(doc)
	}
	var b bytes.Buffer
	if err := htmlPages().Execute(&b, &p); err != nil {
		return nil, err
	}
	out := *a
	out.Body = b.Bytes()
	out.Header = a.Header.Clone()
	if out.Header == nil {
		out.Header = http.Header{}
	}
	out.Header.Set("Content-Security-Policy", htmlPolicy())
	return &out, nil
}

var htmlPages = sync.OnceValue(func() *template.Template { return template.Must(template.New("page").Parse(htmlTemplate)) })

func titleOf(doc gjson.Result, path string) string {
	for _, name := range []string{"title", "info.title", "properties.title", "properties.name", "properties.phrase"} {
		if t := doc.Get(name); t.Type == gjson.String {
			return t.Str
		}
	}
	return strings.TrimPrefix(path, "/")
}

// crumbs are the links from the landing page to here.
func crumbs(req *server.Request) []htmlNode {
	all, path := []htmlNode{{Name: server.Title, Link: req.Base + "/"}}, ""
	for part := range strings.SplitSeq(strings.Trim(req.Path, "/"), "/") {
		path += "/" + part
		all = append(all, htmlNode{Name: part, Link: req.Base + server.Escaped(path) + "?f=html"})
	}
	return all
}

// otherFormats are links to other formats and to the next page.
func otherFormats(doc gjson.Result) []htmlNode {
	var all []htmlNode
	for _, l := range doc.Get("links").Array() {
		switch rel := l.Get("rel").Str; {
		case l.Get("method").Exists(): // pages can't send a form through a link
		case rel == "alternate":
			all = append(all, htmlNode{Name: l.Get("type").Str, Link: l.Get("href").Str})
		case rel == "next":
			all = append(all, htmlNode{Name: "next page", Link: l.Get("href").Str})
		}
	}
	return all
}

// nodesOf returns the members of a document, nested.
func nodesOf(doc gjson.Result) []htmlNode {
	var all []htmlNode
	doc.ForEach(func(key, value gjson.Result) bool {
		n := htmlNode{Name: key.Str}
		switch {
		case value.Get("href").Exists():
			n.Link, n.Text = value.Get("href").Str, value.Get("title").Str
			n.Name = value.Get("rel").Str
		case value.IsObject() || value.IsArray() && strings.ContainsAny(value.Raw, "{\""):
			n.Nodes = nodesOf(value)
		case strings.HasPrefix(value.Str, "http://") || strings.HasPrefix(value.Str, "https://"):
			n.Link, n.Text = value.Str, value.Str
		default:
			n.Text = value.String()
		}
		all = append(all, n)
		return true
	})
	return all
}

func (p *htmlPage) fillTable(req *server.Request, doc gjson.Result) {
	p.Features, p.Matched, p.Title = true, doc.Get("numberMatched").Raw, req.Collection.Title
	only := req.Own.(*params).properties
	for _, x := range req.Collection.Properties {
		if only == nil || slices.Contains(only, x.Name) {
			p.Columns = append(p.Columns, x.Name)
		}
	}
	for _, f := range doc.Get("features").Array() {
		row := htmlRow{ID: f.Get("id").Str, Link: req.Base + server.Escaped(req.Path+"/"+f.Get("id").Str) + "?f=html"}
		f.Get("properties").ForEach(func(_, v gjson.Result) bool {
			row.Cells = append(row.Cells, v.String())
			return true
		})
		p.Rows = append(p.Rows, row)
	}
}

func (p *htmlPage) fillOperations(req *server.Request, doc gjson.Result) {
	doc.Get("paths").ForEach(func(path, methods gjson.Result) bool {
		methods.ForEach(func(method, o gjson.Result) bool {
			op := htmlOperation{Method: strings.ToUpper(method.Str), Path: path.Str, Summary: o.Get("summary").Str}
			if op.Method == http.MethodGet && !strings.Contains(path.Str, "{") {
				op.Link = req.Base + path.Str
			}
			for _, x := range o.Get("parameters").Array() {
				if ref := x.Get(`$ref`).Str; ref != "" {
					x = doc.Get(strings.ReplaceAll(strings.TrimPrefix(ref, "#/"), "/", "."))
				}
				op.Parameters = append(op.Parameters, htmlNode{Name: x.Get("name").Str, Text: x.Get("description").Str})
			}
			p.Operations = append(p.Operations, op)
			return true
		})
		return true
	})
}

package server

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"net/http"
	"strings"

	"github.com/tidwall/gjson"
)

//go:embed html.css
var htmlStyle string

//go:embed html.tmpl
var htmlTemplate string

// htmlPolicy lets a page of the API use its one style sheet, named by its
// digest, and nothing else.
func htmlPolicy() string {
	sum := sha256.Sum256([]byte(htmlStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// htmlPage is a document of the API made readable: whatever it is, its members
// in their order; features as a table; the API as a list of what can be asked.
type htmlPage struct {
	Title      string
	Style      template.CSS
	Crumbs     []htmlNode
	Formats    []htmlNode // the same in other formats, and the next page
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

// htmlOf makes a page of an answer whose body is JSON.
func (s *service) htmlOf(req *request, a *answer) *answer {
	doc := gjson.ParseBytes(a.body)
	p := htmlPage{Title: titleOf(doc, req.path), Style: template.CSS(htmlStyle), Crumbs: crumbs(req), Formats: otherFormats(doc)}
	switch {
	case doc.Get("type").Str == "FeatureCollection":
		p.fillTable(req, doc)
	case doc.Get("openapi").Exists():
		p.fillOperations(req, doc)
		p.Formats = []htmlNode{{Name: "OpenAPI 3.0", Link: req.base + "/api?f=json"}}
	default:
		p.Nodes = nodesOf(doc)
	}
	var b bytes.Buffer
	if err := s.html.Execute(&b, &p); err != nil {
		return s.failure(err)
	}
	out := *a
	out.body = b.Bytes()
	out.header = a.header.Clone()
	if out.header == nil {
		out.header = http.Header{}
	}
	out.header.Set("Content-Security-Policy", htmlPolicy())
	return &out
}

func newHTML() *template.Template { return template.Must(template.New("page").Parse(htmlTemplate)) }

func titleOf(doc gjson.Result, path string) string {
	for _, name := range []string{"title", "info.title", "properties.title", "properties.name", "properties.phrase"} {
		if t := doc.Get(name); t.Type == gjson.String {
			return t.Str
		}
	}
	return strings.TrimPrefix(path, "/")
}

// crumbs lead from the landing page to here.
func crumbs(req *request) []htmlNode {
	all, path := []htmlNode{{Name: apiTitle, Link: req.base + "/"}}, ""
	for part := range strings.SplitSeq(strings.Trim(req.path, "/"), "/") {
		path += "/" + part
		all = append(all, htmlNode{Name: part, Link: req.base + escaped(path) + "?f=html"})
	}
	return all
}

// otherFormats are links to the same in other formats and to the next page.
func otherFormats(doc gjson.Result) []htmlNode {
	var all []htmlNode
	for _, l := range doc.Get("links").Array() {
		switch rel := l.Get("rel").Str; rel {
		case "alternate":
			all = append(all, htmlNode{Name: l.Get("type").Str, Link: l.Get("href").Str})
		case "next":
			all = append(all, htmlNode{Name: "next page", Link: l.Get("href").Str})
		}
	}
	return all
}

// nodesOf returns the members of a document, those of its members within them.
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

func (p *htmlPage) fillTable(req *request, doc gjson.Result) {
	p.Features, p.Matched, p.Title = true, doc.Get("numberMatched").Raw, req.collection.Title
	for _, x := range req.collection.Properties {
		if req.params.properties == nil || strings.Contains(","+strings.Join(req.params.properties, ",")+",", ","+x.Name+",") {
			p.Columns = append(p.Columns, x.Name)
		}
	}
	for _, f := range doc.Get("features").Array() {
		row := htmlRow{ID: f.Get("id").Str, Link: req.base + escaped(req.path+"/"+f.Get("id").Str) + "?f=html"}
		f.Get("properties").ForEach(func(_, v gjson.Result) bool {
			row.Cells = append(row.Cells, v.String())
			return true
		})
		p.Rows = append(p.Rows, row)
	}
}

func (p *htmlPage) fillOperations(req *request, doc gjson.Result) {
	doc.Get("paths").ForEach(func(path, methods gjson.Result) bool {
		methods.ForEach(func(method, o gjson.Result) bool {
			op := htmlOperation{Method: strings.ToUpper(method.Str), Path: path.Str, Summary: o.Get("summary").Str}
			if op.Method == http.MethodGet && !strings.Contains(path.Str, "{") {
				op.Link = req.base + path.Str
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

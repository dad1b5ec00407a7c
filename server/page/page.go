// Package page is the surface of the built frontend: its files, read once, and the page itself,
// with the settings of its server (layers of tiles, links to other maps, a base map).
//
//	surface := page.New(frontend.Files(), page.Config{Layer: layer})
package page

import (
	"bytes"
	"io/fs"
	"maps"
	"net/http"
	"regexp"
	"slices"

	"dateline/server"
)

// asset is a file of the page.
type asset struct {
	body   []byte
	hashed bool // its name changes with its content
}

// readAssets reads the page into memory, by path. An unreadable file counts as missing.
func readAssets(page fs.FS) map[string]asset {
	assets := map[string]asset{}
	if page == nil {
		return assets
	}
	hashed := regexp.MustCompile(`^assets/.*-[A-Za-z0-9_-]{8,}\.\w+$`) // as Vite names them
	_ = fs.WalkDir(page, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if body, err := fs.ReadFile(page, name); err == nil {
			assets["/"+name] = asset{body, hashed.MatchString(name)}
		}
		return nil
	})
	return assets
}

// Page is the built frontend.
type Page struct {
	assets map[string]asset // by path
	layer  Layer
	head   func(*server.Request) (string, error)
}

// Config is what the page offers; all of it is optional.
type Config struct {
	Layer    Layer    // of map tiles below the data
	MapLinks MapLinks // in which to open a place
	Basemap  *Basemap // below the data

	// Head returns tags for the head of a requested page; nil: there are none.
	Head func(*server.Request) (string, error)
}

// New reads the page, whose root is index.html; nil is none.
func New(files fs.FS, c Config) *Page {
	p := &Page{readAssets(files), c.Layer, c.Head}
	if index, exists := p.assets[indexPath]; exists {
		p.assets[indexPath] = asset{body: c.Basemap.into(c.MapLinks.into(c.Layer.into(index.body)))}
	}
	return p
}

// Surface returns the routes of the page's files.
func (p *Page) Surface() server.Surface {
	var s server.Surface
	for _, path := range slices.Sorted(maps.Keys(p.assets)) {
		s.Routes = append(s.Routes, server.Route{Path: path, Hidden: true, Page: true, Handle: p.file})
	}
	return s
}

// indexPath is the path of the page among the assets.
const indexPath = "/index.html"

// Index returns the handler of the page itself; nil if there is none.
func (p *Page) Index() func(*server.Request) (*server.Answer, error) {
	if _, exists := p.assets[indexPath]; !exists {
		return nil
	}
	return p.index
}

// file serves a file of the page.
func (p *Page) file(req *server.Request) (*server.Answer, error) {
	a := p.assets[req.Path]
	out := server.OK(server.TypeOfFile(req.Path), a.body)
	out.Header = http.Header{"Cross-Origin-Resource-Policy": {"same-origin"}}
	if a.hashed {
		out.Header.Set("Cache-Control", forever)
	}
	if out.Media == server.TypeHTML {
		out.Header.Set("Content-Security-Policy", p.layer.policy(policy)+"'none'")
	}
	return out, nil
}

// index serves the page itself. With ?embed=1 other sites may frame it.
func (p *Page) index(req *server.Request) (*server.Answer, error) {
	body := p.assets[indexPath].body
	if p.head != nil {
		tags, err := p.head(req)
		if err != nil {
			return nil, err
		}
		body = intoHead(body, tags)
	}
	out, policy := server.OK(server.TypeHTML, body), p.layer.policy(policy)
	out.Header = http.Header{"Content-Security-Policy": {policy + "'none'"}, "Cross-Origin-Resource-Policy": {"same-origin"}}
	if req.Query.Get("embed") == "1" {
		out.Header = http.Header{"Content-Security-Policy": {policy + "*"}}
	}
	return out, nil
}

// intoHead inserts tags at the end of the head of a page.
func intoHead(page []byte, tags string) []byte {
	return bytes.Replace(page, []byte("</head>"), []byte(tags+"</head>"), 1)
}

const forever = "public, max-age=31536000, immutable"

// policy is the content security policy of the page (https://www.w3.org/TR/CSP3/), except for
// who may frame it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "

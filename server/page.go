package server

import (
	"io/fs"
	"net/http"
	"regexp"
)

// asset is a file of the page.
type asset struct {
	body   []byte
	hashed bool // its name changes with its content
}

// readAssets reads the page into memory, by path. A file that can't be read is
// as good as absent.
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

// file answers with a file of the page.
func (s *service) file(req *request) (*answer, error) {
	a := s.assets[req.path]
	out := ok(typeOfFile(req.path), a.body)
	out.header = http.Header{"Cross-Origin-Resource-Policy": {"same-origin"}}
	if a.hashed {
		out.header.Set("Cache-Control", forever)
	}
	if out.media == typeHTML {
		out.header.Set("Content-Security-Policy", s.Layer.policy(policyPage)+"'none'")
	}
	return out, nil
}

// indexPath is where the page itself is among the assets.
const indexPath = "/index.html"

// withoutPage makes what would be the page a document like the others.
func (s *service) withoutPage() {
	for i := range s.routes {
		s.routes[i].page = false
	}
}

// pageAnswer is the page itself. With ?embed=1 other sites may frame it.
func (s *service) pageAnswer(req *request) (*answer, error) {
	out, policy := ok(typeHTML, s.assets[indexPath].body), s.Layer.policy(policyPage)
	out.header = http.Header{"Content-Security-Policy": {policy + "'none'"}, "Cross-Origin-Resource-Policy": {"same-origin"}}
	if req.given.Get("embed") == "1" {
		out.header = http.Header{"Content-Security-Policy": {policy + "*"}}
	}
	return out, nil
}

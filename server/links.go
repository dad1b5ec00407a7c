package server

import (
	"net/http"
	"net/url"
)

// Link is a link from an answer to another resource (OGC 17-069r4, 5.2; relations are those of
// IANA and of OGC).
type Link struct {
	Href      string `json:"href"`
	Rel       string `json:"rel"`
	Type      string `json:"type,omitempty"`
	Title     string `json:"title,omitempty"`
	Templated bool   `json:"templated,omitempty"` // Href is a URI template (RFC 6570)
	Method    string `json:"method,omitempty"`    // POST: the query is in Body, as it is too long for an address
	Body      string `json:"body,omitempty"`      // a form
}

// Links returns the links to the answer itself and to its other formats (requirements fc-links
// and f-links). For an answer to a long form the other formats are available by the same form
// with another f, and are not listed.
func (req *Request) Links() []Link {
	links := []Link{req.LinkWith(req.Query, "self", "This document")}
	if links[0].Method != "" {
		return links
	}
	for _, offer := range req.Offers {
		if f := FormatOf(offer); f != "" && offer != req.Media {
			links = append(links, Link{Href: req.Address(With(req.Query, "f", f)), Rel: "alternate", Type: offer, Title: "This document as " + f})
		}
	}
	return links
}

// LinkWith returns a link to the request's resource with another query: in its address or, if
// that would be too long, as a form.
func (req *Request) LinkWith(query url.Values, rel, title string) Link {
	l := Link{Href: req.Address(query), Rel: rel, Type: req.Media, Title: title}
	if len(l.Href) > maxURL {
		l.Href, l.Method, l.Body = req.Address(nil), http.MethodPost, query.Encode()
	}
	return l
}

// LinkTo returns a link to another resource of the server.
func (req *Request) LinkTo(path, rel, media, title string) Link {
	return Link{Href: req.Base + path, Rel: rel, Type: media, Title: title}
}

// License links the licence of the names and points of places (OGC 17-069r4, recommendation
// fc-md-license).
func License() Link {
	return Link{Href: "https://creativecommons.org/licenses/by/4.0/", Rel: "license", Type: TypeHTML, Title: "Names and points of places: GeoNames, CC BY 4.0"}
}

// Address returns the address of the request's resource with another query.
func (req *Request) Address(query url.Values) string {
	if len(query) == 0 {
		return req.Base + Escaped(req.Path)
	}
	return req.Base + Escaped(req.Path) + "?" + query.Encode()
}

// Escaped returns a path escaped for an address.
func Escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// With returns a copy of a query with one value set.
func With(query url.Values, name, value string) url.Values {
	out := url.Values{name: {value}}
	for n, v := range query {
		if n != name {
			out[n] = v
		}
	}
	return out
}

// Without returns a copy of a query without one value.
func Without(query url.Values, name string) url.Values {
	out := With(query, name, "")
	out.Del(name)
	return out
}

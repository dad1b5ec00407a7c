package server

import "net/url"

// link leads from an answer to another resource (OGC 17-069r4, 5.2; relations
// are those of IANA and of OGC).
type link struct {
	Href      string `json:"href"`
	Rel       string `json:"rel"`
	Type      string `json:"type,omitempty"`
	Title     string `json:"title,omitempty"`
	Templated bool   `json:"templated,omitempty"` // Href is a URI template (RFC 6570)
}

// own returns the links to the answer itself and to its other formats
// (requirements fc-links and f-links).
func (req *request) own() []link {
	links := []link{{Href: req.address(req.given), Rel: "self", Type: req.media, Title: "This document"}}
	for _, offer := range req.offers {
		if f := formatOf(offer); f != "" && offer != req.media {
			links = append(links, link{Href: req.address(with(req.given, "f", f)), Rel: "alternate", Type: offer, Title: "This document as " + f})
		}
	}
	return links
}

// to returns a link to another resource of the server.
func (req *request) to(path, rel, media, title string) link {
	return link{Href: req.base + path, Rel: rel, Type: media, Title: title}
}

// license leads to the terms of the names and points of places (OGC 17-069r4,
// recommendation fc-md-license).
func license() link {
	return link{Href: "https://creativecommons.org/licenses/by/4.0/", Rel: "license", Type: typeHTML, Title: "Names and points of places: GeoNames, CC BY 4.0"}
}

// address returns where the request's resource is with another query.
func (req *request) address(query url.Values) string {
	if len(query) == 0 {
		return req.base + escaped(req.path)
	}
	return req.base + escaped(req.path) + "?" + query.Encode()
}

func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// with returns a copy of a query with one value set.
func with(query url.Values, name, value string) url.Values {
	out := url.Values{name: {value}}
	for n, v := range query {
		if n != name {
			out[n] = v
		}
	}
	return out
}

// without returns a copy of a query without one value.
func without(query url.Values, name string) url.Values {
	out := with(query, name, "")
	out.Del(name)
	return out
}

package page

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
)

// Layer is a layer of map tiles from another host that the page draws below the data. The zero
// Layer is none: the page then draws its own base map.
type Layer struct {
	url, credit, host string
}

// NewLayer takes the address of XYZ tiles, as https://tiles.example/{z}/{x}/{y}.png, with {s} at
// the start of a host with subdomains a, b and c, and the attribution. Both empty is none.
func NewLayer(address, credit string) (Layer, error) {
	if address == "" {
		if credit != "" {
			return Layer{}, fmt.Errorf("credit of a layer without its address; give that, as https://tiles.example/{z}/{x}/{y}.png")
		}
		return Layer{}, nil
	}
	for _, part := range []string{"{z}", "{x}", "{y}"} {
		if !strings.Contains(address, part) {
			return Layer{}, fmt.Errorf("%q has no %s; write it as https://tiles.example/{z}/{x}/{y}.png", address, part)
		}
	}
	host, err := layerHost(address)
	if err != nil {
		return Layer{}, fmt.Errorf("%q: %w", address, err)
	}
	return Layer{address, credit, host}, nil
}

// layerHost returns the source that the content security policy must allow for a layer: scheme,
// host and port (https://www.w3.org/TR/CSP3/#framework-directive-source-list).
func layerHost(address string) (string, error) {
	address = strings.Replace(address, "://{s}.", "://*.", 1)
	u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(address))
	switch {
	case err != nil:
		return "", fmt.Errorf("it can't be read as an address; write it as https://tiles.example/{z}/{x}/{y}.png")
	case u.Scheme != "https" && u.Scheme != "http":
		return "", fmt.Errorf("it must begin with https:// or http://")
	case u.User != nil:
		return "", fmt.Errorf("it holds a name and a password, which every reader would see; leave them out")
	case !regexp.MustCompile(`^(\*\.)?[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?$`).MatchString(u.Host):
		return "", fmt.Errorf("%q is not a host; non-Latin ones are written in their xn-- form", u.Host)
	}
	return u.Scheme + "://" + u.Host, nil
}

// into adds the layer to the head of the page.
func (l Layer) into(page []byte) []byte {
	if l.url == "" {
		return page
	}
	meta := fmt.Sprintf("<meta name=\"dateline-layer\" content=\"%s\" data-credit=\"%s\" />\n", html.EscapeString(l.url), html.EscapeString(l.credit))
	return intoHead(page, meta)
}

// policy allows the layer's images in the page.
func (l Layer) policy(policy string) string {
	if l.host == "" {
		return policy
	}
	return strings.Replace(policy, "img-src 'self'", "img-src 'self' "+l.host, 1)
}

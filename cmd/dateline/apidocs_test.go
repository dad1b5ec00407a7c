package main

import (
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/schema"
)

// TestDocsAPI requests every address in docs/api.md, with every filter.
func TestDocsAPI(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	text, err := os.ReadFile(filepath.Join(root, "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(t)
	s.needArchive()
	token, _ := s.do("dateline token add --quiet --data archive --name docs --rights read,add,edit,admin")
	s.serve("dateline serve --data archive")
	c := apiClient{t, s.at, strings.TrimSpace(token)}
	c.askListed(string(text))
	for _, m := range regexp.MustCompile("`(?:…/items|(/[^` {}…]*))(\\?[^` {}…]*)?`").FindAllStringSubmatch(string(text), -1) {
		c.askShown(m[1], m[2])
	}
	_, filters, _ := strings.Cut(string(text), "\n## CQL2\n")
	filters, _, _ = strings.Cut(filters, "\nA filter that can't be read")
	c.askFilters(filters)
}

// apiClient sends requests to a server, with a token that has every right.
type apiClient struct {
	t         *testing.T
	at, token string
}

// ask returns the status of a response, and the body only if it is a problem: others may never end.
func (c apiClient) ask(method, path string) (code int, problem string) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.at+path, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+c.token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 400 {
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			c.t.Fatal(err)
		}
		problem = string(body)
	}
	return answer.StatusCode, problem
}

// nothing is the detail of the problem for an address that does not exist.
const nothing = "nothing is at"

// check reports an address that does not exist; one that does may report missing parameters or a
// missing body.
func (c apiClient) check(method, path string) {
	c.t.Helper()
	code, problem := c.ask(method, path)
	if code == http.StatusUnauthorized || code == http.StatusMethodNotAllowed || code >= 500 || strings.Contains(problem, nothing) {
		c.t.Errorf("%s %s: %d %s", method, path, code, problem)
	}
}

// askListed requests the addresses in the table at the top.
func (c apiClient) askListed(text string) {
	c.t.Helper()
	fill := strings.NewReplacer("{c}", "mentions", "{set}", "WebMercatorQuad", "{z}", "0", "{x}", "0", "{y}", "0", "{row}", "0", "{col}", "0", "{id}", "any", "{name}", "any")
	lines := regexp.MustCompile(`(?m)^    ((?:GET|POST|DELETE)[ ,].*?)(?:   .*)?$`).FindAllStringSubmatch(text, -1)
	if len(lines) < 20 {
		c.t.Fatalf("%d lines with addresses", len(lines))
	}
	for _, line := range lines {
		for part := range strings.SplitSeq(line[1], "; ") {
			methods, paths, _ := strings.Cut(part, " /")
			for path := range strings.SplitSeq("/"+strings.TrimLeft(paths, " "), ", ") {
				for method := range strings.SplitSeq(strings.TrimSpace(methods), ", ") {
					c.check(method, fill.Replace(path))
				}
			}
		}
	}
}

// askShown requests an address in the text, which must succeed if it has all its parameters.
func (c apiClient) askShown(path, query string) {
	c.t.Helper()
	if path == "" {
		path = "/collections/mentions/items"
	}
	if code, problem := c.ask("GET", path+query); query != "" && code != http.StatusOK || strings.Contains(problem, nothing) {
		c.t.Errorf("GET %s%s: %d %s", path, query, code, problem)
	}
}

// askFilters uses every filter of the indented lines, on a collection that has its properties.
func (c apiClient) askFilters(text string) {
	c.t.Helper()
	filters := regexp.MustCompile(`(?m)^    (\{.*\n.*|[^ {].*)$`).FindAllStringSubmatch(text, -1)
	for _, m := range filters {
		query, said := url.Values{"filter": {m[1]}}, ""
		if strings.HasPrefix(m[1], "{") {
			query.Set("filter-lang", "cql2-json")
		}
		for _, collection := range schema.Collections() {
			code, problem := c.ask("GET", "/collections/"+collection.ID+"/items?"+query.Encode())
			if said = problem; code == http.StatusOK {
				break
			}
		}
		if said != "" {
			c.t.Errorf("%s: %s", m[1], said)
		}
	}
	if len(filters) < 5 {
		c.t.Errorf("%d filters are shown", len(filters))
	}
}

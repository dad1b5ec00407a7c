package html

import (
	"encoding/json"
	"html"
	"strings"
	"time"
)

// linked is what a page says of its article in JSON-LD.
type linked struct {
	headline  string
	body      string
	byline    string
	outlet    string
	address   string
	published time.Time
	article   bool // its type says that it is an article

	bodies []Block // what has a text of its own: the article, the posts of a live blog
}

// better reports whether what is said of an article replaces what is known:
// what is said of an article wins over what is said of a page.
func (l linked) better(than linked) bool {
	said := l.body != "" || !l.published.IsZero()
	return said && (!than.article && l.article || than.body == "" && than.published.IsZero())
}

// maxLinkedDepth is how deep things described in each other are looked at.
const maxLinkedDepth = 4

// readLinked reads a piece of JSON-LD. Pages wrap it in comments, and leave ends
// of line in its strings, which JSON does not allow.
func readLinked(steps counter, script string) linked {
	script = strings.TrimSpace(script)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		script = strings.TrimSpace(strings.TrimPrefix(script, mark))
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		script = strings.TrimSpace(strings.TrimSuffix(script, mark))
	}
	var value any
	if json.Unmarshal([]byte(script), &value) != nil {
		flat := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(script)
		if json.Unmarshal([]byte(flat), &value) != nil {
			return linked{}
		}
	}
	var best linked
	lookAt(steps, value, maxLinkedDepth, &best)
	return best
}

// lookAt looks for the article in a value, its graph, its lists and what it is
// the main entity of.
func lookAt(steps counter, value any, depth int, best *linked) {
	if depth == 0 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			lookAt(steps, one, depth-1, best)
		}
	case map[string]any:
		l := readThing(steps, v)
		bodies := best.bodies
		if l.body != "" {
			bodies = append(bodies, Block{Title: l.headline, Byline: l.byline, Published: l.published, Text: l.body})
		}
		if l.better(*best) {
			*best = l
		}
		best.bodies = bodies
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"} {
			lookAt(steps, v[key], depth-1, best)
		}
	}
}

func readThing(steps counter, v map[string]any) linked {
	l := linked{headline: plain(v["headline"]), body: plain(v["articleBody"]), byline: nameOf(v["author"]), article: isArticleType(v["@type"])}
	l.outlet = nameOf(v["publisher"])
	l.address = firstOf(addressIn(v["mainEntityOfPage"]), addressIn(v["url"]))
	if s, ok := v["datePublished"].(string); ok {
		l.published = steps.parsedTime(s)
	}
	return l
}

// addressIn returns an address, or that of a page.
func addressIn(value any) string {
	switch v := value.(type) {
	case string:
		return webAddress(v)
	case map[string]any:
		return addressIn(v["@id"])
	}
	return ""
}

func isArticleType(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, one := range v {
			if s, ok := one.(string); ok && isArticleType(s) {
				return true
			}
		}
	}
	return false
}

// nameOf returns the name of a person or organisation, or of several.
func nameOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		return plain(v["name"])
	case []any:
		var names []string
		for _, one := range v {
			if name := nameOf(one); name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// plain returns a string without the entities that pages leave in it.
func plain(value any) string {
	s, _ := value.(string)
	return html.UnescapeString(s)
}

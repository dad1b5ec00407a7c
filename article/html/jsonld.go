package html

import (
	"encoding/json"
	"html"
	"strings"
	"time"
)

// linked is what a page's JSON-LD says of its article.
type linked struct {
	headline  string
	body      string
	byline    string
	outlet    string
	address   string
	published time.Time
	article   bool // its type is one of articles

	bodies []Block // parts with text of their own: the article, the posts of a live blog
}

// better reports whether l should replace than: data about an article take precedence over data
// about a page.
func (l linked) better(than linked) bool {
	said := l.body != "" || !l.published.IsZero()
	return said && (!than.article && l.article || than.body == "" && than.published.IsZero())
}

// maxLinkedDepth is how deeply nested items are searched.
const maxLinkedDepth = 4

// readLinked reads a JSON-LD script. It tolerates what pages do and JSON forbids: comments
// around it, and line ends in strings.
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
	searchLinked(steps, value, maxLinkedDepth, &best)
	return best
}

// searchLinked searches a value, its @graph, its lists and its mainEntity for the article.
func searchLinked(steps counter, value any, depth int, best *linked) {
	if depth == 0 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			searchLinked(steps, one, depth-1, best)
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
			searchLinked(steps, v[key], depth-1, best)
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

// addressIn returns an address, or the address of a page given as an object.
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

// nameOf returns the names of persons or organisations.
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

// plain returns a string with its HTML entities decoded.
func plain(value any) string {
	s, _ := value.(string)
	return html.UnescapeString(s)
}

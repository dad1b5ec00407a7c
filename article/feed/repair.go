package feed

import "strings"

// isPlain reports whether an element of an entry contains text and cannot contain another such
// element.
func isPlain(name string) bool {
	switch name {
	case "title", "link", "guid", "pubDate", "description", "author", "category", "comments", "dc:date", "dc:creator", "content:encoded",
		"id", "name", "email", "updated", "published", "summary", "content", "media:title", "media:description":
		return true
	}
	return false
}

// repair adds missing end tags to the elements of an entry, each where the next element begins
// or the parent ends. It drops the start of a CDATA section that is not ended, and escapes a "<"
// that begins no tag. Entries longer than maxEntry are returned unchanged.
func repair(entry string) string {
	if len(entry) > maxEntry {
		return entry
	}
	var marks []tag // tags of plain elements, the end of the entry, and broken markup
	tags := map[string]int{}
	for t := nextTag(entry, 0); t.name != ""; t = nextTag(entry, t.end) {
		bare := strings.TrimPrefix(t.name, "/")
		if isPlain(bare) || t.name == "/item" || t.name == "/entry" || t.name == stray || t.name == cdata && t.end == t.start+len(openCDATA) {
			marks = append(marks, t)
			tags[t.name]++
		}
	}
	var out strings.Builder
	open, from := "", 0 // the element to end; start of the text not yet written
	for _, t := range marks {
		out.WriteString(entry[from:t.start])
		from = t.start
		switch t.name {
		case stray:
			out.WriteString("&lt;")
			from = t.end
			continue
		case cdata:
			from = t.end
			continue
		}
		end(&out, open)
		open = ""
		if isPlain(t.name) && tags[t.name] == 1 && tags["/"+t.name] == 0 && !strings.HasSuffix(entry[:t.end], "/>") {
			open = t.name
		}
	}
	out.WriteString(entry[from:])
	end(&out, open)
	return out.String()
}

// end writes the end tag of an element, if there is one.
func end(out *strings.Builder, name string) {
	if name != "" {
		out.WriteString("</" + name + ">")
	}
}

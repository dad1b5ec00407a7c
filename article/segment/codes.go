package segment

import (
	"regexp"
	"strings"
)

// code matches a line with a field code in Factiva's plain format.
var code = regexp.MustCompile(`^[ \t]*(HD|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|CLM|CR|ART|CT|RST)(?:[ \t]+|$)`)

// codeLabels maps the codes of fields that are read to our labels. Lead and text have none; the
// other fields are not news.
var codeLabels = map[string]string{"HD": "Title: ", "BY": "Byline: ", "PD": "Date: ", "SN": "Source: ", "LP": "", "TD": "", "AN": "Document "}

// plainCodes replaces field codes by labels.
func plainCodes(s string) string {
	if !strings.Contains(s, "HD") || !strings.Contains(s, "PD") || !strings.Contains(s, "LP") {
		return s
	}
	lines := strings.Split(s, "\n")
	seen := map[string]bool{}
	for _, l := range lines {
		if m := code.FindStringSubmatch(l); m != nil {
			seen[m[1]] = true
		}
	}
	if !seen["HD"] || !seen["PD"] || !seen["LP"] {
		return s
	}
	for i, l := range lines {
		m := code.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		rest := strings.TrimSpace(l[len(m[0]):])
		label, ok := codeLabels[m[1]]
		if !ok {
			label = "Section: "
		}
		if m[1] == "BY" {
			rest = strings.TrimPrefix(rest, "By ")
		}
		if lines[i] = label + rest; rest == "" {
			lines[i] = ""
		}
	}
	return strings.Join(lines, "\n")
}

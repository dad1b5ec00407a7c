package record

import (
	"encoding/json"
	"errors"
	"html"
	"regexp"
	"strings"
)

// ErrEvents reports a table of GDELT events, which has codes and addresses but no text.
var ErrEvents = errors.New("a table of GDELT's events, which has no texts")

// GDELT's tables have no header: the columns of the Global Knowledge Graph 2.1, and the numbers
// of columns in event tables (1.0, 1.0 with addresses, 2.0).
const (
	gkgColumns = "gkgrecordid date sourcecollection sourcecommonname documentidentifier counts v2counts themes v2themes locations v2locations " +
		"persons v2persons organizations v2organizations tone dates gcam image images socialimages videos quotations names amounts translation " + gkgExtras
	gkgExtras = "extras"
)

var (
	gkgRecord   = regexp.MustCompile(`^\d{14}-T?\d+\t\d{14}\t\d\t`)
	eventRecord = regexp.MustCompile(`^\d{6,12}\t(?:19|20)\d{6}\t(?:19|20)\d{4}\t(?:19|20)\d\d\t`)
	pageTitle   = regexp.MustCompile(`(?s)<PAGE_TITLE>(.*?)</PAGE_TITLE>`)
)

func isGKG(line string) bool    { return gkgRecord.MatchString(line) }
func isEvents(line string) bool { return eventRecord.MatchString(line) }

// takePageTitle uses the page title as the text of a row of the Global Knowledge Graph.
func (o object) takePageTitle() {
	var extras string
	if o[gkgExtras] == nil || json.Unmarshal(o[gkgExtras], &extras) != nil {
		return
	}
	m := pageTitle.FindStringSubmatch(extras)
	if m == nil {
		return
	}
	if title, err := json.Marshal(strings.TrimSpace(html.UnescapeString(m[1]))); err == nil && o.isBlank("text") {
		o["text"], o["title"] = title, title
	}
}

package document

import (
	"strings"
	"testing"

	"dateline/geoparse"
)

// A line whose lists would take many times its own size is refused before it is read, wherever the
// lists are and however their keys are escaped.
func TestTooManyItems(t *testing.T) {
	const most = geoparse.MaxMentions
	list := func(item string, n int) string { return "[" + strings.Repeat(item+",", n-1) + item + "]" }
	mention := func(candidates string) string { return `{"start":0,"end":4,"candidates":` + candidates + `}` }
	for name, c := range map[string]struct {
		json string
		ok   bool
	}{
		"mentions":                     {`"mentions":` + list(`{"end":4}`, most+1), false},
		"mentions, no more than may":   {`"mentions":` + list(`{"end":4}`, most), true},
		"mentions twice":               {`"mentions":[{}],"mentions":` + list(`{"end":4}`, most+1), false},
		"mentions in capitals":         {`"mentions":[],"MENTIONS":` + list(`{"end":4}`, most+1), false},
		"mentions with an escape":      {`"mentions":[],"mention\u0073":` + list(`{"end":4}`, most+1), false},
		"candidates":                   {`"mentions":[` + mention(list("{}", maxItems)) + `]`, false},
		"candidates that are null":     {`"mentions":[` + mention(list("null", maxItems)) + `]`, false},
		"candidates that are numbers":  {`"mentions":[` + mention(list("1", maxItems)) + `]`, false},
		"candidates of many mentions":  {`"mentions":` + list(mention(list("{}", 20)), most/3), false},
		"anchors":                      {`"mentions":[],"fronts":[{"anchors":` + list("{}", maxItems) + `}]`, false},
		"stretches aside":              {`"mentions":[],"aside":` + list("[0,1]", most), false},
		"what was left out":            {`"mentions":[],"left_out":` + list(`{"end":4}`, most+1), false},
		"a long outline":               {`"mentions":[],"fronts":[{"start":0,"end":4,"geometry":{"type":"MultiPoint","coordinates":` + list("[1,2]", maxItems) + `}}]`, true},
		"an outline under other names": {`"mentions":[],"shape":` + list("1", maxItems), false},
		"a long text":                  {`"mentions":[],"text":"` + strings.Repeat("[1,", most) + `"`, true},
	} {
		d, ok, err := ReadDocument([]byte(`{"id":"a",` + c.json + `}`))
		if (err == nil) != c.ok || ok != c.ok || !c.ok && !strings.Contains(err.Error(), "split it") {
			t.Errorf("%s: %d mentions, %v, %v", name, len(d.Mentions), ok, err)
		}
	}
	if _, _, err := ReadDocument([]byte(`{"x":tru,"mentions":` + list("1", maxItems) + `}`)); err == nil || strings.Contains(err.Error(), "split") {
		t.Errorf("no JSON: %v", err)
	}
}

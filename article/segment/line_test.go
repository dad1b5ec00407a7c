package segment

import (
	"testing"

	"dateline/newsdate"
	"dateline/work"
)

// TestReadLine classifies single lines.
func TestReadLine(t *testing.T) {
	for _, tt := range []struct {
		line           string
		kind           kind
		byline, outlet string
	}{
		{"***", rule, "", ""},
		{"— — —", rule, "", ""},
		{"ــــــــ", rule, "", ""},
		{"▬▬▬▬", rule, "", ""},
		{"ENDS", rule, "", ""},
		{"=========V.B", rule, "", ""},
		{"=========Army enters Tarmin", heading, "", ""},
		{"By Vera Bell (Tarmin, correspondent)", bylined, "Vera Bell", ""},
		{"...", item, "", ""},
		{"--", item, "", ""},
		{"12", link, "", ""},
		{"1,204", link, "", ""},
		{"3.1K", link, "", ""},
		{"@tarmin", link, "", ""},
		{"·", link, "", ""},
		{"Home » East", link, "", ""},
		{"World / Europe", link, "", ""},
		{"Home | World | Middle East | Sport", link, "", ""},
		{"MENU News Tarmin Safra Opinion Contact", link, "", ""},
		{"الرئيسية | سوريا | العراق | رياضة | اتصل بنا", link, "", ""},
		{"Army | Rebels | Tarmin: who holds what", heading, "", ""},
		{"Home rule for Tarmin news and opinion", heading, "", ""},
		{"News From Tarmin And Safra This Week", heading, "", ""},
		{"الأخبار الواردة من حلب مقلقة", heading, "", ""},
		{"list 2 of 4", link, "", ""},
		{"end of list", listEnd, "", ""},
		{"About Tarmin Today", footer, "", ""},
		{"About 200 people leave Tarmin", heading, "", ""},
		{"دمشق-سانا", sourced, "", "سانا"},
		{"TARMIN - Reuters", sourced, "", "Reuters"},
		{"Vera Bell - Reuters", sourced, "Vera Bell", "Reuters"},
		{"Byline: By Vera Bell", bylined, "Vera Bell", ""},
		{"By Vera Bell, Tarmin Today", bylined, "Vera Bell", ""},
		{"Posted by Vera at 10:11 AM", bylined, "Vera", ""},
		{"Vera Bell reported from Tarmin, and Jo Hill from London.", bylined, "Vera Bell", ""},
		{"Tarmin Today’s Jo Hill contributed to this report.", bylined, "Jo Hill", ""},
		{"Vera Bell, Jo Hill", bylined, "Vera Bell, Jo Hill", ""},
		{"رنا سعيد، هالة عثمان", bylined, "رنا سعيد، هالة عثمان", ""},
		{"July 12, 20236:40 PM", dated, "", ""},
		{"Tarmin Today        12 July 2023", dated, "", "Tarmin Today"},
		{"12 July 2023        Tarmin Today", dated, "", "Tarmin Today"},
	} {
		l := readLine(tt.line, newsdate.Hint{})
		if l.kind != tt.kind || l.byline != tt.byline || l.outlet != tt.outlet {
			t.Errorf("%q is %d by %q of %q, want %d by %q of %q", tt.line, l.kind, l.byline, l.outlet, tt.kind, tt.byline, tt.outlet)
		}
	}
}

// TestMarkBylines reads bylines of several lines.
func TestMarkBylines(t *testing.T) {
	for _, tt := range []struct{ name, page, byline string }{
		{"a name", "By\nVera Bell\n", "Vera Bell"},
		{"two names", "By\nVera Bell\nand\nJo Hill\nArmy enters Tarmin\n", "Vera Bell, Jo Hill"},
		{"Arabic", "بقلم:\nرنا سعيد\n", "رنا سعيد"},
		{"no name", "By\nthe river it was quiet.\n", ""},
		{"at the end", "By", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, err := readLines(work.New(t.Context()), tt.page, newsdate.Hint{})
			if err != nil {
				t.Fatal(err)
			}
			byline := ""
			for _, l := range lines {
				if l.kind == bylined && l.byline != "" {
					byline = l.byline
				}
			}
			if byline != tt.byline {
				t.Errorf("by %q, want %q", byline, tt.byline)
			}
		})
	}
}

// TestCreditName reads the names of contributors to an article.
func TestCreditName(t *testing.T) {
	for line, want := range map[string]string{
		"(Reporting by Vera Bell in Tarmin; editing by Jo Hill)": "Vera Bell",
		"Vera Bell contributed reporting":                        "Vera Bell",
		"***":                                                    "",
		"()":                                                     "",
		"":                                                       "",
		"Reporting by":                                           "",
	} {
		if name, ok := creditName(line); name != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", line, name, ok, want)
		}
	}
}

package markdown

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"# Shells fall #", "Shells fall"},
		{"Shells fall\n===========", "Shells fall\n"},
		{"two shells **fell** on _Morek_, *they* said.", "two shells fell on Morek, they said."},
		{"on [Morek](https://h.example/Homs \"x\") and [Hama][1]\n\n[1]: https://h.example", "on Morek and Hama\n\n"},
		{"![A street in Homs](a.jpg)", ""},
		{"> quoted\n>> twice", "quoted\ntwice"},
		{"- one\n* two\n+ [x] three", "one\ntwo\nthree"},
		{"Morek[^1] fell\n\n[^1]: said Vera", "Morek fell\n\nsaid Vera"},
		{"{{< figure src=\"x\" >}}a<!-- more -->b {% include x %}", "ab "},
		{"a_b_c, 2 * 3 * 4, \\*stars\\*", "a_b_c, 2 * 3 * 4, *stars*"},
		{"```\n# no heading\n```", "\n# no heading\n"},
		{"---", "---"},
		{"#hama is no heading", "#hama is no heading"},
		{"قصف على **مورك**", "قصف على مورك"},
	} {
		if d := Read(tt.in); d.Text != tt.want || d.Fields != nil {
			t.Errorf("%q: %q, fields %v", tt.in, d.Text, d.Fields)
		}
	}
	if d := Read("# a\n![ A street ](x)\n## b\n# c"); !slices.Equal(d.Titles, []int{0, 3}) || !slices.Equal(d.Captions, []string{"A street"}) {
		t.Errorf("titles %v, captions %q", d.Titles, d.Captions)
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tt := range []struct{ in, fields, text string }{
		{"---\ntitle: a\ndate: 2019-06-12\n---\n\nb", "map[date:2019-06-12 title:a]", "\n\n\n\n\nb"},
		{"+++\ntitle = \"a\"\n+++\nb", "map[title:a]", "\n\n\nb"},
		{"---\ntitle: [a\n---\nb", "map[]", "---\ntitle: [a\n\nb"},
		{"---\na: &x [1]\nb: [*x, *x]\n---\nc", "map[]", ""},
		{"---\n\nA text between rules\n\n---\nb", "map[]", ""},
		{"---\ntitle: a\nb", "map[]", "---\ntitle: a\nb"},
	} {
		d := Read(tt.in)
		if fmt.Sprint(d.Fields) != tt.fields || tt.text != "" && d.Text != tt.text {
			t.Errorf("%q: %v, %q", tt.in, d.Fields, d.Text)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"---\ntitle: a\n---\n# b\n![c](d)", "+++\na = 1\n+++\n", "> - [a](b(c)d) **e** `f`", "---\na: [[[[\n---", "[^a]: b\n```\n#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d := Read(s); strings.Count(d.Text, "\n") != strings.Count(s, "\n") {
			t.Errorf("%d lines of %d", strings.Count(d.Text, "\n"), strings.Count(s, "\n"))
		}
	})
}

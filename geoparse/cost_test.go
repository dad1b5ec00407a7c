package geoparse

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"

	"dateline/geoparse/token"
	"dateline/work"
)

// repeated writes a unit as often as fits into n bytes.
func repeated(unit string) func(n int) Input {
	return func(n int) Input { return Input{Text: strings.Repeat(unit, n/len(unit))} }
}

// once writes a unit as often as fits into n bytes, between a head and a tail.
func once(head, unit, tail string) func(n int) Input {
	return func(n int) Input { return Input{Text: head + strings.Repeat(unit, n/len(unit)) + tail} }
}

// costlyInputs are inputs of n bytes that might take a parser more than linear time.
func costlyInputs() map[string]func(n int) Input {
	inputs := map[string]func(n int) Input{
		"villages": func(n int) Input { return Input{Text: "The villages of " + strings.Join(villages(n/10), ", ") + "."} },
		"villages, in lines": func(n int) Input {
			return Input{Text: strings.Join(villages(n/10), "\n")}
		},
		"title": func(n int) Input {
			return Input{Title: strings.Repeat("Morek, Idlib, ", n/28), Text: strings.Repeat("Hama and Homs. ", n/30)}
		},
		"first line": func(n int) Input {
			return Input{Text: strings.Repeat("Morek, Idlib, ", n/28) + "\n" + strings.Repeat("Hama, Homs, ", n/24)}
		},
		"spans, of a people": func(n int) Input {
			in := repeated("القوات السورية السورية ")(n)
			for i := range n / 20 {
				in.Spans = append(in.Spans, Span{Start: 7, End: 14 + i%2})
			}
			return in
		},
		"spans, in blanks": func(n int) Input {
			in := Input{Text: "Morek" + strings.Repeat(" ", n) + "Hama"}
			for i := range n / 20 {
				in.Spans = append(in.Spans, Span{Start: 5 + i, End: 6 + n - i})
			}
			return in
		},
		"lines that are no news": func(n int) Input {
			in := Input{Text: "Morek fell in May 2019.\n" + strings.Repeat("Hama\n", n/5)}
			in.Skip = []Span{{Start: 24, End: len(in.Text)}}
			return in
		},
		"spans, equal": func(n int) Input {
			return spansOver(n, func(i, n int) Span { return Span{Start: 0, End: n} })
		},
		"spans, nested": func(n int) Input {
			return spansOver(n, func(i, n int) Span { return Span{Start: i, End: n - i} })
		},
		"spans, overlapping": func(n int) Input {
			return spansOver(n, func(i, n int) Span { return Span{Start: i, End: min(i+200, n)} })
		},
		"spans, of letters": func(n int) Input {
			return spansOver(n, func(i, n int) Span { return Span{Start: i, End: i + 1} })
		},
	}
	for _, unit := range []string{
		"Al ", "al-", "Al-", "Al-Al ", "The al-", "‘Morek ", "`Morek ", "’Morek‘ ", "Morek ", "Morek, ", "Morek-", "Morek - ", "Morek\n", "Morek and ", "Morek/",
		"Tal ", "Kafr-", "Khan ", "Deir al-", "Saint ", "St. ", "U.S. ", "U.", "A.", "A ", "a", "A", "aA", "I. ", ". ", ".", "! ", "?!", "...\n", "\n", "\r\n", " ", "\t", "\u00a0",
		"(", ")", "[", "«", "\"", "'", "’", "‘", "“Morek” ", "('Morek') ", "-", "–", "_", "#", "#Morek", "#Morek_", "@a ", "1", "1 ", "1,", "1.", "1,2", "12/6/2019 ", "36.1, ", "35.4412, 36.6512, ", "°", "N 35 ",
		"😀", "👨‍👩‍👧 ", "e\u0301", "\u0301", "a\u0301\u0302 ", "\u200b", "\u00ad", "\xff", "\x00", "ß", "İ", "ﷺ", "中", "中文，", "Ж", "Жук ", "א", "ש ", "ก",
		"ب", "وبال", "ال", "الال ", "وبالحلب ", "حلب ", "حلب و", "حلب، ", "كفر", "كفرال", "تل ال", "قرية ", "قرية حلب ", "ريف حلب ", "شمال ", "شمالي غربي ", "ريف شمال ", "من ", "المدينة ", "بين حلب و", "طريق حلب دمشق ", "الدولي ", "محور حلب ", "وفي ", "ومن", "لل", "ـ", "بً ", "محمد ", "الرئيس ", "٣",
		"village ", "villages of ", "the villages of Morek, Morek, ", "village of Xylophor, ", "villages of Xylophor, Qarmanjiq and ", "of the ", "the town ", "the town of Morek ", "Morek and the town ", "Hama Province ", "Gas ", "Hayyan Gas ", "Morek Military ",
		"northern ", "north and ", "north-west ", "far ", "Northern ", "Western ", "Central ", "northern Hama, ", "Hama's north ", "Hama northern ", "central Aleppo hospital ", "eastern Aleppo neighbourhood and ", "northern countryside of Hama and ", "countrysides of Hama, Idlib, ",
		"between Morek and Hama ", "between Morek and ", "between ", "road from Morek to Hama to ", "the Morek-Hama road ", "Morek, Hama axes ", "the axis of Morek, Hama, ", "the triangle of Morek, Hama, Idlib, ", "triangle ", "road ", "highway linking Morek with ",
		"5 km north of ", "5 km north of Morek ", "5 km ", "5 to 10 ", "two hundred ", "within 10 km of Morek ", "10 km zone around Morek ", "half a ", "between 5 and ",
		"Syrian-Turkish border ", "Syrian ", "the border with Turkey ", "Turkish border, ", "Syria, ", "northern Syria. ", "the M5 highway ", "the Euphrates river ",
		"on Tuesday ", "on June 12 Morek fell. ", "May ", "January 1, ", "Mr Morek ", "Abu al-", "Jordan Henderson ", "Smith and, ", "Lake ", "Michael Hudson, ", "Mohammed al-", "bin ", "the Islamic State of ", "Islamic al-", "Washington Post ", "University of Aleppo ", "Aleppo University ", "said ", "Ankara said ", "US-backed ", "pro-Turkey ", "Queen Anne's ", "Hama's ", "'s ",
		"Springfield, ", "San Antonio, Santa Rosa, ", "Dayton, OH, ", "Georgia ", "Ltaminna, ", "Khan Shaykhoun, ", "Mrk, ", "Of ", "The Hague ", "In Hama, in Morek, ", "Morek in Hama in ", "Sarmada in northern Idlib province, ", "Clashes between Morek and Hama in ", "midway between Hama and ", "front line of Morek, ",
		"Morek was hit. ", "A sentence of no places at all, and longer. ",
	} {
		inputs[fmt.Sprintf("%.40q", unit)] = repeated(unit)
	}
	inputs["one long word behind a prefix"] = once("و", "ب", " ")
	inputs["blanks between names"] = once("Morek", " ", "Hama")
	inputs["lines between names"] = once("Morek,", "\n", "Hama")
	inputs["directions before a name"] = once("the ", "northern and ", "Hama")
	inputs["commas between names"] = once("Morek", ",", " Hama")
	inputs["opening marks before a name"] = once("", "‘", "Morek")
	inputs["vowels behind a name"] = once("Morek", "a", "")
	inputs["one sentence of everything"] = repeated("the northern countryside of Hama, 5 km south of Morek, where on Tuesday the town of Qarmanjiq and the ‘Arak-Palmyra road between Homs and بلدة مورك في ريف حماة الشمالي ")
	return inputs
}

// villages are up to 20,000 different towns and villages of the gazetteer, in random order.
func villages(n int) []string { return allVillages()[:n] }

var allVillages = sync.OnceValue(func() []string { return villagesOf("")[:20000] })

// villagesOf are the towns and villages of a country, all for "".
func villagesOf(country string) []string {
	seen := map[string]bool{}
	var names []string
	for _, layer := range testParser().gaz.Layers() {
		for i := range layer.Len() {
			place := layer.Place(i)
			if place.Kind.Class() == 'P' && (country == "" || place.Country == country) && !seen[place.Name] && !strings.ContainsAny(place.Name, ",()") {
				seen[place.Name] = true
				names = append(names, place.Name)
			}
		}
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	return names
}

// spansOver is a text with a span for each 20 bytes of it.
func spansOver(n int, span func(i, n int) Span) Input {
	in := repeated("Kafr xq0vz Hama ")(n)
	for i := range n / 20 {
		in.Spans = append(in.Spans, span(i, len(in.Text)))
	}
	return in
}

// Of thousands of villages in a list, some are taken for people's names.
func TestLongListsAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	for _, country := range []struct{ code, name string }{{"FR", "France"}, {"SY", "Syria"}} {
		names := villagesOf(country.code)
		text := "In " + country.name + " the villages of " + strings.Join(names, ", ") + " were hit."
		if found := len(mustParse(t, testParser(), Input{Text: text}).Mentions); len(names) < 1500 || found < len(names)*97/100 {
			t.Errorf("%d of the %d villages of %s are found", found, len(names), country.name)
		}
	}
}

// costOf counts the steps and the bytes of memory that a parse takes.
func costOf(t *testing.T, in Input) (counted, bytes int) {
	t.Helper()
	var before, after runtime.MemStats
	w := token.Steps{Counter: work.New(t.Context())}
	runtime.ReadMemStats(&before)
	testParser().parse(w, in)
	runtime.ReadMemStats(&after)
	return w.Total(), int(after.TotalAlloc - before.TotalAlloc)
}

// TestCostIsLinear: four times the input takes at most five times the steps, for inputs made to
// take more, and seven times the memory, as slices grow in steps.
func TestCostIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and one goroutine")
	}
	const size = 4 << 10
	inputs := costlyInputs()
	maps.Copy(inputs, eventInputs())
	for name, input := range inputs {
		t.Run(name, func(t *testing.T) {
			costOf(t, input(size)) // so that shared drawings are made only once
			steps, bytes := costOf(t, input(size))
			steps4, bytes4 := costOf(t, input(4*size))
			if steps4 > 5*steps || bytes4 > 7*bytes {
				t.Errorf("%d and %d steps (×%.1f), %d and %d bytes (×%.1f)", steps, steps4, float64(steps4)/float64(steps), bytes, bytes4, float64(bytes4)/float64(bytes))
			}
		})
	}
}

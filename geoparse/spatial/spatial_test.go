package spatial

import (
	"strings"
	"testing"

	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/resolve"
	"dateline/geoparse/spatial/draw"
	"dateline/geoparse/toponym"
)

// input reads a text up to the resolution of its names.
func input(t testing.TB, source string) Input {
	t.Helper()
	found := geoparsetest.Classified(t, source)
	r := resolve.Resolve(found, resolve.Settings{Weights: resolve.DefaultWeights(), Places: resolve.Places{}})
	drawer := draw.New(found.Gaz)
	in := Input{Text: found, Support: r.Support, Geometry: drawer.Geometry, CanDraw: drawer.CanDraw}
	for i := range found.Names {
		place, role := r.Taken(i), found.Names[i].Role
		isPlace := role == toponym.RolePlace || role == toponym.RoleMetonym
		in.Names = append(in.Names, Name{
			Place: place, Anchors: place != nil && (isPlace && r.IsCredible(i) || role == toponym.RoleDemonym), Mention: place != nil && isPlace,
			Known: place != nil && r.IsKnown(i, toponym.CommonNeeds),
		})
	}
	if country, ok := r.MainCountry(); ok {
		in.Country = &country
	}
	return in
}

// expressions writes the expressions in a text: "countryside: ring around(Morek)".
func expressions(t testing.TB, source string) string {
	t.Helper()
	var out []string
	for _, e := range Read(input(t, source)) {
		out = append(out, string(e.Kind)+": "+e.Tree.String())
	}
	return strings.Join(out, "; ")
}

// phrases writes the words of the expressions of a text.
func phrases(t testing.TB, source string) string {
	t.Helper()
	in := input(t, source)
	var out []string
	for _, e := range Read(in) {
		out = append(out, in.Text.Source[in.Text.Tokens[e.First].Start:in.Text.Tokens[e.Last].End])
	}
	return strings.Join(out, "; ")
}

type expressionTest struct{ text, want string }

func testExpressions(t *testing.T, tests []expressionTest) {
	t.Helper()
	for _, tt := range tests {
		if got := expressions(t, tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestCountryside(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"Shells hit the northern countryside of Hama.", "countryside: difference(sector north(Hama Governorate), Hama)"},
		{"Shells hit Hama's northern countryside.", "countryside: difference(sector north(Hama Governorate), Hama)"},
		{"Shells hit the Hama countryside.", "countryside: difference(Hama Governorate, Hama)"},
		{"Shells hit rural Hama.", "countryside: difference(Hama Governorate, Hama)"},
		{"Shells hit the northern and western countryside of Hama.", "countryside: difference(union(sector north(Hama Governorate), sector west(Hama Governorate)), Hama)"},
		{"Shells hit the northwestern countryside of Hama.", "countryside: difference(sector north-west(Hama Governorate), Hama)"},
		{"Shells hit the countryside of Morek.", "countryside: ring around(Morek)"},
		{"قصف الطيران ريف حماة الشمالي.", "countryside: difference(sector north(Hama Governorate), Hama)"},
		{"قصف الطيران الريف الشمالي لحماة.", "countryside: difference(sector north(Hama Governorate), Hama)"},
		{"قصف الطيران حماة وريفها.", "countryside: Hama Governorate"},
	})
}

func TestParts(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"Shells hit northern Hama province.", "countryside: sector north(Hama Governorate)"},
		{"Shells hit the far north of Idlib province.", "countryside: sector north far(Idlib Governorate)"},
		{"Shells hit central Idlib province.", "countryside: sector centre(Idlib Governorate)"},
		{"They met in the centre of Damascus.", "countryside: sector centre(Damascus)"},
		{"Rain fell in southern Syria.", "countryside: sector south(Syria)"},
		{"Rain fell in the north of Syria.", "countryside: sector north(Syria)"},
		{"They met on the outskirts of Hama.", "countryside: ring outskirts(Hama)"},
		{"Shells hit the surroundings of Morek.", "countryside: ring near(Morek)"},
		{"Greater Idlib is at rest.", "countryside: Idlib Governorate"},
	})
}

func TestDistances(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"It lies 43 km north of Aleppo.", "offset: offset north 43(Aleppo)"},
		{"It lies 2.5 kilometres south-east of Hama.", "offset: offset south-east 2.5(Hama)"},
		{"It lies ten miles west of Homs.", "offset: offset west 16.1(Homs)"},
		{"It lies about 30 km to the north of Homs.", "offset: offset north about 30(Homs)"},
		{"It lies 10 to 15 km east of Homs.", "offset: offset east 10-15(Homs)"},
		{"It lies between 10 and 14 km east of Homs.", "offset: offset east 10-14(Homs)"},
		{"It lies 9 miles (14 km) east of Homs.", "offset: offset east 14(Homs)"},
		{"It lies half a mile east of Homs.", "offset: offset east 0.81(Homs)"},
		{"It lies 400 metres east of Morek.", "offset: offset east 0.4(Morek)"},
		{"It lies 30 km from Homs.", "offset: ring at 30(Homs)"},
		{"It lies within 10 km of Homs.", "offset: ring within 10(Homs)"},
		{"They set up a 55 km zone around Tanf.", "offset: ring within 55(al-Tanf)"},
		{"They took 10 km of Homs road.", ""},
		{"على بعد 43 كم شمال حلب.", "offset: offset north 43(Aleppo)"},
		{"على بعد 30 كم من حلب.", "offset: ring at 30(Aleppo)"},
		{"على بعد كيلومترين غرب حماة.", "offset: offset west 2(Hama)"},
		{"It lies 30 km north of Syria.", ""}, // from which end?
	})
}

func TestLines(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They fought on the axis of Morek, Kafr Zita and Latamneh.", "axis: line(Morek, Kafr Zita, Latamneh)"},
		{"They fought on the Morek - Kafr Zita axis.", "axis: line(Morek, Kafr Zita)"},
		{"They closed the Hama-Aleppo road.", "road: road(Hama, Aleppo)"},
		{"They closed the road between Hama and Homs.", "road: road(Hama, Homs)"},
		{"They closed the highway linking Hama with Homs.", "road: road(Hama, Homs)"},
		{"They closed the road from Hama to Homs.", "road: road(Hama, Homs)"},
		{"They closed the road to Homs.", ""}, // it has no beginning
		{"Clashes raged between Morek and Kafr Zita.", "line of contact: line(Morek, Kafr Zita)"},
		{"Clashes raged between Aleppo and Baghdad.", ""}, // too far apart
		{"The phone line between Morek and Kafr Zita was cut.", ""},
		{"انقطع خط الكهرباء بين مورك وكفر زيتا.", ""},
		{"Buses run between Morek and Kafr Zita.", ""},
		{"Talks between Ankara and Moscow went on.", ""},
		{"A mine lies midway between Hama and Homs.", "offset: midpoint(Hama, Homs)"},
		{"The area between Hama and Homs is flat.", "countryside: between(Hama, Homs)"},
		{"قطعوا طريق تدمر دير الزور.", "road: road(Palmyra, Deir ez-Zor)"},
		{"قطعوا الطريق بين حماة وحمص.", "road: road(Hama, Homs)"},
	})
}

func TestBorders(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They met at the Syrian-Turkish border.", "border: border(Syria, Turkey)"},
		{"They met at the border between Syria and Iraq.", "border: border(Syria, Iraq)"},
		{"They met at Syria's border with Turkey.", "border: border(Syria, Turkey)"},
		{"In Idlib, Hama and Homs they feared for the Turkish border.", "border: border(Syria, Turkey)"},
		{"Turkey and Iraq met at a river.", ""},
		{"Turkey borders Iraq.", ""},
		{"In Idlib, Hama and Homs it is said that Turkey borders the Black Sea.", ""},
		{"In Idlib, Hama and Homs they feared for the Turkish borders Idlib has.", "border: border(Syria, Turkey)"},
	})
}

func TestPockets(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They hold the triangle of Morek, Kafr Zita and Latamneh.", "pocket: hull(Morek, Kafr Zita, Latamneh)"},
		{"They hold the pocket formed by Morek, Kafr Zita and Latamneh.", "pocket: hull(Morek, Kafr Zita, Latamneh)"},
		{"They hold the northern Hama pocket.", "pocket: sector north(Hama Governorate)"},
	})
}

func TestNamedLinesAndAreas(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They closed the M5 highway.", "road: M5 highway"},
		{"Boats crossed the Euphrates.", "river: Euphrates River"},
		{"They held the land east of the Euphrates.", "countryside: intersection(side east(Euphrates River), Syria)"},
	})
}

func TestAnaphora(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They took Morek. Shells fell south of the town.", "countryside: sector south(ring around(Morek))"},
		{"They took Morek and Latamneh. Shells fell south of the town.", ""}, // of which?
		{"وصلوا إلى مورك. قصف الطيران شمال البلدة.", "countryside: sector north(ring near(Morek))"},
	})
}

func TestOverlapsKeepTheLongest(t *testing.T) {
	for text, want := range map[string]string{
		"They fought in the western countryside of Aleppo along the Hama-Aleppo road.": "western countryside of Aleppo along the Hama-Aleppo road",
		"They fought 30 km north of Hama countryside.":                                 "Hama countryside",
		"It lies 43 km (26 miles) north of Aleppo.":                                    "43 km (26 miles) north of Aleppo",
	} {
		if got := phrases(t, text); !strings.Contains(got, want) {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestDescribes: an expression that only says where a place is names that place.
func TestDescribes(t *testing.T) {
	for text, want := range map[string]string{
		"They took Suran, 18 km north of Hama.":                  "Suran",
		"They took Suran, a town north of Hama.":                 "Suran",
		"They took Suran. 18 km north of Hama they dug in.":      "",
		"Shells fell 18 km north of Hama.":                       "",
		"They took Suran and dug in on hills 18 km from Aleppo.": "",
	} {
		in := input(t, text)
		got := ""
		for _, e := range Read(in) {
			if e.Describes >= 0 {
				got = in.Text.Names[e.Describes].Written
			}
		}
		if got != want {
			t.Errorf("%s: describes %q, want %q", text, got, want)
		}
	}
}

func TestNoExpressions(t *testing.T) {
	for _, text := range []string{
		"", "Hama fell.", "South Sudan and North Macedonia signed.", "South Front reported from Hama.", "The front was quiet.",
		"They fought for North Caucasus groups.", "The Northern Hama Brigade left.", "They stood in front of Hama.", "far Aleppo",
	} {
		if got := expressions(t, text); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

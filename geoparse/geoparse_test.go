package geoparse

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse/toponym"
)

// testParser opens the embedded gazetteer once for all tests.
var testParser = sync.OnceValue(func() *Parser {
	g, err := gazetteer.Default()
	if err != nil {
		panic(err)
	}
	p, err := New(g)
	if err != nil {
		panic(err)
	}
	return p
})

// mustParse parses a text, or fails the test.
func mustParse(t testing.TB, p *Parser, in Input) Result {
	t.Helper()
	r, err := p.Parse(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found writes mentions as "phrase=place".
func found(mentions []Mention) string {
	var out []string
	for _, m := range mentions {
		name := "?"
		if m.Within != nil {
			name = "? in " + m.Within.Name
		}
		if m.Place != nil {
			name = m.Place.Name
			if m.Place.Country != "" && m.Place.Country != "SY" {
				name += "/" + m.Place.Country
			}
		}
		out = append(out, m.Phrase+"="+name)
	}
	return strings.Join(out, "; ")
}

func TestMentions(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"list", "Fighting was reported in Latamenah, Kafr Zita and Zakat.", "Latamenah=Latamneh; Kafr Zita=Kafr Zita; Zakat=Zakat"},
		{"possessive", "Hama’s airport and Syria's ports were closed.", "Hama=Hama; Syria=Syria"},
		{"possessive in a name", "It lies in Queen Anne's County, Maryland.", "Queen Anne's County=Queen Anne's County/US; Maryland=Maryland/US"},
		{"hyphenated pair", "The Hama-Aleppo road was cut near Saraqib.", "Hama=Hama; Aleppo=Aleppo; Saraqib=Saraqib"},
		{"class in capitals", "They entered Idlib Governorate from the north.", "Idlib Governorate=Idlib Governorate"},
		{"class in small letters", "They entered Idlib province from the north.", "Idlib=Idlib Governorate"},
		{"class before", "The village of Sajou lies near Azaz.", "Sajou=Sajou; Azaz=Azaz"},
		{"abbreviations", "The U.S. and the UK met EU envoys; the UN did not attend.", "U.S.=United States/US; UK=United Kingdom/GB; EU=European Union"},
		{"pronoun", "He told us that it is late. In all, nine of us left.", ""},
		{"person", "President Abdullah Kerbala spoke to Charles Lister and Vanessa Paris.", ""},
		{"nisba", "Abu Musab al-Homsi was killed near Darkush.", "Darkush=Darkush"},
		{"organisation", "The Islamic State of Iraq and the Levant lost Raqqa, the Washington Post wrote.", "Raqqa=Raqqa"},
		{"adjective", "The US-backed fighters and pro-Turkey groups met in Manbij.", "Manbij=Manbij"},
		{"state after city", "Police in Springfield, Illinois, found the car.", "Springfield=Springfield/US; Illinois=Illinois/US"},
		{"country not village", "Lebanon and Jordan closed their borders with Syria.", "Lebanon=Lebanon/LB; Jordan=Jordan/JO; Syria=Syria"},
		{"unknown but cued", "The village of Qarmanjiq was shelled.", "Qarmanjiq=?"},
		{"unknown but cued, first in the text", "Village of Qarmanjiq was shelled.", "Qarmanjiq=?"},
		{"unknown hill", "Government forces took Tal Khirfan south of Aleppo.", "Tal Khirfan=? in Aleppo; Aleppo=Aleppo"},
		{"Arabic", "سيطر الجيش على بلدة مورك في ريف حماة وتقدم نحو خان شيخون.", "مورك=Morek; حماة=Hama Governorate; خان شيخون=Khan Shaykhun"},
		{"Arabic clitics", "وصلت القافلة إلى حلب وإدلب وباللاذقية.", "حلب=Aleppo; إدلب=Idlib; اللاذقية=Latakia"},
		{"Arabic adjective", "قال الجيش السوري إن القوات التركية انسحبت من مورك.", "مورك=Morek"},
		{"Arabic everyday word, not a prefix", "وفي حلب ينتشر فيروس كورونا وكورونا جديد.", "حلب=Aleppo"},
		{"ayn before a name", "Shells fell on Palmyra and ‘Arak in Syria.", "Palmyra=Palmyra; ‘Arak=Arak; Syria=Syria"},
		{"quoted name", "He said ‘Raqqa’ twice in Syria.", "Raqqa=Raqqa; Syria=Syria"},
		{"first word of more", "They met in Braij al-Zamkhan, near Homs in Syria.", "Homs=Homs; Syria=Syria"},
		{"gas field, not the quarter", "Clashes went on near the Shaar gas field, east of Homs.", "Shaar=Shaer gas field; Homs=Homs"},
		{"thing called after a place", "Cases of West Nile virus and Marburg fever were found in Texas.", "Texas=Texas/US"},
		{"article of its own", "The City of Edwardsville sued in The Hague, not in the hague.", "Edwardsville=Edwardsville/US; The Hague=The Hague/NL"},
		{"person and well-known name", "Ms Anna Kong said the flu had reached Hong Kong.", "Hong Kong=Hong Kong/HK"},
		{"Arabic town called the door", "تقدم الجيش من حلب وتادف نحو الباب في ريف حلب ثم إلى منبج.", "حلب=Aleppo; تادف=Tadef; الباب=al-Bab; حلب=Aleppo Governorate; منبج=Manbij"},
		{"Arabic door", "فتح الرجل الباب في باريس.", "باريس=Paris/FR"},
		{"state that holds the towns", "Georgia's governor spoke in Atlanta; voters in Savannah, Macon and Athens heard him.", "Georgia=Georgia/US; Atlanta=Atlanta/US; Savannah=Savannah/US; Macon=Macon/US; Athens=Athens/US"},
		{"sea by its own word", "A ship off Hodeidah in the Red Sea was hit.", "Hodeidah=Hodeidah/YE; Red Sea=Red Sea"},
		{"given name that is a country's", "Jordan Henderson scored in Liverpool.", "Liverpool=Liverpool/GB"},
		{"Arabic prefix before a short word", "وصل الوفد إلى منبج وتل رفعت وأم درمان.", "منبج=Manbij; تل رفعت=Tell Rifaat; أم درمان=Omdurman/SD"},
		{"person by what follows", "Salah al-Din al-Shishani and al-Zubair bin Awam left al-Nashwa al-Sharqi in Hasakah.", "al-Nashwa al-Sharqi=al-Nashwa; Hasakah=Hasakah"},
		{"ancient name", "Police in Berea, Ohio, asked for help.", "Berea=Berea/US; Ohio=Ohio/US"},
		{"ancient name, without help", "He was born in Berea.", "Berea=Berea/US"},
		{"hashtag", "أمطار غزيرة #حلب #أمطار_حلب", "حلب=Aleppo"},
		{"empty", "", ""},
		{"no words", "... 123 !!", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
				t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	tests := []struct {
		text, phrase string
		want         toponym.Role
	}{
		{"Ankara said that it would answer.", "Ankara", toponym.RoleMetonym},
		{"The train to Ankara was late.", "Ankara", toponym.RolePlace},
		{"Turkey rejected the proposal.", "Turkey", toponym.RoleMetonym},
		{"Syrian troops left Saraqib.", "Syrian", toponym.RoleDemonym},
		{"أعلنت أنقرة وقف العملية.", "أنقرة", toponym.RoleMetonym},
	}
	for _, tt := range tests {
		for _, m := range mustParse(t, testParser(), Input{Text: tt.text, Demonyms: true}).Mentions {
			if m.Phrase == tt.phrase && m.Role != tt.want {
				t.Errorf("%s: %s is a %s, want %s", tt.text, m.Phrase, m.Role, tt.want)
			}
		}
	}
}

func TestSpansAreCodePoints(t *testing.T) {
	text := "‘Ain Issa’ – 👍 – Kobanî, عين العرب; then Raqqa."
	runes := []rune(text)
	mentions := mustParse(t, testParser(), Input{Text: text}).Mentions
	if len(mentions) == 0 {
		t.Fatal("nothing found")
	}
	for _, m := range mentions {
		if got := string(runes[m.Start:m.End]); got != m.Phrase {
			t.Errorf("code points %d to %d are %q, the phrase is %q", m.Start, m.End, got, m.Phrase)
		}
		if s := string(runes[m.Sentence.Start:m.Sentence.End]); !strings.Contains(s, m.Phrase) {
			t.Errorf("sentence %q does not hold %q", s, m.Phrase)
		}
	}
}

func TestGivenSpans(t *testing.T) {
	text := "Paris, Texas and the city of light; Tadmur province"
	spans := []Span{{Start: 7, End: 12}, {Start: 0, End: 5}, {Start: 36, End: 42}, {Start: 36, End: 51}, {Start: 29, End: 34}}
	mentions := mustParse(t, testParser(), Input{Text: text, Spans: spans}).Mentions
	if len(mentions) != len(spans) {
		t.Fatalf("%d mentions for %d spans", len(mentions), len(spans))
	}
	for i, m := range mentions {
		if m.Span != spans[i] {
			t.Errorf("mention %d is %v, want %v", i, m.Span, spans[i])
		}
	}
	if m := mentions[1]; m.Place == nil || m.Place.Country != "US" {
		t.Errorf("Paris, Texas is %+v", m.Place)
	}
	if m := mentions[3]; m.Place == nil || m.Place.Name != "Palmyra District" && m.Place.Name != "Palmyra" {
		t.Errorf("%q is taken for %+v", m.Phrase, m.Place)
	}
}

func TestGivenSpanAfterFirstWord(t *testing.T) {
	text := "governorate of Hama fell, then the governorate of Idlib."
	mentions := mustParse(t, testParser(), Input{Text: text, Spans: []Span{{Start: 15, End: 19}, {Start: 50, End: 55}}}).Mentions
	if got := found(mentions); got != "Hama=Hama Governorate; Idlib=Idlib Governorate" {
		t.Errorf("found %s", got)
	}
}

func TestSkippedStretchesAreNotRead(t *testing.T) {
	text := "Morek was hit.\nReporting by A in Damascus\nSaraqib was hit."
	got := found(mustParse(t, testParser(), Input{Text: text, Skip: []Span{{Start: 15, End: 41}}}).Mentions)
	if want := "Morek=Morek; Saraqib=Saraqib"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

func TestSameInputSameResult(t *testing.T) {
	p := testParser()
	text := sampleText(t)
	want := mustParse(t, p, Input{Text: text})
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := mustParse(t, p, Input{Text: text}); !reflect.DeepEqual(got, want) {
				t.Error("a second parse gives another result")
			}
		})
	}
	wait.Wait()
}

// sampleText is the sample corpus in one text.
func sampleText(t testing.TB) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "sample", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no sample corpus", err)
	}
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

func TestConfidenceIsAShare(t *testing.T) {
	mentions := mustParse(t, testParser(), Input{Text: sampleText(t)}).Mentions
	if len(mentions) < 100 {
		t.Errorf("%d mentions show little", len(mentions))
	}
	for _, m := range mentions {
		if m.Confidence < 0 || m.Confidence > 1 || m.Reason == "" || (m.Place == nil && m.Within == nil) != (m.Precision == "") || len(m.Candidates) > 5 {
			t.Errorf("%+v", m)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	p := testParser()
	text := sampleText(b)
	articles := strings.Split(text, "\n\n\n")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, a := range articles {
			mustParse(b, p, Input{Text: a})
		}
	}
}

func BenchmarkTokenize(b *testing.B) {
	words := testParser().words
	text := sampleText(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		words.Tokenize(text)
	}
}

func ExampleParser_Parse() {
	g, err := gazetteer.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := New(g)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Parse(context.Background(), Input{Text: "Clashes along the axis of Kafr Zita, Latamenah and Morek."})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range r.Mentions {
		fmt.Printf("%s: %s, %.2f %.2f\n", m.Phrase, m.Place.Name, m.Place.Point[0], m.Place.Point[1])
	}
	for _, f := range r.Fronts {
		fmt.Printf("%s: %s\n", f.Kind, f.Reading)
	}
	// Output:
	// Kafr Zita: Kafr Zita, 36.60 35.37
	// Latamenah: Latamneh, 36.62 35.32
	// Morek: Morek, 36.69 35.38
	// axis: line through Kafr Zita, Latamneh, Morek
}

package classify_test

import (
	"strings"
	"testing"

	"dateline/geoparse/geoparsetest"
	"dateline/geoparse/lexicon"
	"dateline/geoparse/toponym"
)

// roles writes names with their roles: "Hama place; Ankara metonym".
func roles(f *toponym.Annotated) string {
	var out []string
	for i := range f.Names {
		if f.Names[i].Role == toponym.RoleNone && f.Words[f.Names[i].First]&(lexicon.Stop|lexicon.Preposition) != 0 {
			continue // "The", "In"
		}
		role := string(f.Names[i].Role)
		if role == "" {
			role = "nothing"
		}
		out = append(out, f.Source[f.Names[i].Start:f.Names[i].End]+" "+role)
	}
	return strings.Join(out, "; ")
}

type roleTest struct{ text, want string }

func testRoles(t *testing.T, tests []roleTest) {
	t.Helper()
	for _, tt := range tests {
		if got := roles(geoparsetest.Classified(t, tt.text)); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	testRoles(t, []roleTest{
		{"Trucks left Idlib for Aleppo.", "Idlib place; Aleppo place"},
		{"The village of Morek was hit.", "Morek place"},
		{"وصلت الشاحنات إلى إدلب.", "إدلب place"},
		{"Nothing is said here.", ""},
	})
}

func TestPeoplesAreDemonyms(t *testing.T) {
	testRoles(t, []roleTest{
		{"A Syrian doctor met Turkish nurses.", "Syrian demonym; Turkish demonym"},
		{"A pro-Turkey group fired on Idlib.", "Turkey demonym; Idlib place"},
		{"US-backed fighters left Raqqa.", "US demonym; Raqqa place"},
		{"سافر الطبيب السوري إلى حلب.", "السوري demonym; حلب place"},
		{"زار الوفد سوريا.", "سوريا place"},
	})
}

func TestPersons(t *testing.T) {
	testRoles(t, []roleTest{
		{"Captain Paris Hilton wrote from Idlib.", "Paris person; Hilton person; Idlib place"},
		{"She thanked Jordan Henderson in Homs.", "Jordan person; Henderson person; Homs place"},
		{"They met John W. Lincoln there.", "Lincoln person"},
		{"Mr. Houston said no.", "Houston person"},
		{"Michael Jackson sang in Beirut.", "Michael person; Jackson person; Beirut place"},
		{"A spokesman for Kellogg left.", "Kellogg person"},
		{"Kellogg, a lawyer, left.", "Kellogg person"},
		{"He lives in Kellogg, Idaho.", "Kellogg place; Idaho place"},
		{"قال الرئيس محمود عباس ذلك في رام الله.", "عباس nothing; رام الله place"},
	})
}

func TestKnownPersonsStayPersons(t *testing.T) {
	testRoles(t, []roleTest{
		{"Michael Hudson spoke. Later Hudson left Idlib.", "Michael person; Hudson person; Hudson person; Idlib place"},
		{"Michael Hudson spoke. Later he went to Hudson.", "Michael person; Hudson person; Hudson person"},
		{"Michael Hudson spoke in Hudson.", "Michael person; Hudson person; Hudson place"},
	})
}

func TestOrganisations(t *testing.T) {
	testRoles(t, []roleTest{
		{"The Damascus University closed.", "Damascus organisation; University nothing"},
		{"The University of Raqqa closed.", "University nothing; Raqqa organisation"},
		{"The Homs Brigade left Hama.", "Homs organisation; Hama place"},
		{"The newspaper Tripoli is printed there.", "Tripoli organisation"},
		{"انسحب لواء الرقة من حماة.", "لواء nothing; الرقة organisation; حماة place"},
		{"انسحبت قوات سوريا الديمقراطية.", "سوريا organisation"},
	})
}

func TestThingsCalledAfterPlaces(t *testing.T) {
	testRoles(t, []roleTest{
		{"They ate Peking duck.", "Peking nothing"},
		{"They signed the Geneva convention.", "Geneva convention organisation"},
		{"The Minsk peace agreement failed.", "Minsk nothing"},
		{"The frigate Hamburg sailed to Tartus.", "Hamburg nothing; Tartus place"},
		{"Hurricane Florence passed.", "Hurricane nothing; Florence nothing"},
		{"The Duke of York came to Aleppo.", "Duke nothing; York nothing; Aleppo place"},
		{"Cairo will deal with it.", "Cairo place"},
		{"افتتح المحل في شارع بغداد بدمشق.", "بغداد nothing; دمشق place"},
	})
}

func TestCommonWords(t *testing.T) {
	testRoles(t, []roleTest{
		{"They left in March.", "March nothing"},
		{"She lives in Best, Netherlands.", "Best place; Netherlands place"},
		{"Best of all, they left.", "Best nothing"},
		{"دخل الرجل من الباب.", "الباب nothing"},
		{"وصلوا من حلب إلى الباب ثم منبج.", "حلب place; الباب place; منبج place"},
	})
}

func TestGovernmentsAreMetonyms(t *testing.T) {
	testRoles(t, []roleTest{
		{"Ankara rejected the plan.", "Ankara metonym"},
		{"Moscow has since denied it.", "Moscow metonym"},
		{"They welcomed Washington's policy.", "Washington metonym"},
		{"Ankara and Moscow agreed.", "Ankara metonym; Moscow metonym"},
		{"In Ankara the plan was rejected.", "Ankara place"},
		{"Trucks left Ankara.", "Ankara place"},
		{"Aleppo rejected the plan.", "Aleppo place"}, // no capital
		{"A march from Damascus to Homs began.", "Damascus place; Homs place"},
		{"أعلنت دمشق ذلك.", "دمشق metonym"},
	})
}

func TestListedSurnames(t *testing.T) {
	testRoles(t, []roleTest{
		{"Hill, Banks, Lincoln and Houston voted no.", "Hill nothing; Banks nothing; Lincoln person; Houston person"},
		{"They went to Lincoln and Houston.", "Lincoln place; Houston place"},
	})
}

// TestRivers: a name in a context where only rivers occur means the river, or nothing.
func TestRivers(t *testing.T) {
	for _, tt := range []struct {
		text  string
		water bool
	}{
		{"They swam across the Jordan at night.", true}, {"The river Jordan is low.", true}, {"The left bank of the Jordan is high.", true},
		{"They flew across Jordan at night.", false}, {"They left Jordan.", false},
	} {
		f := geoparsetest.Classified(t, tt.text)
		waters := 0
		for _, h := range f.Names[len(f.Names)-1].Hits {
			if f.Gaz.Place(h.Ref).Kind.Class() == 'H' {
				waters++
			}
		}
		if all := waters > 0 && waters == len(f.Names[len(f.Names)-1].Hits); all != tt.water {
			t.Errorf("%s: %d of %d are waters", tt.text, waters, len(f.Names[len(f.Names)-1].Hits))
		}
	}
}

package document

import (
	"testing"

	"dateline/gazetteer"
	"dateline/geoparse"
)

func TestTreeJSON(t *testing.T) {
	division := geoparse.Tree{Place: &gazetteer.Place{ID: "gn173566", Name: "Hama Governorate"}}
	city := geoparse.Tree{Place: &gazetteer.Place{ID: "gn170017", Name: "Hama"}}
	sector := geoparse.Tree{Op: geoparse.OpSector, Bearing: "north", Of: []geoparse.Tree{division}}
	for want, tree := range map[string]geoparse.Tree{
		`{"place":"gn170017","name":"Hama"}`: city,
		`{"op":"difference","of":[{"op":"sector","bearing":"north","level":"","of":[{"place":"gn173566","name":"Hama Governorate"}]},{"place":"gn170017","name":"Hama"}]}`: {
			Op: geoparse.OpDifference, Of: []geoparse.Tree{sector, city},
		},
		`{"op":"offset","bearing":"east","level":"about","km":12.5,"of":[{"place":"gn170017","name":"Hama"}]}`: {
			Op: geoparse.OpOffset, Bearing: "east", Level: "about", Km: 12.5, Of: []geoparse.Tree{city},
		},
	} {
		if got := string(treeJSON(&tree)); got != want {
			t.Errorf("%v is\n%s, want\n%s", tree, got, want)
		}
	}
}

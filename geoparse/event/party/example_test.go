package party_test

import (
	"fmt"

	"dateline/geoparse/event/party"
)

// Phrases name actors by any of their names, in either script.
func ExampleTable_Find() {
	parties, err := party.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, phrase := range []string{"fighters of the SDF", "قوات سوريا الديمقراطية"} {
		p, _ := parties.Find(phrase, "SY")
		fmt.Println(p.ID, p.Name, p.Group.ID)
	}
	// Output:
	// syria/sdf Syrian Democratic Forces syria/sdf
	// syria/sdf Syrian Democratic Forces syria/sdf
}

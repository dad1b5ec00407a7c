package geoparse

import "testing"

// TestGroupsAtHome: the groups that a report names tell in which country its villages lie.
func TestGroupsAtHome(t *testing.T) {
	testFound(t, []foundIn{
		{"The army retook Sinjar from the rebels.", "Sinjar=Sinjar/IQ"},
		{"HTS retook Sinjar from the army.", "Sinjar=Sinjar"},
		{"Fighters took Bahra village.", "Bahra=Bahra/SA"},
		{"SDF fighters took Bahra village.", "Bahra=Bahrah"},
		{"استعادت الفصائل بلدة السوسة.", "السوسة=Sousse/TN"},
		{"استعادت هيئة تحرير الشام سنجار.", "سنجار=Sinjar"},
	})
}

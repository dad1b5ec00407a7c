package geoparse

import (
	"context"
	"testing"

	"dateline/geoparse/toponym"
)

// TestMetonyms: the role of the first given name of each text.
func TestMetonyms(t *testing.T) {
	for _, c := range []struct {
		text, name string
		role       toponym.Role
	}{
		{"Cairo has long sought to mediate in Sudan.", "Cairo", toponym.RoleMetonym},
		{"Officials say Riyadh will never recognise the vote.", "Riyadh", toponym.RoleMetonym},
		{"The rebels lost the backing of Doha's foreign ministry.", "Doha", toponym.RoleMetonym},
		{"SDF, Damascus trade fire", "Damascus", toponym.RoleMetonym},
		{"The Damascus trade fair opened.", "Damascus", toponym.RolePlace},
		{"It was Moscow's biggest gain of the year.", "Moscow", toponym.RoleMetonym},
		{"It was Moscow's biggest theatre of the year.", "Moscow", toponym.RolePlace},
		{"Sanctions on Pyongyang were renewed.", "Pyongyang", toponym.RoleMetonym},
		{"The deal between Amman and Baghdad holds.", "Baghdad", toponym.RoleMetonym},
		{"Paris and Berlin agreed to wait.", "Paris", toponym.RoleMetonym},
		{"The envoy tried to persuade Tehran, she said.", "Tehran", toponym.RoleMetonym},
		{"Kyiv denied the report. Observers doubt Kyiv.", "Kyiv", toponym.RoleMetonym},
		{"أعلنت بغداد وقف العمل بالاتفاق.", "بغداد", toponym.RoleMetonym},
		{"جاء ذلك بعد موقف القاهرة الأخير.", "القاهرة", toponym.RoleMetonym},
		{"Sanctions were announced by Brussels.", "Brussels", toponym.RoleMetonym},
		{"The truce was brokered by Doha.", "Doha", toponym.RoleMetonym},
		{"The column drove by Tripoli.", "Tripoli", toponym.RolePlace},
		{"Moscow moved aircraft to the coast.", "Moscow", toponym.RoleMetonym},
		{"A train from Moscow moved slowly.", "Moscow", toponym.RolePlace},
		{"Shelling hit the suburbs of Damascus.", "Damascus", toponym.RolePlace},
		{"Protesters marched in Cairo on Friday.", "Cairo", toponym.RolePlace},
		{"A bus from Beirut to Damascus was late.", "Beirut", toponym.RolePlace},
		{"Residents left Khartoum for the coast.", "Khartoum", toponym.RolePlace},
		{"Tripoli was hit by rockets at dawn.", "Tripoli", toponym.RolePlace},
		{"سقطت قذائف على دمشق أمس.", "دمشق", toponym.RolePlace},
		{"وصل الوفد إلى القاهرة.", "القاهرة", toponym.RolePlace},
	} {
		r, err := testParser().Parse(context.Background(), Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		var role toponym.Role
		for i := range r.Mentions {
			if m := &r.Mentions[i]; m.Phrase == c.name {
				role = m.Role
			}
		}
		if role != c.role {
			t.Errorf("%s: %s is %q, want %q", c.text, c.name, role, c.role)
		}
	}
}

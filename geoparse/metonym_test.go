package geoparse

import (
	"context"
	"testing"
)

// TestMetonyms holds the role of the first name that is asked for in each text.
func TestMetonyms(t *testing.T) {
	for _, c := range []struct {
		text, name string
		role       Role
	}{
		{"Cairo has long sought to mediate in Sudan.", "Cairo", RoleMetonym},
		{"Officials say Riyadh will never recognise the vote.", "Riyadh", RoleMetonym},
		{"The rebels lost the backing of Doha's foreign ministry.", "Doha", RoleMetonym},
		{"Sanctions on Pyongyang were renewed.", "Pyongyang", RoleMetonym},
		{"The deal between Amman and Baghdad holds.", "Baghdad", RoleMetonym},
		{"Paris and Berlin agreed to wait.", "Paris", RoleMetonym},
		{"The envoy tried to persuade Tehran, she said.", "Tehran", RoleMetonym},
		{"Kyiv denied the report. Observers doubt Kyiv.", "Kyiv", RoleMetonym},
		{"أعلنت بغداد وقف العمل بالاتفاق.", "بغداد", RoleMetonym},
		{"جاء ذلك بعد موقف القاهرة الأخير.", "القاهرة", RoleMetonym},
		{"Shelling hit the suburbs of Damascus.", "Damascus", RolePlace},
		{"Protesters marched in Cairo on Friday.", "Cairo", RolePlace},
		{"A bus from Beirut to Damascus was late.", "Beirut", RolePlace},
		{"Residents left Khartoum for the coast.", "Khartoum", RolePlace},
		{"Tripoli was hit by rockets at dawn.", "Tripoli", RolePlace},
		{"سقطت قذائف على دمشق أمس.", "دمشق", RolePlace},
		{"وصل الوفد إلى القاهرة.", "القاهرة", RolePlace},
	} {
		r, err := testParser().Parse(context.Background(), Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		var role Role
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

package geoparse

import "testing"

// TestWellKnownPlaces: well-known places prevail over hamlets of the same name, unless the text
// names the hamlets' region.
func TestWellKnownPlaces(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"pair with namesakes in Ohio", "Washington and London condemned the attack.", "Washington=Washington, D.C./US; London=London/GB"},
		{"another country named", "US officials in Dublin and Cairo declined to comment.", "US=United States/US; Dublin=Dublin/IE; Cairo=Cairo/EG"},
		{"English name of a city", "Delegates left for Geneva and Vienna.", "Geneva=Geneva/CH; Vienna=Vienna/AT"},
		{"dead name of a suburb", "Athens and Chicago are twinned.", "Athens=Athens/GR; Chicago=Chicago/US"},
		{"region named", "The fair in Athens drew people from Lancaster and Logan, in southeast Ohio.", "Athens=Athens/US; Lancaster=Lancaster/US; Logan=Logan/US; Ohio=Ohio/US"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
				t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
			}
		})
	}
}

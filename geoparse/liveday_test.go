package geoparse

import "testing"

func TestLiveDay(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"entries with their times", "Sudan war, live: 3 May 2023\n\n16:40\nJets bombed Omdurman.\n\n15:05 GMT - Shells fell.", "2023-05-03"},
		{"Arabic", "تغطية حية 3 أيار 2023\n\n16:40 - قصف على دوما.\n\n15:05 - قصف على حرستا.", "2023-05-03"},
		{"one time is no blog", "Sudan war: 3 May 2023\n\n16:40\nJets bombed Omdurman.", ""},
		{"a headline without year", "Sudan war, live: 3 May\n\n16:40 Jets came.\n15:05 Shells fell.", ""},
		{"a sentence", "They fled on 3 May 2023.\n16:40 Jets came.\n15:05 Shells fell.", ""},
		{"scores", "Results of 3 May 2023\nHoms 16:40 Hama\nIdlib 15:05 Homs", ""},
	} {
		got := ""
		if day, ok := liveDay(tt.text); ok {
			got = day.String()
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

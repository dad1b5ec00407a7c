package trigger_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestWhoOrWhatIsMeant(t *testing.T) {
	geoparsetest.Pairs(t, triggersIn, []geoparsetest.Pair{
		{"a town is handed over",
			"Rebels handed [Kurna] over to the army.", "handed withdrawal participle",
			"Rebels handed gifts over to guests in [Kurna].", ""},
		{"a town is signed over",
			"The junta turned the airport over to the navy near [Kurna].", "turned withdrawal participle",
			"The junta turned to the navy near [Kurna].", ""},
		{"protesters gather",
			"Protesters gathered in [Kurna].", "gathered protest participle",
			"Ministers gathered in [Kurna].", ""},
		{"with a demand",
			"Residents gathered in [Kurna] to demand bread.", "gathered protest participle",
			"Residents gathered in [Kurna] to eat bread.", ""},
		{"people are shot",
			"Bandits shot two men in [Kurna].", "shot kill participle",
			"Directors shot two films in [Kurna].", ""},
		{"one who is no soldier is shot",
			"A rebel shot a teacher in [Kurna].", "shot kill participle",
			"A rebel shot a wolf in [Kurna].", ""},
		{"people are shot, passive",
			"Two soldiers were shot in [Kurna].", "shot kill participle",
			"The film was shot in [Kurna].", ""},
		{"Arabic, protesters gather",
			"تجمع محتجون في [سنار].", "تجمع protest verb",
			"تجمع لاعبون في [سنار].", ""},
		{"Arabic, lost, and so it has", "فقد الجيش [سنار].", "فقد withdrawal verb", "فقد قصفت الطائرات [سنار].", "قصفت shelling verb"},
		{"Arabic, and so it has announced", "فقد الجيش [سنار].", "فقد withdrawal verb", "فقد أعلن الجيش ذلك في [سنار].", ""},
		{"Arabic, what falls is rain", "سقطت مدينة [سنار].", "سقطت withdrawal verb", "سقطت أمطار على [سنار].", ""},
	})
}

package aspect_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestContinuingEvents(t *testing.T) {
	geoparsetest.Pairs(t, aspectIn, []geoparsetest.Pair{
		{"are doing it", "Rebels are shelling [Kurna].", "lasting", "Rebels shelled [Kurna].", ""},
		{"have done it", "Rebels have shelled [Kurna].", "lasting", "Rebels had shelled [Kurna].", "before"},
		{"have been killed", "Ten have been killed in [Kurna].", "lasting", "Ten were killed in [Kurna].", ""},
		{"joined participles",
			"Ten have been killed and wounded in [Kurna].", "lasting",
			"Ten were killed and wounded in [Kurna].", ""},
		{"is said to be massing",
			"Troops are said to be massing in [Kurna].", "lasting",
			"Troops said they massed in [Kurna].", ""},
		{"a month-long one", "A week-long siege of [Kurna] began.", "lasting", "A moonlit siege of [Kurna] began.", ""},
		{"ongoing",
			"They watch the ongoing siege of [Kurna].", "lasting definite",
			"They watch the bitter siege of [Kurna].", "definite"},
		{"during", "Ten fled during an offensive on [Kurna].", "lasting", "Ten fled from an offensive on [Kurna].", ""},
		{"backed by",
			"Backed by shelling, troops met in [Kurna].", "lasting",
			"Angered by shelling, troops met in [Kurna].", ""},
		{"a light verb that goes on",
			"Jets are carrying out air strikes on [Kurna].", "lasting",
			"Jets carried out air strikes on [Kurna].", ""},
		{"continue", "Rebels continue their assault on [Kurna].", "lasting", "Rebels commence their assault on [Kurna].", ""},
		{"are pressing to", "Troops are battling to retake [Kurna].", "lasting", "Troops battled to retake [Kurna].", ""},
		{"captures do not last", "Troops have shelled [Kurna].", "lasting", "Troops have captured [Kurna].", ""},
		{"prisoners are held", "Ten have been arrested in [Kurna].", "lasting", "Police have arrested ten in [Kurna].", ""},
		{"recently", "Rebels recently shelled [Kurna].", "lasting", "Rebels fiercely shelled [Kurna].", ""},
		{"over the recent days",
			"Rebels shelled [Kurna] over recent days.", "lasting",
			"Rebels shelled [Kurna] over several hills.", ""},
		{"Arabic, continues", "تستمر الاشتباكات في [سنار].", "lasting definite", "انتهت الاشتباكات في [سنار].", "definite"},
		{"Arabic, still", "لا تزال المعارك مستمرة في [سنار].", "lasting definite", "كانت المعارك عنيفة في [سنار].", "definite"},
	})
}

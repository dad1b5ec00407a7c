package aspect_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestEventsOfMonths(t *testing.T) {
	geoparsetest.Pairs(t, aspectIn, []geoparsetest.Pair{
		{"month-long", "They face a month-long offensive on [Kurna].", "lasting months", "They face a day-long offensive on [Kurna].", "lasting"},
		{"months of", "After months of fighting [Kurna] was quiet.", "lasting months", "After hours of fighting [Kurna] was quiet.", ""},
		{"in recent months", "Rebels shelled [Kurna] in recent months.", "lasting months", "Rebels shelled [Kurna] in recent days.", "lasting"},
		{"for months", "Rebels shelled [Kurna] for months.", "lasting months", "Rebels shelled [Kurna] some months ago.", ""},
		{"in another clause", "In recent months, the shelling of [Kurna] grew.", "lasting definite", "In recent months the shelling of [Kurna] grew.", "lasting definite months"},
		{"seized territory", "Rebels have seized swathes of [Kurna].", "before", "Rebels have seized parts of [Kurna].", ""},
		{"what began a state", "Rebels have held it since March following an operation in [Kurna].", "cause", "Rebels have held it since March in an operation in [Kurna].", ""},
		{"what it led to", "Rebels have held it since March after clashes which led to displacement in [Kurna].", "cause", "Rebels have held it after clashes which led to displacement in [Kurna].", ""},
		{"an escalation", "There is a new offensive in [Kurna].", "", "There is a new escalation in [Kurna].", "lasting"},
		{"Arabic, for months", "تستمر الاشتباكات في [سنار] منذ أشهر.", "lasting definite months", "تستمر الاشتباكات في [سنار] منذ أيام.", "lasting definite"},
	})
}

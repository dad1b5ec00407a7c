package geoparse

import (
	"testing"
)

func TestNamesWithTheirClassWord(t *testing.T) {
	testFound(t, []foundIn{
		{"Aid reached the Nur Shams camp.", "Nur Shams=Nur Shams Camp/PS"},
		{"Fires in the Zamzam and Abu Shouk camps in Sudan.", "Zamzam=Zamzam Camp/SD; Abu Shouk=Abu Shouk Camp/SD; Sudan=Sudan/SD"},
		{"They left the Shatila camp.", "Shatila=Shatila Camp/LB"},
		{"They were taken to a Khartoum hospital.", "Khartoum=Khartoum/SD"},
		{"They were taken to Khartoum hospital.", "Khartoum=Khartoum Teaching Hospital/SD"},
		{"Nur Shams sang in a camp.", ""},
	})
}

func TestOtherRomanisations(t *testing.T) {
	testFound(t, []foundIn{
		{"Drones hit Hadiach.", "Hadiach=Hadyach/UA"},
		{"A train reached Berdiansk in Ukraine.", "Berdiansk=Berdyansk/UA; Ukraine=Ukraine/UA"},
		{"They spoke of Enerkodar.", ""},
	})
}

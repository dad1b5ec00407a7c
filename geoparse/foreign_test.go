package geoparse

import "testing"

// TestForeign: lines in other languages are read with caution, and English lines with foreign names
// are not taken for them.
func TestForeign(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Der Gouverneur der Region sagte, in Bachmut und Kiew sei es ruhig.", "Bachmut=Bakhmut/UA; Kiew=Kyiv/UA"},
		{"Der Zug nach Hama wurde mit dem Bus aus Homs eingeholt.", "Hama=Hama; Homs=Homs"}, // not the town of Zug
		{"Die Ukraine und der Irak haben sich geeinigt.", "Ukraine=Ukraine/UA; Irak=Iraq/IQ"},
		{"Alle warten auf Regen, und der Fluss ist leer.", ""},
		{"Las autoridades se reunieron en Ginebra para hablar de la frontera.", ""}, // not the Ginebra of Colombia
		{"Los rebeldes de Goma y los de Kiwanja se han retirado.", "Goma=Goma/CD; Kiwanja=Kiwanja/CD"},
		{"Les habitants de Sens sont inquiets. Ils ont quitté Damas.", "Damas=Damascus"},
		{"Les habitants d'Alep et de Homs fuient vers la Turquie.", "Alep=Aleppo; Homs=Homs; Turquie=Turkey/TR"},
		{"En la frontera entre Siria y Turquía, miles de personas esperan.", "Siria=Syria; Turquía=Turkey/TR"},
		{"In Siria e in Turchia sono morti in molti.", "Siria=Syria; Turchia=Turkey/TR"},
		{"Suriye ordusu İdlib'in güneyinde. Bu karar için Ankara'da toplandı.", "Suriye=Syria; İdlib=Idlib; Ankara=Ankara/TR"},
		{"Argelia, in Cauca, is calm.", "Argelia=Argelia/CO; Cauca=Cauca/CO"},
		{"El Fasher - El Obeid - El Geneina: shells fell", "El Fasher=El Fasher/SD; El Obeid=El Obeid/SD; El Geneina=El Geneina/SD"},
		{"Ursula von der Leyen and Juan de la Cruz left Hass.", "Hass=Hass"},
		{"They took Saint-Cyr-sur-Mer, Aix-en-Provence, Toulon and Sens.", "Saint-Cyr-sur-Mer=Saint-Cyr-sur-Mer/FR; Aix-en-Provence=Aix-en-Provence/FR; Toulon=Toulon/FR; Sens=Sens/FR"},
	} {
		if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
			t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
		}
	}
}

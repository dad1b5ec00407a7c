package geoparse

import "testing"

func TestContainers(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"each its own", "She left Valencia, Spain, for Valencia, Venezuela.", "Valencia=Valencia/ES; Spain=Spain/ES; Valencia=Valencia/VE; Venezuela=Venezuela/VE"},
		{"apposition", "Fighters left Akrama, a village in northern Raqqa province.", "Akrama=? in Raqqa Governorate; Raqqa=Raqqa Governorate"},
		{"class word and in", "Shells fell on Bureij village in eastern Hama countryside.", "Bureij=? in Hama Governorate; Hama=Hama Governorate"},
		{"possessive of a country", "A bomb went off in Mansoura, in Jordan's Irbid.", "Mansoura=? in Jordan; Jordan=Jordan/JO; Irbid=Irbid/JO"},
		{"people and class word", "They left the Iraqi town of Qaim.", "Qaim=al-Qaim/IQ"},
		{"by a town", "Troops took the village of Zhovkva west of Avdiivka.", "Zhovkva=? in Avdiivka; Avdiivka=Avdiivka/UA"},
		{"known anyway", "He met Moscow's envoys in Sochi.", "Moscow=Moscow/RU; Sochi=Sochi/RU"},
		{"known by another name", "Families crossed to Yida in South Sudan.", "Yida=? in South Sudan; South Sudan=South Sudan/SS"},
		{"list before a container", "Shells hit Saraqib, Binnish and Taftanaz in Idlib province.", "Saraqib=Saraqib; Binnish=Binnish; Taftanaz=Taftanaz; Idlib=Idlib Governorate"},
		{"division without a name of its own", "Schools in Ryazan region were closed.", "Ryazan=Ryazan Oblast/RU"},
		{"a building called after a place elsewhere", "He was treated at the Jerusalem hospital in Hama.", "Jerusalem=? in Hama; Hama=Hama"},
		{"a building of a place in the container", "He was treated at the Morek hospital in Hama.", "Morek=Morek; Hama=Hama"},
		{"quarters in a city", "Bombs went off in Sadr City and Kadhimiya in Baghdad.", "Sadr City=Sadr City/IQ; Kadhimiya=Kadhimiya/IQ; Baghdad=Baghdad/IQ"},
		{"two containers", "They hold villages near Morek in Hama and Idlib.", "Morek=Morek; Hama=Hama Governorate; Idlib=Idlib"},
		{"for the rest of the text", "They took Karlivka, a village in Sumy region. Karlivka has no water.", "Karlivka=? in Sumy Oblast; Sumy=Sumy Oblast/UA; Karlivka=? in Sumy Oblast"},
		{"road", "The valley lies north of the Damascus-Beirut road, in Rif Dimashq governorate.", "Damascus=Damascus; Beirut=Beirut/LB; Rif Dimashq=Rif Dimashq Governorate"},
		{"a suburb with a great city's name holds nothing", "They took Buwayda village in Hama countryside.", "Buwayda=Al-Buwaydah; Hama=Hama Governorate"},
		{"nor does a suburb far off", "They took Douma village in Hama countryside.", "Douma=? in Hama Governorate; Hama=Hama Governorate"},
		{"in the division rather than beside it", "They took Tibna village in Daraa countryside.", "Tibna=Tibnah; Daraa=Daraa Governorate"},
		{"a region is no village", "They took the village of Shebaa in Rif Dimashq.", "Shebaa=? in Rif Dimashq Governorate; Rif Dimashq=Rif Dimashq Governorate"},
		{"what only sounds like it, and not near", "Rebels entered Barshaya, near al-Bab.", "al-Bab=al-Bab"},
		{"nor in the division", "They took Abu Nitil village north of Deir ez-Zor.", "Abu Nitil=? in Deir ez-Zor; Deir ez-Zor=Deir ez-Zor"},
		{"a misspelt village in the division", "They took Khasham village north of Deir ez-Zor.", "Khasham=Khasham; Deir ez-Zor=Deir ez-Zor"},
		{"Arabic", "سقطت قذائف على الغزلانية، وهي قرية في ريف إدلب.", "الغزلانية=? in Idlib Governorate; إدلب=Idlib Governorate"},
		{"Arabic prefix", "اشتباكات في قرية البريج بريف حماة.", "البريج=? in Hama Governorate; حماة=Hama Governorate"},
		{"Arabic adjective of a country", "سقطت قذيفة على حي المنصورة في العاصمة العراقية بغداد.", "المنصورة=? in Baghdad; بغداد=Baghdad/IQ"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := found(mustParse(t, testParser(), Input{Text: tt.text}).Mentions); got != tt.want {
				t.Errorf("%s\n got  %s\n want %s", tt.text, got, tt.want)
			}
		})
	}
}

// TestHolders: a name means the division if the text speaks of towns or areas in it.
func TestHolders(t *testing.T) {
	testFound(t, []foundIn{
		{"Clashes broke out in the liberated areas in Idlib.", "Idlib=Idlib Governorate"},
		{"Villages across Homs lost power.", "Homs=Homs Governorate"},
		{"Jets hit rebel-held towns in Aleppo.", "Aleppo=Aleppo Governorate"},
		{"سيروا دوريات في المناطق المحررة في حماة.", "حماة=Hama Governorate"},
		{"He has a house in Idlib.", "Idlib=Idlib"},
		{"Shells fell in southern Gaza.", "Gaza=Gaza Strip/PS"},
		{"قصف على شمال غزة.", "غزة=Gaza Strip/PS"},
	})
}

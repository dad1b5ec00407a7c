package geoparse

import "testing"

func TestNamesInSmallLetters(t *testing.T) {
	testFound(t, []foundIn{
		{"explosions heard in saraqib this morning", "saraqib=Saraqib"},
		{"family fled kafr nabl and got to azaz ok", "kafr nabl=Kafr Nabl; azaz=Azaz"},
		{"anyone know if the road from damascus to daraa is open??", "damascus=Damascus; daraa=Daraa"},
		{"rain all day in turkey", "turkey=Turkey/TR"},
		{"we cooked a turkey and ate it with rice", ""},
		{"he is reading a nice book about normal people", ""},
		{"so jordan and paris went home early", ""},
		{"been to jordan twice", "jordan=Jordan/JO"},
		{"drones over deir ez-zor again", "deir ez-zor=Deir ez-Zor"},
		{"san diego was loud", "san diego=San Diego/US"},
		{"march was cold and may was warm", ""},
		{"clashes near al-bab and taiz, aden too", "al-bab=al-Bab; taiz=Taiz/YE; aden=Aden/YE"},
		{"smoke over raqqa i think", "raqqa=Raqqa"},
		{"They left in march and came back in may.", ""},
		{"The mobile phones of nice people rang in Homs.", "Homs=Homs"},
	})
}

func TestAddressesNameNoPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"Read http://example.org/Aleppo/Homs for more.", ""},
		{"See www.example.org/Raqqa, then leave Hama.", "Hama=Hama"},
		{"Write to damascus.office@example.org or Idlib@example.org.", ""},
		{"@Aleppo_24 says Saraqib fell.", "Saraqib=Saraqib"},
		{"HTTPS://EXAMPLE.ORG/IDLIB", ""},
		{"example.org/Homs was down.", ""},
		{"They held Homs/Hama.", "Homs=Homs; Hama=Hama"},
	})
}

func TestWhatHasNoWidthBreaksNoName(t *testing.T) {
	testFound(t, []foundIn{
		{"Shells hit Sara\u00adqib.", "Sara\u00adqib=Saraqib"},
		{"Shells hit Khan\u200b Sheikhoun.", "Khan\u200b Sheikhoun=Khan Shaykhun"},
		{"Shells hit Kafr \u2060Zita and Mo\u200brek.", "Kafr \u2060Zita=Kafr Zita; Mo\u200brek=Morek"},
		{"قصف على سرا\u200dقب.", "سرا\u200dقب=Saraqib"},
	})
}

func TestHashtagsOfSeveralWords(t *testing.T) {
	testFound(t, []foundIn{
		{"#KhanSheikhoun was hit.", "KhanSheikhoun=Khan Shaykhun"},
		{"Fires near #DeirEzzor again.", "DeirEzzor=Deir ez-Zor"},
		{"#SaveTheChildren now", ""},
		{"ريف بـحلب", "حلب=Aleppo Governorate"},
	})
}

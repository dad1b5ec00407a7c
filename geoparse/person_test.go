package geoparse

import "testing"

func TestSurnamesAlone(t *testing.T) {
	testFound(t, []foundIn{
		{"The plan was condemned by Salinas, an aide said.", ""},
		{"A lawyer for Burnley declined.", ""},
		{"Salinas, a lawyer, left Homs.", "Homs=Homs"},
		{"Haines resigned on Friday.", ""},
		{"Crowds cheered when Kirkwood spoke in Hama.", "Hama=Hama"},
		{"Judge Georgia and Ms Cuba disagreed.", ""},
		{"Colonel Chad was promoted.", ""},
		{"Senegal Diop won.", ""},
		{"Gambia Toure won in Dakar.", "Dakar=Dakar/SN"},
		{"Peter Bristol ran.", ""},
		{"A book by Anna Warsaw sold well.", ""},
		{"Officials in Salinas, California, said so. Salinas said it was safe.", "Salinas=Salinas/US; California=California/US; Salinas=Salinas/US"},
		{"Henrico County said it would pay.", "Henrico County=Henrico County/US"},
		{"A spokesman for Homs police spoke.", "Homs=Homs"},
		{"قال صلاح الدين باشكاتب ذلك.", ""},
		{"قتل ثلاثة في صلاح الدين أمس.", "صلاح الدين=Salah al-Din Governorate/IQ"},
		{"التقى السفير بشار وفد حلب.", "حلب=Aleppo"},
	})
}

func TestListsOfSurnames(t *testing.T) {
	testFound(t, []foundIn{
		{"Hill, Banks, Lincoln, Jackson and Houston voted against.", ""},
		{"Storms hit Jackson, Houston and Lincoln in Texas.", "Jackson=Jackson/US; Houston=Houston/US; Lincoln=Lincoln/US; Texas=Texas/US"},
	})
}

func TestTitlesInNames(t *testing.T) {
	testFound(t, []foundIn{
		{"Captain Cook sailed on.", ""},
		{"They live in Captain Cook, Hawaii.", "Captain Cook=Captain Cook/US; Hawaii=Hawaii/US"},
		{"Shelling hit Sheikh Maqsoud in Aleppo.", "Sheikh Maqsoud=Sheikh Maqsoud; Aleppo=Aleppo"},
	})
}

func TestPlacesNamedLikePeople(t *testing.T) {
	testFound(t, []foundIn{
		{"Peter Bristol ran. The race was in Bristol.", "Bristol=Bristol/GB"},
		{"Emma Dayton sang. Later, Dayton, Ohio, heard her.", "Dayton=Dayton/US; Ohio=Ohio/US"},
		{"King Hassan of Morocco met Mr Morocco.", "Morocco=Morocco/MA"},
		{"Layla Homs, a doctor, spoke. She worked near Homs.", "Homs=Homs"},
		{"Frank Dayton spoke. Dayton had never sung.", ""},
		{"التقت السيدة فاطمة حلب الوفد. ولدت في حلب.", "حلب=Aleppo"},
	})
}

// A month after a number or a preposition is not a given name.
func TestMonthsBeforePlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"On 9 January Morek was hit.", "Morek=Morek"},
		{"On 3 May Saraqib was shelled.", "Saraqib=Saraqib"},
		{"In June Palmyra was captured.", "Palmyra=Palmyra"},
		{"May Palmyra and June Homs sang.", ""},
	})
}

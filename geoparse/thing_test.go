package geoparse

import "testing"

func TestThingsCalledAfterPlaces(t *testing.T) {
	testFound(t, []foundIn{
		{"Shops on Rome Street stayed shut.", "Rome Street=?"},
		{"They met at Tunis Square in Damascus.", "Tunis Square=? in Damascus; Damascus=Damascus"},
		{"The Beirut Bridge was rebuilt.", "Beirut Bridge=?"},
		{"The Doha agreement held.", ""},
		{"The Oslo peace accords failed.", ""},
		{"The Lisbon Treaty and the Montreux Convention remain.", ""},
		{"The Sochi deal collapsed.", ""},
		{"Spartak Moscow drew with Hertha Berlin.", ""},
		{"The frigate Lisbon sailed.", ""},
		{"HMS Liverpool and USS Boston left.", ""},
		{"The Kursk submarine sank.", ""},
		{"The Kursk submarine base was shut.", "Kursk=Kursk/RU"},
		{"They threw Molotov cocktails.", ""},
		{"Hurricane Victoria passed.", ""},
		{"The cargo ship Odessa sank.", ""},
		{"She ate Brussels sprouts with Aleppo soap on the table.", ""},
		{"A Havana cigar lay there.", ""},
		{"Isabella of Castile and the Duke of York met.", ""},
		{"The crown prince of Bahrain spoke.", "Bahrain=Bahrain/BH"},
		{"The Berlin Times wrote so.", ""},
		{"The road to Damascus is open.", "Damascus=Damascus"},
		{"How will Cairo deal with it?", "Cairo=Cairo/EG"},
		{"The Homs-Idlib Road was cut.", "Homs=Homs; Idlib=Idlib"},
		{"U.S. beef was sold.", "U.S.=United States/US"},
		{"ازدحم شارع دمشق في بيروت.", "بيروت=Beirut/LB"},
		{"احتشدوا في ساحة تونس.", ""},
		{"وقعوا معاهدة لوزان.", ""},
		{"أبحرت الفرقاطة قرب طرطوس.", "طرطوس=Tartus"},
		{"فاز دينامو موسكو.", ""},
		{"ضرب إعصار فلورنسا الساحل.", ""},
		{"They ate Aleppo pepper.", ""},
		{"اشترى صابون حلب.", ""},
		{"انتهى موسم فستق مورك.", "مورك=Morek"},
	})
}

func TestHeadOfMore(t *testing.T) {
	testFound(t, []foundIn{
		{"They met at Bab al-Zawra in Cairo.", "Bab al-Zawra=? in Cairo; Cairo=Cairo/EG"},
		{"Two died in Abu Zayat in Homs.", "Homs=Homs"},
		{"The village of Abu Zayat in Homs was hit.", "Abu Zayat=? in Homs; Homs=Homs"},
		{"Rain fell in Om Jarabulus near Hama.", "Hama=Hama"},
		{"Ben-Amar spoke in Haifa.", "Haifa=Haifa/IL"},
	})
}

func TestArticleOnlyWhereArabicIsSpoken(t *testing.T) {
	testFound(t, []foundIn{
		{"The al-Amal clinic in Damascus was shut.", "Damascus=Damascus"},
		{"Muhammad al-Sadr spoke.", ""},
		{"Al-Turin waited.", ""},
		{"Shells fell on al-Saraqib in Idlib.", "al-Saraqib=Saraqib; Idlib=Idlib"},
	})
}

func TestThingsInArabic(t *testing.T) {
	testFound(t, []foundIn{
		{"غرقت الفرقاطة هامبورغ.", ""},
		{"وصلت الغواصة كورسك.", ""},
		{"تحدث دوق إدنبرة.", ""},
		{"خسر ريال مدريد.", ""},
		{"قرب فندق بغداد في بيروت.", "بيروت=Beirut/LB"},
		{"خرقوا اتفاقية فيينا.", ""},
	})
}

package spatial

import "testing"

// Each row of a table has a text to which a rule applies, and a similar one to which it does not.

func TestDirectionWords(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"Shells hit the southern Homs countryside.", "countryside: difference(sector south(Homs Governorate), Homs)"},
		{"Shells hit the southern Aleppo countryside.", "countryside: difference(sector south(Aleppo Governorate), Aleppo)"},
		{"Shells hit the western Damascus countryside.", "countryside: sector west(Rif Dimashq Governorate)"},
		{"Shells hit the Aleppo countryside.", "countryside: difference(Aleppo Governorate, Aleppo)"},
		{"Shells hit the Damascus countryside.", "countryside: Rif Dimashq Governorate"},
		{"Shells hit Idlib's southern countryside.", "countryside: difference(sector south(Idlib Governorate), Idlib)"},
		{"Shells hit the countryside north of Hama.", "countryside: sector north(ring around(Hama))"},
		{"Shells hit the north-eastern countryside of Latakia.", "countryside: difference(sector north-east(Latakia Governorate), Latakia)"},
		{"Snow fell in the east of Turkey.", "countryside: sector east(Turkey)"},
		{"Snow fell in the Middle East.", ""},
		{"South Korea sent help.", ""},
		{"East Aleppo fell.", ""}, // a place of that name
		{"Shells hit eastern Aleppo.", "countryside: sector east(Aleppo Governorate)"},
		{"قصف الطيران جنوب إدلب.", "countryside: sector south(Idlib Governorate)"},
		{"قصف الطيران ريف إدلب الجنوبي الشرقي.", "countryside: difference(sector south-east(Idlib Governorate), Idlib)"},
	})
}

func TestDistanceForms(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"It lies a few kilometres east of Homs.", "offset: offset east about 3(Homs)"},
		{"It lies some 20 km south of Homs.", "offset: offset south about 20(Homs)"},
		{"It lies 20 km away from Homs.", "offset: ring at 20(Homs)"},
		{"The ship lay 12 km off Latakia.", "offset: ring at 12(Latakia)"},
		{"The boat sank five nautical miles off the coast of Tartus.", "offset: ring at 9.3(Tartus)"},
		{"The camp is 3 km outside of Raqqa.", "offset: ring at 3(Raqqa)"},
		{"The column halted 15 miles short of Palmyra.", "offset: ring at 24.1(Palmyra)"},
		{"The boat sank off the coast of Tartus.", ""},
		{"Power was cut off outside Raqqa.", ""},
		{"They drove 20 km. Outside Raqqa a bomb went off.", ""},
		{"They drove 20 km. From Raqqa came no news.", ""},
		{"They marched 20 km.", ""},
		{"They marched 20 km north.", ""},
		{"They killed 20 men north of Homs.", "countryside: sector north(ring around(Homs))"},
		{"على بعد 12 كم شرق حمص.", "offset: offset east 12(Homs)"},
		{"تبعد 12 كيلومترا عن حمص.", "offset: ring at 12(Homs)"},
	})
}

func TestRoads(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"They closed the road from Homs to Palmyra.", "road: road(Homs, Palmyra)"},
		{"They closed the Homs - Palmyra highway.", "road: road(Homs, Palmyra)"},
		{"They closed the Homs-Palmyra pipeline.", ""},
		{"They walked from Homs to Palmyra.", ""},
		{"They closed the M4 highway.", "road: M4 highway"},
		{"He drove an M4 rifle home.", ""},
		{"قطعوا أوتوستراد حمص حماة.", "road: road(Homs, Hama)"},
	})
}

func TestFrontLines(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"The front line between Morek and Latamneh moved.", "line of contact: line(Morek, Latamneh)"},
		{"The army advanced on the axes of Morek and Latamneh.", "axis: union(ring near(Morek), ring near(Latamneh))"},
		{"على محور مورك.", "axis: ring near(Morek)"},
		{"اشتباكات على محور مورك كفرزيتا.", "axis: line(Morek, Kafr Zita)"},
	})
}

func TestBorderForms(t *testing.T) {
	testExpressions(t, []expressionTest{
		{"Trucks wait on the Iraqi-Syrian border.", "border: border(Iraq, Syria)"},
		{"Trucks wait on the border of Syria and Jordan.", "border: border(Syria, Jordan)"},
		{"Trucks wait along the Lebanese border with Syria.", "border: border(Lebanon, Syria)"},
		{"Syrian and Turkish officials met.", ""},
		{"تجمعوا على الحدود السورية التركية.", "border: border(Syria, Turkey)"},
		{"تجمعوا على الحدود بين سوريا والعراق.", "border: border(Syria, Iraq)"},
	})
}

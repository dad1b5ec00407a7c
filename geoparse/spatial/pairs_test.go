package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestPairsOfWordsAfter(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"countryside behind a name", "It rained in Hama countryside.", "countryside: difference(Hama Governorate, Hama)", "It rained in Hama, countryside and all.", ""},
		{"a class word between", "It rained in Hama province's countryside.", "countryside: difference(Hama Governorate, Hama)", "It rained in Hama province.", ""},
		{"directions between, joined", "It rained in Hama's northern and western countryside.", "countryside: difference(union(sector north(Hama Governorate), sector west(Hama Governorate)), Hama)", "It rained in Hama's northern and dry countryside.", ""},
		{"far", "It rained in Hama's far northern countryside.", "countryside: difference(sector north far(Hama Governorate), Hama)", "It rained in Hama's cold northern countryside.", ""},
		{"central", "It rained in Hama's central countryside.", "countryside: difference(sector centre(Hama Governorate), Hama)", "It rained in Hama's central bank.", ""},
		{"a compass noun behind a possessive", "It rained in Idlib's south.", "countryside: sector south(Idlib Governorate)", "It rained in Idlib's southern.", ""},
		{"that nothing else follows", "It rained in Idlib's south.", "countryside: sector south(Idlib Governorate)", "It rained in Idlib's south gate of town.", ""},
		{"that begins no name", "It rained in Idlib province's south.", "countryside: sector south(Idlib Governorate)", "It rained in Idlib's South Market.", ""},
		{"the area of a town is the town", "It rained in the Idlib zone.", "countryside: Idlib Governorate", "It rained in the Idlib area.", ""},
		{"a directed area is a part", "It rained in the Idlib southern area.", "countryside: sector south(Idlib Governorate)", "It rained in the Idlib nice area.", ""},
		{"a bank", "It rained on the Euphrates east bank.", "countryside: side east near(Euphrates River)", "It rained on the Euphrates bank.", "river: Euphrates River"},
		{"no centre", "It rained in the centre of Hama.", "countryside: sector centre(Hama)", "It rained in the Hama centre.", ""},
		{"no quarter", "It rained in the Hama zone.", "countryside: Hama Governorate", "It rained in the Hama quarter.", ""},
	})
}

func TestPairsOfWordsBefore(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"of", "It rained in the countryside of Hama.", "countryside: difference(Hama Governorate, Hama)", "It rained in the countryside near Hama.", ""},
		{"rural", "It rained in rural Hama.", "countryside: difference(Hama Governorate, Hama)", "It rained in rural towns, in Hama.", ""},
		{"fillers between", "It rained in the north of the province of Hama.", "countryside: sector north(Hama Governorate)", "It rained in the north over the gates of Hama.", ""},
		{"the west of a city of many is a part", "It rained in western Homs.", "countryside: sector west(Homs Governorate)", "It rained in the western city of Homs.", ""},
		{"directions by and", "It rained in northern and western Idlib.", "countryside: union(sector north(Idlib Governorate), sector west(Idlib Governorate))", "It rained in the north, and in western Idlib.", "countryside: sector west(Idlib Governorate)"},
		{"directions by comma", "It rained in northern, western and southern Idlib.", "countryside: union(sector north(Idlib Governorate), sector west(Idlib Governorate), sector south(Idlib Governorate))", "It rained in cold, western Idlib.", "countryside: sector west(Idlib Governorate)"},
		{"directions that become one", "It rained in north western Idlib.", "countryside: sector north-west(Idlib Governorate)", "It rained in nice western Idlib.", "countryside: sector west(Idlib Governorate)"},
		{"far needs a direction", "It rained in far northern Idlib.", "countryside: sector north far(Idlib Governorate)", "It rained in far Idlib.", ""},
		{"seen from the place", "It rained north of Morek.", "countryside: sector north(ring around(Morek))", "It rained in the north of Morek.", "countryside: sector north(ring near(Morek))"},
		{"to the north of", "It rained to the north of Morek.", "countryside: sector north(ring around(Morek))", "It rained in the northern part of Morek.", "countryside: sector north(Morek)"},
		{"a direction with a capital begins a name", "It rained in Northern Idlib.", "countryside: sector north(Idlib Governorate)", "It rained on North Morek.", ""},
		{"in front of is no front", "It rained on the Morek front.", "line of contact: ring near(Morek)", "It rained in front of Morek.", ""},
		{"an entrance", "They stood at the northern entrance to Morek.", "offset: offset north about 1(Morek)", "They stood at the entrance to Morek.", ""},
		{"a brigade's name", "It rained in northern Hama again.", "countryside: sector north(Hama Governorate)", "It rained on the northern Hama Brigade.", ""},
		{"parts in the plural are of each", "It rained in the countrysides of Hama and Idlib.", "countryside: union(difference(Hama Governorate, Hama), difference(Idlib Governorate, Idlib))", "It rained in the countryside of Hama and Idlib.", "countryside: difference(Hama Governorate, Hama)"},
		{"a country has no countryside", "It rained in the countryside of Homs.", "countryside: difference(Homs Governorate, Homs)", "It rained in the countryside of Syria.", ""},
		{"the desert of a town", "It rained in the desert of Homs.", "region: Homs desert", "It rained in the deserted Homs.", ""},
		{"a demonym has no parts", "It rained in northern Syria.", "countryside: sector north(Syria)", "It rained on northern Syrian hills.", ""},
		{"a direction that only tells where its country has it", "It rained in southern Idlib province.", "countryside: sector south(Idlib Governorate)", "It rained in the northwestern Idlib province.", ""},
		{"and where it has not", "It rained in the southeastern Idlib province.", "countryside: sector south-east(Idlib Governorate)", "It rained in Syria's northwestern Idlib province.", ""},
		{"half of a great city", "It rained in east Aleppo.", "countryside: sector east(Aleppo)", "It rained in eastern Aleppo.", "countryside: sector east(Aleppo Governorate)"},
		{"what cities have", "It rained on a hospital in eastern Homs.", "countryside: sector east(Homs)", "It rained on a hill in eastern Homs.", "countryside: sector east(Homs Governorate)"},
		{"but not of another town", "It rained on a hospital in eastern Homs.", "countryside: sector east(Homs)", "It rained on a hospital in Tadmur in eastern Homs.", "countryside: sector east(Homs Governorate)"},
	})
}

func TestPairsOfDistances(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"a distance and a direction", "It lies 20 km north of Morek.", "offset: offset north 20(Morek)", "It lies 20 men north of Morek.", "countryside: sector north(ring around(Morek))"},
		{"linked", "It lies 20 km away to the north of Morek.", "offset: offset north 20(Morek)", "It lies 20 km, a way to the north of Morek.", "countryside: sector north(ring around(Morek))"},
		{"both units", "It lies 12 miles (20 km) north of Morek.", "offset: offset north 20(Morek)", "It lies 20 km (12 miles) north of Morek.", "offset: offset north 20(Morek)"},
		{"from", "It lies 20 km from Morek.", "offset: ring at 20(Morek)", "It lies 20 km for Morek.", ""},
		{"within", "It lies within 20 km of Morek.", "offset: ring within 20(Morek)", "They built 20 km of Morek road.", ""},
		{"around", "It rained around 20 km of Morek.", "offset: ring within 20(Morek)", "It rained around 20 km from Morek.", "offset: ring at 20(Morek)"},
		{"off the coast", "It sank 20 km off the coast of Latakia.", "offset: ring at 20(Latakia)", "It sank off the coast of Latakia.", ""},
		{"a zone around", "They set up a 20 km security belt around the city of Homs.", "offset: ring within 20(Homs)", "They set up a 20 km race around the city of Homs.", ""},
		{"a range", "It lies 20-24 km north of Morek.", "offset: offset north 20-24(Morek)", "It lies 24-20 km north of Morek.", "offset: offset north 20(Morek)"},
		{"a range in words", "It lies twenty to thirty km north of Morek.", "offset: offset north 20-30(Morek)", "It lies thirty km north of Morek.", "offset: offset north 30(Morek)"},
		{"between and", "It lies between 20 and 24 km north of Morek.", "offset: offset north 20-24(Morek)", "It lies 20 and 24 km north of Morek.", "offset: offset north 24(Morek)"},
		{"vague", "It lies roughly 20 km north of Morek.", "offset: offset north about 20(Morek)", "It lies just 20 km north of Morek.", "offset: offset north 20(Morek)"},
		{"not of a country", "It lies 20 km north of Morek.", "offset: offset north 20(Morek)", "It lies 20 km north of Syria.", ""},
		{"no distance of half the earth", "It lies 2900 km north of Morek.", "offset: offset north 2900(Morek)", "It lies 3100 km north of Morek.", "countryside: sector north(ring around(Morek))"},
		{"Arabic", "تقع على بعد 20 كم شمال مورك.", "offset: offset north 20(Morek)", "وقع 20 قتيلا شمال مورك.", "countryside: sector north(ring near(Morek))"},
		{"Arabic without a direction", "تبعد 20 كم عن مورك.", "offset: ring at 20(Morek)", "قطع 20 كم في مورك.", ""},
		{"Arabic range", "تقع على بعد ما بين 20 و24 كم شمال مورك.", "offset: offset north 20-24(Morek)", "تقع على بعد 24 كم شمال مورك.", "offset: offset north 24(Morek)"},
		{"Arabic dual", "تقع على بعد كيلومترين شمال مورك.", "offset: offset north 2(Morek)", "تقع شمال مورك.", "countryside: sector north(ring near(Morek))"},
	})
}

func TestPairsOfLines(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"an axis", "They fought on the axis of Morek and Suran.", "axis: line(Morek, Suran)", "They fought on the axle of Morek and Suran.", ""},
		{"axes", "They fought on the axes of Morek and Suran.", "axis: union(ring near(Morek), ring near(Suran))", "They fought on axes, of Morek and Suran.", ""},
		{"the axis of one", "They fought on the Morek axis.", "axis: ring near(Morek)", "They fought on the axis. Morek slept.", ""},
		{"a road of two", "They closed the Hama-Homs road.", "road: road(Hama, Homs)", "They closed the Hama road.", ""},
		{"with words between", "They closed the Hama-Homs international road.", "road: road(Hama, Homs)", "They closed the Hama-Homs talks on that road.", ""},
		{"not of a list", "They closed the Hama-Homs highway.", "road: road(Hama, Homs)", "They closed Hama and Homs highway.", ""},
		{"not to itself", "They closed the Hama-Homs road.", "road: road(Hama, Homs)", "They closed the Hama-Hama road.", ""},
		{"not of countries", "They closed the Hama-Aleppo road.", "road: road(Hama, Aleppo)", "They closed the Syria-Turkey road.", ""},
		{"linking", "They closed the road linking Hama to Homs.", "road: road(Hama, Homs)", "They closed the road linking Hama, they said.", ""},
		{"that runs between", "They closed the road that runs between Hama and Homs.", "road: road(Hama, Homs)", "They closed the road. It runs between Hama and Homs.", ""},
		{"a line that is fought along", "Clashes broke out along the line between Morek and Suran.", "line of contact: line(Morek, Suran)", "Parades went on along the line between Morek and Suran.", "axis: line(Morek, Suran)"},
		{"the front line", "It is the front line between Morek and Suran.", "line of contact: line(Morek, Suran)", "It is the power line between Morek and Suran.", ""},
		{"the line of contact", "It is the line of contact between Morek and Suran.", "line of contact: line(Morek, Suran)", "It is the match of teams between Morek and Suran.", ""},
		{"fighting between", "Clashes broke out on Tuesday between Morek and Suran.", "line of contact: line(Morek, Suran)", "Clashes broke out. Buses run between Morek and Suran.", ""},
		{"fighting that follows", "Between Morek and Suran, clashes went on.", "line of contact: line(Morek, Suran)", "Between Morek and Suran, buses went on.", ""},
		{"no farther than 150 km", "Clashes raged between Hama and Homs.", "line of contact: line(Hama, Homs)", "Clashes raged between Homs and Raqqa.", ""},
		{"an area between", "They hold the area between Morek and Suran.", "countryside: between(Morek, Suran)", "They hold talks between Morek and Suran.", ""},
		{"a comma ends the ends", "They closed the road between Hama and Homs, and Idlib slept.", "road: road(Hama, Homs)", "They closed the road between Hama, Homs and Idlib.", "road: road(Hama, Homs, Idlib)"},
		{"halfway", "It lies halfway between Hama and Homs.", "offset: midpoint(Hama, Homs)", "It lies somewhere between Hama and Homs.", ""},
		{"half way, in two words", "It lies half way between Hama and Homs.", "offset: midpoint(Hama, Homs)", "It lies asleep between Hama and Homs.", ""},
		{"midway from to", "It lies midway from Hama to Homs.", "offset: midpoint(Hama, Homs)", "It lies on foot from Hama to Homs.", ""},
		{"Arabic road", "قطعوا طريق حماة - حمص الدولي.", "road: road(Hama, Homs)", "قطعوا طريق حماة.", ""},
		{"Arabic adjective before the names", "قطعوا الطريق الدولي حماة حمص.", "road: road(Hama, Homs)", "قطعوا الدولي حماة حمص.", ""},
		{"Arabic front line", "انتشروا على خط التماس بين مورك وصوران.", "line of contact: line(Morek, Suran)", "قطعوا خط الغاز بين مورك وصوران.", ""},
		{"Arabic midpoint", "تقع في منتصف الطريق بين حماة وحمص.", "offset: midpoint(Hama, Homs)", "تقع في مكان بين حماة وحمص.", ""},
		{"Arabic fighting", "دارت اشتباكات عنيفة بين مورك وصوران.", "line of contact: line(Morek, Suran)", "دارت محادثات طويلة بين مورك وصوران.", ""},
	})
}

func TestPairsOfBorders(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"two demonyms", "They met at the Syrian-Turkish border.", "border: border(Syria, Turkey)", "They met at the Syrian-Turkish talks.", ""},
		{"between", "They met at the border between Syria and Turkey.", "border: border(Syria, Turkey)", "They met at the match between Syria and Turkey.", ""},
		{"with", "They met at Syria's border with Turkey.", "border: border(Syria, Turkey)", "They met at Syria's talks with Turkey.", ""},
		{"of one, of the country that the text speaks of", "From Hama and Homs they went to the Turkish border.", "border: border(Syria, Turkey)", "They went to the Turkish border.", ""},
		{"a verb", "From Hama and Homs they saw the Turkey border.", "border: border(Syria, Turkey)", "From Hama and Homs they heard that Turkey borders Iraq.", ""},
		{"only of countries", "They met at the border between Syria and Iraq.", "border: border(Syria, Iraq)", "They met at the border between Hama and Homs.", ""},
		{"not with itself", "They met at the Syrian-Iraqi border.", "border: border(Syria, Iraq)", "They met at the Syrian-Syrian border.", ""},
		{"Arabic", "وصلوا إلى الحدود السورية التركية.", "border: border(Syria, Turkey)", "وصلت القوات السورية التركية.", ""},
		{"Arabic with", "من حماة وحمص وصلوا إلى الحدود مع تركيا.", "border: border(Syria, Turkey)", "من حماة وحمص وصلوا إلى محادثات مع تركيا.", ""},
		{"Arabic strip", "من حماة وحمص وصلوا إلى الشريط الحدودي مع تركيا.", "border: border(Syria, Turkey)", "من حماة وحمص وصلوا إلى الشريط الساحلي مع تركيا.", ""},
	})
}

func TestPairsOfAreas(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"three corners", "They hold the triangle of Morek, Suran and Latamneh.", "pocket: hull(Morek, Suran, Latamneh)", "They hold the triangle of Morek and Suran.", ""},
		{"formed by the towns of", "They hold the triangle that is formed by the towns of Morek, Suran and Latamneh.", "pocket: hull(Morek, Suran, Latamneh)", "They hold a triangle. The towns of Morek, Suran and Latamneh slept.", ""},
		{"corners that differ", "They hold the triangle of Morek, Suran and Latamneh.", "pocket: hull(Morek, Suran, Latamneh)", "They hold the triangle of Morek, Morek and Latamneh.", ""},
		{"Arabic corners", "سيطروا على مثلث مورك وصوران واللطامنة.", "pocket: hull(Morek, Suran, Latamneh)", "سيطروا على مورك وصوران واللطامنة.", ""},
		{"a road by name", "They closed the M5 highway.", "road: M5 highway", "They closed the M5 agency.", ""},
		{"a river", "They crossed the Euphrates.", "river: Euphrates River", "They crossed the Euphrates Agency.", ""},
		{"beside a river", "It rained west of the Euphrates.", "countryside: intersection(side west(Euphrates River), Syria)", "It rained at the west and at the Euphrates.", "river: Euphrates River"},
		{"along", "It rained in the western countryside of Aleppo along the M5 highway.", "countryside: intersection(difference(sector west(Aleppo Governorate), Aleppo), corridor(M5 highway))", "It rained in the western countryside of Aleppo, and the M5 highway is wet.", "countryside: difference(sector west(Aleppo Governorate), Aleppo); road: M5 highway"},
		{"the town named before", "They left Morek. It rained south of the town.", "countryside: sector south(ring around(Morek))", "They left Morek. It rained south of the town of Suran.", "countryside: sector south(ring around(Suran))"},
		{"of its kind", "They left Morek for Hama province. It rained in the province's south.", "countryside: sector south(Hama Governorate)", "They left Morek. It rained in the province's south.", ""},
		{"the only one", "They left Morek. It rained south of the village.", "countryside: sector south(ring around(Morek))", "They left Morek for Suran. It rained south of the village.", ""},
		{"in the sentence before at most", "They left Morek. It rained south of the town.", "countryside: sector south(ring around(Morek))", "They left Morek. All slept. It rained south of the town.", ""},
		{"Arabic: and its countryside", "قصفوا إدلب وريفها الجنوبي.", "countryside: sector south(Idlib Governorate)", "قصفوا إدلب وأهلها الجنوبي.", ""},
		{"Arabic: directions by and", "قصفوا ريف إدلب الشمالي والغربي.", "countryside: difference(union(sector north(Idlib Governorate), sector west(Idlib Governorate)), Idlib)", "قصفوا ريف إدلب الشمالي الغربي.", "countryside: difference(sector north-west(Idlib Governorate), Idlib)"},
		{"Arabic: far", "قصفوا أقصى شمال إدلب.", "countryside: sector north far(Idlib Governorate)", "قصفوا شمال إدلب.", "countryside: sector north(Idlib Governorate)"},
		{"Arabic: the middle", "قصفوا وسط حماة.", "countryside: sector centre(Hama)", "قصفوا وسطاء حماة.", ""},
		{"Arabic: of the city", "قصفوا شمال مدينة مورك.", "countryside: sector north(ring near(Morek))", "قصفوا شمال. مدينة مورك بعيدة.", ""},
		{"Arabic: the town named before", "غادروا مورك. أمطرت جنوب البلدة.", "countryside: sector south(ring near(Morek))", "غادروا مورك وصوران. أمطرت جنوب البلدة.", ""},
		{"Arabic: a noun begins another phrase", "قصفوا ريف حماة الغربي.", "countryside: difference(sector west(Hama Governorate), Hama)", "قصفوا ريف حماة غرب الطريق.", "countryside: difference(Hama Governorate, Hama)"},
	})
}

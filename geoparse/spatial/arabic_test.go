package spatial

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestArabicAreas(t *testing.T) {
	geoparsetest.Pairs(t, expressions, []geoparsetest.Pair{
		{"countryside", "قصفوا ريف درعا.", "countryside: difference(Daraa Governorate, Daraa)", "قصفوا ضيف درعا.", ""},
		{"its direction behind",
			"قصفوا ريف درعا الشرقي.", "countryside: difference(sector east(Daraa Governorate), Daraa)",
			"قصفوا ريف درعا القديم.", "countryside: difference(Daraa Governorate, Daraa)"},
		{"two joined by and",
			"قصفوا ريف درعا الشمالي والغربي.", "countryside: difference(union(sector north(Daraa Governorate), sector west(Daraa Governorate)), Daraa)",
			"قصفوا ريف درعا الشمالي الغربي.", "countryside: difference(sector north-west(Daraa Governorate), Daraa)"},
		{"two into one",
			"قصفوا شمال غرب درعا.", "countryside: sector north-west(Daraa Governorate)",
			"قصفوا شمال وغرب درعا.", "countryside: union(sector north(Daraa Governorate), sector west(Daraa Governorate))"},
		{"a direction before", "قصفوا جنوب درعا.", "countryside: sector south(Daraa Governorate)", "قصفوا جنود درعا.", ""},
		{"farthest",
			"قصفوا أقصى ريف درعا الشرقي.", "countryside: difference(sector east far(Daraa Governorate), Daraa)",
			"قصفوا أقصى شمال درعا.", "countryside: sector north far(Daraa Governorate)"},
		{"central",
			"قصفوا ريف حماة الأوسط.", "countryside: difference(sector centre(Hama Governorate), Hama)",
			"قصفوا ريف حماة الأوحد.", "countryside: difference(Hama Governorate, Hama)"},
		{"its pronoun",
			"قصفوا درعا وريفها الغربي.", "countryside: sector west(Daraa Governorate)",
			"قصفوا درعا وصيفها الغربي.", ""},
		{"the pronoun without a direction", "قصفوا درعا وريفها.", "countryside: Daraa Governorate", "قصفوا درعا وضيفها.", ""},
		{"outskirts", "وصلوا إلى أطراف منبج.", "countryside: ring outskirts(Manbij)", "وصلوا إلى أطباء منبج.", ""},
		{"surroundings", "وصلوا إلى محيط منبج.", "countryside: ring near(Manbij)", "وصلوا إلى محامي منبج.", ""},
		{"a pocket", "حاصروا جيب منبج.", "pocket: ring near(Manbij)", "حاصروا جيش منبج.", ""},
		{"a front", "قاتلوا على جبهة منبج.", "line of contact: ring near(Manbij)", "قاتلوا على جبال منبج.", ""},
		{"the desert", "دخلوا بادية حمص.", "region: Homs desert", "دخلوا بداية حمص.", ""},
		{"of two",
			"قصفوا ريفي درعا والرقة.", "countryside: union(difference(Daraa Governorate, Daraa), difference(Raqqa Governorate, Raqqa))",
			"قصفوا ريف درعا والرقة.", "countryside: difference(Daraa Governorate, Daraa)"},
		{"the centre", "وصلوا إلى مركز منبج.", "countryside: sector centre(Manbij)", "وصلوا إلى مركب منبج.", ""},
		{"a compass noun begins another phrase",
			"قصفوا ريف درعا شمال نوى.", "countryside: difference(Daraa Governorate, Daraa); countryside: sector north(ring near(Nawa))",
			"قصفوا ريف درعا الشمالي.", "countryside: difference(sector north(Daraa Governorate), Daraa)"},
	})
}

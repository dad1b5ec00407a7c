package kind_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestReliefAndServices(t *testing.T) {
	geoparsetest.Pairs(t, kindsIn, []geoparsetest.Pair{
		{"a school opens", "A school was opened in [Kurna].", "aid", "A shop was opened in [Kurna].", ""},
		{"supplies with water", "They supply [Kurna] with water.", "aid", "They supply [Kurna] with jokes.", ""},
		{"a hospital reopens", "They reopened a hospital in [Kurna].", "aid", "They reopened a wound in [Kurna].", ""},
		{"sent food", "The agency sent food to [Kurna].", "aid", "The agency sent guests to [Kurna].", ""},
		{"sent troops", "The army sent soldiers to [Kurna].", "deployment", "The army sent letters to [Kurna].", ""},
		{"from there", "The army sent soldiers to [Kurna].", "deployment", "The army sent soldiers from [Kurna].", ""},
		{"passive", "Soldiers were sent to [Kurna].", "deployment", "Some letters were sent to [Kurna].", ""},
		{"families reach", "Weary families reached [Kurna].", "displacement", "Weary soldiers reached [Kurna].", ""},
		{"refugees arrive", "Refugees arrived in [Kurna].", "displacement", "Soldiers arrived in [Kurna].", "deployment"},
		{"aid that arrives", "Relief arrived in [Kurna].", "aid", "Reinforcements arrived in [Kurna].", "deployment"},
		{"fighters flee", "Fighters fled [Kurna].", "withdrawal", "Farmers fled [Kurna].", "displacement"},
		{"what may flee", "Residents fled [Kurna].", "displacement", "Residents may flee [Kurna].", ""},
		{"Arabic, a school", "افتتح مدرسة في [سنار].", "aid", "افتتح متجرا في [سنار].", ""},
		{"Arabic, aid arrives", "وصلت مساعدات إلى [سنار].", "aid", "وصلت تعزيزات إلى [سنار].", "deployment"},
		{"handed out bread", "They handed out bread in [Kurna].", "aid", "They handed out sweets in [Kurna].", ""},
		{"distributed parcels", "Parcels were distributed in [Kurna].", "aid", "Leaflets were distributed in [Kurna].", ""},
		{"Arabic, handed out baskets", "وزعوا سلالا غذائية في [سنار].", "aid", "وزع السكان الحلوى في [سنار].", ""},
		{"Arabic, handing out", "تم توزيع الخبز في [سنار].", "aid", "تم توزيع الصور في [سنار].", ""},
	})
}

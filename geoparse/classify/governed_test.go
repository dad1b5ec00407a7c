package classify_test

import (
	"testing"
)

func TestArabicConstructs(t *testing.T) {
	testPairs(t, []pair{
		{"a noun without article governs", "حلب", "انسحب جيش حلب.", "organisation", "انسحب الجيش من حلب.", "place"},
		{"one with the article does not", "الرقة", "انسحب لواء الرقة.", "organisation", "انسحب اللواء الرقة.", "place"},
		{"a pause parts them", "الرقة", "انسحب لواء الرقة.", "organisation", "انسحب لواء. الرقة هادئة.", "place"},
		{"a chain of three", "الرقة", "انسحب لواء شهداء ثوار الرقة.", "organisation", "انسحب لواء كبير من الرقة.", "place"},
		{"no adjective in the chain", "الرقة", "انسحب لواء أبناء الرقة.", "organisation", "انسحب لواء جديد الرقة.", "place"},
		{"a noun of action", "حلب", "انسحبت حركة توحيد حلب.", "organisation", "انسحبت حركة توحدت حلب.", "place"},
		{"five letters", "حلب", "انسحبت حركة تفعيل حلب.", "organisation", "انسحبت حركة تفاعيل حلب.", "place"},
		{"a prefix on the name", "حلب", "انسحب لواء حلب.", "organisation", "انسحب لواء بحلب.", "place"},
		{"for whose liberation it is", "السودان", "انسحبت الحركة الشعبية لتحرير السودان.", "organisation", "انسحبت الحركة الشعبية من السودان.", "place"},
		{"but a town is to be liberated", "السودان", "قاتلت الجبهة الوطنية لتحرير السودان.", "organisation", "قاتل كثيرون لتحرير السودان.", "place"},
	})
}

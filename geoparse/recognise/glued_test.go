package recognise_test

import (
	"testing"

	"dateline/geoparse/geoparsetest"
)

func TestGluedArticles(t *testing.T) {
	testPairs(t, []geoparsetest.Pair{
		{"at the beginning of the second word", "They left Karm Eljabal.", "=Karm Eljabal", "They left Karm Ekjabal.", "~Karm"},
		{"at the end of the first", "They left Abul Duhur.", "=Abul Duhur", "They left Abun Duhur.", ""},
		{"before a name written by its sound", "They left Kafr Elhamraa.", "~Kafr Elhamraa", "They left Kafr Elmondays.", "?Kafr Elmondays"},
		{"where Arabic is spoken", "They left Tall Elabyad.", "=Tall Elabyad", "They left San Eldiego.", ""},
		{"a first word that many names share", "They left Maar Shmarin.", "~Maar Shmarin", "They left Shmarin.", "=Shmarin"},
		{"a name of its own", "They left Port Elizabeth.", "=Port Elizabeth", "They left Mary Elizabeth.", "=Mary =Elizabeth"},
	})
}

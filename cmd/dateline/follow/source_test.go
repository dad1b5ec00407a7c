package follow

import (
	"path/filepath"
	"testing"
)

func TestSourceOf(t *testing.T) {
	for in, want := range map[string]string{
		"@morekwatch": "https://t.me/s/morekwatch", "https://t.me/morekwatch": "https://t.me/s/morekwatch", "HTTPS://news.example/feed": "HTTPS://news.example/feed",
	} {
		if got, _, err := sourceOf(in, ""); got != want || err != nil {
			t.Errorf("%s: %s, %v", in, got, err)
		}
	}
	if got, kind, err := sourceOf("incoming", ""); !filepath.IsAbs(got) || kind != "folder" || err != nil {
		t.Errorf("%s %s %v", got, kind, err)
	}
}

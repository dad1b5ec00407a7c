package follow

import (
	"path/filepath"
	"strings"
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
	for _, in := range []string{"http://127.0.0.1:/feed.xml", "https://news.example:", "http://[::1]:/feed.xml"} {
		if got, _, err := sourceOf(in, ""); err == nil || !strings.Contains(err.Error(), "no port follows the colon") {
			t.Errorf("%s: %s, %v", in, got, err)
		}
	}
	if got, _, err := sourceOf("http://[::1]/feed.xml", ""); got != "http://[::1]/feed.xml" || err != nil {
		t.Errorf("%s, %v", got, err)
	}
}

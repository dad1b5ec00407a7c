package frontend

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesHasAnIndexWhetherBuiltOrNot(t *testing.T) {
	if err := fstest.TestFS(Files(), "index.html"); err != nil {
		t.Error(err)
	}
	page, err := fs.ReadFile(Files(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	if got := bytes.Contains(page, []byte("make build")); got == Built() {
		t.Errorf("index.html says how to build: %v; built: %v", got, Built())
	}
}

// The server's policy allows no inline script and no inline style.
func TestPagesHaveNothingInline(t *testing.T) {
	for _, files := range []fs.FS{Files(), sub("dist/placeholder")} {
		page, err := fs.ReadFile(files, "index.html")
		if err != nil {
			t.Fatal(err)
		}
		text := string(page)
		for _, forbidden := range []string{"<style", "style=", "onclick=", "onload=", "http://", "https://"} {
			if strings.Contains(text, forbidden) {
				t.Errorf("it holds %q", forbidden)
			}
		}
		for _, tag := range strings.Split(text, "<script")[1:] {
			if open, _, _ := strings.Cut(tag, ">"); !strings.Contains(open, "src=") {
				t.Error("it has an inline script")
			}
		}
	}
}

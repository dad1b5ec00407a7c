package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/archive/sources"
	"dateline/corpus"
	"dateline/corpus/corpustest"
	"dateline/schema"
)

// TestFilesOfFolder: an article is identified by its file, unless something else identifies it; the
// contents of files stay on the map, whatever happens to other files.
func TestFilesOfFolder(t *testing.T) {
	const morek, again, latamneh = "Morek\n\nShells hit Morek.", "Morek\n\nShells hit Morek again.", "Latamneh\n\nLatamneh was shelled."
	type files map[string]string
	for _, tt := range []struct {
		name  string
		looks []files // the files of the folder at each look; a name with a slash is in the second folder
		want  string  // the texts that are shown, each with the number of its older texts
	}{
		{"edited", []files{{"a.txt": morek}, {"a.txt": again}}, again + " 1"},
		{"edited twice", []files{{"a.txt": morek}, {"a.txt": again}, {"a.txt": latamneh}}, latamneh + " 2"},
		{"edited and back", []files{{"a.txt": morek}, {"a.txt": again}, {"a.txt": morek}}, morek + " 2"},
		{"deleted", []files{{"a.txt": morek}, {}}, morek + " 0"},
		{"deleted, and written anew", []files{{"a.txt": morek}, {}, {"a.txt": again}}, again + " 1"},
		{"renamed", []files{{"a.txt": morek}, {"b.txt": morek}}, morek + " 0"},
		{"renamed, then edited", []files{{"a.txt": morek}, {"b.txt": morek}, {"b.txt": again}}, again + " 1"},
		{"renamed and edited", []files{{"a.txt": morek}, {"b.txt": again}}, morek + " 0, " + again + " 0"},
		{"moved out of the way", []files{{"news.txt": morek}, {"zz-1.txt": morek, "news.txt": latamneh}}, morek + " 0, " + latamneh + " 0"},
		{"moved out of the way, then edited", []files{{"news.txt": morek}, {"zz-1.txt": morek, "news.txt": latamneh}, {"zz-1.txt": again, "news.txt": latamneh}}, again + " 1, " + latamneh + " 0"},
		{"copied, the copy edited", []files{{"a.txt": morek}, {"a.txt": morek, "b.txt": morek}, {"a.txt": morek, "b.txt": again}}, morek + " 0, " + again + " 0"},
		{"copied, the first edited", []files{{"a.txt": morek}, {"a.txt": morek, "b.txt": morek}, {"a.txt": again, "b.txt": morek}}, morek + " 0, " + again + " 0"},
		{"copied into another folder", []files{{"a.txt": morek}, {"a.txt": morek, "second/b.txt": morek}, {"a.txt": again, "second/b.txt": morek}}, morek + " 0, " + again + " 0"},
		{"copied, edited, and the copy deleted", []files{{"a.txt": morek, "b.txt": morek}, {"a.txt": again}}, again + " 1"},
		{"the older text that an editor keeps", []files{{"a.txt": morek}, {"a.txt~": morek, "a.txt": again}}, again + " 1"},
		{"an address of its own", []files{{"a.jsonl": record("x", morek)}, {"a.jsonl": record("x", again)}, {"a.jsonl": record("y", latamneh)}}, again + " 1, " + latamneh + " 0"},
		{"another article in the file", []files{{"a.jsonl": plain(morek)}, {"a.jsonl": plain(morek) + plain(latamneh)}}, morek + " 0, " + latamneh + " 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, dir := newBench(t), t.TempDir()
			folders := []string{filepath.Join(dir, "first"), filepath.Join(dir, "second")}
			for _, folder := range folders {
				if err := os.MkdirAll(folder, 0o755); err != nil {
					t.Fatal(err)
				}
				s := sources.Source{Address: folder, Kind: "folder", Every: time.Hour, State: sources.State{Due: b.clock.now}}
				if _, err := sources.Add(t.Context(), b.archive, s); err != nil {
					t.Fatal(err)
				}
			}
			for i, look := range tt.looks {
				held := map[string]string{}
				for name, text := range look {
					if !strings.Contains(name, "/") {
						name = "first/" + name
					}
					held[filepath.Join(dir, filepath.FromSlash(name))] = text
				}
				arrange(t, dir, held, b.clock.now.Add(time.Duration(i-10)*time.Minute))
				b.watch(90 * time.Minute)
			}
			want := strings.Split(tt.want, ", ")
			slices.Sort(want)
			if got := shownTexts(t, b.dir); !slices.Equal(got, want) {
				t.Errorf("%q, want %q", got, want)
			}
		})
	}
}

func record(id, text string) string {
	return fmt.Sprintf("{\"url\":\"https://news.example/%s\",\"text\":%q}\n", id, text)
}

func plain(text string) string { return fmt.Sprintf("{\"text\":%q}\n", text) }

// arrange makes a folder hold exactly these files, without touching unchanged ones.
func arrange(t *testing.T, dir string, held map[string]string, at time.Time) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if _, stays := held[path]; !stays {
			return os.Remove(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range slices.Sorted(maps.Keys(held)) {
		if was, err := os.ReadFile(path); err == nil && string(was) == held[path] {
			continue
		}
		if err := errors.Join(os.WriteFile(path, []byte(held[path]), 0o644), os.Chtimes(path, at, at)); err != nil {
			t.Fatal(err)
		}
	}
}

// shownTexts returns the texts of an archive, each with the number of its older texts, in order.
func shownTexts(t *testing.T, dir string) []string {
	t.Helper()
	c := corpustest.Open(t, dir)
	var out []string
	for f := range corpustest.Layer(t, c.View(), schema.Articles).All() {
		out = append(out, shownText(t, c, f.ID()))
	}
	slices.Sort(out)
	return out
}

func shownText(t *testing.T, c *corpus.Corpus, id string) string {
	t.Helper()
	d, err := c.Document(id)
	if err != nil {
		t.Fatal(err)
	}
	older, err := c.Revisions(id)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(d.Text, " ", len(older))
}

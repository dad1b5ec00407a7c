package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"dateline/corpus/corpustest"
	"dateline/document/documenttest"
)

// BenchmarkRemoveOverHTTP deletes articles of an archive of half a million mentions, while another
// server shows the same archive: until neither shows the article.
func BenchmarkRemoveOverHTTP(b *testing.B) {
	const documents, part = 25_000, 5_000
	dir, secret := b.TempDir(), filepath.Join(b.TempDir(), "token")
	if err := os.WriteFile(secret, []byte("a secret"), 0o600); err != nil {
		b.Fatal(err)
	}
	var ids []string
	for from := 0; from < documents; from += part {
		docs := documenttest.New(7).Documents(from, part)
		for i := range docs {
			ids = append(ids, docs[i].ID)
		}
		if err := corpustest.Write(b.Context(), dir, docs); err != nil {
			b.Fatal(err)
		}
	}
	own, other := serve(b, "--data", dir, "--token-file", secret), serve(b, "--data", dir)
	for isThere := false; !isThere; { // creates the indexes that removing needs
		time.Sleep(100 * time.Millisecond)
		_, err := os.Stat(filepath.Join(dir, "dateline.view"))
		isThere = err == nil
	}
	var longest time.Duration
	for next := 0; b.Loop(); next++ {
		began := time.Now()
		ask, err := http.NewRequest(http.MethodDelete, own.address+"/articles/"+ids[next], nil)
		if err != nil {
			b.Fatal(err)
		}
		ask.Header.Set("Authorization", "Bearer a secret")
		answer, err := http.DefaultClient.Do(ask)
		if err != nil || answer.StatusCode != http.StatusOK {
			b.Fatal(answer, err)
		}
		answer.Body.Close()
		const path = "/collections/articles/items/"
		if status, body := own.get(b, path+ids[next]); status != http.StatusNotFound {
			b.Fatalf("it is shown still: %d %s", status, body)
		}
		for status := 0; status != http.StatusNotFound; status, _ = other.get(b, path+ids[next]) {
			time.Sleep(5 * time.Millisecond)
		}
		longest = max(longest, time.Since(began))
	}
	b.ReportMetric(longest.Seconds(), "s/longest")
	own.stop(b)
	other.stop(b)
}

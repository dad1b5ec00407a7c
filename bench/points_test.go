package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestLinesAreTheSameEachTime(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if err := writeLines(w, gazetteer, 250); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs make different lines")
	}
	if lines := strings.Count(a.String(), "\n"); lines != 3 {
		t.Errorf("250 points are %d lines, want 3", lines)
	}
}

// The offsets of a mention are those of its phrase and sentence.
func TestOffsetsPointAtTheText(t *testing.T) {
	var b bytes.Buffer
	if err := writeLines(&b, scattered, 50); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Text     string
		Mentions []struct {
			Start, End int
			Phrase     string
			Sentence   [2]int
			Lon, Lat   float64
		}
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Mentions) != 50 {
		t.Fatalf("%d mentions, want 50", len(got.Mentions))
	}
	for i, m := range got.Mentions {
		sentence := got.Text[m.Sentence[0]:m.Sentence[1]]
		if got.Text[m.Start:m.End] != m.Phrase || !strings.HasPrefix(sentence, m.Phrase) || !strings.HasSuffix(sentence, ".") {
			t.Errorf("mention %d is %q in %q, want %q", i, got.Text[m.Start:m.End], sentence, m.Phrase)
		}
	}
}

// The peers get the same points as Dateline.
func TestRowsAreTheLines(t *testing.T) {
	var b bytes.Buffer
	if err := writeLines(&b, gazetteer, 300); err != nil {
		t.Fatal(err)
	}
	lines := json.NewDecoder(&b)
	rows := rowsOf(gazetteer, 300)
	for lines.More() {
		var article struct {
			ID       string
			Mentions []struct {
				Place, Date string
				Lon, Lat    float64
			}
		}
		if err := lines.Decode(&article); err != nil {
			t.Fatal(err)
		}
		for _, m := range article.Mentions {
			if !rows.Next() {
				t.Fatal("there are fewer rows than mentions")
			}
			row, err := rows.Values()
			if err != nil {
				t.Fatal(err)
			}
			if row[1] != m.Place || row[7] != article.ID || row[15] != m.Lon || row[16] != m.Lat {
				t.Errorf("row %v is not mention %v of %s", row, m, article.ID)
			}
		}
	}
	if rows.Next() {
		t.Error("there are more rows than mentions")
	}
}

// Mentions of a gazetteer share coordinates, scattered ones do not.
func TestShapes(t *testing.T) {
	for _, c := range []struct {
		shape       shape
		least, most int
	}{{gazetteer, 1500, towns}, {scattered, 9900, 10000}} {
		coordinates := map[[2]float64]bool{}
		for points := range newMaker(c.shape).articles(10000) {
			for _, p := range points {
				coordinates[[2]float64{p.lon, p.lat}] = true
			}
		}
		if n := len(coordinates); n < c.least || n > c.most {
			t.Errorf("%s: 10,000 points at %d coordinates", c.shape, n)
		}
	}
}

package geoparse

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// endsAfter is a context that ends after so many checks.
type endsAfter struct {
	context.Context
	looks int
}

func (c *endsAfter) Err() error {
	if c.looks--; c.looks < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestParseStopsWithItsContext(t *testing.T) {
	in := Input{Text: strings.Repeat("Shelling hit Morek, Latamenah and the northern countryside of Hama. ", 2000)}
	const many = 1 << 30
	whole := &endsAfter{t.Context(), many}
	if _, err := testParser().Parse(whole, in); err != nil {
		t.Fatal(err)
	}
	looks := many - whole.looks
	if looks < 100 {
		t.Fatalf("the context was looked at %d times", looks)
	}
	for _, n := range []int{0, 1, looks / 2, looks - 1} {
		ctx := &endsAfter{t.Context(), n}
		r, err := testParser().Parse(ctx, in)
		if !errors.Is(err, context.DeadlineExceeded) || r.Mentions != nil || ctx.looks != -1 {
			t.Errorf("ended at look %d of %d: %d mentions, error %v, %d looks after the end", n, looks, len(r.Mentions), err, -1-ctx.looks)
		}
	}
}

func TestPanicIsAnErrorOfTheText(t *testing.T) {
	broken := *testParser()
	broken.gaz = nil
	_, err := broken.Parse(t.Context(), Input{Text: "Morek was hit."})
	var p *PanicError
	if !errors.As(err, &p) || !strings.Contains(string(p.Stack), "spot.go") || strings.Contains(err.Error(), "\n") {
		t.Errorf("error %v", err)
	}
}

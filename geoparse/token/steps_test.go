package token

import (
	"context"
	"errors"
	"testing"

	"dateline/work"
)

// stopped runs a function that counts steps and returns the error that stopped it, nil for none.
func stopped(run func()) (err error) {
	defer func() {
		switch s := recover().(type) {
		case nil:
		case Stopped:
			err = s.Err
		default:
			panic(s)
		}
	}()
	run()
	return nil
}

// TestStepsEndWithTheContext: counting stops when the context has ended, and only then.
func TestStepsEndWithTheContext(t *testing.T) {
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	for _, tt := range []struct {
		name string
		run  func(Steps)
	}{
		{"steps", func(s Steps) { s.Step(1 << 30) }},
		{"a look", func(s Steps) { s.Check() }},
		{"a text", func(s Steps) { s.Spend(1 << 24); s.Check() }},
	} {
		if err := stopped(func() { tt.run(Steps{work.New(context.Background())}) }); err != nil {
			t.Errorf("%s: %v while the context lasts", tt.name, err)
		}
		if err := stopped(func() { tt.run(Steps{work.New(ended)}) }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v though the context has ended", tt.name, err)
		}
	}
}

package article

import (
	"errors"
	"strings"
	"testing"
)

// A panic while an input is read becomes an error that names the input, after the articles read
// before it; a panic of the consumer of the articles is not recovered.
func TestGuarded(t *testing.T) {
	articles, failed := 0, ""
	take := func(a Article, err error) bool {
		var bad *Error
		switch {
		case err == nil:
			articles++
		case errors.As(err, &bad):
			failed = bad.Input + ": " + err.Error()
		}
		return true
	}
	if more := guarded("bad.txt", take, func(yield yieldFunc) bool {
		yield(Article{}, nil)
		panic("injected")
	}); !more || articles != 1 || !strings.Contains(failed, "bad.txt") || !strings.Contains(failed, "injected") {
		t.Errorf("%d articles, %q", articles, failed)
	}
	defer func() {
		if v := recover(); v != "of the taker" {
			t.Errorf("recovered %v", v)
		}
	}()
	guarded("good.txt", func(Article, error) bool { panic("of the taker") }, func(yield yieldFunc) bool { return yield(Article{}, nil) })
}

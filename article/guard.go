package article

import "fmt"

// guarded calls read and turns a panic in it, a bug of this package, into an error for that
// input, so that the inputs after it are still read. Panics of the consumer are not caught.
func guarded(input string, yield yieldFunc, read func(yieldFunc) bool) (more bool) {
	taking := false
	defer func() {
		v := recover()
		switch {
		case v == nil:
		case taking:
			panic(v)
		default:
			more = yield(Article{}, &Error{Input: input, Err: fmt.Errorf("a bug in Dateline: %v", v), Hint: "please report it"})
		}
	}()
	return read(func(a Article, err error) bool {
		taking = true
		more := yield(a, err)
		taking = false
		return more
	})
}

package article

import "fmt"

// guarded calls read, which reads an input. A panic in it, which is a fault of this
// package, is an error of that input, and the inputs after it are read. A panic of
// who takes the articles goes its way.
func guarded(input string, yield yieldFunc, read func(yieldFunc) bool) (more bool) {
	taking := false
	defer func() {
		v := recover()
		switch {
		case v == nil:
		case taking:
			panic(v)
		default:
			more = yield(Article{}, &Error{Input: input, Err: fmt.Errorf("a fault of Dateline itself: %v", v), Hint: "please report it"})
		}
	}()
	return read(func(a Article, err error) bool {
		taking = true
		more := yield(a, err)
		taking = false
		return more
	})
}

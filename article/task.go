package article

import (
	"dateline/newsdate"
	"dateline/work"
)

// task is the reading of one input: a counter of its steps, and hints for its dates.
type task struct {
	*work.Counter
	hint newsdate.Hint // its Now is when the input was fetched
}

// task starts reading a source.
func (s source) task() task { return task{work.New(s.ctx), newsdate.Hint{Now: s.options.Fetched}} }

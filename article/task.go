package article

import (
	"dateline/newsdate"
	"dateline/work"
)

// task is the reading of one input: its steps, and what is known of its dates.
type task struct {
	*work.Counter
	hint newsdate.Hint // its Now is when the input was fetched
}

// task begins the reading of a source.
func (s source) task() task { return task{work.New(s.ctx), newsdate.Hint{Now: s.options.Fetched}} }

package cli

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// ListFlags say how a command prints what there is of something.
type ListFlags struct {
	OutputFlag
	JSON bool `help:"Print one line of JSON each." name:"json"`
}

// Rows prints all: a line of JSON for each, or a table with a head, which stands over
// nothing if there is nothing. line returns what is printed as JSON; row the cells of
// the table with tabs between them, and more lines if it needs them.
func Rows[T any](f ListFlags, head string, all []T, line func(*T) any, row func(*T) string) error {
	return f.Write(func(w io.Writer) error {
		if f.JSON {
			for i := range all {
				if err := WriteJSON(w, line(&all[i])); err != nil {
					return err
				}
			}
			return nil
		}
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		if len(all) > 0 {
			fmt.Fprintln(table, head)
		}
		for i := range all {
			fmt.Fprintln(table, row(&all[i]))
		}
		return table.Flush()
	})
}

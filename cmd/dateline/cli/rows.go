package cli

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// ListFlags are the output formats of lists.
type ListFlags struct {
	OutputFlag
	JSON bool `help:"Print one line of JSON each." name:"json"`
}

// Rows prints a list: a line of JSON for each element, or a table with a header unless it is
// empty. line returns the JSON value of an element; row its tab-separated cells, and further
// lines if needed.
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

package about

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"reflect"
	"slices"

	"dateline/cmd/dateline/cli"

	"github.com/alecthomas/kong"
)

// ConfigCommand prints the settings in effect.
type ConfigCommand struct {
	cli.ListFlags
}

// Setting is a setting with its value.
type Setting struct {
	Name     string `json:"setting"`
	Value    string `json:"value"`
	From     string `json:"from"`     // "default", the variable or the file
	Variable string `json:"variable"` // that sets it
}

// Run prints the value of each flag that the command line leaves out.
func (c *ConfigCommand) Run(ctx *kong.Context, s *Settings) error {
	held, err := s.held(ctx.Model)
	if err != nil {
		return err
	}
	return cli.Rows(c.ListFlags, "setting\tvalue\tfrom", held, func(h *Setting) any { return h }, func(h *Setting) string {
		return fmt.Sprintf("%s\t%s\t%s", h.Name, cmp.Or(h.Value, "-"), h.From)
	})
}

// held returns all settings without duplicates, shared ones first. It fails on a value that the flag
// would not take.
func (s *Settings) held(app *kong.Application) ([]Setting, error) {
	var out []Setting
	seen := map[string]bool{}
	for command, f := range flags(app) {
		h := Setting{Name: setting(command, f), Variable: variable(command, f)}
		if seen[h.Name] {
			continue
		}
		seen[h.Name] = true
		if h.Value, h.From = s.value(command, f); h.From == "" {
			h.Value, h.From = f.Default, "default"
		} else if err := readable(f, h.Value); err != nil {
			return nil, fmt.Errorf("%s (%s): %w", h.Name, h.From, err)
		}
		out = append(out, h)
	}
	slices.SortStableFunc(out, func(a, b Setting) int { return cmp.Compare(isLong(a.Name), isLong(b.Name)) })
	return out, nil
}

// readable returns the error of reading a value as that of a flag.
func readable(f *kong.Flag, value string) error {
	token := kong.Token{Value: value, Type: kong.FlagValueToken}
	return f.Mapper.Decode(&kong.DecodeContext{Value: f.Value, Scan: kong.ScanFromTokens(token)}, reflect.New(f.Target.Type()).Elem())
}

// isLong is 1 for the settings of one command, else 0.
func isLong(setting string) int {
	if slices.Contains([]byte(setting), '.') {
		return 1
	}
	return 0
}

// flags yields the settings of all visible commands.
func flags(app *kong.Application) iter.Seq2[*kong.Node, *kong.Flag] {
	return func(yield func(*kong.Node, *kong.Flag) bool) {
		for _, n := range append([]*kong.Node{app.Node}, app.Leaves(true)...) {
			for _, f := range n.Flags {
				if isSetting(f) && !yield(n, f) {
					return
				}
			}
		}
	}
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

package about

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dateline/cmd/dateline/cli"

	"github.com/alecthomas/kong"
	"github.com/pelletier/go-toml/v2"
)

// A flag missing from the command line takes the value of its variable, else that of the
// configuration file, else its default. The flag --addr of serve is DATELINE_SERVE_ADDR and
// "addr" in the table [serve]. Flags shared by commands have no command in their names:
// DATELINE_DATA, and "data" before all tables.

// ConfigFile is the default configuration file.
func ConfigFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "dateline", "config.toml")
}

// setting is the name of a flag of a command in a file: "serve.addr", "data".
func setting(command *kong.Node, f *kong.Flag) string {
	if name := CommandName(command); name != "" && !f.Tag.Has("shared") {
		return strings.ReplaceAll(name, " ", ".") + "." + f.Name
	}
	return f.Name
}

// variable is the name of a flag in the environment.
func variable(command *kong.Node, f *kong.Flag) string {
	return "DATELINE_" + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(setting(command, f)))
}

// isSetting reports whether a flag can be set outside the command line.
func isSetting(f *kong.Flag) bool { return !f.Hidden && f.Name != "help" && f.Name != "version" }

// Settings are the values in a file, by name.
type Settings struct {
	file   string
	values map[string]string
}

// maxSettings is the maximum size of a configuration file in bytes: the library parses nested
// lists recursively, and a wrong file may be endless.
const maxSettings = 64 << 10

// readUpTo reads a file of at most n bytes.
func readUpTo(file string, most int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("larger than %d KiB, which no settings file is; name another", most>>10)
	}
	return text, err
}

// readSettings reads a file, which must exist only if it was requested.
func readSettings(file string, asked bool) (Settings, error) {
	s := Settings{file: file, values: map[string]string{}}
	text, err := readUpTo(file, maxSettings)
	if errors.Is(err, fs.ErrNotExist) && !asked {
		return s, nil
	}
	if err != nil {
		return s, fmt.Errorf("--config: %w", cli.FileError(file, err))
	}
	tables := map[string]any{}
	if err := toml.Unmarshal(text, &tables); err != nil {
		var where *toml.DecodeError
		if errors.As(err, &where) {
			line, column := where.Position()
			return s, fmt.Errorf("%s:%d:%d: %w", file, line, column, err)
		}
		return s, fmt.Errorf("%s: %w", file, err)
	}
	s.add("", tables)
	return s, nil
}

// add adds a table; a list becomes comma-separated values, as on the command line.
func (s *Settings) add(prefix string, table map[string]any) {
	for key, value := range table {
		switch value := value.(type) {
		case map[string]any:
			s.add(prefix+key+".", value)
		case []any:
			items := make([]string, len(value))
			for i, item := range value {
				items[i] = fmt.Sprint(item)
			}
			s.values[prefix+key] = strings.Join(items, ",")
		default:
			s.values[prefix+key] = fmt.Sprint(value)
		}
	}
}

// check refuses names of no flag.
func (s *Settings) check(app *kong.Application) error {
	known := map[string]bool{}
	for c, f := range flags(app) {
		known[setting(c, f)] = true
	}
	for _, name := range sorted(s.values) {
		if !known[name] {
			return fmt.Errorf("%s: unknown setting %s; dateline config lists all", s.file, name)
		}
	}
	return nil
}

// value returns the value of a flag and its origin; "" if nothing sets it.
func (s *Settings) value(command *kong.Node, f *kong.Flag) (value, from string) {
	if v := os.Getenv(variable(command, f)); v != "" {
		return v, variable(command, f)
	}
	if v, ok := s.values[setting(command, f)]; ok {
		return v, s.file
	}
	return "", ""
}

// Validate implements kong.Resolver.
func (s Settings) Validate(app *kong.Application) error { return s.check(app) }

// Resolve implements kong.Resolver.
func (s Settings) Resolve(_ *kong.Context, path *kong.Path, f *kong.Flag) (any, error) {
	if !isSetting(f) {
		return nil, nil
	}
	if v, from := s.value(path.Node(), f); from != "" {
		return v, nil
	}
	return nil, nil
}

// SettingsFor reads the settings for a command line with known flags.
func SettingsFor(ctx *kong.Context) (Settings, error) {
	file, asked := ConfigFile(), false
	if v := os.Getenv("DATELINE_CONFIG"); v != "" {
		file, asked = v, true
	}
	for _, p := range ctx.Path {
		if p.Flag != nil && p.Flag.Name == "config" {
			file, asked = ctx.FlagValue(p.Flag).(string), true
		}
	}
	s, err := readSettings(file, asked)
	if err != nil {
		return s, err
	}
	return s, s.check(ctx.Model)
}

package setup

import (
	"runtime/debug"
	"strings"

	"dateline/cmd/dateline/cli"
	"dateline/document"
	"dateline/geoparse"
)

// VersionsOf returns the versions that read articles now.
func VersionsOf(parser *geoparse.Parser) document.Versions {
	v := document.Versions{Parser: cli.Version(), Gazetteer: parser.Gazetteer().Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) > 12 && !strings.Contains(v.Parser, s.Value[:7]) {
				v.Parser += " " + s.Value[:12]
			}
		}
	}
	return v
}

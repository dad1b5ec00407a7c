package article

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// folder walks down folders.
type folder struct {
	ctx   context.Context
	yield yieldFunc
	above []os.FileInfo // the folders it is in
}

// readFolder reads the files of a folder and of those in it, in the order of
// their names: those with an ending of the formats, and those without one. Other
// files and hidden ones are passed over. Links are followed, but not back into a
// folder that the walk is in.
func readFolder(ctx context.Context, path string, yield yieldFunc) bool {
	w := folder{ctx: ctx, yield: yield}
	return w.walk(path)
}

func (w *folder) walk(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.yield(Article{}, systemError(path, err))
	}
	for _, up := range w.above {
		if os.SameFile(up, info) {
			return w.yield(Article{}, &Error{Input: path, Err: ErrLoop, Hint: "remove the link"})
		}
	}
	w.above = append(w.above, info)
	defer func() { w.above = w.above[:len(w.above)-1] }()
	entries, err := os.ReadDir(path) // sorted by name
	if err != nil && !w.yield(Article{}, systemError(path, err)) {
		return false
	}
	for _, e := range entries {
		if !w.entry(filepath.Join(path, e.Name()), e) {
			return false
		}
	}
	return true
}

// entry reads a file, or walks a folder, of the folder that the walk is in.
func (w *folder) entry(path string, e os.DirEntry) bool {
	if strings.HasPrefix(e.Name(), ".") {
		return true
	}
	mode := e.Type()
	if mode&os.ModeSymlink != 0 {
		info, err := os.Stat(path)
		if err != nil {
			return w.yield(Article{}, systemError(path, err))
		}
		mode = info.Mode().Type()
	}
	switch _, _, known := byEnding(path); {
	case mode.IsDir():
		return w.walk(path)
	case !mode.IsRegular() || !known && filepath.Ext(path) != "":
		return true
	}
	return readFile(w.ctx, path, w.yield)
}

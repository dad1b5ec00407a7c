package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// folder walks a folder and its subfolders.
type folder struct {
	source source
	yield  yieldFunc
	above  []os.FileInfo // the folders from the root down to the current one
}

// readFolder reads the files of a folder and its subfolders, sorted by name. Links are followed,
// except to a folder that contains the link. Hidden files are ignored.
func readFolder(s source, yield yieldFunc) bool {
	found := false
	w := folder{source: s, yield: func(a Article, err error) bool {
		found = true
		return yield(a, err)
	}}
	if !w.walk(s.name) {
		return false
	}
	return found || yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: the folder has no files", ErrEmpty), Hint: "check its name"})
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

// entry reads a file or walks a subfolder of the current folder.
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
	switch {
	case mode.IsDir():
		return w.walk(path)
	case !mode.IsRegular():
		return w.yield(Article{}, &Skipped{Path: printable(path), Why: "not a file"})
	}
	f, err := os.Open(path)
	if err != nil {
		return w.yield(Article{}, systemError(path, err))
	}
	defer f.Close()
	s := w.source
	s.name = path
	return readMember(s, &contextReader{ctx: s.ctx, r: f}, w.yield)
}

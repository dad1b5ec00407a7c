//go:build unix

package gazetteer

import (
	"math"
	"os"
	"syscall"
)

// mapFile returns the content of a file as memory that is read when it is
// looked at, and shared by all processes that map it. It is never unmapped, as
// strings of it may be anywhere.
func mapFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 || info.Size() > math.MaxInt {
		return nil, nil // no index is so small or so large
	}
	return syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
}

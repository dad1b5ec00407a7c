//go:build unix

package gazetteer

import (
	"math"
	"os"
	"syscall"
)

// mapFile memory-maps a file, whose pages all processes share. It is never unmapped, as strings
// may refer to it.
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
		return nil, nil // no index has such a size
	}
	return syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
}

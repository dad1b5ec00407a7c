//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package archive

import (
	"errors"
	"os"
	"syscall"

	"github.com/ncruces/go-sqlite3"
)

// takeTurn waits until no other process or goroutine is closing an archive in a folder, and
// keeps them out until end is called. If the folder can't be locked, or somebody takes too long,
// it does not wait.
func takeTurn(dir string) (end func()) {
	f, err := os.Open(dir)
	if err != nil {
		return func() {}
	}
	_ = untilFree(func() error {
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); errors.Is(err, syscall.EWOULDBLOCK) {
			return sqlite3.BUSY
		}
		return nil
	})
	return func() { _ = f.Close() } // which releases the lock
}

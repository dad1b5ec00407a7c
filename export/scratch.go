package export

import (
	"io"
	"os"
)

// scratch is a temporary file, for data that follows something known only later. It is unlinked
// at once if the system allows, so that none is left if the process ends while a slow client
// reads.
type scratch struct{ *os.File }

func newScratch() (scratch, error) {
	f, err := os.CreateTemp("", "dateline-export-*")
	if err == nil {
		_ = os.Remove(f.Name()) // else drop removes it
	}
	return scratch{f}, err
}

// drop removes the file.
func (s scratch) drop() {
	_ = s.Close()
	_ = os.Remove(s.Name()) // it may have gone before
}

// copyTo writes all of the file to w.
func (s scratch) copyTo(w io.Writer) error {
	if _, err := s.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.File)
	return err
}

package article

import (
	"archive/tar"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// bzipped is the magic number of bzip2; a digit for the block size follows.
const bzipped = "BZh"

// isBzip reports whether data begins as bzip2, rather than as a text with these letters.
func isBzip(head []byte) bool {
	return len(head) > 10 && bytes.HasPrefix(head[4:], []byte("1AY&SY"))
}

// isTar reports whether data begins as a tar archive (POSIX or GNU).
func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// readPacked reads a compressed file or an archive, by its magic number.
func readPacked(s source, head []byte, r io.Reader, yield yieldFunc) bool {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return readGzip(s, r, yield)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return readZip(s, r, yield)
	case isTar(head):
		return readTar(s, r, yield)
	case isBzip(head):
		return readStream(s.inside(unpackedName(s.name, ".bz2", ".tbz2")), bzip2.NewReader(r), yield)
	}
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	defer z.Close()
	return readStream(s.inside(unpackedName(s.name, ".zst", ".zstd")), z, yield)
}

// maxWindow is the largest window of a zstd stream, in bytes.
const maxWindow = 128 << 20

// readGzip reads a gzip file.
func readGzip(s source, r io.Reader, yield yieldFunc) bool {
	z, err := gzip.NewReader(r)
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	return readStream(s.inside(unpackedName(s.name, ".gz", ".tgz")), z, yield)
}

// unpackedName returns a file name without its compression suffix.
func unpackedName(name string, endings ...string) string {
	for _, e := range endings {
		if rest, ok := strings.CutSuffix(name, e); ok {
			return rest
		}
	}
	return name
}

// readTar reads the files of a tar archive in their order.
func readTar(s source, r io.Reader, yield yieldFunc) bool {
	t := tar.NewReader(r)
	for found := false; ; {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return found || yield(Article{}, &Error{Input: s.name, Err: fmt.Errorf("%w: the archive has no files", ErrEmpty), Hint: "check that it is complete"})
		case isContextError(err):
			return s.fail(err, yield)
		case err != nil:
			if errors.Is(err, io.ErrUnexpectedEOF) {
				err = errors.New("the archive is cut off")
			}
			return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "the files before it were read"})
		case h.Typeflag != tar.TypeReg || isHidden(strings.TrimPrefix(h.Name, "./")):
			continue
		}
		found = true
		if !readMember(s.inside(s.name+"/"+h.Name), t, yield) {
			return false
		}
	}
}

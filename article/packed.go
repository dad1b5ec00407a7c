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

// bzipped is how what is compressed by bzip2 begins, before the size of its blocks.
const bzipped = "BZh"

// isBzip reports whether a stream of bzip2 begins, and no text of these letters.
func isBzip(head []byte) bool {
	return len(head) > 10 && bytes.HasPrefix(head[4:], []byte("1AY&SY"))
}

// isTar reports whether an archive of tar begins, of POSIX or GNU.
func isTar(head []byte) bool { return len(head) > 262 && string(head[257:262]) == "ustar" }

// readPacked reads what is compressed, or the files of an archive, as its beginning says.
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

// maxWindow is how many bytes a stream of zstd may look back.
const maxWindow = 128 << 20

// readGzip reads what is compressed by gzip.
func readGzip(s source, r io.Reader, yield yieldFunc) bool {
	z, err := gzip.NewReader(r)
	if err != nil {
		return yield(Article{}, systemError(s.name, err))
	}
	return readStream(s.inside(unpackedName(s.name, ".gz", ".tgz")), z, yield)
}

// unpackedName returns the name of a file without the ending that says how it is packed.
func unpackedName(name string, endings ...string) string {
	for _, e := range endings {
		if rest, ok := strings.CutSuffix(name, e); ok {
			return rest
		}
	}
	return name
}

// readTar reads the files of a tar archive, in their order.
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
				err = errors.New("the archive breaks off")
			}
			return yield(Article{}, &Error{Input: s.name, Err: err, Hint: "the files before it are read"})
		case h.Typeflag != tar.TypeReg || isHidden(strings.TrimPrefix(h.Name, "./")):
			continue
		}
		found = true
		if !readMember(s.inside(s.name+"/"+h.Name), t, yield) {
			return false
		}
	}
}

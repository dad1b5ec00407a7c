package server

import (
	"container/list"
	"context"
	"io"
	"os"
	"sync"
)

// Limits of the cached files.
const (
	keptFiles     = 16
	keptFileBytes = 4 << 30
)

// files is an LRU cache of complete files by content, from which repeated requests and range
// requests are answered. An evicted file is deleted when its last reader has finished. It is
// safe for concurrent use.
type files struct {
	mu    sync.Mutex
	bytes int64
	order list.List // of *madeFile, most recently used first
	byKey map[string]*list.Element
}

// madeFile is an unlinked file that many may read at once.
type madeFile struct {
	key  string
	data *os.File // closed by the garbage collector after the last reader
	size int64
}

// reader returns a reader with its own position.
func (f *madeFile) reader() io.ReadSeeker { return io.NewSectionReader(f.data, 0, f.size) }

func (x *files) get(key string) *madeFile {
	x.mu.Lock()
	defer x.mu.Unlock()
	e, known := x.byKey[key]
	if !known {
		return nil
	}
	x.order.MoveToFront(e)
	return e.Value.(*madeFile)
}

func (x *files) put(f *madeFile) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if _, known := x.byKey[f.key]; known {
		return
	}
	if x.byKey == nil {
		x.byKey = map[string]*list.Element{}
	}
	x.byKey[f.key] = x.order.PushFront(f)
	x.bytes += f.size
	for x.order.Len() > keptFiles || x.bytes > keptFileBytes && x.order.Len() > 1 {
		oldest := x.order.Remove(x.order.Back()).(*madeFile)
		delete(x.byKey, oldest.key)
		x.bytes -= oldest.size
	}
}

// fileOf writes a stream to a file, once for all concurrent requests for it.
func (s *service) fileOf(ctx context.Context, a *Answer) (*madeFile, error) {
	if f := s.files.get(a.key); f != nil {
		return f, nil
	}
	made, err := s.flight.do(ctx, "file\n"+a.key, func(ctx context.Context) (*Answer, error) {
		f, err := makeFile(ctx, a)
		if err != nil {
			return nil, err
		}
		s.files.put(f)
		return &Answer{file: f}, nil
	})
	if err != nil {
		return nil, err
	}
	return made.file, nil
}

func makeFile(ctx context.Context, a *Answer) (*madeFile, error) {
	data, err := os.CreateTemp("", "dateline-file-*")
	if err != nil {
		return nil, err
	}
	defer os.Remove(data.Name()) // open files stay readable; not every system can delete them
	if err := a.Stream(ctx, data); err != nil {
		data.Close()
		return nil, err
	}
	size, err := data.Seek(0, io.SeekCurrent)
	return &madeFile{a.key, data, size}, err
}

package archive

import (
	"testing"

	"dateline/document/documenttest"
)

// A panic while a document is prepared is an error of that document. Without a packer none can be
// compressed.
func TestPanicInADocument(t *testing.T) {
	a := &Archive{}
	docs := documenttest.New(64).Documents(0, 5)
	ready, refused := a.PackAll(docs)
	if len(ready) != 0 || len(refused) != len(docs) || refused[0].ID != docs[0].ID {
		t.Errorf("%d ready, refused %v", len(ready), refused)
	}
}

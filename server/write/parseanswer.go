package write

import (
	"io"
	"iter"
	"net/http"

	"dateline/document"
	"dateline/server"
	"dateline/view"
)

// parseAnswer buffers an answer, with a limited size: few words can name areas with long
// outlines.
type parseAnswer struct {
	body       []byte
	collection bool // whether it is one FeatureCollection, rather than a line for each text
	features   int
	read       int // texts
	faults     faults
}

const maxParseAnswer = 64 << 20

// Write fails with a problem if the answer becomes too large.
func (a *parseAnswer) Write(b []byte) (int, error) {
	if len(a.body)+len(b) > maxParseAnswer {
		return 0, server.NewProblem(http.StatusRequestEntityTooLarge, "the answer is larger than %d MiB; send less text at a time", maxParseAnswer>>20)
	}
	a.body = append(a.body, b...)
	return len(b), nil
}

// writeAll writes what was found in texts, and which of them could not be read. It fails if none
// could.
func (a *parseAnswer) writeAll(docs iter.Seq2[document.Document, error]) error {
	if a.collection {
		a.body = append(a.body, `{"type":"FeatureCollection","features":[`...)
	}
	for d, err := range docs {
		if a.faults.take(err) {
			err = a.writeFault(&a.faults[len(a.faults)-1].fault)
		} else if err == nil {
			a.read++
			err = a.writeDocument(&d)
		}
		if err != nil {
			return err
		}
	}
	switch {
	case a.read == 0 && len(a.faults) > 0:
		return a.faults[0]
	case !a.collection:
		return nil
	}
	end := "]}\n"
	if len(a.faults) > 0 {
		end = `],"errors":` + string(server.JSON(a.faults.list())) + "}\n"
	}
	_, err := io.WriteString(a, end)
	return err
}

// writeFault writes a line in the place of a text's.
func (a *parseAnswer) writeFault(f *fault) error {
	if a.collection {
		return nil // its end has all
	}
	_, err := a.Write(server.JSON(f))
	return err
}

// writeDocument writes a line, or the located mentions and the fronts.
func (a *parseAnswer) writeDocument(d *document.Document) error {
	if !a.collection {
		if err := d.WriteJSON(a); err != nil {
			return err
		}
		_, err := io.WriteString(a, "\n")
		return err
	}
	var feature []byte
	for _, f := range view.Features(d) {
		if feature = feature[:0]; a.features > 0 {
			feature = append(feature, ',')
		}
		if _, err := a.Write(f.AppendJSON(feature)); err != nil {
			return err
		}
		a.features++
	}
	return nil
}

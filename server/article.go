package server

import "net/http"

// article answers with an article and all that was found in it.
func (s *service) article(req *request) (*answer, error) {
	d, err := req.view.Document(req.vars("id"))
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, newProblemNotHere("articles", req.vars("id"))
	}
	return okJSON(req, d)
}

func newProblemNotHere(collection, id string) *problem {
	return newProblem(http.StatusNotFound, "%s has nothing with the id %q", collection, id)
}

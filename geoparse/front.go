package geoparse

// readFronts finds the expressions for lines and areas between the names.
func (p *parse) readFronts() {}

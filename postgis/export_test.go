package postgis

// Hold sets about how many events are held while incidents are made.
func (e *Engine) Hold(events int) { e.held = events }

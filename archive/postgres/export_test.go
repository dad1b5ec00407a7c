package postgres

// Heard is Due without the interval.
func (l *Listener) Heard() bool { return l.takeNotification() }

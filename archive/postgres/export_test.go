package postgres

// Heard is Due without regard to the time.
func (l *Listener) Heard() bool { return l.takeNotification() }

package main

import (
	"fmt"
	"os/exec"
	"time"
)

// migration kills dateline migrate at ever later moments, and then lets it finish.
func migration(l *lab) error {
	c, err := l.primary()
	if err != nil {
		return err
	}
	cut := 0
	for i := range 10 {
		name := fmt.Sprintf("news%d", i)
		if err := c.execute("postgres", "CREATE DATABASE "+name); err != nil {
			return err
		}
		data := address(name, c)
		m := exec.Command(l.program, "migrate", "--data", data)
		if err := m.Start(); err != nil {
			return err
		}
		time.Sleep(time.Duration(i+1) * 150 * time.Millisecond)
		_ = m.Process.Kill() // it may have ended already
		if m.Wait() != nil {
			cut++
		}
		if _, err := l.run("", "migrate", "--data", data); err != nil {
			return err
		}
		if _, err := l.run("Shelling hit Morek.", "ingest", "--data", data, "-"); err != nil {
			return err
		}
		if _, err := l.run("", "check", "--data", data); err != nil {
			return err
		}
	}
	fmt.Printf("migration: %d of 10 were killed before they finished, after 0.15 to 1.5 s; the next completed each, and the archive is sound\n", cut)
	return nil
}

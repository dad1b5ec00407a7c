package main

type serveCommand struct{}
type ingestCommand struct{}
type exportCommand struct{}
func (serveCommand) Run() error { return nil }
func (ingestCommand) Run() error { return nil }
func (exportCommand) Run() error { return nil }

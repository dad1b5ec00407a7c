// Command dateline reads news articles, finds the places they mention, and
// shows them on a map and to GIS tools.
package main

import "dateline/cmd/dateline/commands"

func main() { commands.Main() }

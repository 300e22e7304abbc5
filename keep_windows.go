package main

import "os/exec"

// session returns what reports whether the session lives: it takes all its programs
// with it when it ends.
func session() func() bool { return func() bool { return true } }

// endWith leaves it at ending the wall as Go does, which loses nothing.
func endWith(*exec.Cmd) {}

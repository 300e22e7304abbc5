package main

import (
	"os"
	"syscall"
)

// cacheTime is how long Fyne keeps the picture of a text that is no longer shown.
// By itself it keeps it for a minute, which suits documents; of numbers that
// change all day that is memory for nothing.
const cacheTime = "10s"

// shortenCache has Fyne keep pictures for cacheTime, unless somebody has set
// another time. Fyne reads the setting before main begins, hence the program
// starts again in its own place, as the same process. Where that fails, the wall
// does with more memory.
func shortenCache() {
	const setting = "FYNE_CACHE"
	if os.Getenv(setting) != "" {
		return
	}
	os.Setenv(setting, cacheTime)
	if self, err := os.Executable(); err == nil {
		_ = syscall.Exec(self, os.Args, os.Environ())
	}
}

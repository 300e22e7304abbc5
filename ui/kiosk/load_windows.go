package kiosk

import (
	"time"

	"golang.org/x/sys/windows"
)

// processorTime returns what the process has used of all processors so far.
func processorTime() time.Duration {
	var begun, ended, kernel, user windows.Filetime
	if err := windows.GetProcessTimes(windows.CurrentProcess(), &begun, &ended, &kernel, &user); err != nil {
		return 0
	}
	return hundreds(kernel) + hundreds(user)
}

// hundreds reads a span, which Windows counts in steps of 100 nanoseconds.
func hundreds(t windows.Filetime) time.Duration {
	return 100 * time.Duration(uint64(t.HighDateTime)<<32|uint64(t.LowDateTime))
}

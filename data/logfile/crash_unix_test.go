//go:build unix

package logfile

import (
	"os"
	"syscall"
	"time"
)

func init() {
	ends["watchdog"] = func() {
		syscall.Kill(os.Getpid(), syscall.SIGABRT)
		time.Sleep(time.Minute)
	}
}

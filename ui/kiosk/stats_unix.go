//go:build unix

package kiosk

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// LogStats logs what the program holds whenever it gets the signal USR1, until
// ctx ends: a wall that has run for months can be asked without stopping it.
func (k *Kiosk) LogStats(ctx context.Context, log *slog.Logger) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	defer signal.Stop(asked)
	for {
		select {
		case <-ctx.Done():
			return
		case <-asked:
			runtime.GC() // what is garbage is not held
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			log.Info("holding", "goroutines", runtime.NumGoroutine(), "heap_kib", m.HeapAlloc/1024)
		}
	}
}

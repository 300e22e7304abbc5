package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// untilSignal returns a context that ends with the first signal to end the
// program. A second one ends the program itself, as a shell has it, whatever that
// waits for; both hold until stop is called. The signals cannot be given back to
// the system after the first: Fyne listens to them as well, and does nothing then.
func untilSignal() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	got := make(chan os.Signal, 2)
	signal.Notify(got, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-got
		cancel()
		s := <-got
		n, _ := s.(syscall.Signal)
		os.Exit(128 + int(n))
	}()
	return ctx, func() {
		signal.Stop(got)
		cancel()
	}
}

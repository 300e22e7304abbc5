package main

import (
	"context"
	"errors"
	"testing"
	"time"
)

// within fails where f takes long: then it would wait for ever.
func within(t *testing.T, f func() error) error {
	t.Helper()
	got := make(chan error, 1)
	go func() { got <- f() }()
	select {
	case err := <-got:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for ever")
		return nil
	}
}

func TestCourse_WithoutAWindowIsAnErrorUnlessItWasToldToEnd(t *testing.T) {
	for _, told := range []bool{false, true} {
		c := newCourse(func(ctx context.Context) error { <-ctx.Done(); return nil })
		ctx, cancel := context.WithCancel(t.Context())
		c.begin(ctx, func() {})
		cancel()
		if err := within(t, func() error { return c.result(told) }); errors.Is(err, errNoWindow) == told {
			t.Errorf("a wall without a window ends with %v; told to end: %v", err, told)
		}
	}
}

func TestCourse_EndsTheProgramWithTheErrorOfTheBoard(t *testing.T) {
	broken := errors.New("no place for the demo")
	c := newCourse(func(context.Context) error { return broken })
	over := make(chan struct{})
	c.begin(t.Context(), func() { close(over) })
	if err := within(t, func() error { <-over; return c.result(false) }); !errors.Is(err, broken) {
		t.Errorf("it ends with %v", err)
	}
}

func TestCourse_RunsUntilItIsToldToEnd(t *testing.T) {
	c := newCourse(func(ctx context.Context) error { <-ctx.Done(); return nil })
	ctx, cancel := context.WithCancel(t.Context())
	c.begin(ctx, func() {})
	c.shown = true
	cancel()
	if err := within(t, func() error { return c.result(false) }); err != nil {
		t.Errorf("it ends with %v", err)
	}
}

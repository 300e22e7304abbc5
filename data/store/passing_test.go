package store

import (
	"context"
	"errors"
	"testing"
)

func TestPassing_IsWhatNobodyHasToMend(t *testing.T) {
	passes := map[Kind]bool{Missing: true, Locked: true, Full: true}
	for kind := Other; kind <= Written; kind++ {
		e := &Error{Op: "record", Kind: kind, Err: errors.New("the cause")}
		if e.Passing() != passes[kind] {
			t.Errorf("kind %d passes: %v", kind, e.Passing())
		}
		if !e.Passing() && e.Remedy() == "" && kind != Other && kind != Rejected {
			t.Errorf("kind %d does not pass, and nobody is told what to do", kind)
		}
		if text := e.Short() + ": " + e.Remedy(); len(text) > 90 {
			t.Errorf("kind %d: %q is too long for a wall", kind, text)
		}
	}
	for _, cause := range []error{context.DeadlineExceeded, errExhausted} {
		if e := (&Error{Err: cause}); !e.Passing() {
			t.Errorf("%v does not pass", cause)
		}
	}
	if e := (&Error{Err: context.Canceled}); e.Passing() {
		t.Error("what was given up passes")
	}
}

package engine

import (
	"os"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/store"
)

// Two TVs on one computer: each shows what is put, one looks after the store.
func TestTwoWalls_ShowWhatIsPutAndShareTheCare(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		first := newHarness(t)
		stop := first.run()
		second := first.again()
		second.run()
		for number := range 3 {
			first.do(first.put(first.engine.Store, float64(number)))
			first.pass(2 * time.Second)
			first.shows("the first wall", float64(number), "")
			second.shows("the second wall", float64(number), "")
		}
		first.pass(5 * time.Minute)
		made := first.backups()
		if len(made) != 1 {
			t.Fatalf("two walls made the backups %v, want one", made)
		}

		stop()
		if !second.heldWithin(2 * time.Minute) {
			t.Error("nobody looks after the store once the first wall has ended")
		}
		second.do(os.RemoveAll(store.BackupFolder(second.engine.Store)))
		second.pass(2 * time.Minute)
		if got := second.backups(); !slices.Equal(got, made) {
			t.Errorf("the second wall made the backups %v, want %v", got, made)
		}
		first.do(first.put(first.engine.Store, 7))
		second.pass(2 * time.Second)
		second.shows("left alone", 7, "")
	})
}

// heldWithin reports whether a wall takes the store's lock in that time.
func (h *harness) heldWithin(d time.Duration) bool {
	h.pass(d)
	return store.Held(h.engine.Store)
}

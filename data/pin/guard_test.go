package pin

import (
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

func TestGuard_WaitsTwiceAsLongAfterEachWrongTry(t *testing.T) {
	var g Guard
	now := noon
	for _, want := range []time.Duration{0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600} {
		wait := g.Wait(now)
		if wait != want*time.Second {
			t.Errorf("after %d wrong tries it is %v, want %v", g.Wrong, wait, want*time.Second)
		}
		now = now.Add(wait)
		if g.Wait(now) != 0 {
			t.Errorf("after %d wrong tries and %v it is %v more", g.Wrong, wait, g.Wait(now))
		}
		g.Try(now)
	}
	if g.Right(); g.Wait(now) != 0 {
		t.Error("the right one is waited for")
	}
	g.Wrong = 1 << 60
	if got := g.Wait(now); got != 0 && got != lastDelay {
		t.Errorf("a broken file makes it %v", got)
	}
}

func TestGuard_AClockSetBackDoesNotShutPeopleOut(t *testing.T) {
	g := Guard{Wrong: 3, Since: noon}
	now := noon.AddDate(-56, 0, 0)
	if got := g.Wait(now); got != 8*time.Second {
		t.Errorf("it is %v, want the whole delay", got)
	}
	if got := g.Wait(now.Add(3 * time.Second)); got != 5*time.Second {
		t.Errorf("three seconds later it is %v", got)
	}
	if got := g.Wait(now.Add(time.Hour)); got != 0 {
		t.Errorf("an hour later it is %v", got)
	}
}

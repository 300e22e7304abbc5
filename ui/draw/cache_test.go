package draw

import "testing"

// A wall runs for years: what it keeps has an end, and what is on every page stays.
func TestCache_KeepsWhatIsAskedForWithinItsLimit(t *testing.T) {
	c := newCache[int, string](100)
	for i := range 1000 {
		c.put(i, "x", 7)
		if _, ok := c.get(0); !ok {
			t.Fatalf("what is always asked for is gone after %d", i)
		}
		held := 0
		for _, part := range []map[int]kept[string]{c.young, c.old} {
			for _, e := range part {
				held += e.size
			}
		}
		if held > 100 {
			t.Fatalf("after %d it holds %d", i, held)
		}
	}
	if _, ok := c.get(500); ok {
		t.Error("nothing is ever dropped")
	}
	c.put(-1, "large", 5000)
	if v, ok := c.get(-1); !ok || v != "large" {
		t.Error("what is larger than all is not kept for the moment that it is needed in")
	}
}

package draw

// cache keeps what was made lately, up to a limit of what it all holds. What was
// not asked for while half of the limit was filled anew is dropped.
type cache[K comparable, V any] struct {
	limit      int // of the sizes of all; at least one thing is kept
	filled     int // of the young
	young, old map[K]kept[V]
}

type kept[V any] struct {
	value V
	size  int
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, young: map[K]kept[V]{}}
}

func (c *cache[K, V]) get(key K) (V, bool) {
	if e, ok := c.young[key]; ok {
		return e.value, true
	}
	e, ok := c.old[key]
	if ok {
		c.put(key, e.value, e.size)
	}
	return e.value, ok
}

func (c *cache[K, V]) put(key K, value V, size int) {
	if c.filled+size > c.limit/2 && c.filled > 0 {
		c.old, c.young, c.filled = c.young, map[K]kept[V]{}, 0
	}
	c.young[key] = kept[V]{value, size}
	c.filled += size
}

package store

import (
	"testing"
	"time"
)

// generateOf yields rows values of one KPI, one every five minutes.
func generateOf(id string, rows int) func() (Value, bool, error) {
	moment, i := every(5*time.Minute), 0
	return func() (Value, bool, error) {
		if i == rows {
			return Value{}, false, nil
		}
		v := Value{KPI: id}
		v.At, v.Number, v.Source = moment(rows-1-i), float64(i)/4, "bench"
		i++
		return v, true, nil
	}
}

// byLength runs a benchmark for a KPI of ten rows and one of a million, which
// should cost the same, in the store of a name. What was recorded since is of
// another, so that neither is among the last rows of the store.
func byLength(b *testing.B, name string, run func(b *testing.B, s *Store, id string)) {
	s := loadedStore(b, name, generateOf("ten", 10), generateOf("million", 1_000_000), generateOf("other", 2000))
	for _, id := range []string{"ten", "million"} {
		b.Run(id, func(b *testing.B) { run(b, s, id) })
	}
}

func BenchmarkHistory(b *testing.B) {
	byLength(b, "read", func(b *testing.B, s *Store, id string) {
		for b.Loop() {
			if rows, err := s.History(b.Context(), id, 10); err != nil || len(rows) != 10 {
				b.Fatal(len(rows), err)
			}
		}
	})
}

// BenchmarkUndo undoes a KPI's newest row, and then the undo, and so on.
func BenchmarkUndo(b *testing.B) {
	byLength(b, "written", func(b *testing.B, s *Store, id string) {
		rows, err := s.History(b.Context(), id, 1)
		if err != nil || len(rows) != 1 {
			b.Fatal(len(rows), err)
		}
		v := rows[0]
		for b.Loop() {
			if v, err = s.Undo(b.Context(), v.ID, "bench"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

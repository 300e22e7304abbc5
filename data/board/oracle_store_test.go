package board

import (
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// archive is a real store in which the deeds of a board are done one after
// another, by the clock of each.
type archive struct {
	*store.Store
	clock time.Time
	done  int // deeds

	// recorded has, of each KPI and moment, the numbers of the rows that an undo
	// would take back one after another.
	recorded map[string]map[kpi.At][]int64
}

func newArchive(t *testing.T) *archive {
	t.Helper()
	a := &archive{recorded: map[string]map[kpi.At][]int64{}}
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	var err error
	a.Store, err = store.Open(t.Context(), path, store.Options{Now: func() time.Time { return a.clock }})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// upTo does what was done by now; deeds are in the order of their doing.
func (a *archive) upTo(t *testing.T, deeds []deed, now time.Time) {
	t.Helper()
	err := a.Write(t.Context(), "do the deeds", func(tx *store.Tx) error {
		for ; a.done < len(deeds) && !deeds[a.done].when.After(now); a.done++ {
			if err := a.do(t, tx, deeds[a.done]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (a *archive) do(t *testing.T, tx *store.Tx, d deed) error {
	a.clock = d.when
	if a.recorded[d.id] == nil {
		a.recorded[d.id] = map[kpi.At][]int64{}
	}
	ids := a.recorded[d.id][d.at]
	top := len(ids) - 1
	switch {
	case d.what == "undo" && top >= 0:
		_, err := tx.Undo(t.Context(), ids[top], "")
		a.recorded[d.id][d.at] = ids[:top]
		return err
	case d.what == "withdraw" && top >= 0:
		_, err := tx.Withdraw(t.Context(), ids[top], "")
		a.recorded[d.id][d.at] = nil
		return err
	case d.what == "undo" || d.what == "withdraw":
		return nil
	}
	v := store.Value{KPI: d.id, Value: kpi.Value{At: d.at, Number: d.number}}
	if d.what == "write" {
		v.Since = d.when
	}
	stands, err := tx.Put(t.Context(), v)
	if err == nil && stands.Recorded.Equal(d.when) && !stands.Heard.After(stands.Recorded) {
		a.recorded[d.id][d.at] = append(ids, stands.ID)
	}
	return err
}

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

	// recorded has, of each KPI and moment, the rows that an undo would take back one
	// after another.
	recorded map[string]map[kpi.At][]record
}

// record is a row: its id and number, and whether an undo has put it back.
type record struct {
	id     int64
	number float64
	back   bool
}

func newArchive(t *testing.T) *archive {
	t.Helper()
	a := &archive{recorded: map[string]map[kpi.At][]record{}}
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
		a.recorded[d.id] = map[kpi.At][]record{}
	}
	stack := a.recorded[d.id][d.at]
	top := len(stack) - 1
	switch {
	case d.what == "undo" && top >= 0:
		_, err := tx.Undo(t.Context(), stack[top].id, "")
		if top > 0 {
			stack[top-1].back = true
		}
		a.recorded[d.id][d.at] = stack[:top]
		return err
	case d.what == "withdraw" && top >= 0:
		_, err := tx.Withdraw(t.Context(), stack[top].id, "", 0)
		a.recorded[d.id][d.at] = nil
		return err
	case d.what == "undo" || d.what == "withdraw":
		return nil
	case d.what == "write" && top >= 0 && stack[top].number == d.number && !stack[top].back:
		return tx.Renew(t.Context(), stack[top].id, d.when)
	}
	v := store.Value{KPI: d.id, Value: kpi.Value{At: d.at, Number: d.number}}
	if d.what == "write" {
		v.Since = d.when
	}
	stands, err := tx.Put(t.Context(), v)
	if err == nil && stands.Recorded.Equal(d.when) && !stands.LastConfirmed.After(stands.Recorded) {
		a.recorded[d.id][d.at] = append(stack, record{id: stands.ID, number: d.number})
	}
	return err
}

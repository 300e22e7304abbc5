package store

import "testing"

func TestStanding_PassesOverWhatAnotherProgramHasUndone(t *testing.T) {
	s := newStore(t)
	id := imported(t, s, "a 01 2", "a 02 3")
	execute(t, outside(t, s.path), "INSERT INTO observation(kpi, at, value, batch, undoes) VALUES ('a', '2026-11-02', 4, ?, 999999)", id)
	list, err := s.Standing(t.Context(), nil)
	if err != nil || len(list) != 1 || list[0].Batch.ID != id || list[0].Last.Number != 3 {
		t.Errorf("%+v, %v", list, err)
	}
}

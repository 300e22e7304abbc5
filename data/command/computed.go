package command

import (
	"kpiwall/data/board"
	"kpiwall/data/words"
)

// computed is how a number was computed, as JSON has it.
type computed struct {
	Inputs []operand `json:"inputs"`
	Reason string    `json:"reason"` // why a newer period, or any, has no number; empty where it has
}

// operand is a value that a formula looked at.
type operand struct {
	ID     string   `json:"id"`
	Period string   `json:"period"`
	Value  *float64 `json:"value"` // null where it lacks
}

// computedOf returns how the number of a reading was computed, or nil.
func computedOf(speech *words.Speech, b *board.Board, r *board.Reading) *computed {
	if r.Computed == nil {
		return nil
	}
	f := &computed{Inputs: []operand{}}
	for _, in := range r.Computed.Inputs {
		o := operand{ID: in.KPI.ID, Period: b.Config.Calendar.ID(in.Period)}
		if in.Has {
			o.Value = &in.Number
		}
		f.Inputs = append(f.Inputs, o)
	}
	if waits := speech.ReadingWaits(r); len(waits) > 0 {
		f.Reason = waits[0]
	}
	return f
}

package store

import (
	"context"
	"fmt"
)

// PutAfter records, for the KPI id, the value that decide makes of what stands.
// Both are one transaction: nobody writes between what decide reads and what is
// recorded, so that two additions at once both count. It returns what is then
// in force, as [Tx.Put] does, and reads nothing once it is safe: with an error
// nothing was recorded at the path. An error of decide comes back as it is.
func (s *Store) PutAfter(ctx context.Context, id string, decide func(*View) (Value, error)) (stands Value, err error) {
	err = s.Write(ctx, fmt.Sprintf("record %q", id), func(t *Tx) error {
		v, err := decide(t.View())
		if err != nil {
			return err
		}
		v.KPI = id
		stands, err = t.Put(ctx, v)
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return stands, nil
}

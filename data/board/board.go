// Package board joins a definition, a store and a moment into what the wall
// shows, and keeps that fresh.
package board

import (
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// Board is everything the wall shows, evaluated at one moment. It is immutable:
// the interface may keep it as long as it likes.
type Board struct {
	Config   *config.Config
	Now      time.Time           // the moment it was evaluated for
	Read     time.Time           // when the store was last read without error; zero: never
	Copied   time.Time           // of when a copied store is, by its source's clock; zero: unknown, or it is no copy
	AsOf     bool                // Now is a day in the past that was asked for
	Demo     bool                // the values are made up
	Readings map[string]*Reading // by id, one for each of Config.KPIs, Measures and Retired
	Findings []finding.Finding   // what is wrong, worst first

	data storeData // what it was made from
}

// Due returns the readings whose current period has no value yet, those that
// wait longest first: never entered, then by the moment that each became due.
// Among equals the order of the configuration stands.
func (b *Board) Due() []*Reading {
	var due []*Reading
	for k := range b.Config.Asked {
		if r := b.Readings[k.ID]; r != nil && r.Fresh.Due {
			due = append(due, r)
		}
	}
	slices.SortStableFunc(due, func(a, b *Reading) int { return a.Fresh.Since.Compare(b.Fresh.Since) })
	return due
}

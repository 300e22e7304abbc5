package ui

// enter opens the entry of a value for the KPI id, or for the one due first
// where id is empty.
func (w *Wall) enter(id string) {}

// showHistory opens the values of the KPI id with every correction.
func (w *Wall) showHistory(id string) {}

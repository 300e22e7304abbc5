package kpi

import "strings"

// IDLimit is how many characters an id may have.
const IDLimit = 64

// ValidID reports whether id may be that of a KPI: 1 to [IDLimit] characters of
// a-z 0-9 _ . and -. The store's schema says the same in SQL, for other programs.
func ValidID(id string) bool {
	return 1 <= len(id) && len(id) <= IDLimit && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789_.-") == ""
}

package config

import "time"

// Store is what the board's store is to the walls of other computers.
type Store struct {
	Role       Role
	StaleAfter time.Duration // how old a copy may be until the wall says so
}

// Role says whether a store is copied, or a copy.
type Role uint8

// The roles.
const (
	Own    Role = iota
	Source      // others show copies of it
	Copy        // only read; values are recorded where it is copied from
)

// storeFields are the keys of [store].
var storeFields = fields[Store]{
	{"role", choice(roles, func(s *Store) *Role { return &s.Role })},
	{"stale_after", readCopyAge},
}

var roles = []option[Role]{{"own", Own}, {"source", Source}, {"copy", Copy}}

// readCopyAge reads how old a copy may be. Its source says once a minute that it
// is alive, so that a minute is no sign of trouble.
func readCopyAge(r *reader, s *Store, it item) {
	if s.Role != Copy {
		r.find(it, "config.copy_age", nil)
		return
	}
	span("2m", "31d", func(s *Store) *time.Duration { return &s.StaleAfter })(r, s, it)
}

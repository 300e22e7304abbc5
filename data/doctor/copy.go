package doctor

import (
	"time"

	"kpiwall/data/config"
)

// beatAge is how old the last beat of a store that is copied may be: a wall makes
// one a minute.
const beatAge = 5 * time.Minute

// examineBeat looks at the sign of life that goes from a store to its copies.
func (c *Case) examineBeat() []Finding {
	const run = "let a wall run there"
	role := c.role()
	if role == config.Own {
		return nil
	}
	age := max(0, c.Now.Sub(c.facts.Beat))
	text := "the store noted " + roughly(age) + " ago that it is looked after"
	switch {
	case role == config.Copy && c.facts.Beat.IsZero():
		return []Finding{{Problem, "a copy of nobody knows when", `set role = "source" in the config where it comes from, and ` + run}}
	case role == config.Copy && age > c.config.Store.StaleAfter:
		return []Finding{{Problem, "the copy is " + roughly(age) + " old", "see that the computer it comes from runs its wall and Litestream, and that this one fetches the copies"}}
	case role == config.Copy:
		return []Finding{{Level: OK, Text: "the copy is " + roughly(age) + " old"}}
	case c.facts.Beat.IsZero():
		return []Finding{{Note, "the store has not noted yet that it is looked after: its copies say that they are of nobody knows when", run}}
	case age > beatAge:
		return []Finding{{Note, text, run + ", or its copies count as old"}}
	}
	return []Finding{{Level: OK, Text: text}}
}

package doctor

import (
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// beatAge is how old the last beat of a store that is copied may be: a wall makes
// one a minute.
const beatAge = 5 * time.Minute

// examineBeat looks at the sign of life that goes from a store to its copies.
func (c *Case) examineBeat() []finding.Finding {
	role := c.role()
	if role == config.Own {
		return nil
	}
	age := max(0, c.Now.Sub(c.facts.Beat))
	switch {
	case role == config.Copy && c.facts.Beat.IsZero():
		return []finding.Finding{{Severity: finding.Problem, Code: "copy.undated"}}
	case role == config.Copy && age > c.config.Store.StaleAfter:
		return []finding.Finding{{Severity: finding.Problem, Code: "copy.stale", Args: finding.Args{"Age": age}}}
	case role == config.Copy:
		return []finding.Finding{{Code: "copy.fresh", Args: finding.Args{"Age": age}}}
	case c.facts.Beat.IsZero():
		return []finding.Finding{{Severity: finding.Note, Code: "beat.none"}}
	case age > beatAge:
		return []finding.Finding{{Severity: finding.Note, Code: "beat.old", Args: finding.Args{"Age": age}}}
	}
	return []finding.Finding{{Code: "beat.fresh", Args: finding.Args{"Age": age}}}
}

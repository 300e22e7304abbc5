package config

import "strings"

// synonyms are words that people use for a key or value that has another name.
var synonyms = map[string]string{
	"replica": "copy", "primary": "source",
	"aggregate": "combine", "aggregation": "combine", "average": "mean", "avg": "mean", "total": "sum", "latest": "last",
	"cadence": "every", "frequency": "every", "interval": "every", "period": "every",
	"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year",
	"unit": "suffix", "units": "suffix", "currency": "prefix",
	"range": "target", "goal": "target", "lower": "min", "upper": "max",
	"description": "definition", "label": "name", "kpis": "tiles",
	"tz": "timezone", "lang": "language",
}

// Nearest returns the one of names that word was probably meant to be, or "".
func Nearest(word string, names []string) string {
	folded, best := fold(word), ""
	limit := (len([]rune(folded)) + 1) / 3 // about a third of the letters may be wrong
	for _, name := range names {
		if d := distance(folded, fold(name)); d <= limit {
			best, limit = name, d-1
		}
	}
	if meant := synonyms[folded]; best == "" {
		for _, name := range names {
			if name == meant {
				return name
			}
		}
	}
	return best
}

// fold takes away what spellings of one name differ in: case and separators.
func fold(s string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "", ".", "").Replace(strings.ToLower(s))
}

// distance is how many letters to add, drop or change, or neighbours to swap
// (Damerau and Levenshtein, restricted: no letter is touched twice).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	var above, last []int
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		above, last, row = last, row, make([]int, len(to)+1)
		row[0] = i + 1
		for j, q := range to {
			change := last[j]
			if r != q {
				change++
			}
			row[j+1] = min(change, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && r == to[j-1] && q == from[i-1] {
				row[j+1] = min(row[j+1], above[j-1]+1)
			}
		}
	}
	return row[len(to)]
}

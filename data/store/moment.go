package store

import "time"

const (
	dayLayout   = "2006-01-02"
	stampLayout = "2006-01-02T15:04:05.000Z"
)

// atRule is what the schema says of a moment that it refuses.
const atRule = "at must be YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ"

// isDay reports whether a moment of the store is a plain day.
func isDay(at string) bool { return len(at) == len(dayLayout) }

// stampOf reads recorded_at and seen_at. Other programs write what they like
// there; what cannot be read is the zero time, never a guess.
func stampOf(text string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateTime, dayLayout} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

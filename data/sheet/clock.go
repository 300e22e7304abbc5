package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// clock is a time of the day behind a date, and its zone.
var clock = regexp.MustCompile(`^(.*[0-9.])(?:[Tt]| +|, *)([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)? *([AaPp]\.?[Mm]\.?)? *(Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?$`)

// hourName is how an hour is named.
var hourName = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}([+-][0-9]{2}:[0-9]{2})?$`)

// isInstant reports whether s is an instant with its zone, as programs write it.
func isInstant(s string) bool {
	if len(s) < len("2026-11-30T14:05:00Z") || s[len("2026-11-30")] != 'T' {
		return false
	}
	_, err := time.Parse(time.RFC3339, s)
	return err == nil
}

// moment writes a date with a time of the day.
func (f dateForm) moment(m []string) (string, error) {
	on, err := f.date(m[1])
	if err != nil || !isoDay(on) {
		return "", unreadable
	}
	hour, _ := strconv.Atoi(m[2])
	if half := strings.ToLower(m[5]); half != "" {
		if hour < 1 || hour > 12 {
			return "", unreadable
		}
		hour %= 12
		if half[0] == 'p' {
			hour += 12
		}
	}
	zone := strings.ToUpper(m[6])
	switch {
	case zone == "UTC" || zone == "GMT":
		zone = "Z"
	case len(zone) == len("+0100"):
		zone = zone[:3] + ":" + zone[3:]
	}
	second := m[4]
	if second == "" {
		second = "00"
	}
	text := fmt.Sprintf("%sT%02d:%s:%s", on, hour, m[3], second)
	if _, err := time.Parse("2006-01-02T15:04:05", text); err != nil {
		return "", unlike("exchange.date.instant", nil)
	}
	return text + zone, nil
}

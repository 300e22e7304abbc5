package config

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The lengths of texts, in characters.
const (
	nameLimit  = 200
	affixLimit = 24
	proseLimit = 4000
)

// wrongKind notes that it is not what is wanted; example may be empty.
func (r *reader) wrongKind(it item, wanted, example string) {
	if example != "" {
		wanted += ", such as " + example
	}
	r.problem(it, "is %s; accepted: %s", kind(it.value), wanted)
}

// kind names what a value is, in the words of a person.
func kind(value any) string {
	switch value.(type) {
	case string:
		return "text"
	case int64:
		return "a whole number"
	case float64:
		return "a number with decimals"
	case bool:
		return "true or false"
	case time.Time:
		return "a date or a time"
	case map[string]any:
		return "a table"
	}
	return "a list"
}

// text reads one line for the screen, which is not empty.
func text[T any](at func(*T) *string) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if s, ok := r.line(it, nameLimit); ok {
			if *at(t) = strings.TrimSpace(s); *at(t) == "" {
				r.problem(it, "is empty; write a text, or leave the key out")
			}
		}
	}
}

// affix reads what stands beside a number; its blanks are meant.
func affix[T any](at func(*T) *string) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if s, ok := r.line(it, affixLimit); ok {
			*at(t) = s
		}
	}
}

// prose reads a text for the definition card. It may run over several lines of
// the file, which become one.
func prose[T any](at func(*T) *string) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if s, ok := it.value.(string); ok {
			it.value = strings.Join(strings.Fields(s), " ")
		}
		if s, ok := r.line(it, proseLimit); ok {
			*at(t) = s
		}
	}
}

// line returns the text it, which may not have control characters.
func (r *reader) line(it item, limit int) (string, bool) {
	s, ok := it.value.(string)
	if !ok {
		r.wrongKind(it, "a text in quotes", "")
		return "", false
	}
	if n := utf8.RuneCountInString(s); n > limit {
		r.problem(it, "has %d characters; at most %d are accepted", n, limit)
		return "", false
	}
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		r.problem(it, "holds the control character %q; write the text in one line without it", s[i:i+1])
		return "", false
	}
	return s, true
}

// yes reads true or false.
func yes[T any](at func(*T) *bool) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if b, ok := it.value.(bool); ok {
			*at(t) = b
			return
		}
		r.wrongKind(it, "true or false, without quotes", "")
	}
}

// whole reads a whole number from low to high.
func whole[T any](low, high int, at func(*T) *int) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		n, ok := it.value.(int64)
		if !ok || n < int64(low) || n > int64(high) {
			r.problem(it, "is %s; accepted: a whole number from %d to %d", shown(it.value), low, high)
			return
		}
		*at(t) = int(n)
	}
}

// measure reads a number from low to high, in the unit named.
func measure[T any](low, high float64, unit string, at func(*T) *float64) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		v, ok := finite(it.value)
		if !ok || v < low || v > high {
			r.problem(it, "is %s; accepted: a number of %s from %g to %g", shown(it.value), unit, low, high)
			return
		}
		*at(t) = v
	}
}

// finite returns a number as the file holds it, unless it is infinite or no number.
func finite(value any) (float64, bool) {
	switch v := value.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, !math.IsNaN(v) && !math.IsInf(v, 0)
	}
	return 0, false
}

// shown writes a number as a problem quotes it, and names what is no number.
func shown(value any) string {
	switch v := value.(type) {
	case int64:
		return fmt.Sprint(v)
	case float64:
		s := strings.ToLower(strings.TrimPrefix(fmt.Sprint(v), "+"))
		if v == math.Trunc(v) && !strings.ContainsAny(s, "einf") {
			s += ".0"
		}
		return s
	}
	return kind(value)
}

// option is a word that a key accepts and what it stands for.
type option[V any] struct {
	word  string
	value V
}

// choice reads one of the words of options.
func choice[T, V any](options []option[V], at func(*T) *V) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if v, ok := pick(r, it, options); ok {
			*at(t) = v
		}
	}
}

// pick returns what the word it stands for.
func pick[V any](r *reader, it item, options []option[V]) (v V, ok bool) {
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = o.word
	}
	word, isText := it.value.(string)
	if !isText {
		r.wrongKind(it, "one of "+strings.Join(words, ", ")+", in quotes", "")
		return v, false
	}
	for _, o := range options {
		if o.word == word {
			return o.value, true
		}
	}
	r.problem(it, "%q is not known; %s", word, choices(word, words))
	return v, false
}

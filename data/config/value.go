package config

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kpiwall/data/finding"
)

// The lengths of texts, in characters.
const (
	nameLimit  = 200
	affixLimit = 24
	proseLimit = 4000
)

// wrongKind notes that it is not what is wanted, which is the id of a message.
func (r *reader) wrongKind(it item, wanted string) {
	r.find(it, "config.kind", finding.Args{"Kind": kind(it.value), "Wanted": wanted})
}

// kind returns the id of the message that names what a value is.
func kind(value any) string {
	switch value.(type) {
	case string:
		return "kind.text"
	case int64:
		return "kind.whole"
	case float64:
		return "kind.decimal"
	case bool:
		return "kind.yes_no"
	case time.Time:
		return "kind.time"
	case map[string]any:
		return "kind.table"
	}
	return "kind.list"
}

// text reads one line for the screen, which is not empty.
func text[T any](at func(*T) *string) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if s, ok := r.line(it, nameLimit); ok {
			if *at(t) = strings.TrimSpace(s); *at(t) == "" {
				r.find(it, "config.text.empty", nil)
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
		r.wrongKind(it, "wanted.text")
		return "", false
	}
	if n := utf8.RuneCountInString(s); n > limit {
		r.find(it, "config.text.long", finding.Args{"Characters": n, "Limit": limit})
		return "", false
	}
	if i := strings.IndexFunc(s, unicode.IsControl); i >= 0 {
		r.find(it, "config.text.control", finding.Args{"Character": s[i : i+1]})
		return "", false
	}
	return s, true
}

// boolean reads true or false.
func boolean[T any](at func(*T) *bool) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if b, ok := it.value.(bool); ok {
			*at(t) = b
			return
		}
		r.wrongKind(it, "wanted.yes_no")
	}
}

// integer reads a whole number from low to high.
func integer[T any](low, high int, at func(*T) *int) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		n, ok := it.value.(int64)
		if !ok || n < int64(low) || n > int64(high) {
			r.find(it, "config.whole", finding.Args{"Given": number(it.value), "Kind": kind(it.value), "Low": low, "High": high})
			return
		}
		*at(t) = int(n)
	}
}

// measure reads a number from low to high; unit is the id of its name.
func measure[T any](low, high float64, unit string, at func(*T) *float64) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		v, ok := finite(it.value)
		if !ok || v < low || v > high {
			r.find(it, "config.measure", finding.Args{"Given": number(it.value), "Kind": kind(it.value), "Unit": unit, "Low": low, "High": high})
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

// number writes a number as a finding quotes it; it is empty for what is none.
func number(value any) string {
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
	return ""
}

// option is a word that a key accepts and what it stands for.
type option[V any] struct {
	word  string
	value V
}

// spelled are words that stand for themselves.
func spelled(words ...string) (all []option[string]) {
	for _, w := range words {
		all = append(all, option[string]{w, w})
	}
	return all
}

// choice reads one of the words of options.
func choice[T, V any](options []option[V], at func(*T) *V) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		if v, ok := pick(r, it, options); ok {
			*at(t) = v
		}
	}
}

func wordsOf[V any](options []option[V]) []string {
	words := make([]string, len(options))
	for i, o := range options {
		words[i] = o.word
	}
	return words
}

// pick returns what the word it stands for.
func pick[V any](r *reader, it item, options []option[V]) (v V, ok bool) {
	words := wordsOf(options)
	word, isText := it.value.(string)
	if !isText {
		r.find(it, "config.word.kind", finding.Args{"Kind": kind(it.value), "Accepted": words})
		return v, false
	}
	for _, o := range options {
		if o.word == word {
			return o.value, true
		}
	}
	r.find(it, "config.word", finding.Args{"Given": word, "Meant": Nearest(word, words), "Accepted": words})
	return v, false
}

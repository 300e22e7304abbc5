package words

import (
	"slices"
	"strconv"
	"strings"
)

// meanings are what the words in people's files mean; the messages "read.MEANING" list
// the words, and "read.month.1" to "read.month.12" names of months.
var meanings = []string{
	"date", "kpi", "value", "note", "source", "by", "year", "month", "week", "quarter",
	"week_of", "ending", "total", "none", "to", "ordinal", "weekday",
	"today", "yesterday", "before_yesterday", "last", "this",
}

// Vocabulary returns the words of all languages by what they mean, whatever language a
// board speaks: files come from everywhere.
func Vocabulary() map[string][]string {
	all := map[string][]string{}
	for _, read := range languages {
		l := read()
		add := func(meaning, message string) {
			for word := range strings.SplitSeq(message, ",") {
				all[meaning] = append(all[meaning], strings.TrimSpace(word))
			}
		}
		for _, meaning := range meanings {
			add(meaning, l.must("read."+meaning, nil))
		}
		for _, verdict := range []string{"good", "watch", "bad"} {
			add(verdict, l.must("verdict."+verdict, nil))
		}
		for i := range l.months {
			meaning := "month." + strconv.Itoa(i+1)
			add(meaning, l.must("read."+meaning, nil))
			add(meaning, l.months[i]+","+l.shortMonths[i])
		}
		for i := range l.weekdays {
			add("weekday", l.weekdays[i]+","+l.shortWeekdays[i])
			add("weekday."+strconv.Itoa(i), l.weekdays[i])
		}
	}
	for meaning := range all {
		slices.Sort(all[meaning])
		all[meaning] = slices.Compact(all[meaning])
	}
	return all
}

// IsYes reports whether an answer to a question is yes.
func (s *Speech) IsYes(answer string) bool {
	for word := range strings.SplitSeq(s.must("read.yes", nil), ",") {
		if strings.EqualFold(strings.TrimSpace(word), strings.TrimSpace(answer)) {
			return true
		}
	}
	return false
}

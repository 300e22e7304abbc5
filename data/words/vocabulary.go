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

// Vocabulary returns the words of all languages by what they mean: files come from
// everywhere. What means one thing here and another there (KW is a week in German, a
// quarter in Polish) means what it does in the language of the board or of its numbers,
// and else nothing.
func (s *Speech) Vocabulary() map[string][]string {
	meant := map[string]string{} // by the word
	for _, own := range []*language{languageOf(s.locale.Tag), s.language} {
		own.eachWord(func(word, meaning string) { meant[word] = meaning })
	}
	foreign := map[string]string{}
	for _, read := range languages {
		read().eachWord(func(word, meaning string) {
			if other, known := foreign[word]; known && !alike(other, meaning) {
				meaning = ""
			}
			foreign[word] = meaning
		})
	}
	for word, meaning := range foreign {
		if _, own := meant[word]; !own {
			meant[word] = meaning
		}
	}
	all := map[string][]string{}
	for word, meaning := range meant {
		if meaning != "" {
			all[meaning] = append(all[meaning], word)
		}
	}
	for _, read := range languages {
		for i, name := range read().weekdays {
			meaning := "weekday." + strconv.Itoa(i)
			all[meaning] = append(all[meaning], name)
		}
	}
	for meaning := range all {
		slices.Sort(all[meaning])
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

// alike reports whether it does not matter which of two meanings a word has: beside a
// date neither days of the week nor "of" and "th" say anything.
func alike(a, b string) bool {
	beside := []string{"weekday", "ordinal"}
	return a == b || slices.Contains(beside, a) && slices.Contains(beside, b)
}

// eachWord calls do for each word that files may have, in lower case, and what it means.
func (l *language) eachWord(do func(word, meaning string)) {
	add := func(meaning, message string) {
		for word := range strings.SplitSeq(message, ",") {
			do(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(word)), "."), meaning)
		}
	}
	for _, meaning := range meanings {
		add(meaning, l.must("read."+meaning, nil))
	}
	for i := range l.weekdays {
		add("weekday", l.weekdays[i]+","+l.shortWeekdays[i])
	}
	for i := range l.months {
		meaning := "month." + strconv.Itoa(i+1)
		add(meaning, l.must("read."+meaning, nil))
		add(meaning, l.months[i]+","+l.monthsOfDays[i]+","+l.shortMonths[i])
	}
	for _, verdict := range []string{"good", "watch", "bad"} {
		add(verdict, l.must("verdict."+verdict, nil))
	}
}

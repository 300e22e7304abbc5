package words

import (
	"kpiwall/data/finding"
)

// Severity names how bad f is, such as "warning", in the language of [Speech.Finding].
func (s *Speech) Severity(f finding.Finding) string {
	return s.wholly(f.Code, f.Args).must("severity."+f.Severity.String(), nil)
}

// Finding returns what was found, in one sentence without its place and without
// an end mark. What no message words is told as its facts.
func (s *Speech) Finding(f finding.Finding) string {
	s = s.wholly(f.Code, f.Args)
	text, err := s.say(f.Code, s.dataOf(f))
	if err != nil {
		return f.String()
	}
	return text
}

// Remedy returns what to do about f, or nothing.
func (s *Speech) Remedy(f finding.Finding) string {
	id := f.Code + ".do"
	s = s.wholly(f.Code, f.Args)
	if !s.has(id) {
		return ""
	}
	text, err := s.say(id, s.dataOf(f))
	if err != nil {
		return ""
	}
	return text
}

// dataOf returns what the messages of f may name: its args and its subject, and
// of findings among the args what they say and what to do about them.
func (s *Speech) dataOf(f finding.Finding) Args {
	data := s.phrased(f.Args)
	data["Subject"] = f.Subject
	return data
}

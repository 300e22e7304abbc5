package words

import (
	"kpiwall/data/finding"
)

// Severity names how bad a finding is, such as "warning".
func (s *Speech) Severity(severity finding.Severity) string {
	return s.must("severity."+severity.String(), nil)
}

// Finding returns what was found, in one sentence without its place and without
// an end mark. What no message words is told as its facts.
func (s *Speech) Finding(f finding.Finding) string {
	text, err := s.say(f.Code, s.dataOf(f))
	if err != nil {
		return f.String()
	}
	return text
}

// Remedy returns what to do about f, or nothing.
func (s *Speech) Remedy(f finding.Finding) string {
	id := f.Code + ".do"
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

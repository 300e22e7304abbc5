package config

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"kpiwall/data/finding"
)

// attachedLimit is how many bytes a file that the configuration names may have.
const attachedLimit = 4 << 20

// attachment is a file that a configuration names: its content, or why there is
// none.
type attachment struct {
	name, path string // as written, and where that is
	data       []byte
	err        error
}

// attachments reads the files called names, beside the configuration at path
// unless a name says where.
func attachments(path string, names []string) []attachment {
	var list []attachment
	for _, name := range names {
		list = append(list, attach(path, name))
	}
	return list
}

// wanted returns the names of the files that a configuration wants besides
// itself. One with mistakes names what can be made out.
func wanted(data []byte) (names []string) {
	table := glance(data)
	if name, _ := table["holidays"].(string); isCalendarFile(name) {
		names = append(names, name)
	}
	screen, _ := table["screen"].(map[string]any)
	for _, key := range []string{"theme", "logo"} {
		if name, _ := screen[key].(string); key == "logo" && name != "" || isThemeFile(name) {
			names = append(names, name)
		}
	}
	return names
}

// glance returns what a configuration says, be it right or wrong; nil: it cannot be
// made out.
func glance(data []byte) map[string]any {
	text := string(data)
	if f, _ := unreadable(text); f != nil {
		return nil
	}
	var table map[string]any
	if err := decodeSafely(text, &table); err != nil {
		return nil
	}
	return table
}

func attach(path, name string) attachment {
	a := attachment{name: name, path: name}
	if !filepath.IsAbs(name) {
		a.path = filepath.Join(filepath.Dir(path), name)
	}
	a.data, a.err = read(a.path, attachedLimit)
	return a
}

// sum tells contents apart, also those of the same length and time: those of a
// configuration and of the files it names.
func sum(data []byte, attached []attachment) string {
	whole := sha256.New()
	whole.Write(data)
	for _, a := range attached {
		hash := sha256.Sum256(a.data)
		whole.Write(hash[:])
		if a.err != nil {
			whole.Write([]byte(a.err.Error()))
		}
	}
	return hex.EncodeToString(whole.Sum(nil))
}

// attachedTo returns the file that it names. It reports false where there is none
// to read: then that is a problem already, or the configuration is the last
// good one, whose folder is not that of the files it names.
func (r *reader) attachedTo(it item, name string) (attachment, bool) {
	for _, a := range r.attached {
		if a.name != name {
			continue
		}
		if a.err != nil {
			r.unattached(it, a)
			return a, false
		}
		return a, true
	}
	return attachment{}, false
}

// unattached says why a has no content.
func (r *reader) unattached(it item, a attachment) {
	why := whyUnread(a.err)
	if why.Code == "config.large" {
		why.Args["File"] = a.name
		r.find(it, "config.attached.large", why.Args)
		return
	}
	r.find(it, "config.attached", finding.Args{"File": a.path, "Cause": why})
}

// whyUnread returns what [read] found, without its place.
func whyUnread(err error) finding.Finding {
	f := finding.Of(err)[0]
	f.Place = finding.Place{}
	return f
}

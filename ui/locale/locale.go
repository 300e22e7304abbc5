// Package locale gives the process a language before Fyne looks for one. Where
// a service or a terminal sets none, or "C", Fyne would report an error at
// every start, of commands too that never open a window.
//
// It is imported for its effect. Go initialises packages in the order of their
// import paths as far as their own imports allow; this one needs only os, and
// so comes before the Fyne packages that read the environment.
package locale

import (
	"os"
	"strings"
)

func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" && !neutral(v) {
			return
		}
	}
	os.Unsetenv("LC_ALL")
	os.Unsetenv("LC_MESSAGES")
	os.Setenv("LANG", "en_US.UTF-8")
}

// neutral reports whether a locale names no language.
func neutral(v string) bool {
	name, _, _ := strings.Cut(v, ".")
	return name == "C" || name == "POSIX"
}

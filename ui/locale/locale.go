// Package locale gives the process a language before Fyne and X look for one.
// Where a service or a terminal sets none, or "C", Fyne would report an error
// at every start, of commands too that never open a window. And X composes
// dead keys (´ and e make é) only in a locale that is installed, which a small
// box's own language often is not: C.UTF-8 always is.
//
// It is imported for its effect. Go initialises packages in the order of their
// import paths as far as their own imports allow; this one needs only os and the
// system, and so comes before the Fyne packages that read the environment.
package locale

import (
	"os"
	"strings"
)

func init() {
	if os.Getenv("LC_ALL") == "" && os.Getenv("LC_CTYPE") == "" {
		os.Setenv("LC_CTYPE", "C.UTF-8")
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" && !neutral(v) {
			return
		}
	}
	if neutral(os.Getenv("LC_ALL")) {
		os.Setenv("LC_CTYPE", "C.UTF-8")
		os.Unsetenv("LC_ALL")
	}
	os.Unsetenv("LC_MESSAGES")
	os.Setenv("LANG", system()+".UTF-8")
}

// neutral reports whether a locale names no language.
func neutral(v string) bool {
	name, _, _ := strings.Cut(v, ".")
	return name == "C" || name == "POSIX"
}

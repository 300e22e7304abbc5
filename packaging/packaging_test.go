// Package packaging holds what a Debian package needs; it has no code but this
// test, which finds what a rename elsewhere would break at the next release.
package packaging

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var content = regexp.MustCompile(`\{src: ([^,]+), dst: ([^,}]+)`)

// contents returns the source of each installed path that nfpm.yaml names.
func contents(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("nfpm.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, m := range content.FindAllStringSubmatch(string(text), -1) {
		if !strings.HasSuffix(m[2], "/") {
			all[m[2]] = m[1]
			continue
		}
		files, _ := filepath.Glob(filepath.Join("..", m[1]))
		for _, file := range files {
			all[m[2]+filepath.Base(file)] = strings.TrimPrefix(file, "../")
		}
	}
	if len(all) < 10 {
		t.Fatalf("nfpm.yaml names %d contents; does this test still read it?", len(all))
	}
	return all
}

func TestPackage_HoldsFilesThatAreThere(t *testing.T) {
	for dst, src := range contents(t) {
		if strings.HasPrefix(src, "dist/stage/") {
			continue // made by the build
		}
		if _, err := os.Stat(filepath.Join("..", src)); err != nil {
			t.Errorf("%s: %v", dst, err)
		}
	}
}

// What a unit or a menu entry starts is either in the package or of Debian.
func TestPackage_InstallsWhatItsUnitsStart(t *testing.T) {
	all := contents(t)
	path := regexp.MustCompile(`/usr/(?:bin|lib)/[\w./-]*kpiwall[\w./-]*`)
	for _, file := range []string{"kpiwall.service", "kiosk/kpiwall-kiosk@.service", "copy/kpiwall-copy.service"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		started := path.FindAllString(string(text), -1)
		if len(started) == 0 {
			t.Errorf("%s starts nothing of kpiwall", file)
		}
		for _, p := range started {
			if all[p] == "" {
				t.Errorf("%s starts %s, which is not in the package", file, p)
			}
		}
	}
}

// A link of README or of what it leads to is followed offline, from /usr/share/doc.
func TestPackage_HoldsWhatItsDocumentsLinkTo(t *testing.T) {
	const doc = "/usr/share/doc/kpiwall"
	all := contents(t)
	link := regexp.MustCompile(`\]\(([^):#]+)(?:#[^)]*)?\)`)
	files, _ := filepath.Glob("../.docs/*.md")
	for _, file := range append(files, "../README.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(doc, filepath.Dir(strings.TrimPrefix(file, "../")))
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if path := filepath.Join(folder, m[1]); all[path] == "" {
				t.Errorf("%s links to %s, and %s is not in the package", file, m[1], path)
			}
		}
	}
}

// The build fails at a licence that is missing, unknown or copyleft; so does this, when
// a dependency comes or changes rather than at the next release.
func TestLicences_AreThereAndKnownForAllThatIsLinked(t *testing.T) {
	cmd := exec.Command("./licences", "gles,x11")
	var problems strings.Builder
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, problems.String())
	}
	for _, text := range []string{"IBM Corp.", "theme/font/LICENSE_Inter.txt", "glfw/LICENSE.md", "Copyright 2009 The Go Authors", "Rich Felker"} {
		if !strings.Contains(string(out), text) {
			t.Errorf("%q is not among the licences", text)
		}
	}
}

func TestScripts_AreScripts(t *testing.T) {
	for _, script := range []string{"build", "deb", "windows/build", "licences", "kiosk/kiosk", "kiosk/session", "copy/fetch"} {
		s, err := os.Stat(script)
		if err != nil {
			t.Fatal(err)
		}
		if s.Mode()&0o111 == 0 {
			t.Errorf("%s cannot be run: chmod +x it", script)
		}
		if out, err := exec.Command("bash", "-n", script).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", script, err, out)
		}
	}
}

package logfile

import "testing"

func TestFolder_IsAmongTheDataOfThisComputer(t *testing.T) {
	for base, want := range map[string]string{`C:\Users\Jörg Müller\AppData\Local`: `C:\Users\Jörg Müller\AppData\Local\kpiwall`, "": ""} {
		t.Setenv("LocalAppData", base)
		if got := Folder(); got != want {
			t.Errorf("in %q: %q, want %q", base, got, want)
		}
	}
}

//go:build !windows

package logfile

import "testing"

func TestFolder_FollowsXDG(t *testing.T) {
	for _, c := range []struct{ name, home, state, want string }{
		{"named", "/home/ada", "/var/state", "/var/state/kpiwall"},
		{"not named", "/home/ada", "", "/home/ada/.local/state/kpiwall"},
		{"relative, which does not count", "/home/ada", "state", "/home/ada/.local/state/kpiwall"},
		{"no home", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("HOME", c.home)
			t.Setenv("XDG_STATE_HOME", c.state)
			if got := Folder(); got != c.want {
				t.Errorf("folder %q, want %q", got, c.want)
			}
		})
	}
}

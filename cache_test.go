//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// cacheAtStart is what Fyne reads, and when.
var cacheAtStart = os.Getenv("FYNE_CACHE")

func TestShortenCache_StartsTheSameProcessAgainWithTheSetting(t *testing.T) {
	if os.Getenv("KPIWALL_CACHE_CHILD") != "" {
		shortenCache()
		fmt.Print(os.Getpid(), " ", cacheAtStart)
		os.Exit(0)
	}
	for _, c := range []struct{ set, want string }{{"", cacheTime}, {"4s", "4s"}} {
		cmd := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
		cmd.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "FYNE_CACHE=") }),
			"KPIWALL_CACHE_CHILD=1", "FYNE_CACHE="+c.set)
		out, err := cmd.Output()
		if want := fmt.Sprintf("%d %s", cmd.Process.Pid, c.want); err != nil || string(out) != want {
			t.Errorf("FYNE_CACHE=%q: the child says %q, %v; want %q", c.set, out, err, want)
		}
	}
}

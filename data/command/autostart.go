package command

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/autostart"
	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// Keep is the command that an autostart entry runs: main's, which shows the wall and
// starts it again after a crash.
const Keep = "keep"

func autostartCommand(env Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "autostart on|off|status",
		Short: "Have each session of this user begin with the wall, and keep it there",
		Long: "Have each session of this user begin with the wall, which is started again when it crashed. --config and --store\n" +
			"given here hold for it as well. It is an entry of the desktop, or of Windows; where systemd runs kpiwall's service\n" +
			"that does the same.",
		Args:      cobra.MatchAll(arguments(1, 1), cobra.OnlyValidArgs),
		ValidArgs: []string{"on", "off", "status"},
		RunE: func(cmd *cobra.Command, args []string) error {
			var s autostart.State
			var err error
			switch args[0] {
			case "on":
				var command []string
				if command, err = kept(cmd); err == nil {
					s, err = autostart.On(command)
				}
			case "off":
				s, err = autostart.Off()
			default:
				s, err = autostart.Status()
			}
			if err != nil {
				if len(finding.Of(err)) == 0 {
					err = finding.New("autostart.failed", finding.Args{"Why": err})
				}
				return err
			}
			return env.say(sayAutostart(s), words.Args{"Where": s.Where})
		},
	}
	return cmd
}

// sayAutostart returns the id of the message that says what is.
func sayAutostart(s autostart.State) string {
	switch {
	case s.Service:
		return "autostart.by_service"
	case s.On && s.Off:
		return "autostart.switched_off"
	case s.On:
		return "autostart.on"
	}
	return "autostart.off"
}

// kept returns the command that keeps a wall, of this program and the files that
// were named.
func kept(cmd *cobra.Command) ([]string, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if strings.Contains(exe, "go-build") { // go run removes it again
		return nil, finding.New("autostart.temporary", nil)
	}
	command := []string{exe, Keep}
	for _, name := range []string{"config", "store"} {
		f := cmd.Flag(name)
		if !f.Changed {
			continue
		}
		path, err := filepath.Abs(f.Value.String())
		if err != nil {
			return nil, err
		}
		command = append(command, "--"+name, path)
	}
	return command, nil
}

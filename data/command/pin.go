package command

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/finding"
	"kpiwall/data/pin"
)

func pinCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "pin",
		Short: "Make the hash of a PIN that guards entry at the screen",
		Long: "Make the hash of a PIN that guards entry at the screen. The PIN, 4 to 12 digits, is read from standard input;\n" +
			"the lines printed belong into the config. The PIN itself is stored nowhere.",
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			fmt.Fprint(env.Err, env.speech().Say("pin.prompt", nil)+" ")
			line, err := await(cmd.Context(), func() (string, error) { return bufio.NewReader(env.In).ReadString('\n') })
			if errors.Is(err, errInterrupted) {
				return err
			}
			if line == "" && err != nil {
				return Usage(finding.New("pin.none", nil))
			}
			hash, err := pin.Hash(strings.TrimSpace(line))
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(env.Out, "[entry]\npin_hash = %q\n", hash)
			return err
		},
	}
}

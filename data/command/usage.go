package command

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kpiwall/data/config"
)

// usageError says that a command was not understood, rather than not done.
type usageError struct{ error }

func (e *usageError) Unwrap() error { return e.error }

// Usage marks err as wrong use, so that [Execute] returns [WrongUse].
func Usage(err error) error { return &usageError{err} }

// markUsage makes wrong arguments of cmd and all below it wrong use.
func markUsage(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			if err := check(cmd, args); err != nil {
				return Usage(err)
			}
			return nil
		}
	}
	for _, sub := range cmd.Commands() {
		markUsage(sub)
	}
}

// arguments wants between least and most arguments (most < 0: any number).
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && (most < 0 || len(args) <= most) {
			return nil
		}
		return fmt.Errorf("usage: %s; see `%s --help`", cmd.UseLine(), cmd.CommandPath())
	}
}

// noCommand is what the root says of a word that is no command.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if meant := cmd.SuggestionsFor(args[0]); len(meant) > 0 {
		return fmt.Errorf("no command %q: did you mean %q?", args[0], cmp.Or(config.Nearest(args[0], meant), meant[0]))
	}
	return fmt.Errorf("no command %q: see `kpiwall --help`", args[0])
}

// takesNumbers marks a command whose arguments may be negative numbers.
const takesNumbers = "numbers"

// guardNumbers moves the arguments from the first negative number on behind a
// --, so that "put churn -3" does not look for a flag named 3.
func guardNumbers(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Annotations[takesNumbers] == "" {
		return args
	}
	var before, after []string
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			return args // whoever writes it knows
		case takesNext(cmd, a) && i+1 < len(args):
			before = append(before, a, args[i+1])
			i++
		case looksNegative(a), len(after) > 0 && !strings.HasPrefix(a, "-"):
			after = append(after, a)
		default:
			before = append(before, a)
		}
	}
	if len(after) == 0 {
		return args
	}
	return append(append(before, "--"), after...)
}

// looksNegative reports whether a is -3, -.5 or -€3 and no flag: those have
// letters.
func looksNegative(a string) bool {
	return len(a) > 1 && a[0] == '-' && a[1] != '-' && !(a[1]|0x20 >= 'a' && a[1]|0x20 <= 'z')
}

// takesNext reports whether a is a flag whose value is the next argument.
func takesNext(cmd *cobra.Command, a string) bool {
	var f *pflag.Flag
	switch name := strings.TrimLeft(a, "-"); {
	case strings.HasPrefix(a, "--"):
		if f = cmd.Flags().Lookup(name); f == nil {
			f = cmd.InheritedFlags().Lookup(name)
		}
	case len(a) == 2 && len(name) == 1:
		f = cmd.Flags().ShorthandLookup(name)
	}
	return f != nil && f.NoOptDefVal == ""
}

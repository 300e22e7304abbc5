package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// dialog asks whoever sits at the terminal, one question after another.
type dialog struct {
	talks Env
	in    *bufio.Reader
}

func newDialog(e Env) dialog { return dialog{e, bufio.NewReader(e.In)} }

// line asks, and returns the answer without the blanks around it.
func (d dialog) line(ctx context.Context, question string) (string, error) {
	fmt.Fprint(d.talks.Err, question+" ")
	text, err := await(ctx, func() (string, error) { return d.in.ReadString('\n') })
	if errors.Is(err, io.EOF) && text != "" {
		err = nil
	}
	if errors.Is(err, io.EOF) {
		return "", finding.New("add.no_answer", nil)
	}
	return strings.TrimSpace(text), err
}

// ask asks q until the answer is one.
func (d dialog) ask(ctx context.Context, q question) error {
	args := words.Args{"Accepted": q.accepted, "Usual": q.usual}
	for {
		answer, err := d.line(ctx, d.talks.speech().Say(q.id, args))
		if err != nil {
			return err
		}
		if answer == "" {
			answer = q.usual
		}
		wrong := q.take(answer)
		if wrong == nil {
			return nil
		}
		fmt.Fprintln(d.talks.Err, d.talks.speech().Error(wrong))
	}
}

// yes asks a question to which Enter alone is yes.
func (d dialog) yes(ctx context.Context, id string, args words.Args) (bool, error) {
	answer, err := d.line(ctx, d.talks.speech().Say(id, args))
	return answer == "" || d.talks.speech().IsYes(answer), err
}

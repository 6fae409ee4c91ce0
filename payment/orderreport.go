package payment

import (
	"fmt"
	"strings"

	"github.com/motcua/motcua/internal/flow"
)

// OrderReport is the life of an order for people, in Markdown: its states and what the
// public is told, a drawing, which state takes which action, guards and who may do what.
// It is written from the rows and committed beside them, so that a change of a row shows
// as a change of a line.
func OrderReport() string {
	var b strings.Builder
	b.WriteString("# The life of an order\n\nGenerated from the rows of the life by `go generate`. The titles are for people; the names are those of the documents.\n")
	reportStates(&b)
	fmt.Fprintf(&b, "\n## Drawing\n\nAn arrow from a box is one from each state in it. What leaves an order in its state is not drawn.\n\n```mermaid\n%s```\n",
		life().Mermaid(StateNew, lifeBoxes, lifeNames))
	b.WriteString("\n## What each state takes\n\nWhere an action may lead: \"stays\" in the same state, \"·\" refused. Of several targets the one whose conditions hold is reached.\n")
	for _, part := range []struct {
		title   string
		columns []State
	}{
		{"Not paid", append(only(StateNew), unpaid...)},
		{"Paid", append(holding, settled...)},
		{"Under way", unclear},
		{"Closed", closed},
	} {
		fmt.Fprintf(&b, "\n### %s\n\n%s", part.title, life().Matrix(StateNew, part.columns, lifeNames))
	}
	b.WriteString("\n## Actions\n\n| action | Vietnamese | English | by | guards |\n|---|---|---|---|---|\n")
	for _, w := range ways {
		row := w.on.row()
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", w.on, row.title.Vi, row.title.En, listed(row.by), listed(w.guards))
	}
	b.WriteString("\n## Guards\n\n| guard | Vietnamese | English |\n|---|---|---|\n")
	for _, r := range guardRows {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", r.guard, r.text.Vi, r.text.En)
	}
	return b.String()
}

var lifeNames = flow.Names[State, Action]{State: State.String, Action: Action.String}

// Groups of states, for people.
var (
	unpaid  = only(StateOpened, StateAttempted, StateAttemptFailed, StateChargedBack)
	holding = only(StatePartlyPaid, StatePaid, StateOverpaid, StatePartlyRefunded)
	settled = only(StateRefunded, StateWaived)
	unclear = only(StateSuspended, StateDisputed, StateRefunding, StateOverReturned)
	closed  = only(StateExpired, StateExpiredOwing, StateCancelled, StateCancelledOwing)
)

// lifeBoxes are the boxes of the drawing.
var lifeBoxes = []flow.Group[State]{
	{ID: "unpaid", Title: "Not paid", States: unpaid},
	{ID: "holding", Title: "Money was taken", States: holding},
	{ID: "unclear", Title: "Under way", States: unclear},
	{ID: "settled", Title: "Settled", States: settled},
	{ID: "closed", Title: "Closed", States: closed},
}

func reportStates(b *strings.Builder) {
	b.WriteString("\n## States\n\nAn order stands in the first of these states whose conditions hold.\n\n| state | conditions | public | finished | can retry | code | Vietnamese | English |\n|---|---|---|---|---|---|---|---|\n")
	for _, s := range stateOrder {
		r := s.row()
		public := ""
		if r.status.Public != 0 {
			public = r.status.Public.String()
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", s, listed(r.when), public, tick(r.status.Finished), tick(r.status.CanRetry), r.status.Code, r.status.Text.Vi, r.status.Text.En)
	}
	b.WriteString("\n| condition | Vietnamese | English |\n|---|---|---|\n")
	for _, r := range conditionRows {
		fmt.Fprintf(b, "| %s | %s | %s |\n", r.is, r.text.Vi, r.text.En)
	}
}

func tick(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// listed joins the names of a list.
func listed[E fmt.Stringer](list []E) string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.String()
	}
	return strings.Join(names, ", ")
}

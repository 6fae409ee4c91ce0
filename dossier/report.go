package dossier

import (
	"fmt"
	"strings"

	"github.com/motcua/motcua/internal/flow"
)

// LifeReport is the life of a dossier for people, in Markdown: its states and guards, a
// drawing, which state takes which action, and every transition with its source. It is
// written from the rows and committed beside them, so that a change of a row shows as a
// change of a line.
func LifeReport() string {
	var b strings.Builder
	b.WriteString("# The life of a dossier\n\nGenerated from the rows of the life by `go generate`. The titles are for people; the names are those of the documents.\n")
	reportStates(&b)
	fmt.Fprintf(&b, "\n## Drawing\n\nAn arrow from a box is one from each state in it. What leaves a dossier in its state is not drawn.\n\n```mermaid\n%s```\n",
		life().Mermaid(StateDraft, lifeBoxes, lifeNames))
	reportMatrices(&b)
	reportGuards(&b)
	reportTransitions(&b)
	return b.String()
}

var lifeNames = flow.Names[State, Action]{State: State.String, Action: Action.String}

// lifeBoxes are the boxes of the drawing.
var lifeBoxes = []flow.Group[State]{
	{ID: "filed", Title: "Filed, not received", States: only(StateSupplementToFile, StatePaymentToFile), Groups: []flow.Group[State]{
		{ID: "unanswered", Title: "The counter must answer", States: unanswered},
	}},
	{ID: "inHand", Title: "Received", States: received},
	{ID: "done", Title: "With a result", States: only(StateFinished, StateResultReady, StateReturned)},
	{ID: "closed", Title: "Without a result", States: only(StateRefused, StateWithdrawn, StateStopped)},
}

func reportStates(b *strings.Builder) {
	b.WriteString("\n## States\n\nThe number is the code of the national portal (TrangThaiHoSo); the state in bold is the one that a code of the portal is read as.\n\n" +
		"| state | Vietnamese | English | portal | the clock stands for | the work |\n|---|---|---|---|---|---|\n")
	for i := range stateRows {
		r := &stateRows[i]
		work, national, name := "", "", r.state.String()
		switch {
		case r.terminal:
			work = "has ended, nothing more has to happen"
		case r.ends:
			work = "has ended"
		case r.open:
			work = "is open"
		}
		if r.national > 0 {
			national = itoa(r.national)
		}
		if r.main {
			name = "**" + name + "**"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s |\n", name, r.title.Vi, r.title.En, national, r.pause, work)
	}
}

// reportMatrices writes the matrix in parts that a page is wide enough for.
func reportMatrices(b *strings.Builder) {
	b.WriteString("\n## What each state takes\n\nWhere an action leads: \"stays\" in the same state, \"·\" refused. Of two targets the guards decide.\n")
	for _, part := range []struct {
		title   string
		columns []State
	}{
		{"Before reception", and(only(StateDraft), unanswered, only(StateSupplementToFile, StatePaymentToFile))},
		{"After reception", received},
		{"After the work", over},
	} {
		fmt.Fprintf(b, "\n### %s\n\n%s", part.title, life().Matrix(StateDraft, part.columns, lifeNames))
	}
}

func reportGuards(b *strings.Builder) {
	b.WriteString("\n## Guards\n\n| guard | Vietnamese | English |\n|---|---|---|\n")
	for _, r := range guardRows {
		fmt.Fprintf(b, "| %s | %s | %s |\n", r.guard, r.text.Vi, r.text.En)
	}
}

func reportTransitions(b *strings.Builder) {
	b.WriteString("\n## Transitions\n\nOf rows with the same state and action the first whose guards hold decides. \"ours\" marks a choice of this project where no source speaks.\n\n" +
		"| from | action | by | guards | to | portal | the clock is | source |\n|---|---|---|---|---|---|---|---|\n")
	for _, t := range Transitions() {
		portal := ""
		before, _ := t.From.National()
		if after, told := t.To.National(); told && before != after {
			portal = fmt.Sprintf("%d → %d", before, after)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", t.From, t.On, listed(t.By), listed(t.Guards), t.To, portal, listed(t.Clock), t.Source)
	}
}

// listed joins the names of a list.
func listed[E fmt.Stringer](list []E) string {
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.String()
	}
	return strings.Join(names, ", ")
}

package dossier

import (
	"sync"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/flow"
)

// Transition is one row of the life of a dossier: from which state which action leads to
// which, who may take it, what must hold, and who says so. Of rows with the same state
// and action the first whose guards hold decides.
type Transition struct {
	From   State         `json:"from"`   // where the dossier stands
	On     Action        `json:"on"`     // what is done
	By     []Role        `json:"by"`     // who may
	Guards []Guard       `json:"guards"` // all must hold
	To     State         `json:"to"`     // where it stands then
	Clock  []EntryKind   `json:"clock"`  // what it does to the clock
	Source motcua.Source `json:"source"` // who says so
}

// roleSet is a set of roles.
type roleSet uint8

const (
	applicant roleSet = 1 << iota
	counter
	handler
	leader
	system
)

func (set roleSet) has(r Role) bool {
	return r >= RoleApplicant && r <= RoleSystem && set&(1<<(r-1)) != 0
}

func (set roleSet) roles() []Role {
	var list []Role
	for r := RoleApplicant; r <= RoleSystem; r++ {
		if set.has(r) {
			list = append(list, r)
		}
	}
	return list
}

// step is what a row of the kernel holds besides its states and its action.
type step struct {
	by     roleSet
	guards []Guard
	source *motcua.Source
}

// way is a line of the table of the life: the rows of several states.
type way struct {
	from   []State
	on     Action
	by     roleSet
	guards []Guard
	to     State // 0: the state stays
	source *motcua.Source
}

// What the rows of the life rest on.
var (
	onReception  = motcua.Source{Act: "118/2025/NĐ-CP", Article: "Điều 17", Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "theo các thủ tục viện dẫn", En: "by the procedures that cite it"}}
	onForwarding = motcua.Source{Act: "118/2025/NĐ-CP", Article: "Điều 18", Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "theo các thủ tục viện dẫn", En: "by the procedures that cite it"}}
	onReturning  = motcua.Source{Act: "118/2025/NĐ-CP", Article: "Điều 22", Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "theo các thủ tục viện dẫn", En: "by the procedures that cite it"}}
	onFiling     = motcua.Source{Act: "118/2025/NĐ-CP", Article: "Điều 15", Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "theo các thủ tục viện dẫn", En: "by the procedures that cite it"}}
	byPortal     = motcua.Source{Basis: motcua.BasisPractice, Note: motcua.Text{Vi: "các bước chuyển trạng thái mà mọi hệ thống đều có", En: "a step that all systems of the portal have"}}
	byForms      = motcua.Source{Act: "03/2025/TT-VPCP", Article: "Phụ lục I", Basis: motcua.BasisPress, Note: motcua.Text{Vi: "biểu mẫu của bước này", En: "the form of this step"}}
	byUs         = motcua.Source{Basis: motcua.BasisOurs, Note: motcua.Text{Vi: "nguồn không nói; cần cho một trung tâm", En: "no source says; a centre needs it"}}
)

// Groups of states that rows share.
var (
	unanswered = []State{StateRegistered, StateAwaitingAnswer, StateSupplemented, StatePaidToFile}
	waiting    = []State{StateSupplementToFile, StatePaymentToFile, StateSupplement, StatePayment}
	atWork     = []State{StateReceived, StateForwarded, StateProcessing, StateAtOtherBody}
	received   = []State{StateReceived, StateForwarded, StateProcessing, StateAtOtherBody, StateSupplement, StatePayment}
	over       = []State{StateFinished, StateResultReady, StateReturned, StateRefused, StateWithdrawn, StateStopped}
)

// and joins groups of states.
func and(groups ...[]State) (all []State) {
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// only is the group of one state, or of a few.
func only(s ...State) []State { return s }

// filedStates are all but the draft.
var filedStates = and(unanswered, waiting, atWork, over)

// ways are the life of a dossier.
var ways = []way{
	{only(StateDraft), ActionSubmit, applicant | counter, []Guard{GuardPapers, GuardInPerson, GuardClock}, StateRegistered, &onFiling},
	{only(StateDraft), ActionSubmit, applicant | counter | system, []Guard{GuardPapers, GuardClock}, StateAwaitingAnswer, &onFiling},

	{unanswered, ActionReceive, counter, []Guard{GuardPapers, GuardPaidBefore, GuardClock}, StateReceived, &onReception},
	{unanswered, ActionRefuse, counter, nil, StateRefused, &byForms},
	{unanswered, ActionAskSupplement, counter, []Guard{GuardRequestsLeft}, StateSupplementToFile, &byPortal},
	{unanswered, ActionDemandPayment, counter | system, []Guard{GuardNewOrder}, StatePaymentToFile, &byPortal},
	{only(StateSupplementToFile), ActionSupplement, applicant | counter, []Guard{GuardTermRuns, GuardAnswers, GuardCounterStates, GuardClock}, StateSupplemented, &byPortal},
	{only(StatePaymentToFile), ActionConfirmPayment, counter | system, []Guard{GuardCovers, GuardSettles}, StatePaidToFile, &byPortal},

	{only(StateReceived), ActionForward, counter, nil, StateForwarded, &onForwarding},
	{only(StateReceived, StateForwarded), ActionHandOver, counter | handler, []Guard{GuardCompetent}, StateProcessing, &byPortal},
	{only(StateProcessing), ActionHandOver, handler | leader, []Guard{GuardCompetent}, StateProcessing, &byUs},
	{only(StateProcessing, StateAtOtherBody), ActionHandOver, handler | leader, []Guard{GuardOtherBody, GuardPauseKnown}, StateAtOtherBody, &onForwarding},
	{only(StateAtOtherBody), ActionHandOver, handler | leader | system, []Guard{GuardCompetent}, StateProcessing, &onForwarding},
	{only(StateReceived, StateForwarded), ActionTransfer, counter | leader | system, nil, StateForwarded, &byUs},
	{only(StateProcessing, StateAtOtherBody), ActionTransfer, leader | system, nil, StateProcessing, &byUs},

	{only(StateProcessing), ActionAskSupplement, counter | handler, []Guard{GuardRequestsLeft}, StateSupplement, &byPortal},
	{only(StateSupplement), ActionSupplement, applicant | counter, []Guard{GuardTermRuns, GuardAnswers, GuardCounterStates, GuardClock}, StateProcessing, &byPortal},
	{only(StateProcessing), ActionDemandPayment, counter | handler | system, []Guard{GuardNewOrder}, StatePayment, &byPortal},
	{only(StatePayment), ActionConfirmPayment, counter | system, []Guard{GuardCovers, GuardSettles}, StateProcessing, &byPortal},
	{filedStates, ActionConfirmPayment, counter | system, []Guard{GuardCovers}, 0, &byUs},
	{received, ActionExtend, counter | handler | leader, []Guard{GuardClock}, 0, &byForms},

	{only(StateProcessing, StateFinished), ActionSignResult, leader, []Guard{GuardResultKnown}, 0, &byUs},
	{only(StateProcessing), ActionFinish, handler | leader, []Guard{GuardResultKnown, GuardChildrenEnded}, StateFinished, &byPortal},
	{only(StateFinished), ActionIssue, counter | handler | leader, []Guard{GuardSigned}, StateResultReady, &byUs},
	{only(StateResultReady), ActionReturnResult, counter | system, []Guard{GuardNothingOwed}, StateReturned, &onReturning},

	{and(unanswered, waiting, atWork), ActionWithdraw, applicant | counter, nil, StateWithdrawn, &byPortal},
	{and(waiting, atWork), ActionStop, leader, nil, StateStopped, &byForms},
	{waiting, ActionStop, counter | handler | system, []Guard{GuardTermPassed}, StateStopped, &byForms},
	{only(StateFinished, StateResultReady, StateReturned, StateWithdrawn, StateStopped), ActionReopen, leader, []Guard{GuardWasReceived}, StateProcessing, &byUs},
	{only(StateRefused, StateWithdrawn, StateStopped), ActionReopen, leader, []Guard{GuardNotReceived}, StateAwaitingAnswer, &byUs},

	{filedStates, ActionCorrect, counter | leader, []Guard{GuardSameDossier}, 0, &byUs},
	{only(StateResultReady, StateReturned, StateRefused, StateStopped), ActionRate, applicant, nil, 0, &byUs},
	{filedStates, ActionComplain, applicant, nil, 0, &byUs},
}

// life is the table of all rows. That they compile is tested.
var life = sync.OnceValue(func() *flow.Table[State, Action, step] {
	var rows []flow.Row[State, Action, step]
	for _, w := range ways {
		for _, from := range w.from {
			to := w.to
			if to == 0 {
				to = from
			}
			rows = append(rows, flow.Row[State, Action, step]{From: from, On: w.on, To: to, More: step{w.by, w.guards, w.source}})
		}
	}
	table, _ := flow.Compile(len(stateRows), len(actionRows), rows)
	return table
})

// Transitions are all rows of the life of a dossier, by state, then by action.
func Transitions() []Transition {
	var list []Transition
	for _, r := range life().Rows() {
		list = append(list, Transition{
			From: r.From, On: r.On, By: r.More.by.roles(), Guards: append([]Guard{}, r.More.guards...), To: r.To,
			Clock: clockOf(r.From, r.On, r.To), Source: *r.More.source,
		})
	}
	return list
}

package scoring

import (
	"encoding/json"
	"errors"

	"github.com/motcua/motcua"
)

// Scorecard is the JSON form of a [Result]. Points are strings with the
// definition's decimals; null says that there is nothing to say.
type Scorecard struct {
	// Unit, Name, Level, Parent and Period are those of the counts.
	Unit   string  `json:"unit"`
	Name   string  `json:"name,omitempty"`   // see Unit
	Level  string  `json:"level,omitempty"`  // see Unit
	Parent string  `json:"parent,omitempty"` // see Unit
	Period *Period `json:"period,omitempty"` // see Unit
	// Definition and Version name the rules.
	Definition string `json:"definition"`
	Version    string `json:"version"` // see Definition
	// Total is the points of the root.
	Total *motcua.Decimal `json:"total" jsonschema:"nullable"`
	// Max is the most there could be, MaxKnown the most of what has points.
	Max      motcua.Decimal `json:"max"`
	MaxKnown motcua.Decimal `json:"maxKnown"` // see Max
	// Band is the id of the grade; BandPartial warns that leaves are missing.
	Band        *string `json:"band" jsonschema:"nullable"`
	BandPartial bool    `json:"bandPartial"` // see Band
	// Nodes are all nodes but the root, in definition order.
	Nodes []ScorecardNode `json:"nodes"`
}

// ScorecardNode is the JSON form of a [NodeResult].
type ScorecardNode struct {
	// ID is the node.
	ID string `json:"id"`
	// Points are what it has.
	Points *motcua.Decimal `json:"points" jsonschema:"nullable"`
	// Max is the most it could have, MaxKnown the most of what has points.
	Max      motcua.Decimal `json:"max"`
	MaxKnown motcua.Decimal `json:"maxKnown"` // see Max
	// Status says what the points rest on.
	Status Status `json:"status"`
	// Inherited reports that the counts are those of the unit above.
	Inherited bool `json:"inherited"`
	// Num and Den are a leaf's counts.
	Num *int64 `json:"num" jsonschema:"nullable"`
	Den *int64 `json:"den" jsonschema:"nullable"` // see Num
	// Lost is the maximum less the points; null below the stage a mean was taken
	// at, of which a mean says nothing.
	Lost *motcua.Decimal `json:"lost" jsonschema:"nullable"`
	// Reason is the code of why they are lost, null for inner nodes and where
	// nothing is.
	Reason *string `json:"reason" jsonschema:"nullable"`
}

// Scorecard returns the JSON form of the result.
func (r *Result) Scorecard() Scorecard {
	x, total := r.Index, r.Nodes[0]
	card := Scorecard{
		Unit: r.Unit, Name: r.Name, Level: r.Level, Parent: r.Parent,
		Definition: x.def.ID, Version: x.def.Version,
		Total: x.decimal(total), Max: x.Decimal(total.Max), MaxKnown: x.Decimal(total.MaxKnown),
		Nodes: make([]ScorecardNode, 0, len(r.Nodes)-1),
	}
	if !r.Period.IsZero() {
		card.Period = &r.Period
	}
	if band, partial, ok := r.Band(); ok {
		card.Band, card.BandPartial = &band.ID, partial
	}
	for i, n := range r.Nodes[1:] {
		node := ScorecardNode{
			ID: x.nodes[i+1].def.ID, Points: x.decimal(n), Max: x.Decimal(n.Max), MaxKnown: x.Decimal(n.MaxKnown),
			Status: n.Status, Inherited: n.Inherited,
		}
		silent := n.Status == StatusMean && !n.Scored
		if !silent {
			lost := x.Decimal(n.lost())
			node.Lost = &lost
		}
		if n.Counted {
			node.Num, node.Den = &n.Num, &n.Den
		}
		if x.nodes[i+1].leaf >= 0 && !silent && n.lost() != 0 {
			code := r.reason(i + 1).Code
			node.Reason = &code
		}
		card.Nodes = append(card.Nodes, node)
	}
	return card
}

// decimal is the points of a node, nil where it has none.
func (x *Index) decimal(n NodeResult) *motcua.Decimal {
	if !n.Scored {
		return nil
	}
	d := x.Decimal(n.Points)
	return &d
}

// MarshalJSON writes the [Scorecard]; a result that nothing has filled is an
// error.
func (r Result) MarshalJSON() ([]byte, error) {
	if len(r.Nodes) == 0 {
		return nil, errors.New("a result of nothing has no JSON form")
	}
	return json.Marshal(r.Scorecard())
}

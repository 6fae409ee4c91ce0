package scoring

import "github.com/motcua/motcua"

// Definition is an index as data: what is counted, how counts become points,
// how points are put together, and on whose word. It is immutable by
// convention; a correction is a new version.
type Definition struct {
	// Schema is the $id of the JSON Schema the document follows.
	Schema string `json:"$schema,omitempty"`
	// ID names the index across versions, as "vn.766".
	ID string `json:"id"`
	// Version names this state of the rules, as "portal-2026".
	Version string `json:"version"`
	// Title is the name of the index.
	Title motcua.Text `json:"title"`
	// Validity is when the rules are in force, half-open; always if absent.
	Validity motcua.Validity `json:"validity,omitzero"`
	// Variant marks another reading of the same rules: it is found by name,
	// never picked by date.
	Variant bool `json:"variant,omitempty"`
	// Decimals is the number of decimals of a point, 0 to 6.
	Decimals int `json:"decimals" jsonschema:"minimum=0,maximum=6"`
	// Round is the stage at which points are rounded, half-up.
	Round Stage `json:"round"`
	// Mean is the stage at which the mean of several units is taken; the total
	// if absent.
	Mean Stage `json:"mean,omitzero"`
	// Sources are what the rules rest on; the rest of the document refers to
	// them by key.
	Sources []SourceRow `json:"sources"`
	// Levels are the levels of government the level rules know.
	Levels []Level `json:"levels,omitempty"`
	// Measures are what is counted.
	Measures []Measure `json:"measures,omitempty"`
	// Root is the tree.
	Root Node `json:"root"`
	// Bands grade the total, best first.
	Bands []Band `json:"bands,omitempty"`
	// Views group the same nodes in other ways.
	Views []View `json:"views,omitempty"`
}

// SourceRow is a source under the key by which a definition refers to it.
type SourceRow struct {
	// Key is how the rest of the definition names the source.
	Key string `json:"key"`
	// Source is what stands behind the key.
	motcua.Source
}

// Level is a level of government, as "commune" (cấp xã).
type Level struct {
	// ID is the level's name in counts.
	ID string `json:"id"`
	// Title is its name for people.
	Title motcua.Text `json:"title"`
}

// Node is a part of an index: a leaf with a scale, or an inner node with
// children.
type Node struct {
	// ID names the node within the definition, as "3.6" or "TTTT".
	ID string `json:"id"`
	// Title is the node's name for people.
	Title motcua.Text `json:"title"`
	// Max is the most points the node can have.
	Max motcua.Decimal `json:"max"`
	// Weight is the node's weight in its parent's mean; 1 if absent.
	Weight *motcua.Decimal `json:"weight,omitempty"`
	// Compose is how Nodes make the points of an inner node; sum if absent.
	Compose Compose `json:"compose,omitzero"`
	// Nodes are the children of an inner node.
	Nodes []Node `json:"nodes,omitempty"`

	// Code is the name of a leaf in the portal's reporting interface.
	Code string `json:"code,omitempty"`
	// Num and Den are the measures counted above and below the line; a leaf
	// whose value is given has neither.
	Num string `json:"num,omitempty"`
	Den string `json:"den,omitempty"` // see Num
	// Scale turns the leaf's value into points.
	Scale *Scale `json:"scale,omitempty"`
	// Relation says how Num stands to Den; value if absent.
	Relation Relation `json:"relation,omitzero"`
	// Factor names a leaf whose ratio, at most one, multiplies this leaf's.
	Factor string `json:"factor,omitempty"`
	// Zero is the rule for a zero denominator, Unknown the one for null.
	Zero    *ZeroRule    `json:"zero,omitempty"`
	Unknown *UnknownRule `json:"unknown,omitempty"` // see Zero
	// Pool is how counts of several units make those of the unit above.
	Pool PoolKind `json:"pool,omitzero"`
	// Levels are what the leaf is at each level; a level without a row owns it.
	Levels []LevelRule `json:"levels,omitempty"`
	// Shortfall is why points below the maximum are lost.
	Shortfall *Reason `json:"shortfall,omitempty"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// Scale turns a value into points; which members it needs depends on Kind.
type Scale struct {
	// Kind is the rule.
	Kind ScaleKind `json:"kind"`
	// At is the ratio that earns the maximum (fullAt).
	At *motcua.Decimal `json:"at,omitempty"`
	// From and To are the values worth nothing and everything (goalposts);
	// From above To is a reversed scale.
	From *motcua.Decimal `json:"from,omitempty"`
	To   *motcua.Decimal `json:"to,omitempty"` // see From
	// Clamp holds points within zero and the maximum (goalposts).
	Clamp bool `json:"clamp,omitempty"`
	// Min is the lowest value that may be given; zero if absent (given).
	Min *motcua.Decimal `json:"min,omitempty"`
	// Rows are the steps, lowest first, or the table.
	Rows []ScaleRow `json:"rows,omitempty"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// ScaleRow gives points to a value.
type ScaleRow struct {
	// Value is where the step begins, or the value that is looked up.
	Value motcua.Decimal `json:"value"`
	// Points are what it is worth.
	Points motcua.Decimal `json:"points"`
	// Title says what the value stands for.
	Title motcua.Text `json:"title,omitzero"`
}

// ZeroRule is what a leaf is worth when its denominator is zero.
type ZeroRule struct {
	// Rule is the kind.
	Rule ZeroKind `json:"rule"`
	// Divide says by what last year's annual count is divided for each kind of
	// period (fallback); a period without a row is unknown.
	Divide []Divisor `json:"divide,omitempty"`
	// Then is the rule when the annual count is missing too (fallback).
	Then ZeroKind `json:"then,omitzero"`
	// To are the leaves that share the maximum (redistribute); what does not
	// divide goes to the first.
	To []string `json:"to,omitempty"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// Divisor is the part of a year that a kind of period is taken for.
type Divisor struct {
	// Period is "year", "half", "quarter", "month", "week" or "day".
	Period PeriodKind `json:"period"`
	// By divides the annual count, as 12 for a month.
	By int64 `json:"by" jsonschema:"minimum=1"`
}

// UnknownRule is what a leaf is worth when its source answers null.
type UnknownRule struct {
	// Rule is the kind.
	Rule UnknownKind `json:"rule"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// LevelRule is what a leaf is at one level of government.
type LevelRule struct {
	// Level is the id of one of the definition's levels.
	Level string `json:"level"`
	// Rule is the kind.
	Rule LevelKind `json:"rule"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// Reason is why points are lost.
type Reason struct {
	// Code is the reason for programs, as "late".
	Code string `json:"code"`
	// Text is the reason for people.
	Text motcua.Text `json:"text"`
}

// Measure is something counted: rows of a table of facts that meet a
// predicate, within a scope of time.
type Measure struct {
	// ID names the measure within the definition.
	ID string `json:"id"`
	// Title says what is counted.
	Title motcua.Text `json:"title"`
	// Table is the kind of fact; see [Columns].
	Table string `json:"table"`
	// Count is what is counted.
	Count CountKind `json:"count"`
	// Column is the key that is distinct, or the column that is added up.
	Column string `json:"column,omitempty"`
	// Scope is which rows time lets in.
	Scope Scope `json:"scope"`
	// Anchor is the date column that must lie in the period.
	Anchor string `json:"anchor,omitempty"`
	// Where is what a row must meet; every row does if absent.
	Where *motcua.Predicate `json:"where,omitempty"`
	// Except takes out of a distinct count every key that has one such row.
	Except *motcua.Predicate `json:"except,omitempty"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// Band grades totals from a bound up to the next better band's.
type Band struct {
	// ID is the grade for programs, as "excellent".
	ID string `json:"id"`
	// Title is the grade for people, as "Xuất sắc".
	Title motcua.Text `json:"title"`
	// From is the least total of the band.
	From motcua.Decimal `json:"from"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// View groups nodes in another way than the tree does, as the five groups of
// the decree over the six of the portal.
type View struct {
	// ID names the view within the definition.
	ID string `json:"id"`
	// Title is its name for people.
	Title motcua.Text `json:"title"`
	// Groups partition the leaves.
	Groups []ViewGroup `json:"groups"`
	// Sources are keys of the definition's sources.
	Sources []string `json:"sources,omitempty"`
}

// ViewGroup is one group of a view: the sum of some nodes.
type ViewGroup struct {
	// ID names the group; it differs from every node's unless it is that node.
	ID string `json:"id"`
	// Title is its name for people.
	Title motcua.Text `json:"title"`
	// Max is the most points of the group.
	Max motcua.Decimal `json:"max"`
	// Of are the nodes added up.
	Of []string `json:"of"`
	// Ratio is how the group's ratio is shown.
	Ratio RatioKind `json:"ratio"`
}

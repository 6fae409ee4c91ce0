package scoring

import "github.com/motcua/motcua/internal/enum"

// Stage is where a definition rounds, or averages, its points.
type Stage uint8

// The stages: each leaf, each child of the root, or the root alone. A mean above
// the stage rounds again, at its node, so that what is shown adds up.
const (
	StageLeaf Stage = iota + 1
	StageGroup
	StageTotal
)

var stages = enum.New[Stage]("stage", "leaf", "group", "total")

// Compose is how an inner node makes its points from those below.
type Compose uint8

// The compositions. A weighted mean and a geometric mean use the weights of
// the children; a geometric mean rounds once, at its node.
const (
	ComposeSum Compose = iota + 1
	ComposeMean
	ComposeGeometric
)

var composes = enum.New[Compose]("composition", "sum", "mean", "geometric")

// ScaleKind is how a leaf's value becomes points.
type ScaleKind uint8

// The scales. Of a value v and a maximum M:
//
//	linear     M·min(1, v)
//	fullAt     M·min(1, v/at)
//	goalposts  M·(v−from)/(to−from), within [0, M] if clamped
//	steps      the points of the last row whose value is ≤ v, nothing below the first
//	table      the points of the row whose value is v; any other v is a fault
//	given      v itself, between min and M
const (
	ScaleLinear ScaleKind = iota + 1
	ScaleFullAt
	ScaleGoalposts
	ScaleSteps
	ScaleTable
	ScaleGiven
)

var scaleKinds = enum.New[ScaleKind]("scale", "linear", "fullAt", "goalposts", "steps", "table", "given")

// Relation says how a leaf's numerator stands to its denominator.
type Relation uint8

// The relations. Of a subset, a numerator above the denominator is an error;
// of two sources it is clamped to one, with a warning; a plain value has no
// such bound.
const (
	RelationSubset Relation = iota + 1
	RelationCrossSource
	RelationValue
)

var relations = enum.New[Relation]("relation", "subset", "crossSource", "value")

// ZeroKind is what a leaf is worth when its denominator is zero.
type ZeroKind uint8

// The zero rules: no points; all points; unknown; the numerator over a part of
// last year's annual count; or the leaf's maximum given to other leaves.
const (
	ZeroNone ZeroKind = iota + 1
	ZeroFull
	ZeroNull
	ZeroFallback
	ZeroRedistribute
)

var zeroKinds = enum.New[ZeroKind]("zero rule", "zero", "full", "null", "fallback", "redistribute")

// UnknownKind is what a leaf is worth when its source answers null.
type UnknownKind uint8

// The unknown rules: nothing to say, no points, all points.
const (
	UnknownNull UnknownKind = iota + 1
	UnknownZero
	UnknownFull
)

var unknownKinds = enum.New[UnknownKind]("unknown rule", "null", "zero", "full")

// LevelKind is what a leaf is at one level of government.
type LevelKind uint8

// A unit owns a leaf; or inherits the figures of the nearest unit above that has
// them, unless its own are stated too; or the leaf is absent at its level while
// the maximum stays.
const (
	LevelOwns LevelKind = iota + 1
	LevelInherits
	LevelAbsent
)

var levelKinds = enum.New[LevelKind]("level rule", "owns", "inherits", "absent")

// PoolKind is how a leaf's counts of several units become those of the unit
// above.
type PoolKind uint8

// Counts of separate rows add. Counts of distinct things, as procedures, do
// not: the same procedure stands in many communes.
const (
	PoolAdd PoolKind = iota + 1
	PoolDistinct
)

var poolKinds = enum.New[PoolKind]("pool rule", "add", "distinct")

// CountKind is what a measure counts.
type CountKind uint8

// A measure counts rows, distinct values of a key column, or adds up a column.
const (
	CountRows CountKind = iota + 1
	CountDistinct
	CountSum
)

var countKinds = enum.New[CountKind]("count", "rows", "distinct", "sum")

// Scope is which rows of a table a measure looks at.
type Scope uint8

// The scopes: rows whose anchor lies in the period and not after the cut; rows
// as in force at the cut; rows received before the cut and not ended before
// the period began.
const (
	ScopePeriod Scope = iota + 1
	ScopeCut
	ScopeActive
)

var scopes = enum.New[Scope]("scope", "period", "cut", "active")

// RatioKind is how a group of a view shows its ratio.
type RatioKind uint8

// The ratio of a view's group is its points over its maximum, or the mean of
// the ratios of its members.
const (
	RatioPoints RatioKind = iota + 1
	RatioMean
)

var ratioKinds = enum.New[RatioKind]("ratio", "points", "mean")

// Status says what a node's points rest on.
type Status uint8

// The statuses of a node.
const (
	StatusOK       Status = iota + 1 // counted
	StatusClamped                    // two sources, numerator above denominator, taken as one
	StatusZero                       // denominator zero, the zero rule decided
	StatusUnknown                    // the source answered null, the unknown rule decided
	StatusNotAsked                   // absent from the input
	StatusAbsent                     // the level has no such indicator
	StatusPartial                    // an inner node some of whose leaves have no points
	StatusMean                       // the mean of several units
)

var statuses = enum.New[Status]("status", "ok", "clamped", "zeroDenominator", "unknown", "notAsked", "absent", "partial", "mean")

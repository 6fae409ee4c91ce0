package scoring_test

// plant is one mistake made in testdata/sound.json: a text that stands there
// once is replaced. It must yield one fault with this code and pointer, on the
// line of the new text or, if on is set, on the line of that text.
type plant struct {
	code, pointer string
	old, with     string
	on            string
}

// tenPlants are mistakes of ten kinds in ten places, none of which follows from
// another.
var tenPlants = []plant{
	{"DOC-MEMBER-02", "/root/nodes/0/nodes/0/colour", `      "factor": "p2",`, `      "factor": "p2", "colour": "red",`, ""},           // an unknown member
	{"DOC-MEMBER-01", "/root/nodes/1/nodes/0/max", `"en": "goalposts"}, "max": "3"`, `"en": "goalposts"}, "max": "3", "max": "3"`, ""}, // a key twice
	{"DOC-VALUE-01", "/root/nodes/0/nodes/1/zero/divide/1/by", `{"period": "month", "by": 12}`, `{"period": "month", "by": "12"}`, ""}, // a wrong type
	{"DOC-VALUE-02", "/sources/0/read", `2026-02-28`, `2026-02-30`, ""},                                                                // a day that is none
	{"SCO-DEF-05", "/root/max", `"max": "40"`, `"max": "41"`, ""},                                                                      // maxima that do not add up
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/num", `"num": "onTime"`, `"num": "inTime"`, ""},                                              // an unknown measure
	{"SCO-DEF-04", "/bands/0/sources/0", `"from": "30", "sources": ["LAW"]`, `"from": "30", "sources": ["LAWS"]`, ""},                  // an unknown source
	{"SCO-DEF-06", "/root/nodes/0/nodes/1/scale/at", `"at": "0.8"`, `"at": "1.8"`, ""},                                                 // a threshold out of range
	{"SCO-DEF-03", "/root/nodes/3/nodes/1/id", `"id": "s2"`, `"id": "s1"`, ""},                                                         // a node twice
	{"VOC-PRE-03", "/measures/1/where/all/2/flag", `{"flag": "feeDue"}`, `{"flag": "feeOwed"}`, ""},                                    // an unknown column
}

// plants are further mistakes, each alone: at least one for every code.
var plants = []plant{
	// reading
	{"DOC-SYNTAX-01", "", `"decimals": 2,`, `"decimals": 2`, `"round"`},
	{"DOC-SYNTAX-01", "", `"decimals": 2,`, `"decimals": 02,`, ""},
	{"DOC-SYNTAX-02", "/title/en", `a sound definition`, `\ud800`, ""},
	{"DOC-SYNTAX-02", "", `a sound definition`, "\xff", ""},
	{"DOC-MEMBER-01", "/decimals", `"decimals": 2,`, `"decimals": 2, "decimals": 3,`, ""},
	{"DOC-MEMBER-01", "/root/nodes/2/compose", `"compose": "mean",`, `"compose": "mean", "compose": "sum",`, ""},
	{"DOC-MEMBER-02", "/roundig", `"round": "leaf"`, `"roundig": "leaf"`, ""}, // stands for the missing one too
	{"DOC-MEMBER-02", "/Decimals", `"decimals": 2,`, `"Decimals": 2,`, ""},    // case counts
	{"DOC-MEMBER-03", "/round", ` "round": "leaf",`, ``, `{
 "$schema"`},
	{"DOC-MEMBER-03", "/root/nodes/1/nodes/2/max", `"en": "given"}, "max": "2",`, `"en": "given"},`, ""},
	{"DOC-MEMBER-03", "/root/id", `  "id": "TOTAL",`, ``, `"root": {`},
	{"DOC-MEMBER-03", "/measures/1/where/all/0/compare/op", `"op": "<=", `, ``, `"column": "ended"`},
	{"DOC-VALUE-01", "/levels", `"levels": [
  {"id": "province", "title": {"vi": "Cấp tỉnh", "en": "Province"}},
  {"id": "commune", "title": {"vi": "Cấp xã", "en": "Commune"}}
 ]`, `"levels": "province"`, ""},
	{"DOC-VALUE-01", "/root/nodes/1/nodes/2", `{"id": "q3", "title": {"vi": "cho sẵn", "en": "given"}, "max": "2", "scale": {"kind": "given", "min": "0.5"}}`, `"q3"`, ""},
	{"DOC-VALUE-01", "/root/nodes/1/nodes/2/scale", `{"kind": "given", "min": "0.5"}`, `"given"`, ""},
	{"DOC-VALUE-01", "/root/nodes/0/max", `"en": "ratios"},
    "max": "12"`, `"en": "ratios"},
    "max": 12`, `"max": 12`},
	{"DOC-VALUE-01", "/sources/1", `{"key": "OURS", "basis": "ours", "note": {"vi": "lựa chọn", "en": "a choice"}}`, `"OURS"`, ""},
	{"DOC-VALUE-01", "/measures/4/column", `"column": "synced"`, `"column": ["synced"]`, ""},
	{"DOC-VALUE-01", "/bands/1/from", `"from": "20"`, `"from": 20`, ""},
	{"DOC-VALUE-02", "/root/nodes/1/nodes/2/scale/kind", `{"kind": "given", "min": "0.5"}`, `{"kind": "gievn", "min": "0.5"}`, ""},
	{"DOC-VALUE-02", "/measures/0/count", `"count": "rows",
   "scope": "period",
   "anchor": "received",
   "sources"`, `"count": "lines",
   "scope": "period",
   "anchor": "received",
   "sources"`, ""},
	{"DOC-VALUE-02", "/root/nodes/3/nodes/0/max", `"en": "one"}, "max": "10", "weight": "0.25"`, `"en": "one"}, "max": "1e1", "weight": "0.25"`, ""},
	{"DOC-VALUE-02", "/root/nodes/0/nodes/2/zero/rule", `"rule": "redistribute"`, `"rule": "share"`, ""},
	{"DOC-VALUE-02", "/decimals", `"decimals": 2,`, `"decimals": 2.0,`, ""},

	// names
	{"SCO-DEF-01", "/id", `"id": "test.sound"`, `"id": "Test Sound"`, ""},
	{"SCO-DEF-01", "/version", `"version": "1"`, `"version": ""`, ""},
	{"SCO-DEF-01", "/title", `{"vi": "một định nghĩa đúng", "en": "a sound definition"}`, `{"vi": "", "en": ""}`, ""},
	{"SCO-DEF-01", "/root/nodes/1/nodes/1/id", `"id": "q2"`, `"id": "q 2"`, ""},
	{"SCO-DEF-01", "/root/nodes/0/title", `{"vi": "tỷ lệ", "en": "ratios"}`, `{"vi": "", "en": ""}`, ""},
	{"SCO-DEF-01", "/measures/3/id", `"id": "announced"`, `"id": ""`, ""},
	{"SCO-DEF-01", "/levels/1/id", `{"id": "commune"`, `{"id": ""`, ""},
	{"SCO-DEF-01", "/sources/1/key", `"key": "OURS"`, `"key": ""`, ""},
	{"SCO-DEF-02", "/validity", `"to": "2027-01-01"`, `"to": "2025-01-01"`, ""},
	{"SCO-DEF-02", "/validity", `"to": "2027-01-01"`, `"to": "2026-01-01"`, ""}, // not a day in between
	{"SCO-DEF-03", "/sources/1/key", `"key": "OURS", "basis"`, `"key": "LAW", "basis"`, ""},
	{"SCO-DEF-03", "/levels/1/id", `{"id": "commune"`, `{"id": "province"`, ""},
	{"SCO-DEF-03", "/measures/1/id", `"id": "onTime"`, `"id": "received"`, ""},
	{"SCO-DEF-03", "/root/nodes/2/id", `"id": "R"`, `"id": "TOTAL"`, ""},
	{"SCO-DEF-03", "/root/nodes/1/nodes/3/id", `{"id": "q3", "title": {"vi": "cho sẵn", "en": "given"}, "max": "2", "scale": {"kind": "given", "min": "0.5"}}`, `{"id": "q3", "title": {"vi": "cho sẵn", "en": "given"}, "max": "2", "scale": {"kind": "given", "min": "0.5"}},
     {"id": "q3", "title": {"vi": "cho sẵn", "en": "given"}, "max": "2", "scale": {"kind": "given", "min": "0.5"}}`, `"min": "0.5"}}
    ]`}, // a copy, which makes the sum wrong too
	{"SCO-DEF-03", "/bands/1/id", `"id": "fair"`, `"id": "good"`, ""},
	{"SCO-DEF-03", "/root/nodes/0/nodes/0/levels/1/level", `{"level": "province", "rule": "owns"`, `{"level": "commune", "rule": "owns"`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/2/den", `"den": "services"`, `"den": "service"`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/zero/sources/0", `"zero": {"rule": "null", "sources": ["OURS"]}`, `"zero": {"rule": "null", "sources": ["OUR"]}`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/unknown/sources/0", `"unknown": {"rule": "null", "sources": ["OURS"]}`, `"unknown": {"rule": "null", "sources": ["OUR"]}`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/scale/sources/0", `{"kind": "linear", "sources": ["LAW"]}`, `{"kind": "linear", "sources": ["OUR"]}`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/levels/0/level", `{"level": "commune", "rule": "inherits"}`, `{"level": "district", "rule": "inherits"}`, ""},
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/factor", `"factor": "p2"`, `"factor": "P"`, ""}, // no leaf
	{"SCO-DEF-04", "/root/nodes/0/nodes/0/den", `      "den": "received",
`, ``, `{
      "id": "p1"`},

	{"SCO-DEF-01", "/bands/2/id", `{"id": "weak"`, `{"id": "very weak"`, ""},
	{"SCO-DEF-01", "/views/0/id", `"id": "pairs"`, `"id": ""`, ""},
	{"SCO-DEF-01", "/views/0/groups/1/id", `{"id": "second"`, `{"id": ""`, ""},
	{"SCO-DEF-03", "/views/0/groups/1/id", `{"id": "second"`, `{"id": "first"`, ""},
	{"SCO-DEF-03", "/views/0/groups/1/id", `{"id": "second"`, `{"id": "R"`, ""}, // a node of its own
	{"SCO-DEF-03", "/root/nodes/0/nodes/1/zero/divide/1/period", `"period": "month"`, `"period": "year"`, ""},
	{"SCO-DEF-03", "/root/nodes/0/nodes/2/zero/to/1", `"to": ["p1", "p2"]`, `"to": ["p1", "p1"]`, ""},

	// maxima, scales, shapes
	{"SCO-DEF-05", "/root/nodes/2/max", `"en": "mean"},
    "max": "10"`, `"en": "mean"},
    "max": "9"`, ""}, // all below it agree: the mean is at fault
	{"SCO-DEF-05", "/root/nodes/1/nodes/2/max", `"en": "given"}, "max": "2"`, `"en": "given"}, "max": "-2"`, ""},
	{"SCO-DEF-07", "/root/nodes/2", `"compose": "mean",`, `"compose": "mean", "pool": "add",`, `{
    "id": "R"`},
	{"SCO-DEF-07", "/root/nodes/1/nodes/0/weight", `"en": "goalposts"}, "max": "3",`, `"en": "goalposts"}, "max": "3", "weight": "2",`, ""},
	{"SCO-DEF-07", "/root/nodes/0/nodes/0/factor", `"factor": "p2"`, `"factor": "q1"`, ""}, // no ratio
	{"SCO-DEF-07", "/root/nodes/0/nodes/0/scale/kind", `{"kind": "linear", "sources": ["LAW"]}`, `{"kind": "given", "sources": ["LAW"]}`, ""},
	{"SCO-DEF-07", "/mean", `"mean": "group"`, `"mean": "leaf"`, ""}, // means of leaves cannot be put together by a mean
	{"SCO-DEF-14", "/root/nodes/0/nodes/2/zero/to/1", `"zero": {
       "rule": "fallback",
       "divide": [{"period": "year", "by": 1}, {"period": "month", "by": 12}],
       "then": "zero"
      }`, `"zero": {"rule": "redistribute", "to": ["p1"]}`, `"to": ["p1", "p2"]`},
	{"SCO-DEF-05", "/root/nodes/0/max", `"max": "12"`, `"max": "12.00001"`, ""},
	{"SCO-DEF-05", "/root/nodes/2/max", `"en": "mean"},
    "max": "10"`, `"en": "mean"},
    "max": "1000000000000"`, `"1000000000000"`},
	{"SCO-DEF-05", "/root/nodes/2/nodes/0/max", `"max": "10", "weight": "1"`, `"max": "9", "weight": "1"`, ""}, // a mean of two maxima
	{"SCO-DEF-05", "/root/nodes/1/nodes/1/scale/rows/1/points", `{"value": "1", "points": "3"}`, `{"value": "1", "points": "4"}`, ""},
	{"SCO-DEF-05", "/root/nodes/1/nodes/1/scale/rows/1/points", `{"value": "1", "points": "3"}`, `{"value": "1", "points": "2.999"}`, ""},
	{"SCO-DEF-06", "/root/nodes/0/nodes/1/scale/at", `{"kind": "fullAt", "at": "0.8"}`, `{"kind": "fullAt"}`, ""},
	{"SCO-DEF-06", "/root/nodes/0/nodes/1/scale/at", `"at": "0.8"`, `"at": "0"`, ""},
	{"SCO-DEF-06", "/root/nodes/0/nodes/2/scale/at", `{"kind": "linear"}`, `{"kind": "linear", "at": "0.8"}`, ""},
	{"SCO-DEF-06", "/root/nodes/1/nodes/0/scale/to", `"to": "1.5"`, `"to": "-1.0"`, ""},
	{"SCO-DEF-06", "/root/nodes/1/nodes/0/scale/from", `"from": "-1", `, ``, ""},
	{"SCO-DEF-06", "/root/nodes/1/nodes/1/scale/rows/1/value", `{"value": "1", "points": "3"}`, `{"value": "0.0", "points": "3"}`, ""},
	{"SCO-DEF-06", "/root/nodes/2/nodes/1/scale/rows", `"rows": [{"value": "0.5", "points": "10"}]`, `"rows": []`, ""},
	{"SCO-DEF-06", "/root/nodes/1/nodes/2/scale/min", `"min": "0.5"`, `"min": "2.5"`, ""},
	{"SCO-DEF-07", "/root/nodes/1/nodes/2", `, "scale": {"kind": "given", "min": "0.5"}`, ``, `"q3"`},
	{"SCO-DEF-07", "/root/nodes/2", `"compose": "mean",`, `"compose": "mean", "num": "received",`, `{
    "id": "R"`},
	{"SCO-DEF-07", "/root/nodes/2/nodes/0/compose", `"weight": "1",`, `"weight": "1", "compose": "sum",`, ""},
	{"SCO-DEF-07", "/root/nodes/0/nodes/0/relation", `      "relation": "subset",
`, ``, `{
      "id": "p1"`},
	{"SCO-DEF-08", "/root/nodes/0/nodes/2/zero", `      "relation": "crossSource",
      "zero": {"rule": "redistribute", "to": ["p1", "p2"]}`, `      "relation": "crossSource"`, `{
      "id": "p3"`},
	{"SCO-DEF-08", "/root/nodes/0/nodes/1/zero/then", `,
       "then": "zero"`, ``, `"zero": {
       "rule": "fallback"`},
	{"SCO-DEF-08", "/root/nodes/0/nodes/1/zero/then", `"then": "zero"`, `"then": "fallback"`, ""},
	{"SCO-DEF-08", "/root/nodes/0/nodes/1/zero/divide/0/by", `"by": 1}`, `"by": 0}`, ""},
	{"SCO-DEF-08", "/root/nodes/0/nodes/1/zero/divide", `[{"period": "year", "by": 1}, {"period": "month", "by": 12}]`, `[]`, ""},
	{"SCO-DEF-08", "/root/nodes/0/nodes/2/zero/to/1", `"to": ["p1", "p2"]`, `"to": ["p1", "P"]`, ""},
	{"SCO-DEF-08", "/root/nodes/0/nodes/2/zero/to", `"to": ["p1", "p2"]`, `"to": []`, ""},
	{"SCO-DEF-08", "/root/nodes/0/nodes/0/zero/to", `"zero": {"rule": "null", `, `"zero": {"rule": "null", "to": ["p2"], `, ""},
	{"SCO-DEF-09", "/bands/1/from", `"from": "20"`, `"from": "30"`, ""},
	{"SCO-DEF-09", "/bands/1/from", `"from": "20"`, `"from": "20.001"`, ""},
	{"SCO-DEF-10", "/views/0/groups/1/of/1", `["R", "S"]`, `["R", "T"]`, ""},
	{"SCO-DEF-10", "/views/0/groups/1/of/2", `["R", "S"]`, `["R", "S", "q3"]`, ""},
	{"SCO-DEF-10", "/views/0/groups", `"max": "20", "of": ["R", "S"]`, `"max": "10", "of": ["R"]`, `"groups": [`},
	{"SCO-DEF-10", "/views/0/groups/0/max", `"max": "20", "of": ["P", "Q"]`, `"max": "22", "of": ["P", "Q"]`, ""},

	// measures, numbers, circles
	{"SCO-DEF-11", "/measures/0/table", `"table": "dossier",
   "count": "rows",
   "scope": "period",
   "anchor": "received",
   "sources"`, `"table": "dossiers",
   "count": "rows",
   "scope": "period",
   "anchor": "received",
   "sources"`, ""},
	{"SCO-DEF-11", "/measures/4/column", `"column": "synced"`, `"column": "synched"`, ""},
	{"SCO-DEF-11", "/measures/4/column", `"column": "synced"`, `"column": "unit"`, ""}, // not a number
	{"SCO-DEF-11", "/measures/0/column", `"sources": ["LAW"]
  },`, `"sources": ["LAW"], "column": "unit"
  },`, ""},
	{"SCO-DEF-11", "/measures/4/anchor", `"column": "synced",
   "scope": "period",
   "anchor": "date"`, `"column": "synced",
   "scope": "period",
   "anchor": "unit"`, `"anchor": "unit"`},
	{"SCO-DEF-11", "/measures/2/anchor", `"scope": "cut",`, `"scope": "cut", "anchor": "unit",`, ""},
	{"SCO-DEF-11", "/measures/0/except", `"sources": ["LAW"]
  },`, `"sources": ["LAW"], "except": {"flag": "feeDue"}
  },`, ""},
	{"SCO-DEF-13", "/decimals", `"decimals": 2,`, `"decimals": 7,`, ""},
	{"SCO-DEF-13", "/root/nodes/2/nodes/1/weight", `"weight": "3"`, `"weight": "0"`, ""},
	{"SCO-DEF-13", "/root/nodes/3/nodes", `"weight": "0.25"`, `"weight": "0.2500001"`, `"nodes": [
     {"id": "s1"`},
	{"SCO-DEF-13", "/root/nodes/1/nodes/0/scale/to", `"to": "1.5"`, `"to": "1.5000000001"`, ""},
	{"SCO-DEF-14", "/root/nodes/0/nodes/0/factor", `"factor": "p2"`, `"factor": "p1"`, ""},
	{"SCO-DEF-14", "/root/nodes/0/nodes/0/factor", `      "relation": "crossSource",
      "zero": {
`, `      "relation": "crossSource", "factor": "p3",
      "zero": {
`, `"factor": "p2"`},
	{"VOC-PRE-01", "/measures/2/where", `"where": {"flag": "service"}`, `"where": {"flag": "service", "present": "unit"}`, ""},
	{"VOC-PRE-04", "/measures/3/except/flag", `{"flag": "late"}`, `{"flag": "event"}`, ""},
	{"VOC-PRE-05", "/measures/1/where/all/1/equals/value", `"value": "2"`, `"value": 2`, ""},
}

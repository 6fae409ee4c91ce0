package sample_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
)

// walk answers the questions of a procedure as they are asked, and tells what was asked
// and what is needed at the end.
func walk(t *testing.T, code motcua.ProcedureCode, s catalog.Situation, say map[string]motcua.Scalar) string {
	t.Helper()
	p := at(t, code, "2026-03-02", "")
	s.Answers = map[string]motcua.Scalar{}
	var b strings.Builder
	for range len(p.Questions) + 1 {
		list, err := p.Checklist(s)
		if err != nil {
			t.Fatal(err)
		}
		if list.Next != nil {
			fmt.Fprintf(&b, "? %s %v\n", list.Next.ID, say[list.Next.ID])
			s.Answers[list.Next.ID] = say[list.Next.ID]
			continue
		}
		fmt.Fprintln(&b, strings.TrimSpace("= "+list.Case))
		for _, i := range list.Items {
			if i.Need != catalog.NeedNot {
				fmt.Fprintln(&b, strings.TrimSpace(fmt.Sprintf("%v %s %s", i.Need, i.Paper.Name.En, i.By)))
			}
		}
		break
	}
	return b.String()
}

// walks are four people's: an aunt is no close relative, so her authorisation is
// certified; a signed notice of birth, the population database and an extract at hand
// replace papers; nobody is asked for what does not concern them.
var walks = map[string]struct {
	code motcua.ProcedureCode
	s    catalog.Situation
	say  map[string]motcua.Scalar
	want string
}{
	"a birth at home, witnessed, declared by an aunt": {
		code: "1.001193",
		say: answers("abandoned", false, "certificate", false, "witness", true, "surrogacy", false,
			"authorised", true, "relative", false),
		want: `? abandoned false
? certificate false
? witness true
? authorised true
? relative false
? surrogacy false
= ordinary
required Declaration of birth
required Statement of a witness
required Certified authorisation
replaced Passport, identity card or another valid paper of identity population
replaced Proof of residence population
`,
	},
	"a birth in hospital, with a digital notice": {
		code: "1.001193",
		say:  answers("abandoned", false, "certificate", true, "digitalCertificate", true, "surrogacy", false, "authorised", false),
		want: `? abandoned false
? certificate true
? authorised false
? digitalCertificate true
? surrogacy false
= ordinary
required Declaration of birth
replaced Birth notice health
replaced Passport, identity card or another valid paper of identity population
replaced Proof of residence population
`,
	},
	"a marriage after the death of the husband, with the extract at hand": {
		code: "1.000894",
		s:    catalog.Situation{Results: []motcua.ResultCode{"KQ.G15.000034"}},
		say:  answers("elsewhere", true, "marriedBefore", true, "ended", "death"),
		want: `? marriedBefore true
? ended "death"
? elsewhere true
=
required Declaration of marriage
replaced Passport, identity card or another valid paper of identity population
replaced Certificate of marital status civilStatus
replaced Extract of the death of the spouse KQ.G15.000034
replaced Proof of residence population
`,
	},
	"a minor who moves into a rented room": {
		code: "1.004222",
		say:  answers("dwelling", "rented", "minor", true, "abroad", false),
		want: `? dwelling "rented"
? abroad false
? minor true
= rented
required Declaration of a change of residence
required Contract of lease or loan
required Confirmation of the floor area
required Consent of a parent or guardian
`,
	},
}

func TestWalks(t *testing.T) {
	for name, row := range walks {
		if diff := cmp.Diff(row.want, walk(t, row.code, row.s, row.say)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

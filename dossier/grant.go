package dossier

import (
	"cmp"
	"errors"
	"maps"
	"reflect"
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/catalog"
	"github.com/motcua/motcua/dossier/workday"
	"github.com/motcua/motcua/internal/strict"
	"github.com/motcua/motcua/payment"
)

// Grant is what the law gives a dossier when it is filed, frozen: the limit, the times
// to answer and to supplement, the papers of its case. What is amended afterwards does
// not touch it.
type Grant struct {
	Limit       *workday.Limit `json:"limit,omitempty"`   // the statutory limit; absent: the procedure states none
	Answer      string         `json:"answer,omitempty"`  // id of the time to answer the filing; absent: none
	Profile     string         `json:"profile,omitempty"` // id of the way of counting; absent: the default
	Supplements int            `json:"supplements"`       // requests for supplements that may be made
	Own         []OwnTerm      `json:"own,omitempty"`     // the applicant's terms
	Payment     payment.Moment `json:"payment,omitzero"`  // when it is paid for; absent: on notice
	Papers      []Required     `json:"papers,omitempty"`  // the papers of its case
	Source      motcua.Source  `json:"source,omitzero"`   // the version of the procedure
}

// Required is a paper that the case of a dossier needs.
type Required struct {
	Code  string `json:"code,omitempty"`  // of the component
	Name  string `json:"name"`            // of the component
	OneOf string `json:"oneOf,omitempty"` // group of papers of which one is enough
}

// GrantOf is what a procedure grants a filing: the limit of its channel, option and
// case, the papers of its case that are shown to be needed, and what the rules say of
// the procedure, nil for [StandardLifeRules]. The faults point into the filing: a
// procedure, channel, option, case or answer that is not there; those of the case and the
// answers are of [catalog.Procedure.Checklist].
func GrantOf(p *catalog.Procedure, f *Filing, rules *LifeRules) (Grant, motcua.Faults) {
	if rules == nil {
		rules = shippedLifeRules()
	}
	row := rules.of(p.Code)
	grant := Grant{Supplements: row.Supplements, Own: row.Own, Payment: row.Payment, Answer: rules.answer(f.Channel), Source: p.Source}
	var faults motcua.Faults
	if f.Procedure.National() != p.Code.National() {
		fault(&faults, codeFiling, "/procedure", "thủ tục %q không phải thủ tục được nộp", "the procedure is %q", string(p.Code))
	}
	papers, err := p.Checklist(situationOf(f))
	if err != nil {
		var cannot motcua.Faults
		errors.As(err, &cannot)
		faults = append(faults, strict.Unquoted(cannot)...)
	}
	switch option, lacks := optionOf(p, f, cmp.Or(f.Case, papers.Case)); {
	case lacks != "":
		fault(&faults, codeFiling, lacks, "thủ tục không có kênh hoặc lựa chọn này, hoặc có nhiều thời hạn: phải nêu rõ", "the procedure has no such channel or option, or several times: say which")
	case option != nil:
		grant.Limit = option.Limit
	}
	faults.Sort()
	if err != nil {
		return grant, faults
	}
	for _, item := range papers.Items {
		if item.Need == catalog.NeedRequired {
			grant.Papers = append(grant.Papers, Required{Code: item.Paper.Code, Name: item.Paper.Name.Vi, OneOf: item.OneOf})
		}
	}
	return grant, faults
}

func situationOf(f *Filing) catalog.Situation {
	answers := map[string]motcua.Scalar{}
	maps.Copy(answers, f.Answers)
	answers["channel"] = motcua.TextScalar(f.Channel.String())
	return catalog.Situation{Case: f.Case, Answers: answers}
}

// optionOf is the time option of a filing: the one it names, or the one its channel has
// for its case; nil where the procedure states none. If there is no such channel or
// option, or several give different times, it says where the filing is wrong.
func optionOf(p *catalog.Procedure, f *Filing, of string) (option *catalog.TimeOption, lacks string) {
	at := slices.IndexFunc(p.Channels, func(offer catalog.Offer) bool { return offer.Channel == f.Channel })
	if at < 0 && len(p.Channels) > 0 {
		return nil, "/channel"
	}
	for i := 0; at >= 0 && i < len(p.Channels[at].Times); i++ {
		t := &p.Channels[at].Times[i]
		switch {
		case f.Option != "" && t.ID == f.Option:
			return t, ""
		case f.Option != "" || of != "" && len(t.Cases) > 0 && !slices.Contains(t.Cases, of):
		case option == nil:
			option = t
		case !reflect.DeepEqual(option.Limit, t.Limit):
			return nil, "/option"
		}
	}
	if f.Option != "" {
		return nil, "/option"
	}
	return option, ""
}

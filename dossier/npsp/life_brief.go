package npsp

import "github.com/motcua/motcua/dossier"

// BriefsOf is what computing needs of the messages of a dossier, without writing them:
// the [Brief] of the dossier and those of its steps. It is what [ReadBrief] reads of what
// [MessagesOf] writes. The error is a *DraftError.
func BriefsOf(d *dossier.Dossier, terms *dossier.Terms) ([]Brief, error) {
	l, err := lifeOf(d, terms)
	if err != nil {
		return nil, err
	}
	briefs := make([]Brief, 1, 1+len(d.Events))
	code := []byte(d.Filing.Code)
	briefs[0] = l.brief(code)
	for i := range d.Events {
		if l.told(i) {
			b := absentBrief(KindProgress)
			b.Dossier, b.State, b.At = code, Code(l.codes[i]), MomentOf(d.Events[i].At)
			briefs = append(briefs, b)
		}
	}
	return briefs, nil
}

// brief is that of the dossier.
func (l *life) brief(code []byte) Brief {
	d, f := l.d, l.d.Filing
	b := absentBrief(KindDossier)
	b.Dossier, b.Procedure, b.Field = code, []byte(national(f.Procedure)), []byte(f.Field)
	if f.Channel != 0 {
		b.Channel = Code(f.Channel)
	}
	b.Place, b.Payment, b.State = 2, Code(l.gateway()), Code(l.state)
	if f.National {
		b.Place = 1
	}
	b.Digitised, b.Verified = codeOfFlag(l.digitised()), codeOfFlag(f.Applicant.Verified)
	b.Filed, b.Received, b.Due = MomentOf(d.Filed), MomentOf(d.Received), MomentOf(l.due)
	b.Finished, b.Returned, b.Refused = MomentOf(l.finished()), MomentOf(d.Returned), MomentOf(d.Refused)
	for _, fee := range l.fees() {
		if payable(fee) {
			b.FeeLines++
			b.FeesAboveZero += int32(min(fee.Amount.Minor(), 1))
		}
	}
	for i := range l.results() {
		b.Results++
		if file := d.Results[i].File; file != nil && file.URL != "" {
			b.ResultsLinked++
		}
	}
	for _, code := range f.Databases {
		b.Databases |= databaseBit(codeOf(code))
	}
	for i := range d.Papers {
		if p := &d.Papers[i]; !p.Deleted {
			b.Components[componentBits(codeOfFlag(p.Digitised), Code(p.Reused), codeOfFlag(p.Stored))]++
		}
	}
	for i := range d.Requests {
		r, a := &d.Requests[i], &l.asked[i]
		b.Supplements = append(b.Supplements, Supplement{ID: r.ID, Asked: MomentOf(r.Asked), Answered: MomentOf(r.Answered), Before: MomentOf(a.before), Due: MomentOf(a.due)})
	}
	return b
}

func codeOfFlag(is bool) Code {
	if is {
		return 1
	}
	return 0
}

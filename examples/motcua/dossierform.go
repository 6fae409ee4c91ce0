package main

import (
	"bytes"
	"errors"
	"strings"

	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/dossier/forms"
)

var dossierFormCommand = command{
	name:  "dossier form",
	args:  "ID FILE [--out FILE.html]",
	short: "fill in a form of the one-window service: receipt, refusal, apology and others",
	long: `
Fills in a form for a dossier, as it was known when that happened which the form
reports, and prints it as one page of HTML that needs nothing from anywhere. With
--format json it is the form as a document (motcua schema show form).

  motcua dossier form receipt dossier.json --personal --out receipt.html
  motcua dossier form register events.jsonl --out register.html

  receipt     01  giấy tiếp nhận hồ sơ và hẹn trả kết quả
  supplement  02  phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
  refusal     03  phiếu từ chối tiếp nhận, giải quyết hồ sơ
  apology     04  văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết
  stop        05  thông báo dừng giải quyết hồ sơ
  control     06  phiếu kiểm soát quá trình giải quyết hồ sơ
  register    07  sổ theo dõi hồ sơ, of every dossier of the file

FILE is a history as a document, or events in JSON Lines, gzipped or not; of several
dossiers --dossier picks one. Where a person stands there are dots for the pen, unless
--personal is given. A form that the dossier does not warrant, as the refusal of one
that was received, is an error.`,
	run: runDossierForm,
}

func runDossierForm(s *session) error {
	var h historyFlags
	h.register(s)
	h.registerCode(s)
	personal := s.flags.Bool("personal", false, "print the persons too")
	out := s.flags.String("out", "", "`FILE.html` that is written; the output if absent")
	if err := s.parse(2, 2); err != nil {
		return err
	}
	if s.format == "csv" {
		return usagef("--format csv: a form is a page, or json")
	}
	set, err := h.setting(s)
	if err != nil {
		return err
	}
	form, err := h.form(s, set, *personal)
	if unknown := (*forms.UnknownError)(nil); errors.As(err, &unknown) {
		return usagef("there is no form %q, only %s", unknown.Form, strings.Join(formNames(), ", "))
	}
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if s.format == "json" {
		err = s.encode(&page, form)
	} else {
		err = forms.Standard().Write(&page, &form)
	}
	switch {
	case err != nil:
		return err
	case *out != "":
		return replaceFile(*out, page.Bytes())
	}
	_, err = s.out.Write(page.Bytes())
	return err
}

// form fills in the form that the call names: the register for all dossiers of the file,
// the others for one.
func (h *historyFlags) form(s *session, set *dossier.Setting, personal bool) (forms.Form, error) {
	id, name := s.args[0], s.args[1]
	shown := func(one *telling) *dossier.Dossier {
		if d := one.asOf(set); personal {
			return d
		} else {
			return redacted(d, set)
		}
	}
	with := &forms.Setting{Life: *set}
	if id != forms.Register || h.code != "" {
		one, err := h.one(s, name, set)
		if err != nil {
			return forms.Form{}, err
		}
		return forms.Of(shown(one), id, with)
	}
	list, err := s.histories(name, set, "")
	if err != nil {
		return forms.Form{}, err
	}
	var all []*dossier.Dossier
	for _, one := range list {
		if d := shown(one); d.Filing != nil { // what was not filed by then is in no register
			all = append(all, d)
		}
	}
	return forms.RegisterOf(all, with)
}

// formNames are the ids of the forms.
func formNames() []string {
	var names []string
	for _, row := range forms.Standard().For("") {
		names = append(names, row.ID)
	}
	return names
}

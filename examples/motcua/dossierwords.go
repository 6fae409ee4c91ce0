package main

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/dossier"
)

// The words of dossiers, for people; programs get the names.
var (
	roleWords = map[dossier.Role]motcua.Text{
		dossier.RoleApplicant: {En: "applicant", Vi: "người nộp"}, dossier.RoleCounter: {En: "counter", Vi: "bộ phận một cửa"},
		dossier.RoleHandler: {En: "handler", Vi: "người xử lý"}, dossier.RoleLeader: {En: "leader", Vi: "lãnh đạo"},
		dossier.RoleSystem: {En: "system", Vi: "hệ thống"},
	}
	statusWords = map[dossier.Status]motcua.Text{
		dossier.StatusPending: {En: "not received", Vi: "chưa tiếp nhận"}, dossier.StatusNotStarted: {En: "not started", Vi: "chưa bắt đầu"},
		dossier.StatusRunning: {En: "running", Vi: "đang tính"}, dossier.StatusPaused: {En: "paused", Vi: "tạm dừng"},
		dossier.StatusEnded: {En: "ended", Vi: "đã kết thúc"},
	}
	verdictWords = map[dossier.Verdict]motcua.Text{
		dossier.VerdictEarly: {En: "early", Vi: "trước hạn"}, dossier.VerdictOnTime: {En: "on time", Vi: "đúng hạn"},
		dossier.VerdictLate: {En: "late", Vi: "trễ hạn"}, dossier.VerdictPending: {En: "pending", Vi: "còn hạn"},
		dossier.VerdictOverdue: {En: "overdue", Vi: "quá hạn"}, dossier.VerdictUndecided: {En: "undecided", Vi: "không xác định"},
		dossier.VerdictNotReceived: {En: "not received", Vi: "chưa tiếp nhận"},
	}
	indexWords = map[dossier.IndexReason]motcua.Text{
		dossier.IndexByDue:           {En: "by the appointment", Vi: "theo ngày hẹn trả"},
		dossier.IndexTooManyRequests: {En: "supplements were asked for too often", Vi: "yêu cầu bổ sung quá số lần"},
		dossier.IndexUnanswered:      {En: "a request for supplements has no answer", Vi: "yêu cầu bổ sung chưa được trả lời"},
		dossier.IndexNoDue:           {En: "there is no appointment", Vi: "không có ngày hẹn trả"},
		dossier.IndexNotReceived:     {En: "it was not received", Vi: "chưa được tiếp nhận"},
	}

	textLater        = motcua.Text{En: "%s: what happened after %s is left out, events: %d", Vi: "%s: không xét những gì sau %s, số sự kiện: %d"}
	textNoDossier    = motcua.Text{En: "%s: no dossier", Vi: "%s: không có hồ sơ"}
	textOtherDossier = motcua.Text{En: "%s: there is no dossier %s", Vi: "%s: không có hồ sơ %s"}
	textAfter        = motcua.Text{
		En: "more follows on line %d after the document of a dossier: a file holds one document, or one event on each line; nothing was read",
		Vi: "sau tài liệu của một hồ sơ còn nội dung ở dòng %d: một tệp chứa một tài liệu, hoặc mỗi dòng một sự kiện; không đọc gì",
	}
	textStands = motcua.Text{En: "%s on %s, version %d: %s\n", Vi: "%s lúc %s, phiên bản %d: %s\n"}

	textAppointment = motcua.Text{En: "Due", Vi: "Hẹn trả"}
	textStatutory   = motcua.Text{En: "Limit ends", Vi: "Hết thời hạn"}
	textClock       = motcua.Text{En: "Clock", Vi: "Thời hạn"}
	textCitizen     = motcua.Text{En: "Citizen", Vi: "Người dân"}
	textIndex       = motcua.Text{En: "Index 766", Vi: "Bộ chỉ số 766"}
	textEnded       = motcua.Text{En: "ended %s", Vi: "kết thúc %s"}
	textCounted     = motcua.Text{En: "counted to %s", Vi: "tính đến %s"}
	textHeldTo      = motcua.Text{En: "held to %s", Vi: "so với %s"}
	textAtDue       = motcua.Text{En: "had it when it was due", Vi: "đang giữ khi đến hẹn"}
	textBeyond      = motcua.Text{En: "%s over", Vi: "quá %s"}
	textWhoHadIt    = motcua.Text{En: "Who had it", Vi: "Ai đã giữ hồ sơ"}
	textHappened    = motcua.Text{En: "What happened", Vi: "Diễn biến"}
)

// term is a name for programs and words for people.
func (s *session) term(name string, words motcua.Text) string {
	if s.format == "csv" || words.IsZero() {
		return name
	}
	return s.text(words)
}

func (s *session) role(r dossier.Role) string { return s.term(r.String(), roleWords[r]) }

func (s *session) state(x dossier.State) string { return s.term(x.String(), x.Title()) }

func (s *session) verdict(v dossier.Verdict) string { return s.term(v.String(), verdictWords[v]) }

// moment writes an instant in a table; nothing for none.
func (s *session) moment(t time.Time) string {
	switch {
	case t.IsZero():
		return nothing
	case s.format == "csv":
		return stamp(t)
	}
	return t.In(motcua.Vietnam()).Format("2006-01-02 15:04")
}

// until writes the end of a time in a table: midnight is that of the day before.
func (s *session) until(t time.Time) string {
	if s.format == "csv" || t.IsZero() || t.In(motcua.Vietnam()).Format(time.TimeOnly) != "00:00:00" {
		return s.moment(t)
	}
	return t.In(motcua.Vietnam()).AddDate(0, 0, -1).Format("2006-01-02") + " 24:00"
}

// length writes minutes in a table, below zero with a sign.
func (s *session) length(minutes int64) string {
	if s.format == "csv" {
		return whole(minutes)
	}
	if minutes < 0 {
		return "−" + s.text(lengthWords(time.Duration(-minutes)*time.Minute))
	}
	return s.text(lengthWords(time.Duration(minutes) * time.Minute))
}

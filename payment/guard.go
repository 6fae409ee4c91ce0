package payment

import (
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// guard is a condition of a command.
type guard uint8

const (
	guardNext       guard = iota + 1 // the attempt has the next reference
	guardIdle                        // no attempt is under way
	guardFits                        // the attempt asks for no more than is to be paid, or paid back
	guardInTime                      // the order may still be paid, or something is to be paid back
	guardPastDue                     // it may not any more
	guardUnpaid                      // less was taken than is due, and it did not expire before
	guardKnown                       // the reference is that of an attempt
	guardTooLong                     // the attempt is under way, and its time has passed
	guardNothing                     // no money came
	guardWaivable                    // no more is waived than is to be paid and is not supported
	guardSupported                   // no more is supported than is due, and was taken and stays
	guardFreshID                     // the id was not used
	guardAvailable                   // what the sender takes to be available is
	guardCovered                     // no more goes back than is available and was not supported
	guardOfSum                       // no more is contested than the sum has left
	guardOpenRefund                  // the refund is under way
	guardOpenClaim                   // the dispute is under way
	guardEnded                       // it succeeded or failed
	guardLeaves                      // the correction covers what the bank gave back, and what is under way
)

var guards = enum.New[guard]("guard", "next", "idle", "fits", "inTime", "pastDue", "unpaid", "known", "tooLong", "nothing", "waivable", "supported",
	"freshID", "available", "covered", "ofSum", "openRefund", "openDispute", "ended", "leaves")

// String names the value; it never fails.
func (g guard) String() string { return guards.String(g) }

// judge holds what guards look at: the order before the command.
type judge struct {
	o   *Order
	c   *Command
	now time.Time
}

// guardRow says what must hold and asks whether it does.
type guardRow struct {
	guard guard
	text  motcua.Text
	holds func(judge) bool
}

// guardRows are in the order of the guards.
var guardRows = [...]guardRow{
	{guardNext, motcua.Text{Vi: "mã tham chiếu là của lần thanh toán kế tiếp", En: "the reference is that of the next attempt"}, func(j judge) bool {
		return j.c.Attempt.Reference == Reference(j.o.ID(), len(j.o.Tries)+1)
	}},
	{guardIdle, motcua.Text{Vi: "không có lần thanh toán nào đang chờ", En: "no attempt is under way"}, func(j judge) bool { return !j.o.running() }},
	{guardFits, motcua.Text{Vi: "số tiền đúng đồng tiền của khoản thu, không quá số còn phải nộp hoặc nộp lại", En: "no more is asked for than is to be paid, or paid back, in the currency of the order"}, func(j judge) bool {
		if j.pastDue() && j.o.Owed.minor > 0 {
			return within(j.c.Attempt.Amount, j.o.Owed)
		}
		return within(j.c.Attempt.Amount, j.o.Rest())
	}},
	{guardInTime, motcua.Text{Vi: "còn hạn nộp, hoặc có khoản phải nộp lại", En: "the order may still be paid, or something is to be paid back"}, func(j judge) bool { return !j.pastDue() || j.o.Owed.minor > 0 }},
	{guardPastDue, motcua.Text{Vi: "đã quá hạn nộp", En: "the order may no longer be paid"}, judge.pastDue},
	{guardUnpaid, motcua.Text{Vi: "chưa thu đủ, chưa hết hạn", En: "less was taken than is due, and it did not expire before"}, func(j judge) bool { return j.o.Taken.minor < j.o.Due.minor && !j.o.expired }},
	{guardKnown, motcua.Text{Vi: "mã tham chiếu của một lần thanh toán", En: "the reference is that of an attempt"}, func(j judge) bool { return j.o.try(j.reference()) != nil }},
	{guardTooLong, motcua.Text{Vi: "lần thanh toán đang chờ đã quá thời gian", En: "the attempt is under way and its time has passed"}, func(j judge) bool {
		t := j.o.try(j.c.Reference)
		return t != nil && t.running() && !t.Expires.IsZero() && !j.now.Before(t.Expires)
	}},
	{guardNothing, motcua.Text{Vi: "chưa nhận khoản tiền nào", En: "no money came"}, func(j judge) bool { return j.o.Taken.minor == 0 && !j.o.suspense() }},
	{guardWaivable, motcua.Text{Vi: "không miễn quá số phải nộp mà chưa được hỗ trợ", En: "no more is waived than is to be paid and is not supported"}, func(j judge) bool {
		return within(j.c.Relief.Amount, j.o.Due.less(reliefs(j.o.Supports)))
	}},
	{guardSupported, motcua.Text{Vi: "không hỗ trợ quá số phải nộp và số đã thu", En: "no more is supported than is due, and was taken and stays"}, func(j judge) bool {
		stays := j.o.Available()
		stays.minor = min(stays.minor, j.o.Due.minor)
		return within(j.c.Relief.Amount, stays.less(reliefs(j.o.Supports)))
	}},
	{guardFreshID, motcua.Text{Vi: "mã chưa dùng", En: "the id was not used"}, func(j judge) bool { return j.fresh() }},
	{guardAvailable, motcua.Text{Vi: "đúng số có thể hoàn trả", En: "what the sender takes to be available is"}, func(j judge) bool { return j.c.Refund.Available == j.o.Available() }},
	{guardCovered, motcua.Text{Vi: "không hoàn trả quá số có thể, đúng đồng tiền của khoản thu và trừ số đã được hỗ trợ", En: "no more goes back than is available and was not supported, in the currency of the order"}, func(j judge) bool {
		return within(j.c.Refund.Amount, j.o.Available().less(reliefs(j.o.Supports)))
	}},
	{guardOfSum, motcua.Text{Vi: "có khoản này và không tra soát quá phần còn lại của nó", En: "there is such a sum, and no more of it is contested than it has left"}, judge.ofSum},
	{guardOpenRefund, motcua.Text{Vi: "khoản hoàn trả đang chờ", En: "the refund is under way"}, func(j judge) bool { return pending(j.o.Refunds, j.c.Settlement.ID) }},
	{guardOpenClaim, motcua.Text{Vi: "tra soát đang chờ", En: "the dispute is under way"}, func(j judge) bool { return pending(j.o.Disputes, j.c.Settlement.ID) }},
	{guardEnded, motcua.Text{Vi: "thành công hoặc không", En: "it succeeded or failed"}, func(j judge) bool {
		return j.c.Settlement.Outcome == OutcomeSucceeded || j.c.Settlement.Outcome == OutcomeFailed
	}},
	{guardLeaves, motcua.Text{Vi: "bằng 0 hoặc đủ cho khoản ngân hàng đã trả; khi có khoản đang trả hoặc đang tra soát thì đủ cho cả khoản đó, khoản đã trả và đã hỗ trợ", En: "it is 0 or covers what the bank gave back of the sum; and while something is on its way or contested, that, what went back and what was supported"}, judge.leaves},
}

func (j judge) pastDue() bool {
	return j.o.Opening != nil && !j.o.Opening.Due.IsZero() && !j.now.Before(j.o.Opening.Due)
}

// reference is that of the attempt the command is about.
func (j judge) reference() string {
	switch {
	case j.c.Claim != nil:
		return j.c.Claim.Reference
	case j.c.Correction != nil:
		return j.c.Correction.Reference
	}
	return j.c.Reference
}

// fresh reports whether a refund or a dispute has an id of its own.
func (j judge) fresh() bool {
	if j.c.Refund != nil {
		return find(j.o.Refunds, j.c.Refund.ID) == nil
	}
	return find(j.o.Disputes, j.c.Dispute.ID) == nil
}

func pending(list []Return, id string) bool {
	r := find(list, id)
	return r != nil && r.Outcome == OutcomePending
}

// ofSum asks what of the sum is not lost, and what of the order is not spoken for.
func (j judge) ofSum() bool {
	s := j.o.sum(j.c.Dispute.Transaction)
	if s == nil || !within(j.c.Dispute.Amount, j.o.Available()) {
		return false
	}
	left := s.Amount.less(s.Lost)
	for _, d := range j.o.Disputes {
		if d.Transaction == s.Transaction && d.Outcome == OutcomePending {
			left = left.less(d.Amount)
		}
	}
	return within(j.c.Dispute.Amount, left)
}

// leaves asks whether a sum that came was at least what the bank gave back of it, and
// whether the order as it would be corrected holds what is still under way. What went back
// before is no reason to keep a figure that is not so: the payer then owes the difference.
func (j judge) leaves() bool {
	c := j.c.Correction
	if c.Amount.currency != j.o.Due.currency || c.Amount.minor < 0 {
		return false
	}
	then := *j.o
	then.facts = append(then.facts[:len(then.facts):len(then.facts)], ruling{*c, j.now})
	then.reckon()
	if s := then.sum(c.Transaction); s != nil && s.Amount.minor > 0 && s.Amount.minor < s.Lost.minor {
		return false
	}
	way := then.Refunding.plus(then.Contested)
	return way.minor == 0 || then.Taken.minor >= way.plus(then.Refunded).plus(reliefs(then.Supports)).minor
}

// within reports whether an amount is more than 0, and no more than another.
func within(m, most Money) bool {
	return m.currency == most.currency && m.minor > 0 && m.minor <= most.minor
}

// reliefs add up.
func reliefs(list []Relief) (sum Money) {
	for _, r := range list {
		sum = sum.plus(r.Amount)
	}
	return sum
}

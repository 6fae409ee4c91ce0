package payment

import (
	"slices"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/internal/enum"
)

// condition is something that is so of an order, and by which its state is told.
type condition uint8

const (
	isNew        condition = iota + 1 // it is not opened
	isCancelled                       // it was cancelled
	isExpired                         // it expired
	isShort                           // less was taken than is due
	isOwing                           // money is with us that is not ours, or not known to be
	isSuspense                        // a sum came that nothing explains
	isDisputed                        // a sum is contested
	isRefunding                       // money is on its way back
	isOwed                            // more went back than was taken
	isExcess                          // more was taken than is due and went back
	isReturned                        // money went back
	isEmpty                           // nothing of what was taken is left
	isNothingDue                      // nothing is to be paid
	isCovered                         // all that is due was taken
	isPart                            // some was taken
	isLost                            // the bank gave a sum back
	isRunning                         // an attempt is under way
	isTried                           // there was an attempt
)

var conditions = enum.New[condition]("condition", "new", "cancelled", "expired", "short", "owing", "suspense", "disputed", "refunding", "owed", "excess",
	"returned", "empty", "nothingDue", "covered", "part", "lost", "running", "tried")

// String names the value; it never fails.
func (c condition) String() string { return conditions.String(c) }

// conditionRow says what is so and asks whether it is.
type conditionRow struct {
	is    condition
	text  motcua.Text
	holds func(*Order) bool
}

// conditionRows are in the order of the conditions.
var conditionRows = [...]conditionRow{
	{isNew, motcua.Text{Vi: "chưa lập", En: "it is not opened"}, func(o *Order) bool { return o.Opening == nil }},
	{isCancelled, motcua.Text{Vi: "đã hủy", En: "it was cancelled"}, func(o *Order) bool { return o.cancelled }},
	{isExpired, motcua.Text{Vi: "đã hết hạn", En: "it expired"}, func(o *Order) bool { return o.expired }},
	{isShort, motcua.Text{Vi: "chưa thu đủ", En: "less was taken than is due"}, func(o *Order) bool { return o.Taken.minor < o.Due.minor }},
	{isOwing, motcua.Text{Vi: "đang giữ tiền phải trả hoặc phải làm rõ", En: "money is held that is owed or not explained"}, (*Order).owing},
	{isSuspense, motcua.Text{Vi: "có khoản tiền chưa rõ", En: "a sum came that nothing explains"}, (*Order).suspense},
	{isDisputed, motcua.Text{Vi: "có khoản đang tra soát", En: "a sum is contested"}, func(o *Order) bool { return o.Contested.minor > 0 }},
	{isRefunding, motcua.Text{Vi: "đang hoàn trả", En: "money is on its way back"}, func(o *Order) bool { return o.Refunding.minor > 0 }},
	{isOwed, motcua.Text{Vi: "đã trả lại nhiều hơn số đã thu", En: "more went back than was taken"}, func(o *Order) bool { return o.Owed.minor > 0 }},
	{isExcess, motcua.Text{Vi: "có khoản thừa", En: "more was taken than is due"}, func(o *Order) bool { return o.Excess.minor > 0 }},
	{isReturned, motcua.Text{Vi: "đã hoàn trả", En: "money went back"}, func(o *Order) bool { return o.Refunded.minor > 0 }},
	{isEmpty, motcua.Text{Vi: "không còn tiền đã thu", En: "nothing that was taken is left"}, func(o *Order) bool { return o.Taken.minor <= o.Refunded.minor }},
	{isNothingDue, motcua.Text{Vi: "không còn phải nộp", En: "nothing is to be paid"}, func(o *Order) bool { return o.Due.minor == 0 }},
	{isCovered, motcua.Text{Vi: "đã thu đủ", En: "all that is due was taken"}, func(o *Order) bool { return o.Taken.minor >= o.Due.minor }},
	{isPart, motcua.Text{Vi: "đã thu một phần", En: "some was taken"}, func(o *Order) bool { return o.Taken.minor > 0 }},
	{isLost, motcua.Text{Vi: "ngân hàng đã trả tiền cho người nộp", En: "the bank gave a sum back"}, func(o *Order) bool { return o.lost }},
	{isRunning, motcua.Text{Vi: "đang có lần thanh toán", En: "an attempt is under way"}, (*Order).running},
	{isTried, motcua.Text{Vi: "đã có lần thanh toán", En: "there was an attempt"}, func(o *Order) bool { return len(o.Tries) > 0 }},
}

// all reports whether all conditions hold.
func all(list []condition, o *Order) bool {
	for _, c := range list {
		if !conditionRows[c-1].holds(o) {
			return false
		}
	}
	return true
}

func (o *Order) suspense() bool {
	return slices.ContainsFunc(o.Sums, func(s Sum) bool { return s.Suspense })
}

func (o *Order) owing() bool {
	return o.Excess.minor > 0 || o.Refunding.minor > 0 || o.Contested.minor > 0 || o.suspense()
}

func (o *Order) running() bool {
	return slices.ContainsFunc(o.Tries, func(t Try) bool { return t.running() })
}

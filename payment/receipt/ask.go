package receipt

import (
	"slices"
	"strconv"
	"time"

	"github.com/motcua/motcua"
	"github.com/motcua/motcua/payment"
)

// Ask is what receipts are asked for: an order, its lines, and what was taken for them.
type Ask struct {
	Unit      motcua.UnitCode // that collected
	Order     string          // id of the order
	Dossier   string          // code of the dossier, if there is one
	Lines     []payment.Line  // all charges of the order, in one currency
	Payer     payment.Payer   // who paid
	Method    payment.Method  // how; may be left out
	Taken     payment.Money   // what was taken in all and is not going back
	At        time.Time       // when the receipts are issued
	Collector string          // who took the money; may be left out
}

// Of asks for the receipts of an order: Taken is what was taken and is neither back nor on
// its way back nor contested. The error is a *NotPaidError for an order that is not paid
// in full, or was waived in part: there the lines say more than was taken, and the caller
// states an Ask with lines that say what the waiver left. Of an order that was paid by
// several methods none is said.
func Of(o *payment.Order, at time.Time) (Ask, error) {
	if o.Opening == nil {
		return Ask{}, &NotPaidError{}
	}
	ask := Ask{
		Unit: o.Opening.Unit, Order: o.Opening.ID, Dossier: o.Opening.Dossier, Lines: o.Opening.Lines, Payer: o.Opening.Payer,
		Taken: o.Available(), At: at,
	}
	ask.Method = methodOf(o)
	if err := ask.paid(); err != nil {
		return Ask{}, err
	}
	if p := o.Status().Public; p != payment.PublicPaid && p != payment.PublicWaived {
		due, _ := totalOf(ask.Lines) // it was added up above
		return Ask{}, &NotPaidError{Order: ask.Order, Due: due, Taken: ask.Taken}
	}
	return ask, nil
}

// methodOf is the method by which all that was taken came; none where there are several,
// for a receipt has room for one.
func methodOf(o *payment.Order) (by payment.Method) {
	for _, s := range o.Sums {
		switch left, err := s.Amount.Cmp(s.Lost); {
		case s.Suspense || err != nil || left <= 0: // nothing of it was taken
		case by != 0 && by != s.Method:
			return 0
		default:
			by = s.Method
		}
	}
	return by
}

// Check finds all that is wrong with an Ask, sorted, but for what was taken.
func (a *Ask) Check() motcua.Faults {
	var faults motcua.Faults
	if a.Unit == "" {
		unsaid(&faults, "/unit")
	}
	if !orderID(a.Order) {
		fault(&faults, codeUnsaid, "/order", "thiếu mã khoản thu", "the id of the order is missing")
	}
	if a.At.IsZero() {
		unsaid(&faults, "/at")
	}
	if _, err := a.Method.MarshalText(); a.Method != 0 && err != nil {
		unsaid(&faults, "/method")
	}
	if len(a.Lines) == 0 {
		unsaid(&faults, "/lines")
	}
	for i := range a.Lines {
		faults = append(faults, a.Lines[i].Check().At(motcua.Pointer("lines", strconv.Itoa(i)))...)
	}
	if _, err := totalOf(a.Lines); err != nil {
		faults.Add(codeTotal, "/lines", motcua.Text{Vi: "không cộng được thành một khoản", En: "they do not add up to one sum"}, err)
	}
	faults.Sort()
	return faults
}

// paid holds what was taken to the lines. Nothing need be taken for 0.
func (a *Ask) paid() error {
	due, err := totalOf(a.Lines)
	if err != nil {
		return err
	}
	if due.Sign() == 0 {
		return nil
	}
	if less, err := a.Taken.Cmp(due); err != nil || less < 0 {
		return &NotPaidError{Order: a.Order, Due: due, Taken: a.Taken}
	}
	return nil
}

// kinds are the kinds of the lines that have receipts, in their order.
func (a *Ask) kinds() []payment.Kind {
	var list []payment.Kind
	for _, row := range titleRows {
		if slices.ContainsFunc(a.Lines, func(l payment.Line) bool { return l.Kind == row.kind }) {
			list = append(list, row.kind)
		}
	}
	return list
}

// draft is the receipt of a kind, without its series, number and time.
func (a *Ask) draft(k payment.Kind) (Receipt, error) {
	r := Receipt{Name: Name{Unit: a.Unit, Kind: k}, Order: a.Order, Dossier: a.Dossier, Payer: a.Payer, At: a.At, Collector: a.Collector}
	for i := range a.Lines {
		if a.Lines[i].Kind == k {
			r.Lines = append(r.Lines, a.Lines[i])
		}
	}
	var err error
	if r.Total, err = totalOf(r.Lines); err != nil {
		return Receipt{}, err
	}
	if r.Total.Sign() != 0 {
		r.Method = a.Method
	}
	r.Words = r.Total.Words()
	return r, nil
}

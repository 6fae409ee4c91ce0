package house

import (
	"github.com/motcua/motcua/dossier"
	"github.com/motcua/motcua/payment"
)

// FeesOf are the lines of a quote as a filing or a demand states them.
func FeesOf(lines []payment.Line) []dossier.Fee {
	fees := make([]dossier.Fee, len(lines))
	for i, l := range lines {
		fees[i] = dossier.Fee{Code: l.Code, Name: l.Name.Vi, Kind: l.Kind, Amount: l.Amount}
	}
	return fees
}

package simulator

// Habits are what a platform does besides what it should: on how many occasions out of
// a hundred.
type Habits struct {
	Twice      int // says a callback again though it was acknowledged
	Late       int // says it after others that came later
	Lost       int // never says it
	Amount     int // says it with another amount
	Currency   int // says it with another currency
	Unknown    int // says it, or answers a query, with a code that is not documented
	Contradict int // says, or answers, that what succeeded did not
	Pending    int // answers that nothing is known yet
	Busy       int // answers that it is busy
	CutInit    int // opens a payment and breaks the connection before it answers
	CutQuery   int // breaks the connection in the place of an answer
	CutSent    int // breaks off in the middle of a callback
	CutHeard   int // does not hear the answer to a callback
	Replay     int // says a callback of some time ago again, to the letter
	Forge      int // somebody without the secret says that money came
}

// Good are no bad habits at all.
func Good() Habits { return Habits{} }

// Bad are all of them.
func Bad() Habits {
	return Habits{
		Twice: 30, Late: 40, Lost: 20, Amount: 20, Currency: 15, Unknown: 20, Contradict: 30, Pending: 30, Busy: 20,
		CutInit: 15, CutQuery: 20, CutSent: 20, CutHeard: 20, Replay: 30, Forge: 60,
	}
}

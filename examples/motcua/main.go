// Command motcua is the library at the command line. It reads files or standard
// input, gzipped or not, and writes tables for people, JSON Lines or CSV for
// programs. Type motcua help for what it can do.
package main

import (
	"io"
	"os"
	"time"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now))
}

// The exit codes.
const (
	exitOK     = 0
	exitFaults = 1 // the input has faults, or a check failed
	exitUsage  = 2 // the words of the call are off
)

// command is one row of the command table.
type command struct {
	name  string // as typed, "definition check"
	args  string // what follows it
	short string // one line
	long  string // what --help teaches
	run   func(*session) error
}

// commands are all commands, in the order of the help.
func commands() []command {
	return []command{
		scoreCommand, seriesCommand, reportCommand, liveCommand, rankCommand, explainCommand, changeCommand, checkCommand,
		definitionListCommand, definitionShowCommand, definitionRulesCommand, definitionCheckCommand, definitionColumnsCommand,
		tallyBuildCommand, tallyMergeCommand, tallyShowCommand, npspCheckCommand, generateCommand,
		catalogImportCommand, catalogStatsCommand, catalogShowCommand, catalogSearchCommand, catalogChecklistCommand, catalogQuoteCommand, catalogDiffCommand,
		catalogCheckCommand, catalogFactsCommand, catalogUnitsResolveCommand,
		dossierDueCommand, dossierImportCommand, dossierReplayCommand, dossierNextCommand, dossierExplainCommand, dossierFormCommand,
		workdayListCommand, workdayLunarCommand, workdayBetweenCommand,
		paymentOrdersCommand, paymentJournalCommand, paymentReconcileCommand, paymentQRCommand, paymentReceiptCommand, paymentWordsCommand, paymentSignCommand, paymentVerifyCommand,
		schemaListCommand, schemaShowCommand, versionCommand,
	}
}

// run is the whole program: it touches nothing but its arguments and the files
// they name.
func run(args []string, in io.Reader, out, err io.Writer, clock func() time.Time) int {
	s := newSession(in, out, err, clock)
	code := s.dispatch(args)
	if flushed := s.out.Flush(); flushed != nil {
		s.complain("writing: %v", flushed)
		return exitFaults
	}
	return code
}

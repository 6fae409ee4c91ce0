package main

import (
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"text/tabwriter"
)

const introduction = `motcua is the one-window library at the command line: it computes public-service
indices, Vietnam's Index 766 and others like it, tells what a procedure asks and costs and
when a dossier is due, and holds messages, receipts and statements of payments to what
they should say.

Of an index counts go in, one unit per line of a JSON Lines file:

  {"unit":"H44","name":"Phú Thọ","level":"province","indicators":{"3.6":{"num":309542,"den":358625},"4.6":null}}

An indicator that is absent was not asked; one that is null is unknown. Files may
be gzipped (.gz); - is standard input. Out come tables, or --format json|csv.
`

// overview lists the commands.
func (s *session) overview(w io.Writer) {
	fmt.Fprintf(w, "%s\nCommands:\n\n", introduction)
	list(w, commands())
	fmt.Fprint(w, "\nmotcua help COMMAND teaches one. Exit code 1: faults in the input or a failed check; 2: usage.\n")
}

// list writes commands, a line each.
func list(w io.Writer, commands []command) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range commands {
		fmt.Fprintf(t, "  %s\t%s\n", c.name, c.short)
	}
	t.Flush()
}

// help shows the overview, lists a family of commands or teaches one.
func (s *session) help(args []string) int {
	if len(args) == 0 {
		s.overview(s.out)
		return exitOK
	}
	if family := familyOf(args[0]); len(family) > 0 && len(args) == 1 {
		fmt.Fprintf(s.out, "Commands of motcua %s:\n\n", args[0])
		list(s.out, family)
		return exitOK
	}
	c, _, ok := lookup(args)
	if !ok {
		s.complain("there is no command %q; motcua help lists them", strings.Join(args, " "))
		return exitUsage
	}
	return s.dispatch(append(strings.Fields(c.name), "--help"))
}

// describe writes what --help teaches.
func (s *session) describe(c command) {
	fmt.Fprintf(s.out, "motcua %s\n\n%s\n", strings.TrimSpace(c.name+" "+c.args), strings.TrimSpace(c.long))
	fmt.Fprint(s.out, "\nFlags:\n\n")
	t := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	s.flags.VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			usage += " (default " + f.DefValue + ")"
		}
		fmt.Fprintf(t, "  --%s\t%s\n", strings.TrimSpace(f.Name+" "+name), usage)
	})
	t.Flush()
}

var versionCommand = command{
	name:  "version",
	short: "print the version of the program",
	long:  "Prints the version of the module this program was built from.",
	run: func(s *session) error {
		if err := s.parse(0, 0); err != nil {
			return err
		}
		version := "(devel)"
		if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
			version = info.Main.Version
		}
		fmt.Fprintln(s.out, "motcua", version)
		return nil
	},
}

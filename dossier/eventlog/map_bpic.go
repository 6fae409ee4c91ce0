package eventlog

import "github.com/motcua/motcua/dossier"

// BPIC2015 returns the map of the logs of the BPI Challenge 2015. Codes carry the
// meaning; where a code changed its meaning between versions of the process, the name
// decides. There is no activity by which a fee is demanded or paid: the amount is an
// attribute of the case.
func BPIC2015() *Map {
	return &Map{
		Name: "bpic2015", Source: source(), Seen: seenBPIC(), Rows: bpicRows(),
		Terms: bpicTerms(), Extension: bpicExtension(),
	}
}

// bpicRows are the rows in order: the first that fits decides.
func bpicRows() []Row { return append(bpicCourse(), bpicRest()...) }

// bpicCourse are the rows from the filing to the decision.
func bpicCourse() []Row {
	return []Row{
		{Code: CaseStart, Actions: is(dossier.ActionSubmit, dossier.ActionReceive), Why: whyCalled},
		{Code: CaseEnd, Why: whyEnded},
		{Code: "01_HOOFD_010", Why: whyStarted},

		// Another body is competent (doorzending).
		{Code: "02_DRZ_020_2", Actions: is(dossier.ActionTransfer), Why: whyElsewhere},
		{Code: "02_DRZ_045", Actions: is(dossier.ActionStop), Why: whyAborted},
		{Code: "02_DRZ_030", Name: "phase procedure aborted", Actions: is(dossier.ActionStop), Why: whyAborted},

		// Missing data (aanvulling, Awb 4:5), and a plan to be mended (aangepast plan).
		{Code: "08_AWB45_010", Why: whyValue},
		{Code: "08_AWB45_020_2", Actions: is(dossier.ActionAskSupplement), Why: whyLetter},
		{Code: "08_AWB45_040", Actions: is(dossier.ActionSupplement), Dated: true, Why: whyCome},
		{Code: "08_AWB45_080", Name: "enter objection*", Why: whyObjection},
		{Code: "08_AWB45_090_2", Actions: is(dossier.ActionStop), Why: whyLeft},
		{Code: "08_AWB45_110", Why: whyObjection},
		{Code: "08_AWB45_150", Why: whyObjection},
		{Code: "12_AP_011", Why: whyValue},
		{Code: "12_AP_UOV_011", Why: whyValue},
		{Code: "12_AP_020_2", Actions: is(dossier.ActionAskSupplement), Why: whyLetter},
		{Code: "12_AP_050", Actions: is(dossier.ActionSupplement), Dated: true, Why: whyCome},
		{Code: "12_AP_UOV_020_2", Actions: is(dossier.ActionAskSupplement), Why: whyLetter},
		{Code: "12_AP_UOV_050", Actions: is(dossier.ActionSupplement), Dated: true, Why: whyCome},

		// The term is prolonged (verdagen).
		{Name: "register number of days extension period", Why: whyValue},
		{Code: "06_VD_050", Why: whyObjection},
		{Code: "06_VD_060_2", Actions: is(dossier.ActionExtend), Why: whyLetter},
		{Code: "06_VD_070", Actions: is(dossier.ActionExtend), Why: whyLetter},
		{Code: "06_VD_100", Why: whyObjection},
		{Code: "06_VD_140", Why: whyObjection},

		// The term is suspended (opschorten), the decision put off (aanhouden).
		{Code: "01_HOOFD_550", Why: whyQuestion},
		{Code: "01_HOOFD_570", Why: whyValue},
		{Code: "01_HOOFD_580_2", Actions: is(dossier.ActionHandOver), Pause: "otherBody", Why: whyAside},
		{Code: "01_HOOFD_590", Why: whyQuestion},
		{Code: "01_HOOFD_600_2", Actions: is(dossier.ActionHandOver), Back: true, Why: whyAside},
		{Code: "07_OPS_020", Why: whyQuestion},
		{Code: "07_OPS_050", Why: whyValue},
		{Code: "07_OPS_051", Actions: is(dossier.ActionHandOver), Pause: "otherBody", Dated: true, Why: whyAside},
		{Code: "07_OPS_070", Why: whyQuestion},
		{Code: "07_OPS_071", Actions: is(dossier.ActionHandOver), Back: true, Dated: true, Why: whyAside},
		{Code: "11_AH_II_010", Why: whyQuestion},
		{Code: "11_AH_II_036", Actions: is(dossier.ActionHandOver), Pause: "otherBody", Dated: true, Why: whyAside},
		{Code: "11_AH_II_140", Actions: is(dossier.ActionHandOver), Back: true, Dated: true, Why: whyAside},
	}
}

// bpicRest are the rows from an early end on, the catch-all last.
func bpicRest() []Row {
	return []Row{
		// It ends early: at the applicant's wish, or the authority's (beëindigen).
		{Code: "05_EIND_011", Answer: "True", Actions: is(dossier.ActionStop), Why: whyInitiative},
		{Code: "05_EIND_020_0", Name: "initiative*", Answer: "True", Actions: is(dossier.ActionStop), Why: whyInitiative},
		{Code: "05_EIND_020", Actions: is(dossier.ActionWithdraw), Dated: true, Why: whyCome},

		// The decision (beschikking) and its sending.
		{Code: "01_HOOFD_480", Name: "by law", Answer: "True", Why: whySilence},
		{Name: "register date environmental permit decision", Actions: is(dossier.ActionFinish, dossier.ActionSignResult), Why: whyDecision},
		{Name: "record date of decision*", Actions: is(dossier.ActionFinish, dossier.ActionSignResult), Why: whyDecision},
		{Code: "01_HOOFD_500", Why: whyObjection},
		{Code: "01_HOOFD_510_2", Actions: is(dossier.ActionIssue, dossier.ActionReturnResult), Why: whySent},
		{Code: "14_VRIJ_060_2", Actions: is(dossier.ActionIssue, dossier.ActionReturnResult), Why: whyNone},
		{Code: "14_VRIJ_110", Why: whyObjection},
		{Code: "14_VRIJ_150", Why: whyObjection},
		{Code: "01_BB_*", Why: whyObjection},

		// Beside and after it.
		{Name: "close case", Why: whyArchive},
		{Name: "register deadline", Why: whyArchive},
		{Name: "phase archived case", Why: whyArchive},
		{Name: "stop all running subcases*", Why: whyArchive},
		{Code: "01_HOOFD_090", Why: whyPublic},
		{Code: "01_HOOFD_099", Why: whyPublic},
		{Code: "01_HOOFD_10*", Why: whyPublic},
		{Code: "01_HOOFD_519", Why: whyPublic},
		{Code: "01_HOOFD_520", Why: whyPublic},
		{Code: "01_HOOFD_530*", Why: whyPublic},
		{Code: "01_HOOFD_809*", Why: whyPublic},
		{Code: "10_UOV_020", Why: whyValue},
		{Code: "10_UOV_03*", Why: whyPublic},
		{Code: "10_UOV_04*", Why: whyPublic},
		{Name: "inform BAG*", Why: whyRegister},
		{Name: "investigate BAG*", Why: whyRegister},
		{Name: "continue or abort mutation BAG*", Why: whyRegister},
		{Name: "mutation BAG*", Why: whyRegister},
		{Name: "cancel BAG*", Why: whyRegister},

		// What is left is told by its form.
		{Name: "phase *", Why: whyPhase},
		{Name: "set decision *", Why: whyPhase},
		{Name: "start decision*", Why: whyPhase},
		{Answer: "True", Why: whyQuestion},
		{Answer: "False", Why: whyQuestion},
		{Code: "04_BPT_020", Why: whyQuestion},
		{Code: "04_BPT_040", Why: whyQuestion},
		{Code: "04_BPT_060", Why: whyQuestion},
		{Code: "14_VRIJ_01*", Why: whyQuestion},
		{Code: "*", Actions: is(dossier.ActionHandOver), Why: whyInside},
	}
}

// Package forms fills in the forms of the one-window service (biểu mẫu): the receipt
// that says when to come back, the request for supplements, the refusal, the letter of
// apology, the notice that the work has stopped, the sheet that follows a dossier from
// desk to desk, and the register.
//
// # The idea
//
// A form says nothing that the dossier does not know. Each is a [Row]: its number and
// title, the act that has it, the action it reports, the template it is printed by. [Of]
// looks for the last event of that action, folds the dossier up to it, and puts what was
// known then into a [Form]: a value, written as JSON or compared like any other. The
// receipt printed again next year says what it said on the day. A form the dossier does
// not warrant, as the refusal of one that was received, is an error.
//
// [Set.Write] prints a form as one page of HTML on A4 paper that needs nothing from
// anywhere: no script, no font, no picture. What people wrote is text in it, never
// markup. What is not known is dots for the pen: numbers of forms come from the caller,
// and are never made up.
//
// # Forms of a sector
//
// The residence police (TT 66/2023/TT-BCA) hand out CT04, CT05 and CT06 where others
// hand out forms 01, 02 and 03. [Compile] puts rows for single procedures, and templates
// of html/template, before the standard ones. A row may also be a form of its own, for
// any action. Templates get a Form and five functions:
//
//	vi x         Vietnamese words for an instant, a date, an amount or a value of an enum
//	fill x       x, or dots where there is none
//	inc i        i + 1
//	instead a b  the text a, or b where there is none
//	minutes n    n minutes as hours and minutes
//
// and the parts of parts.html, which a template of the same name replaces.
//
// # Where the forms come from
//
// TT 03/2025/TT-VPCP, Phụ lục I, lists seven forms; its titles were reported by the
// press and its full text was not at hand. The fields follow TT 01/2018/TT-VPCP, which
// it replaces, as they are known from practice; those of form 05, which is new, are
// ours. The page follows 30/2020/NĐ-CP.
//
// # What it does not do
//
// It numbers nothing, signs nothing and keeps nothing. A form shows persons to whoever
// reads it; identities are masked, see Masked of package dossier/person. Printed by package fmt
// or slog, a form shows nobody.
package forms

// Package house is what a one-window centre does around dossiers: it numbers them, tells
// people what happened, files what an interconnected filing sets off, and finds who
// answers for a body that is no more.
//
// # The idea
//
// None of it is part of a dossier's life, and all of it follows from dossiers that are
// read: [Notices] are what is to be told of the latest event, [ChildCommands] the filings
// that one filing sets off (liên thông) and [Join] how they stand together, [Successor]
// the body to transfer to after a merger (sáp nhập). Codes of new dossiers come from
// [AllocateCode], which counts up by unit and day through [Serials] and draws no lots.
// Nothing here is stored or sent: a command goes to Dossier.Decide, a notice to the
// portal.
package house

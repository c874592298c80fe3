// Package stages places a technical person on one of five career levels and says why.
//
// It is the domain, and it is pure: no clock, no file, no terminal, no randomness but a seed that
// is handed in. The same answers give the same result, on every machine, through every front end.
//
// A [Catalog] is what may be asked: levels, strands, questions and next steps. [NewBank] compiles a
// catalog into a [Bank], which holds the likelihood of every answer. An [Interview] is what one
// person has been asked and has answered. [Bank.Next] chooses the question that tells most,
// [Bank.Place] turns answers into a [Placement], and [Bank.Explain] adds what led there, what would
// change it and what to work on next.
//
// The measurement model is a partial-credit model read as a Bayesian classifier over ordered levels
// (Masters, "A Rasch model for partial credit scoring", Psychometrika 47(2), 1982; Rudner, "Scoring
// and classifying examinees using measurement decision theory", PARE 14(8), 2009), with strands
// scattered around the person's level. Each function that computes a figure states its formula.
package stages

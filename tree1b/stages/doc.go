// Package stages places a technical person on one of five career levels and says why.
//
// It is the domain, and it is pure: no clock, no file, no terminal, no randomness but a seed that
// is handed in. The same answers give the same placement through every front end. On another kind of
// processor the last digits of a probability may differ, since some fuse multiplications with additions;
// ties are compared with a tolerance, so a level could differ only where a value equals its threshold to
// about the fifteenth digit.
//
// A [Catalog] is what may be asked: levels, strands, questions and next steps. [NewBank] compiles a
// catalog into a [Bank], which holds the likelihood of every answer. An [Interview] is what one
// person has been asked and has answered. [Bank.Next] chooses the question that tells most,
// [Bank.Place] turns answers into a [Placement] with what to work on next, and [Bank.Explain] adds what
// led there and what would change it. A [Survey] is the simpler assessment, without levels.
//
// In the code, a response is what an answer says among all that its question allows, a strand's index
// is d, a level along a strand θ, a person's overall level L, and k any level.
//
// The measurement model is a partial-credit model read as a Bayesian classifier over ordered levels
// (Masters, "A Rasch model for partial credit scoring", Psychometrika 47(2), 1982; Rudner, "Scoring
// and classifying examinees using measurement decision theory", PARE 14(8), 2009), with strands
// scattered around the person's level. Each function that computes a figure states its formula.
package stages

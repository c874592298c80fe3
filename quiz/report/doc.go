// Package report puts results into words: the same words for the same thing on every screen, in
// plain mode and in what one takes along.
package report

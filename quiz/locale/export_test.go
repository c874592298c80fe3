package locale

// Verbs are the places for values of a format.
var Verbs = verbs

package journal

// CheckInWeeks are the weeks after which one may want to look at a plan again.
var CheckInWeeks = []int{2, 4, 8, 12}

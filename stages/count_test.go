package stages

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

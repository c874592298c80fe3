package journal

// Store keeps what must not be lost. When it returns nil, it is on disk. [Journal] is one.
type Store interface {
	Save(Attempt) error
	Finish(Result) error
	Abandon(assessment string) error
	SavePlan(Plan) error
}

package journal

// Keeper keeps what must not be lost. When it returns nil, it is on disk. [Journal] is one.
type Keeper interface {
	Save(Sitting) error
	Finish(Record) error
	Abandon(assessment string) error
	SavePlan(Plan) error
}

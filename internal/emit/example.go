package emit

func (e *emitter) examples() {}

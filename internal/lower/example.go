package lower

func (l *lowering) exemplify() {}

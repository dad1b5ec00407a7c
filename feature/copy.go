package feature

// Copy adds a feature of another Table that has the same columns.
func (b *Builder) Copy(f Feature) {
	b.Start(f.ID(), f.Geometry(), f.Days())
	for i := range b.table.columns {
		b.value(f.Value(i))
	}
	b.Add()
}

// Any gives a value of the type that Property.Value has; nil is null.
func (b *Builder) Any(v any) { b.value(v) }

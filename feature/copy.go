package feature

// Copy adds a feature of another Table with the same columns.
func (b *Builder) Copy(f Feature) {
	b.Start(f.ID(), f.Geometry(), f.Days())
	for i := range b.table.columns {
		b.value(f.Value(i))
	}
	b.Add()
}

// Any sets a value of a type that Property.Value has; nil is null.
func (b *Builder) Any(v any) { b.value(v) }

package feature

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestNumbersAreWrittenAsStrconvWritesThem(t *testing.T) {
	numbers := []float64{
		0, math.Copysign(0, -1), 1, -1, 0.1, -0.05, 35.44, -179.999999, 1e-6, -1e-6, 9e-7, 1.5e-6, 0.1234565, 123456789.125, 999999999.999999,
		1e9, 1e15, 1e20, 1e22, 0.1 + 0.2, 1.0 / 3, math.MaxFloat64, math.SmallestNonzeroFloat64, 35.44 + 1e-14, 1 << 52, 4503599627.370497,
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		v := (random.Float64() - 0.5) * math.Pow(10, float64(random.IntN(12)))
		scale := math.Pow(10, float64(random.IntN(9)))
		numbers = append(numbers, v, math.Round(v*scale)/scale)
	}
	for _, v := range numbers {
		if got, want := string(AppendNumber(nil, v)), strconv.FormatFloat(v, 'f', -1, 64); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := string(AppendNumber(nil, v)); got != "null" {
			t.Errorf("%v is written %s", v, got)
		}
	}
}

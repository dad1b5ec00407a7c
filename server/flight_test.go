package server

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// TestOneMakesTheAnswer: concurrent identical requests share one computation.
func TestOneMakesTheAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var f flight
		made, answers := 0, make(chan *Answer, 20)
		compute := func(context.Context) (*Answer, error) {
			made++
			time.Sleep(time.Second)
			return &Answer{Status: made}, nil
		}
		for range cap(answers) {
			go func() {
				a, err := f.do(t.Context(), "x", compute)
				if err != nil {
					t.Error(err)
				}
				answers <- a
			}()
		}
		for range cap(answers) {
			if a := <-answers; a.Status != 1 {
				t.Errorf("answer %d", a.Status)
			}
		}
		if a, err := f.do(t.Context(), "x", compute); err != nil || a.Status != 2 {
			t.Errorf("afterwards: %v, %v", a, err)
		}
	})
}

// TestLeaving: a client that leaves does not affect the others; the computation ends with the last.
func TestLeaving(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var f flight
		ended := make(chan error, 1)
		compute := func(ctx context.Context) (*Answer, error) {
			select {
			case <-ctx.Done():
				ended <- ctx.Err()
				return nil, ctx.Err()
			case <-time.After(time.Minute):
				return &Answer{Status: 200}, nil
			}
		}
		ask := func(patience time.Duration) <-chan error {
			result := make(chan error, 1)
			go func() {
				ctx, cancel := context.WithTimeout(t.Context(), patience)
				defer cancel()
				_, err := f.do(ctx, "x", compute)
				result <- err
			}()
			synctest.Wait()
			return result
		}
		first, second := ask(time.Second), ask(2*time.Minute)
		if err := <-first; !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who leaves gets %v", err)
		}
		if err := <-second; err != nil {
			t.Errorf("who stays gets %v", err)
		}
		first, second = ask(time.Second), ask(2*time.Second)
		begun := time.Now()
		<-first
		<-second
		if err := <-ended; !errors.Is(err, context.Canceled) || time.Since(begun) != 2*time.Second {
			t.Errorf("the work ended with %v after %v", err, time.Since(begun))
		}
		synctest.Wait()
		if len(f.calls) != 0 {
			t.Errorf("%d calls are left", len(f.calls))
		}
	})
}

// TestRequestAfterTheLastLeft: an abandoned computation serves no later request.
func TestRequestAfterTheLastLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var f flight
		stubborn := func(context.Context) (*Answer, error) {
			time.Sleep(time.Minute)
			return nil, errors.New("given up")
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := f.do(ctx, "x", stubborn); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		a, err := f.do(t.Context(), "x", func(context.Context) (*Answer, error) { return &Answer{Status: 200}, nil })
		if err != nil || a.Status != 200 {
			t.Errorf("%v, %v", a, err)
		}
		time.Sleep(time.Hour) // the first ends and removes no other
	})
}

func TestPanicIsAnError(t *testing.T) {
	var f flight
	_, err := f.do(t.Context(), "x", func(context.Context) (*Answer, error) { panic("out of cheese") })
	if err == nil || !strings.Contains(err.Error(), "out of cheese") || !strings.Contains(err.Error(), "flight_test.go") {
		t.Errorf("%v", err)
	}
}

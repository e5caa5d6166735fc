package dev.gennaker.execution;

import java.time.Instant;

/** One thing that happened in an execution; the journal holds them in order and for ever. */
public sealed interface ExecutionEvent {

  Instant at();

  /** Placeholder until the journal's own events are written. */
  record Created(Instant at) implements ExecutionEvent {}
}

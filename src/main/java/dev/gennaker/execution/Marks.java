package dev.gennaker.execution;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the mark of an execution on all that is done for it: its id on every line of the log and,
 * where traces are configured, a span for each wake-up and within it one for each look.
 */
@Component
class Marks {

  /** The key of the id in the log's context; docs/watching.md names it. */
  static final String KEY = "execution";

  private final @Nullable Tracer tracer;

  Marks(ObjectProvider<Tracer> tracers) {
    this.tracer = tracers.getIfAvailable();
  }

  /** One wake-up of an execution, on this thread. */
  <T> T wake(Run run, Supplier<T> work) {
    return on(run.id(), tracer == null ? work : () -> span(tracer, wakeUp(tracer, run), work));
  }

  /** One look at a stage, on the thread that will call the answer. */
  <T> Supplier<T> look(LookContext context, Supplier<T> work) {
    if (tracer == null) {
      return () -> on(context.executionId(), work);
    }
    Span around = tracer.currentSpan();
    return () -> on(context.executionId(), () -> span(tracer, look(tracer, around, context), work));
  }

  /** Lines alone. */
  <T> T on(String executionId, Supplier<T> work) {
    String before = MDC.get(KEY);
    MDC.put(KEY, executionId);
    try {
      return work.get();
    } finally {
      if (before == null) {
        MDC.remove(KEY);
      } else {
        MDC.put(KEY, before);
      }
    }
  }

  private static Span wakeUp(Tracer tracer, Run run) {
    return tracer
        .spanBuilder()
        .setNoParent()
        .name("execution")
        .tag("gennaker.execution", run.id())
        .tag("gennaker.application", run.created().application())
        .tag("gennaker.pipeline", run.created().name())
        .start();
  }

  private static Span look(Tracer tracer, @Nullable Span around, LookContext context) {
    Span.Builder span = tracer.spanBuilder().name("stage " + context.stage().plan().type());
    if (around != null) {
      span.setParent(around.context());
    }
    return span.tag("gennaker.execution", context.executionId())
        .tag("gennaker.pipeline", context.pipeline())
        .tag("gennaker.stage", context.name())
        .tag("gennaker.stage.type", context.stage().plan().type())
        .start();
  }

  private static <T> T span(Tracer tracer, Span span, Supplier<T> work) {
    try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
      return work.get();
    } catch (RuntimeException | Error e) {
      span.error(e);
      throw e;
    } finally {
      span.end();
    }
  }
}

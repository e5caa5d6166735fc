package dev.gennaker.execution;

import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Puts the mark of an execution on all that is done for it: its id on every line of the log. */
@Component
class Marks {

  /** The key of the id in the log's context; docs/running.md names it. */
  static final String KEY = "execution";

  /** One wake-up of an execution, on this thread. */
  <T> T wake(Run run, Supplier<T> work) {
    return on(run.id(), work);
  }

  /** One look at a stage, on the thread that will call the answer. */
  <T> Supplier<T> look(LookContext context, Supplier<T> work) {
    return () -> on(context.executionId(), work);
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
}

package dev.gennaker.cloud.dcos.marathon;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A body that is cut off when it does not come to its end in time: a stalled answer holds nobody.
 */
final class Deadline extends FilterInputStream {

  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  Deadline(InputStream in, Duration most) {
    super(in);
    var _ =
        closed
            .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((_, late) -> end(late != null));
  }

  private void end(boolean late) {
    if (late) {
      try {
        in.close();
      } catch (IOException e) {
        // the reader finds out
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed.complete(null);
    super.close();
  }
}

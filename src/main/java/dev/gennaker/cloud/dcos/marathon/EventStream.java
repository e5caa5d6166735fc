package dev.gennaker.cloud.dcos.marathon;

import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An open server-sent event stream of one cluster. It costs no thread; listeners are called on the
 * HTTP client's and must be quick.
 */
public final class EventStream implements AutoCloseable, Flow.Subscriber<String> {

  private static final String WHAT = "open the event stream";

  private final Consumer<MarathonEvent> listener;
  private final Runnable ended;
  private final Clock clock;
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private @Nullable CompletableFuture<HttpResponse<Void>> exchange;
  private volatile Instant heardAt;
  private volatile String end = "";
  private volatile boolean closed;
  private volatile Flow.@Nullable Subscription lines;
  private String type = "";
  private final StringBuilder data = new StringBuilder();

  private EventStream(Consumer<MarathonEvent> listener, Runnable ended, Clock clock) {
    this.listener = listener;
    this.ended = ended;
    this.clock = clock;
    this.heardAt = clock.instant();
  }

  /**
   * Opens the stream and returns when the cluster has accepted it.
   *
   * @param ended called once when the stream is over, other than by closing it
   */
  static EventStream open(
      AdminRouter router,
      String path,
      Duration patience,
      Consumer<MarathonEvent> listener,
      Runnable ended) {
    String token = router.token();
    EventStream stream = new EventStream(listener, ended, router.clock());
    int status = stream.start(router, path, patience, token);
    if (status == 401 && router.refused(token)) {
      stream.close();
      stream = new EventStream(listener, ended, router.clock());
      status = stream.start(router, path, patience, router.token());
    }
    if (status != 200) {
      stream.close();
      throw router.fault(WHAT, DcosFault.why(status, JsonMapper.shared().missingNode(), ""));
    }
    return stream;
  }

  private int start(AdminRouter router, String path, Duration patience, @Nullable String token) {
    CompletableFuture<HttpResponse<Void>> sent =
        router.stream(
            path,
            info -> {
              status.complete(info.statusCode());
              return BodySubscribers.fromLineSubscriber(this);
            },
            token);
    exchange = sent;
    var _ =
        sent.whenComplete(
            (_, failure) -> {
              if (failure != null) {
                status.completeExceptionally(failure);
              }
            });
    try {
      return status.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw router.unreachable(WHAT, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      close();
      throw router.fault(
          WHAT, new Why.Unreachable("no answer within " + patience.toSeconds() + " s"));
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw router.unreachable(WHAT, e);
    }
  }

  /** How long nothing came, not even a keep-alive. */
  public Duration silence() {
    return Duration.between(heardAt, clock.instant());
  }

  /** Why it is over; empty while it is not. */
  public String end() {
    return end;
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription subscription = lines;
    if (subscription != null) {
      subscription.cancel();
    }
    if (exchange != null) {
      exchange.cancel(true);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    lines = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    heardAt = clock.instant();
    if (line.startsWith("event:")) {
      type = line.substring(6).strip();
    } else if (line.startsWith("data:")) {
      data.append(line, 5, line.length());
    } else if (line.isEmpty() && !data.isEmpty()) {
      dispatch();
    }
  }

  private void dispatch() {
    try {
      listener.accept(new MarathonEvent(type, JsonMapper.shared().readTree(data.toString())));
    } catch (JacksonException e) {
      // A garbled hint is no loss: the next full read sees what it meant.
    } finally {
      data.setLength(0);
      type = "";
    }
  }

  @Override
  public void onError(Throwable failure) {
    end("the event stream broke (" + failure.getMessage() + ")");
  }

  @Override
  public void onComplete() {
    end("the event stream was closed by the cluster");
  }

  private void end(String reason) {
    if (end.isEmpty() && !closed) {
      end = reason;
      ended.run();
    }
  }
}

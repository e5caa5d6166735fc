package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Ending;
import dev.gennaker.stage.operation.Operations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** One step of a shift behind a load balancer, forward or back. */
@Component
class HandOverStage implements StageType<HandOver> {

  static final String TYPE = "handOver";

  private static final String PART = "handOver";

  private final Operations operations;

  HandOverStage(Operations operations) {
    this.operations = operations;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String label() {
    return "Hand over";
  }

  @Override
  public String description() {
    return "Moves instances behind a load balancer without losing requests; zero-downtime deploys are made of these.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "split";
  }

  @Override
  public Class<HandOver> settings() {
    return HandOver.class;
  }

  @Override
  public boolean offered() {
    return false;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Object name = settings.getOrDefault("serverGroupName", "?");
    return settings.containsKey("from")
        ? "%s from %s".formatted(name, settings.get("from"))
        : String.valueOf(name);
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Progress.OUTPUTS);
  }

  @Override
  public Outcome run(HandOver settings, StageContext context) {
    return operations.carryOut(
        PART,
        context,
        () -> Decision.act(operation(settings)),
        new Ending() {
          @Override
          public Outcome finished(Map<String, Object> outputs) {
            return Outcome.done(outputs);
          }

          @Override
          public Outcome failed(Progress.Failed failure) {
            return new Outcome.Failed(failure.reason(), failure.retryable(), failure.evidence());
          }
        });
  }

  private static Operation operation(HandOver settings) {
    String account = Objects.requireNonNullElse(settings.on().credentials(), "");
    List<String> places = settings.on().places();
    String region = places.isEmpty() ? "" : places.getFirst();
    ServerGroupId target =
        new ServerGroupId(
            account, region, Objects.requireNonNullElse(settings.on().serverGroupName(), ""));
    if (settings.end()) {
      // At once: made smaller first, its instances would be sent requests while they end.
      return new Operation.Destroy(target, settings.back());
    }
    ServerGroupId from =
        new ServerGroupId(account, region, Objects.requireNonNullElse(settings.from(), ""));
    return settings.back()
        ? new Operation.HandBack(target, from, settings.size(), settings.waitSeconds())
        : new Operation.HandOver(
            target,
            from,
            settings.size(),
            settings.waitSeconds(),
            settings.insist(),
            settings.release());
  }
}

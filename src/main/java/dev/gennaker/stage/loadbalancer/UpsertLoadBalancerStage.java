package dev.gennaker.stage.loadbalancer;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Operations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Creates a load balancer, or changes it, and follows it until all its instances serve. */
@Component
class UpsertLoadBalancerStage implements StageType<UpsertLoadBalancer> {

  private static final String PART = "put";

  private final Operations operations;
  private final Clouds clouds;

  UpsertLoadBalancerStage(Operations operations, Clouds clouds) {
    this.operations = operations;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return "upsertLoadBalancer";
  }

  @Override
  public String label() {
    return "Set up load balancer";
  }

  @Override
  public String description() {
    return "Creates a load balancer, or changes the one of that name.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "split";
  }

  @Override
  public Class<UpsertLoadBalancer> settings() {
    return UpsertLoadBalancer.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "%s in %s"
        .formatted(
            settings.getOrDefault("loadBalancerName", "?"), settings.getOrDefault("region", "?"));
  }

  @Override
  public List<Problem> check(UpsertLoadBalancer settings) {
    String name = Objects.requireNonNullElse(settings.loadBalancerName(), "");
    Stream<Problem> named =
        name.contains("${") || name.matches("[a-z0-9]+(-[a-z0-9]+)*")
            ? Stream.of()
            : Stream.of(
                Problem.error(
                    "$.loadBalancerName",
                    "A load balancer cannot be called %s.".formatted(name),
                    "Take lower case letters and digits with dashes inside."));
    Stream<Problem> faults =
        clouds.ofAccount(Objects.requireNonNullElse(settings.credentials(), "")).stream()
            .flatMap(provider -> provider.checkLoadBalancer(settings.definition()).stream())
            .map(fault -> Problem.error(fault.path(), fault.message(), fault.fix()));
    return Stream.concat(named, faults).toList();
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
  public Outcome run(UpsertLoadBalancer settings, StageContext context) {
    return operations.carryOut(
        PART,
        context,
        () ->
            Decision.act(
                new Operation.PutLoadBalancer(
                    Objects.requireNonNullElse(settings.credentials(), ""),
                    Objects.requireNonNullElse(settings.region(), "").replace('/', '_'),
                    Objects.requireNonNullElse(settings.loadBalancerName(), ""),
                    settings.definition())),
        new Ended());
  }
}

package dev.gennaker.stage.loadbalancer;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Operations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Removes a load balancer that nobody stands behind, or that is to go all the same. */
@Component
class DeleteLoadBalancerStage implements StageType<DeleteLoadBalancer> {

  private static final String PART = "delete";

  private final Operations operations;
  private final Clouds clouds;

  DeleteLoadBalancerStage(Operations operations, Clouds clouds) {
    this.operations = operations;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return "deleteLoadBalancer";
  }

  @Override
  public String label() {
    return "Delete load balancer";
  }

  @Override
  public String description() {
    return "Removes a load balancer for good; refuses while server groups that serve stand behind it.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "trash-2";
  }

  @Override
  public Class<DeleteLoadBalancer> settings() {
    return DeleteLoadBalancer.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "%s in %s"
        .formatted(
            settings.getOrDefault("loadBalancerName", "?"), settings.getOrDefault("region", "?"));
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
  public Outcome run(DeleteLoadBalancer settings, StageContext context) {
    return operations.carryOut(PART, context, () -> decide(settings), new Ended());
  }

  private Decision decide(DeleteLoadBalancer settings) {
    ServerGroupId id =
        new ServerGroupId(
            Objects.requireNonNullElse(settings.credentials(), ""),
            Objects.requireNonNullElse(settings.region(), "").replace('/', '_'),
            Objects.requireNonNullElse(settings.loadBalancerName(), ""));
    Optional<LoadBalancer> balancer =
        clouds.loadBalancers().stream().filter(one -> one.id().equals(id)).findFirst();
    if (balancer.isEmpty()) {
      return new Decision.Instead(
          Outcome.failed(
              "There is no load balancer %s in %s; look at the load balancers page for its name"
                  .formatted(id.name(), id.region())));
    }
    List<String> users =
        balancer.get().serverGroups().stream()
            .flatMap(group -> clouds.find(group).stream())
            .filter(group -> group.desired() > 0)
            .map(ServerGroup::name)
            .toList();
    return users.isEmpty() || Boolean.TRUE.equals(settings.evenIfUsed())
        ? Decision.act(new Operation.Destroy(id, false))
        : new Decision.Instead(
            Outcome.failed(
                "%s stand behind %s; move them to another one first, or say that it goes all the same"
                    .formatted(String.join(", ", users), id.name())));
  }
}

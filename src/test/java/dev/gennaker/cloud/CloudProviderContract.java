package dev.gennaker.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.Operation.Deploy;
import dev.gennaker.cloud.Operation.Destroy;
import dev.gennaker.cloud.Operation.Disable;
import dev.gennaker.cloud.Operation.Enable;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Operation.Restart;
import dev.gennaker.cloud.Operation.Terminate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The behaviours every provider has, shown against a real or simulated platform. */
public abstract class CloudProviderContract {

  protected static final OnBehalf BY = new OnBehalf("ada", "shop", "01EXECUTION");
  private static final AtomicInteger KEYS = new AtomicInteger();

  protected abstract CloudProvider provider();

  /** Somewhere operations are allowed. */
  protected abstract String account();

  protected abstract String region();

  /** A deploy body of one small, healthy service. */
  protected abstract Map<String, Object> definition(int instances);

  /** Events published so far, oldest first. */
  protected abstract List<InventoryChanged> published();

  private static Moniker moniker(String stack) {
    return new Moniker("shop", stack, null, null);
  }

  protected static String key() {
    return "01KEY" + KEYS.incrementAndGet();
  }

  /** Carries an operation out as the engine does, until it is over. */
  protected Progress drive(Operation operation, String key) {
    Progress[] last = {new Progress.Working("not begun", null, Map.of(), Map.of())};
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              Map<String, Object> memory = ((Progress.Working) last[0]).memory();
              last[0] = provider().carryOut(operation, key, memory, BY);
              return !(last[0] instanceof Progress.Working);
            });
    return last[0];
  }

  protected Map<String, Object> finish(Operation operation) {
    Progress progress = drive(operation, key());
    assertThat(progress).isInstanceOf(Progress.Finished.class);
    return ((Progress.Finished) progress).outputs();
  }

  protected ServerGroupId deployed(String stack, int instances) {
    Map<String, Object> outputs =
        finish(new Deploy(account(), region(), moniker(stack), definition(instances), null));
    return new ServerGroupId(account(), region(), String.valueOf(outputs.get("serverGroup")));
  }

  /** The group as the inventory shows it, once it shows it like that. */
  protected ServerGroup shown(
      ServerGroupId id, java.util.function.Predicate<ServerGroup> likeThat) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> provider().inventory().find(id), g -> g.filter(likeThat).isPresent())
        .orElseThrow();
  }

  @Test
  void deploysAndTellsWhatCameOfIt() {
    Map<String, Object> outputs =
        finish(new Deploy(account(), region(), moniker("tells"), definition(2), null));

    assertThat(outputs)
        .containsEntry("serverGroup", "shop-tells-v000")
        .containsEntry("account", account())
        .containsEntry("region", region())
        .containsEntry("instances", 2)
        .containsKey("image");
  }

  @Test
  void showsWhatWasDeployedWithItsOwner() {
    ServerGroupId id = deployed("owner", 2);

    ServerGroup group = shown(id, g -> g.up() == 2);
    assertThat(group.application()).isEqualTo("shop");
    assertThat(group.cluster()).isEqualTo("shop-owner");
    assertThat(group.moniker().sequence()).isZero();
    assertThat(group.createdBy()).isEqualTo("ada");
    assertThat(group.execution()).isEqualTo("01EXECUTION");
    assertThat(group.desired()).isEqualTo(2);
    assertThat(group.disabled()).isFalse();
    assertThat(group.change()).isNull();
    assertThat(published()).anyMatch(event -> event.applications().contains("shop"));
  }

  @Test
  void takesTheDesiredSizeOverTheDefinitions() {
    Map<String, Object> outputs =
        finish(new Deploy(account(), region(), moniker("desired"), definition(1), 3));

    assertThat(outputs).containsEntry("instances", 3);
  }

  @Test
  void numbersVersionsUpwards() {
    deployed("numbers", 1);

    assertThat(deployed("numbers", 1).name()).isEqualTo("shop-numbers-v001");
    assertThat(deployed("other", 1).name()).isEqualTo("shop-other-v000");
  }

  @Test
  void findsItsOwnGroupWhenADeployIsRepeatedWithoutMemory() {
    Deploy deploy = new Deploy(account(), region(), moniker("repeat"), definition(1), null);
    String key = key();
    Progress first = provider().carryOut(deploy, key, Map.of(), BY);
    Progress second = provider().carryOut(deploy, key, Map.of(), BY);
    Progress end = drive(deploy, key);

    assertThat(List.of(first, second)).noneMatch(Progress.Failed.class::isInstance);
    assertThat(((Progress.Finished) end).outputs())
        .containsEntry("serverGroup", "shop-repeat-v000");
    assertThat(deployed("repeat", 1).name()).isEqualTo("shop-repeat-v001");
  }

  @Test
  void resizesUpAndDown() {
    ServerGroupId id = deployed("resize", 2);

    finish(new Resize(id, 4, false));
    assertThat(shown(id, g -> g.up() == 4).desired()).isEqualTo(4);
    finish(new Resize(id, 1, false));
    assertThat(shown(id, g -> g.instances().size() == 1).desired()).isEqualTo(1);
    assertThat(finish(new Resize(id, 1, false))).containsEntry("instances", 1);
  }

  @Test
  void remembersTheSizeOfADisabledGroup() {
    ServerGroupId id = deployed("disable", 3);

    assertThat(finish(new Disable(id, false))).containsEntry("rememberedSize", 3);
    ServerGroup disabled = shown(id, ServerGroup::disabled);
    assertThat(disabled.rememberedSize()).isEqualTo(3);
    assertThat(finish(new Disable(id, false))).containsEntry("rememberedSize", 3);

    finish(new Enable(id, null, false));
    ServerGroup enabled = shown(id, g -> g.up() == 3);
    assertThat(enabled.disabled()).isFalse();
    assertThat(enabled.rememberedSize()).isNull();
  }

  @Test
  void remembersAnotherSizeWhenTold() {
    ServerGroupId id = deployed("other", 2);

    assertThat(finish(new Disable(id, false, 5))).containsEntry("rememberedSize", 5);
    assertThat(shown(id, ServerGroup::disabled).rememberedSize()).isEqualTo(5);
  }

  @Test
  void enablesWithTheSizeAskedFor() {
    ServerGroupId id = deployed("enable", 3);
    finish(new Disable(id, false));

    assertThat(finish(new Enable(id, 2, false))).containsEntry("instances", 2);
  }

  @Test
  void doesNotMakeAGroupYoungerByDisablingIt() {
    ServerGroupId old = deployed("age", 1);
    ServerGroupId young = deployed("age", 1);

    finish(new Disable(old, false));
    ServerGroup disabled = shown(old, ServerGroup::disabled);
    assertThat(disabled.createdAt()).isBefore(shown(young, g -> true).createdAt());
    assertThat(deployed("age", 1).name()).isEqualTo("shop-age-v002");
  }

  @Test
  void destroysAndTakesAMissingGroupAsDone() {
    ServerGroupId id = deployed("destroy", 2);

    finish(new Destroy(id, false));
    await().until(() -> provider().inventory().find(id).isEmpty());
    finish(new Destroy(id, false));
  }

  @Test
  void replacesTerminatedInstances() {
    ServerGroupId id = deployed("terminate", 2);
    String victim = shown(id, g -> g.up() == 2).instances().getFirst().id();

    finish(new Terminate(id, List.of(victim), false));
    ServerGroup after =
        shown(id, g -> g.up() == 2 && g.instances().stream().noneMatch(i -> i.id().equals(victim)));
    assertThat(after.desired()).isEqualTo(2);
  }

  @Test
  void lowersTheSizeWhenTerminatingWithDecrement() {
    ServerGroupId id = deployed("decrement", 3);
    String victim = shown(id, g -> g.up() == 3).instances().getFirst().id();
    Terminate terminate = new Terminate(id, List.of(victim), true);

    finish(terminate);
    finish(terminate);
    Set<String> left = new HashSet<>();
    shown(id, g -> g.desired() == 2 && g.up() == 2).instances().forEach(i -> left.add(i.id()));
    assertThat(left).hasSize(2).doesNotContain(victim);
  }

  @Test
  void restartsEveryInstance() {
    ServerGroupId id = deployed("restart", 2);
    List<String> before =
        shown(id, g -> g.up() == 2).instances().stream().map(Instance::id).toList();

    finish(new Restart(id, false));
    shown(id, g -> g.up() == 2 && g.instances().stream().noneMatch(i -> before.contains(i.id())));
  }

  @Test
  void leavesInstancesOfOtherGroupsAlone() {
    ServerGroupId one = deployed("mine", 1);
    ServerGroupId other = deployed("yours", 1);
    String foreign = shown(other, g -> g.up() == 1).instances().getFirst().id();

    finish(new Terminate(one, List.of(foreign), false));
    assertThat(shown(other, g -> g.up() == 1).instances().getFirst().id()).isEqualTo(foreign);
  }

  @Test
  void failsWithAReasonForWhatIsNotThere() {
    ServerGroupId gone = new ServerGroupId(account(), region(), "shop-gone-v000");

    for (Operation operation :
        List.of(
            new Resize(gone, 1, false),
            new Disable(gone, false),
            new Enable(gone, 1, false),
            new Resize(new ServerGroupId("nobody", region(), "shop-v000"), 1, false))) {
      Progress progress = provider().carryOut(operation, key(), Map.of(), BY);
      assertThat(progress).isInstanceOf(Progress.Failed.class);
      assertThat(((Progress.Failed) progress).reason()).endsWith(".").contains(" ");
      assertThat(((Progress.Failed) progress).retryable()).isFalse();
    }
  }

  @Test
  void showsTheDefinitionOfAGroup() {
    ServerGroupId id = deployed("definition", 1);

    assertThat(provider().inventory().definition(id)).get().asString().contains(id.name());
    assertThat(
            provider()
                .inventory()
                .definition(new ServerGroupId(account(), region(), "shop-gone-v000")))
        .isEqualTo(Optional.empty());
  }

  @Test
  void findsNothingWrongWithAGoodDefinition() {
    assertThat(provider().check(definition(1))).isEmpty();
  }

  @Test
  void ownsItsAccountsAndLocations() {
    assertThat(provider().accounts()).anyMatch(account -> account.name().equals(account()));
    await()
        .until(
            () ->
                provider().inventory().locations().stream()
                    .anyMatch(location -> location.freshness() instanceof Freshness.Live));
  }
}

package dev.gennaker.stage.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person says about a change that holds the lock a stage waits for. */
class LockTests {

  private static final ServerGroupId WEB = new ServerGroupId("test", "east", "shop-web-v001");

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);
  private final StubContext context = new StubContext();

  @BeforeEach
  void waitsForALock() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 2);
    cloud.lock("d1");
    look();
    assertThat(look().waiting().evidence()).containsKey(Progress.LOCK);
  }

  @Test
  void keepsWaitingUntilSomebodySaysSomething() {
    assertThat(look().waiting().reason()).isEqualTo("locked by d1");
    assertThat(cloud.log()).isEmpty();
    cloud.lock("");

    assertThat(end()).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log()).containsExactly(new Operation.Disable(WEB, false));
  }

  @ParameterizedTest
  @CsvSource({"cancel, false", "revert, true"})
  void cancelsTheChangeOnceAndGoesOn(String word, boolean revert) {
    say(word, "d1");
    stages.crashing();

    assertThat(end()).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log())
        .containsExactly(
            new Operation.CancelChange(WEB, "d1", revert), new Operation.Disable(WEB, false));
  }

  @Test
  void forcesItsOwnChange() {
    say("force", "d1");
    stages.crashing();

    assertThat(end()).isInstanceOf(Outcome.Done.class);
    assertThat(cloud.log()).containsExactly(new Operation.Disable(WEB, true));
  }

  @Test
  void countsWhatWasSaidForNoOtherChange() {
    say("force", "d0");

    assertThat(look().waiting().reason()).isEqualTo("locked by d1");
    assertThat(cloud.log()).isEmpty();
  }

  @Test
  void waitsOnWhenCancellingFails() {
    cloud.failing(Operation.CancelChange.class, "Marathon said no.");
    cloud.lock("d2");
    say("revert", "d2");

    assertThat(look().waiting().reason())
        .isEqualTo("locked by d2; cancelling that deployment failed: Marathon said no.");
  }

  @Test
  void cancelsTheChangeThatHoldsADeployInPlace() {
    Map<String, Object> cluster =
        Map.of(
            "account",
            "test",
            "region",
            "east",
            "application",
            "shop",
            "stack",
            "web",
            "strategy",
            "inplace",
            "imageId",
            "shop/web:2",
            "capacity",
            Map.of("desired", 2));
    StubContext deploying = new StubContext();
    deploying.signals.putAll(Map.of("lock", "cancel", "lockId", "d1"));
    for (int look = 0; look < 3; look++) {
      if (stages.look("createServerGroup", Map.of("cluster", cluster), deploying)
          instanceof Outcome.LookAgain again) {
        deploying.memory.putAll(again.memory());
      }
    }

    assertThat(cloud.log())
        .startsWith(
            new Operation.CancelChange(new ServerGroupId("test", "east", "shop-web"), "d1", false));
    assertThat(cloud.names("east")).contains("shop-web 2");
  }

  private void say(String word, String change) {
    context.signals.putAll(Map.of("lock", word, "lockId", change));
  }

  private Outcome.LookAgain look() {
    Outcome.LookAgain again =
        (Outcome.LookAgain) stages.look("disableServerGroup", settings(), context);
    context.memory.putAll(again.memory());
    return again;
  }

  private Outcome end() {
    return stages.run("disableServerGroup", settings(), context);
  }

  private static Map<String, Object> settings() {
    return Map.of("credentials", "test", "regions", "east", "serverGroupName", "shop-web-v001");
  }
}

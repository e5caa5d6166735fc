package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.judgment.JudgmentsChanged;
import dev.gennaker.nodes.DatabaseLost;
import dev.gennaker.nodes.MayHaveChanged;
import dev.gennaker.ui.ScreenTest;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What happens reaches the open pages that show it, and only those. */
class LiveTests extends ScreenTest {

  private final Live live = new Live();
  private final AtomicInteger refreshed = new AtomicInteger();
  private final Div view = new Div();

  @Test
  void aBurstIsAFewRefreshesAndItsEndIsNotMissed() {
    follow();

    for (int i = 0; i < 500; i++) {
      live.on(new JudgmentsChanged("shop", "run"));
    }
    awaitRefreshes(1);
    live.on(new JudgmentsChanged("shop", "run"));
    awaitRefreshes(2);

    assertThat(refreshed.get()).isLessThan(6);
  }

  @Test
  void whatDoesNotConcernAViewDoesNotReachIt() {
    follow();

    live.on(new InventoryChanged("dcos", "east", Set.of("shop")));
    live.on(new JudgmentsChanged("shop", "run"));
    awaitRefreshes(1);

    assertThat(refreshed.get()).isEqualTo(1);
  }

  @Test
  void aViewThatIsGoneIsLeftAloneAndOneThatComesBackFollowsOnce() {
    follow();
    UI.getCurrent().remove(view);
    live.on(new JudgmentsChanged("shop", "run"));
    UI.getCurrent().add(view);
    awaitRefreshes(1);
    refreshed.set(0);

    live.on(new JudgmentsChanged("shop", "run"));
    awaitRefreshes(1);

    assertThat(refreshed.get()).isEqualTo(1);
  }

  @Test
  void nothingIsReadWhileTheDatabaseIsLostAndEverythingAfterwards() {
    follow();
    live.on(new DatabaseLost(Instant.EPOCH));
    live.on(new JudgmentsChanged("shop", "run"));

    live.on(new MayHaveChanged());
    awaitRefreshes(1);

    assertThat(refreshed.get()).isEqualTo(1);
    live.on(new JudgmentsChanged("shop", "run"));
    awaitRefreshes(2);
  }

  @Test
  void aViewReadsAgainOnceItIsHeardOf() {
    live.follow(view, JudgmentsChanged.class::isInstance, refreshed::incrementAndGet);
    live.on(new JudgmentsChanged("shop", "run"));

    UI.getCurrent().add(view);

    awaitRefreshes(1);
  }

  private void follow() {
    live.follow(view, JudgmentsChanged.class::isInstance, refreshed::incrementAndGet);
    UI.getCurrent().add(view);
    awaitRefreshes(1);
    refreshed.set(0);
  }

  private void awaitRefreshes(int number) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              settle();
              assertThat(refreshed.get()).isGreaterThanOrEqualTo(number);
            });
  }
}

package dev.gennaker.ui.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.gennaker.ui.ScreenTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

class EngineViewTests extends ScreenTest {

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void tellsWhatWaitsForWhatAndBringsWhatHappens() {
    String first = ask("tides", Map.of());
    await().pollInSameThread().until(() -> words(open("engine?q=tides")).contains("Go west?: "));

    Component view = open("engine?q=" + first);

    assertThat(words(view)).contains("Alive", "Nothing is late.", "tides", " / release");
    assertThat(shows(Anchor.class, "estand-" + first)).isTrue();
    executions.cancel(first, "over", ADMIN);
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              settle();
              return !shows(Anchor.class, "estand-" + first);
            });
    assertThat(words(view)).contains("nothing that is has these words");
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void showsOnlyWhatHasTheseWords() {
    String one = ask("ebb", Map.of());
    String other = ask("flood", Map.of());
    await().pollInSameThread().until(() -> words(open("engine")).contains("flood"));

    open("engine?q=ebb");

    assertThat(shows(Anchor.class, "estand-" + one)).isTrue();
    assertThat(shows(Anchor.class, "estand-" + other)).isFalse();
    executions.cancel(one, "over", ADMIN);
    executions.cancel(other, "over", ADMIN);
  }

  @Test
  @WithMockUser(username = "vic", roles = "viewers")
  void isNotForOthersAndNotInTheirNavigation() {
    assertThat(words(open("engine"))).contains("You may not see this", "vic needs the role admin");
    assertThat(shows(Anchor.class, "nav-SettingsView")).isTrue();
    assertThat(shows(Anchor.class, "nav-EngineView")).isFalse();
  }
}

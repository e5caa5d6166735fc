package dev.gennaker.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The screen on a cloud in memory, without a browser. One context serves all of them. */
@SpringBootTest(
    properties = {
      "gennaker.security.grants.READ=viewers,approvers",
      "gennaker.security.grants.JUDGE=approvers"
    })
@Import(ScreenTest.World.class)
@ViewPackages(packages = "dev.gennaker.ui")
public abstract class ScreenTest extends SpringBrowserlessTest {

  protected static final Actor ADMIN = new Actor("demo", Set.of(Actor.ADMIN));

  @Autowired protected MemoryCloud cloud;
  @Autowired protected Executions executions;

  /** Starts a run that asks for a judgment at once. */
  protected String ask(String application, Map<String, Object> more) {
    Map<String, Object> judgment = new java.util.HashMap<>(more);
    judgment.putAll(Map.of("type", "manualJudgment", "refId", "1", "name", "Go west?"));
    Map<String, Object> after =
        Map.of(
            "type",
            "wait",
            "refId",
            "2",
            "name",
            "Soak",
            "waitTime",
            1,
            "requisiteStageRefIds",
            List.of("1"));
    return executions.start(
        StartRequest.adHoc(application, "release", List.of(judgment, after)), ADMIN);
  }

  /** Opens an address with its parameters. */
  protected Component open(String address) {
    Location there = new Location(address);
    UI.getCurrent().navigate(there.getPath(), there.getQueryParameters());
    return (Component) getCurrentView();
  }

  /** Lets what other threads asked of the page happen. */
  protected static void settle() {
    MockVaadin.runUIQueue(true);
    roundTrip();
  }

  /** The component that carries this mark. */
  protected <C extends Component> C marked(Class<C> kind, String mark) {
    return find(kind).withAttribute("data-test", mark).single();
  }

  protected boolean shows(Class<? extends Component> kind, String mark) {
    return find(kind).withAttribute("data-test", mark).exists();
  }

  /** All the words of a component. */
  protected static String words(Component component) {
    return component.getElement().getTextRecursively();
  }

  @TestConfiguration
  static class World {

    @Bean
    MemoryCloud memoryCloud() {
      return new MemoryCloud();
    }
  }
}

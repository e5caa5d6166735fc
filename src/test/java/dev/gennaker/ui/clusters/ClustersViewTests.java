package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.ui.ScreenTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** What one may do with server groups on their page. */
class ClustersViewTests extends ScreenTest {

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void resizesAsARunAfterAskingForTheSize() {
    ServerGroup web = open("boat", "boat-prod-web-v001");

    test(marked(Button.class, "do-resize")).click();
    test(marked(IntegerField.class, "resize-to")).setValue(5);
    test(marked(Button.class, "confirm")).click();

    assertThat(runs("boat"))
        .extracting(ExecutionHeader::name)
        .containsExactly("Resize boat-prod-web-v001 to 5");
    assertThat(marked(Anchor.class, "follow").getHref())
        .isEqualTo("executions/" + runs("boat").getFirst().id());
    await()
        .untilAsserted(
            () -> assertThat(cloud.log()).contains(new Operation.Resize(web.id(), 5, false)));
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void destroysOnlyAfterTheNameWasTyped() {
    open("hull", "hull-prod-web-v001");

    test(marked(Button.class, "do-destroy")).click();
    assertThat(marked(Button.class, "confirm").isEnabled()).isFalse();
    test(marked(TextField.class, "confirm-typed")).setValue("hull-prod-web-v001");
    test(marked(Button.class, "confirm")).click();

    assertThat(runs("hull"))
        .extracting(ExecutionHeader::name)
        .containsExactly("Destroy hull-prod-web-v001");
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void aViewerLearnsWhyHeMayNot() {
    open("mast", "mast-prod-web-v001");

    Button disable = marked(Button.class, "do-disable");
    assertThat(disable.getElement().getAttribute("aria-disabled")).isEqualTo("true");
    assertThat(disable.getElement().getAttribute("title"))
        .contains("looker needs EXECUTE on application mast", "administrator");
    test(disable).click();

    assertThat(shows(Button.class, "confirm")).isFalse();
    assertThat(runs("mast")).isEmpty();
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void aDisabledGroupIsEnabledInstead() {
    cloud.add("east", "keel-prod-web-v001", "web:1", 3);
    cloud.disable("east", "keel-prod-web-v001");
    open("keel", null);

    assertThat(shows(Button.class, "do-disable")).isFalse();
    test(marked(Button.class, "do-enable")).click();
    test(marked(Button.class, "confirm")).click();

    assertThat(runs("keel"))
        .extracting(ExecutionHeader::name)
        .containsExactly("Enable keel-prod-web-v001");
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void aSelectionThatIsGoneSaysSo() {
    cloud.add("east", "gone-prod-web-v010", "web:1", 3);
    open("applications/gone/clusters?sg=test:east:gone-prod-web-v009");

    assertThat(words(find(Details.class).single())).contains("It is not there");
  }

  @Test
  @WithMockUser(username = "stranger", roles = "nobody")
  void aStrangerIsToldWhatWouldBeNeeded() {
    assertThat(words(open("applications/boat/clusters")))
        .contains("You may not see this", "stranger needs READ on application boat");
  }

  /** Opens the page of an application with its one server group selected. */
  private ServerGroup open(String application, @org.jspecify.annotations.Nullable String add) {
    String name = application + "-prod-web-v001";
    if (add != null) {
      cloud.add("east", add, "web:1", 3);
    }
    open("applications/%s/clusters?sg=test:east:%s".formatted(application, name));
    return cloud.get("east", name);
  }

  private List<ExecutionHeader> runs(String application) {
    return executions.list(ExecutionQuery.ofApplication(application, 10), ADMIN);
  }
}

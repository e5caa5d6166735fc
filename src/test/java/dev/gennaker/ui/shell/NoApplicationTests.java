package dev.gennaker.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.ui.ScreenTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** Pages of applications that nobody saved. */
class NoApplicationTests extends ScreenTest {

  @Autowired private Applications applications;

  @ParameterizedTest
  @ValueSource(strings = {"", "/clusters", "/pipelines"})
  @WithMockUser(username = "demo", roles = "admin")
  void offersToCreateWhatIsNotThere(String page) {
    assertThat(words(open("applications/phantom" + page)))
        .contains("There is no application phantom");
    assertThat(marked(Anchor.class, "create-this").getHref())
        .isEqualTo("applications?create=phantom");
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void createsItUnderTheNameAskedFor() {
    open("applications?create=phoenix");

    assertThat(marked(TextField.class, "application-name").getValue()).isEqualTo("phoenix");
    test(marked(Button.class, "confirm")).click();

    assertThat(applications.find("phoenix", ADMIN)).isPresent();
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void offersNothingToWhoMayNotCreate() {
    assertThat(words(open("applications/phantom/pipelines")))
        .contains("There is no application phantom");
    assertThat(shows(Anchor.class, "create-this")).isFalse();

    open("applications?create=phantom");
    assertThat(shows(TextField.class, "application-name")).isFalse();
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void offersNoNameThatCannotBe() {
    open("applications/not-a-name/clusters");

    assertThat(shows(Anchor.class, "create-this")).isFalse();
  }

  @Test
  @WithMockUser(username = "demo", roles = "admin")
  void showsWhatRunsThoughNobodySavedIt() {
    cloud.add("east", "stowaway-web-v001", "web:1", 1);

    assertThat(words(open("applications/stowaway/clusters"))).doesNotContain("There is no");
    assertThat(words(open("applications/Stowaway/clusters"))).doesNotContain("There is no");
    assertThat(words(open("applications/stowaway/pipelines")))
        .contains("Nobody saved the application stowaway yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom/clusters", "phantom/pipelines", "hidden/pipelines"})
  @WithMockUser(username = "stranger", roles = "nobody")
  void aStrangerDoesNotLearnWhetherThereIsOne(String page) {
    applications.save("hidden", JsonMapper.shared().createObjectNode(), ADMIN);

    assertThat(words(open("applications/" + page))).contains("You may not see this");
  }
}

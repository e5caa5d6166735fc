package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Saving applications, on every database. */
abstract class ApplicationsContract {

  private static final Actor ANN = new Actor("ann", Set.of(Actor.ADMIN));
  private static final Actor DEV = new Actor("dev", Set.of("devs"));

  @Autowired private Applications applications;
  @Autowired private Pipelines pipelines;
  @Autowired private Permissions permissions;

  @Test
  void keepsAttributesButTheName() {
    applications.save(
        " Cart ", Documents.parse("{\"name\":\"x\",\"email\":\"a@b\",\"own\":{\"k\":1.10}}"), ANN);

    Application saved = applications.find("CART", ANN).orElseThrow();

    assertThat(saved.name()).isEqualTo("cart");
    assertThat(saved.attributes())
        .isEqualTo(Documents.parse("{\"email\":\"a@b\",\"own\":{\"k\":1.10}}"));
  }

  @Test
  void grantsWhatItsPermissionsSay() {
    applications.save(
        "granting",
        Documents.parse("{\"permissions\":{\"READ\":[\"devs\",\"ops\"],\"EXECUTE\":[\"devs\"]}}"),
        ANN);

    assertThat(permissions.allows(DEV, Permission.READ, "granting")).isTrue();
    assertThat(permissions.allows(DEV, Permission.JUDGE, "granting")).isTrue();
    assertThat(permissions.allows(DEV, Permission.WRITE, "granting")).isFalse();
    assertThat(applications.list(DEV)).extracting(Application::name).contains("granting");
  }

  @Test
  void hidesWhatOneMayNotRead() {
    applications.save("hidden", Documents.parse("{\"permissions\":{\"READ\":[\"ops\"]}}"), ANN);

    assertThat(applications.list(DEV)).extracting(Application::name).doesNotContain("hidden");
    for (String name : new String[] {"hidden", "nowhere"}) {
      assertThatThrownBy(() -> applications.find(name, DEV)).isInstanceOf(NotPermitted.class);
      assertThatThrownBy(() -> applications.delete(name, DEV)).isInstanceOf(NotPermitted.class);
    }
    assertThatThrownBy(() -> applications.save("mine", Documents.parse("{}"), DEV))
        .isInstanceOf(NotPermitted.class);
  }

  @Test
  void refusesNamesAndPermissionsThatCannotBe() {
    assertThatThrownBy(
            () ->
                applications.save(
                    "a-b", Documents.parse("{\"permissions\":{\"READ\":\"devs\"}}"), ANN))
        .isInstanceOfSatisfying(
            ApplicationInvalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path)
                    .containsExactly("$.name", "$.permissions.READ"));
  }

  @Test
  void saysOfEveryKeyItReadsWhatItMustHold() {
    assertThat(
            applications.check(
                "shop",
                Documents.parse(
                    "{\"email\":7,\"trafficGuards\":{},\"permissions\":{\"WRITE\":[7],"
                        + "\"JUDGE\":null}}")))
        .extracting(Problem::path)
        .containsExactly("$.email", "$.trafficGuards", "$.permissions.WRITE");
    assertThat(applications.check("shop", Documents.parse("{\"permissions\":[\"devs\"]}")))
        .extracting(Problem::path)
        .containsExactly("$.permissions");
    assertThat(applications.check("shop", Documents.parse("{\"email\":null,\"own\":7}"))).isEmpty();
  }

  @Test
  void isChangedByThoseWhoMayWriteItAndByNobodyElse() {
    applications.save("owned", Documents.parse("{\"permissions\":{\"WRITE\":[\"devs\"]}}"), ANN);
    applications.save("foreign", Documents.parse("{\"permissions\":{\"WRITE\":[\"ops\"]}}"), ANN);

    assertThat(
            applications
                .save("owned", Documents.parse("{\"permissions\":{\"WRITE\":[\"devs\"]}}"), DEV)
                .name())
        .isEqualTo("owned");
    assertThatThrownBy(() -> applications.save("foreign", Documents.parse("{}"), DEV))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> applications.delete("foreign", DEV)).isInstanceOf(NotPermitted.class);
    applications.delete("owned", DEV);
    assertThat(applications.find("owned", ANN)).isEmpty();
  }

  @Test
  void goesWithItsPipelines() {
    applications.save("brief", Documents.parse("{}"), ANN);
    Pipeline pipeline =
        pipelines.save(
            Documents.parse("{\"application\":\"brief\",\"name\":\"p\"}"), null, "", ANN);

    applications.delete("brief", ANN);

    assertThat(applications.find("brief", ANN)).isEmpty();
    assertThat(pipelines.find(pipeline.id(), ANN)).isEmpty();
    assertThat(pipelines.revision(pipeline.id(), 1, ANN)).isPresent();
    assertThatThrownBy(() -> applications.delete("brief", ANN))
        .isInstanceOf(NoSuchApplication.class);
  }
}

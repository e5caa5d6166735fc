package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.pipeline.Applications;
import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a cluster has and who uses it, what is on it besides apps, and who may see what. */
class ClusterResourcesIT extends BrowserTest {

  private static final String POD =
      """
      {"id": "/infra/front/pair", "scaling": {"kind": "fixed", "instances": 2},
       "containers": [
         {"name": "one", "image": {"kind": "DOCKER", "id": "registry.local/infra/pair:1.2"},
          "exec": {"command": {"shell": "serve"}}, "resources": {"cpus": 0.2, "mem": 64}},
         {"name": "two", "exec": {"command": {"shell": "log"}}, "resources": {"cpus": 0.1, "mem": 32}}]}
      """;

  private static final String APP =
      """
      {"id": "%s", "cmd": "./serve", "cpus": 0.1, "mem": 32, "instances": 1, "env": {"BLOB": "%s"},
       "labels": {"gennaker.application": "%s"}}
      """;

  @Autowired private Applications applications;

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @Test
  void agentsRolesAndFrameworksTellWhatTheyUse() {
    signIn("viewer");
    go("/clusters/dcos-east");
    $("[data-test=look-resources]").click();
    $("[data-test='use-agent-10.0.0.2']").shouldBe(visible).shouldHave(text("/ 32"));
    $("[data-test='use-role-*']").should(exist);
    $("[data-test=use-framework-marathon]").shouldHave(text("tasks"));
    inspect("resources");

    $("[data-test=filter-words] input").setValue("rack-1");
    $("[data-test='use-agent-10.0.0.2']").should(disappear);
    $("[data-test='use-agent-10.0.0.4'] a").shouldBe(visible).click();
    $("[data-test=filter-words] input").shouldHave(value("host:10.0.0.4"));
    $("a.sg").should(exist);
  }

  @Test
  void usageIsFollowedWhileSomebodyLooks() {
    signIn("demo");
    go("/clusters/dcos-east/resources");
    String before = $("[data-test='use-all-Whole cluster'] .ut").shouldBe(visible).text();
    Tasks.deploy(east, "/infra/greedy", 3);

    $("[data-test='use-all-Whole cluster'] .ut")
        .shouldNotHave(text(before), Duration.ofSeconds(30));
    Tasks.remove(east, "apps/infra/greedy");
  }

  @Test
  void podsAreShownButNotChanged() {
    Tasks.createPod(east, POD);
    signIn("demo");
    go("/clusters/dcos-east/groups?q=pair");
    $("[data-test='tree-/infra/front/pair']").shouldBe(visible).shouldHave(text("pair"));
    inspect("groups-pod");
    $("[data-test='tree-/infra/front/pair']").click();
    $("[data-test=details]").shouldHave(text("2 wanted"));
    assertThat($("[data-test=do-destroy]").getAttribute("title")).contains("pods are only shown");
    inspect("pod");
    Tasks.remove(east, "pods/infra/front/pair");
    $("[data-test=details]").shouldHave(text("It is not there"));
  }

  @Test
  void whatOneMayNotReadIsNowhere() {
    ObjectNode secret = JsonMapper.shared().createObjectNode();
    secret.put("name", "vault").put("email", "a@example.com");
    secret.putObject("permissions").putArray("READ").add("keepers");
    applications.save("vault", secret, Exhibits.DEMO);
    Tasks.create(east, APP.formatted("/demo/vault-prod-v001", "", "vault"));
    signIn("demo");
    go("/matrix");
    $("[data-test=row-vault-prod]").shouldBe(visible);

    signIn("viewer");
    go("/matrix");
    $("[data-test=row-shop-prod-cart]").shouldBe(visible);
    $("[data-test=row-vault-prod]").shouldNot(exist);
    go("/clusters/dcos-east/groups?q=vault");
    $(".empty").shouldHave(text("Nothing matches"));
    go("/clusters/dcos-east?q=label:gennaker.application=vault");
    $(".empty").shouldHave(text("Nothing matches the filter"));
    Tasks.remove(east, "apps/demo/vault-prod-v001");
  }

  @Test
  void aHugeDefinitionIsShownInPart() {
    Tasks.create(east, APP.formatted("/infra/huge", "x".repeat(2_000_000), ""));
    signIn("demo");
    go("/clusters/dcos-east?q=group:/infra+huge&tab=definition");
    $$("a.sg").findBy(visible).click();
    $("[data-test=tab-definition]").click();
    $("[data-test=whole-definition]").shouldBe(visible);
    assertThat($("[data-test=definition]").getText().length()).isLessThan(110_000);
    Tasks.remove(east, "apps/infra/huge");
  }

  private static void inspect(String name) {
    SoftAssertions all = new SoftAssertions();
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      Browser.photograph(name + "-" + look.suffix());
      all.assertThat(Accessibility.violations()).as(name + " in " + look).isEmpty();
      all.assertThat(Browser.overflow()).as("overflow of " + name + " in " + look).isZero();
    }
    Browser.look(Look.LIGHT);
    all.assertAll();
  }
}

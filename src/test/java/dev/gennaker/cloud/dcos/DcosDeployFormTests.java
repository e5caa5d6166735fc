package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.cloud.Account;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DcosDeployFormTests {

  private Map<String, Object> told = Map.of();

  private Component form(Map<String, Object> entry) {
    List<Account> accounts =
        List.of(new Account("demo", "dcos", "test", List.of("dcos-east", "dcos-west")));
    return new DeployFieldsForm("shop", accounts, new EntryForm(entry, now -> told = now));
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(DcosDeployFormTests::all));
  }

  @SuppressWarnings("unchecked")
  private static <T> T find(Component form, String id) {
    return (T)
        all(form)
            .filter(c -> c.getId().filter(id::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no field " + id));
  }

  private static void write(Component form, String id, Object value) {
    HasValue<?, Object> field = find(form, id);
    field.setValue(value);
  }

  @Test
  void keepsWhatItHasNoFieldFor() {
    Component form = form(Map.of("novelty", List.of(1), "cpus", 1, "strategy", "redblack"));

    write(form, "dcos-cpus", "0.5");
    write(form, "dcos-desiredCapacity", "${parameters.size}");
    assertThat(told)
        .containsEntry("novelty", List.of(1))
        .containsEntry("strategy", "redblack")
        .containsEntry("cpus", 0.5)
        .containsEntry("desiredCapacity", "${parameters.size}");
  }

  @Test
  void writesThePlaceInAllSpellings() {
    Component form = form(Map.of("account", "demo", "region", "dcos-east_shop_web"));

    assertThat(((HasValue<?, ?>) find(form, "dcos-group")).getValue()).isEqualTo("shop/web");
    write(form, "dcos-group", "shop/api");
    write(form, "dcos-cluster", "dcos-west");
    assertThat(told)
        .containsEntry("region", "dcos-west_shop_api")
        .containsEntry("dcosCluster", "dcos-west")
        .containsEntry("group", "shop/api");
  }

  @Test
  void removesTheKeyOfAnEmptiedField() {
    Component form = form(Map.of("cmd", "sleep 1", "docker", Map.of("image", "nginx", "x", 1)));

    write(form, "dcos-cmd", "");
    write(form, "dcos-docker-image", "");
    assertThat(told).doesNotContainKey("cmd").containsEntry("docker", Map.of("x", 1));
  }

  @Test
  void beginsTheJsonWithWhatTheFieldsSayAndGoesBack() {
    Component form = form(Map.of("cmd", "sleep 1", "desiredCapacity", 2, "env", Map.of("A", "b")));

    ((Checkbox) find(form, "dcos-raw")).setValue(true);
    assertThat(told.get("marathon"))
        .isEqualTo(Map.of("cmd", "sleep 1", "instances", 2, "env", Map.of("A", "b")));
    assertThat(told).doesNotContainKeys("desiredCapacity", "env");

    TextArea json = find(form, "dcos-marathon");
    json.setValue("{ not json");
    assertThat(json.isInvalid()).isTrue();
    json.setValue("{\"cmd\": \"sleep 2\", \"novelty\": null}");
    assertThat(json.isInvalid()).isFalse();
    assertThat(told.get("marathon")).asString().contains("novelty");

    ((Checkbox) find(form, "dcos-raw")).setValue(false);
    assertThat(told).doesNotContainKey("marathon").containsEntry("desiredCapacity", 2);
  }

  @Test
  void editsRoutesAndKeepsLabelsItDoesNotKnow() {
    Component form =
        form(
            Map.of(
                "labels",
                Map.of(
                    "team", "web",
                    "HAPROXY_GROUP", "external",
                    "HAPROXY_0_VHOST", "a.example.com",
                    "HAPROXY_0_BACKEND_HTTP_OPTIONS", "  option forwardfor\n",
                    "HAPROXY_1_PORT", "10090")));

    labelled(form, "Host").getFirst().setValue("b.example.com");
    write(form, "dcos-HAPROXY_DEPLOYMENT_GROUP", "web");
    assertThat(told.get("labels"))
        .isEqualTo(
            Map.of(
                "team", "web",
                "HAPROXY_GROUP", "external",
                "HAPROXY_0_VHOST", "b.example.com",
                "HAPROXY_0_BACKEND_HTTP_OPTIONS", "  option forwardfor\n",
                "HAPROXY_1_PORT", "10090",
                "HAPROXY_DEPLOYMENT_GROUP", "web"));

    checkbox(form, "Sticky").getFirst().setValue(true);
    labelled(form, "Host").getFirst().setValue("");
    write(form, "dcos-HAPROXY_GROUP", "");
    assertThat(labels())
        .doesNotContainKeys("HAPROXY_GROUP", "HAPROXY_0_VHOST")
        .hasEntrySatisfying("HAPROXY_0_STICKY", on -> assertThat(on).isEqualTo("true"))
        .containsKey("team");
    checkbox(form, "Sticky").getFirst().setValue(false);
    assertThat(labels()).doesNotContainKey("HAPROXY_0_STICKY");
  }

  private static List<TextField> labelled(Component form, String label) {
    return all(form)
        .filter(c -> c instanceof TextField field && label.equals(field.getLabel()))
        .map(TextField.class::cast)
        .toList();
  }

  private static List<Checkbox> checkbox(Component form, String label) {
    return all(form)
        .filter(c -> c instanceof Checkbox box && label.equals(box.getLabel()))
        .map(Checkbox.class::cast)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> labels() {
    return (Map<String, Object>) told.get("labels");
  }
}

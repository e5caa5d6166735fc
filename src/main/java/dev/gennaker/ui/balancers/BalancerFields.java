package dev.gennaker.ui.balancers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.cloud.Account;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a load balancer is set up with: size, ports and group; the rest is folded away. */
final class BalancerFields extends FormLayout {

  private static final List<String> MORE =
      List.of(
          "image",
          "marathonUrl",
          "serviceAccountSecret",
          "certificateSecret",
          "certificatePaths",
          "templatesUri",
          "globalOptions");
  private static final Map<String, String> LABELS =
      Map.of(
          "image", "Image",
          "marathonUrl", "Marathon's address",
          "serviceAccountSecret", "Service account secret",
          "certificateSecret", "Certificate secret",
          "certificatePaths", "Certificate files",
          "templatesUri", "Templates",
          "globalOptions", "Global options");
  private static final Map<String, String> HELP =
      Map.of(
          "serviceAccountSecret", "Its path; clusters in strict mode want it",
          "certificateSecret", "Path of a secret with certificate and key",
          "certificatePaths", "In its sandbox, with commas between",
          "templatesUri", "Address of an archive with HAPROXY templates",
          "globalOptions", "HAPROXY_GLOBAL_DEFAULT_OPTIONS");

  private final Map<String, Object> before;
  private final ComboBox<String> account = new ComboBox<>("Account");
  private final ComboBox<String> location = new ComboBox<>("DC/OS cluster");
  private final TextField name = new TextField("Name");
  private final IntegerField instances = new IntegerField("Instances");
  private final NumberField cpus = new NumberField("CPUs");
  private final NumberField mem = new NumberField("Memory");
  private final TextField group = new TextField("HAPROXY group");
  private final TextField roles = new TextField("Agents with role");
  private final IntegerField from = new IntegerField("First service port");
  private final IntegerField to = new IntegerField("Last service port");
  private final Checkbox web = new Checkbox("Open ports 80 and 443");
  private final Map<String, TextField> more = new LinkedHashMap<>();

  /**
   * @param before the body of the one to be changed; empty for a new one
   */
  BalancerFields(List<Account> accounts, Map<String, Object> before) {
    this.before = before;
    twoColumns(this);
    account.setItems(accounts.stream().map(Account::name).toList());
    location.setItems(
        accounts.stream().flatMap(one -> one.locations().stream()).distinct().toList());
    name.setHelperText("app, app-stack or app-stack-detail; the application owns it");
    mem.setHelperText("MiB");
    group.setHelperText("Server groups ask for it by label; account_name where empty");
    roles.setHelperText("slave_public where empty");
    numbers();
    group.setValue(text("haproxyGroup"));
    roles.setValue(
        before.get("acceptedResourceRoles") instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : "");
    web.setValue(!Boolean.FALSE.equals(before.get("bindHttpHttps")));
    if (before.isEmpty()) {
      add(account, location, name);
      setColspan(name, 2);
    }
    add(instances, group, cpus, mem, from, to, roles, web, folded());
  }

  /** Where there is room; one below the other on a phone. */
  private static void twoColumns(FormLayout form) {
    form.setAutoResponsive(true);
    form.setAutoRows(true);
    form.setMaxColumns(2);
    form.setColumnWidth("14em");
    form.setExpandFields(true);
    form.setExpandColumns(true);
  }

  private void numbers() {
    instances.setValue(before.get("instances") instanceof Number n ? n.intValue() : 1);
    instances.setMin(0);
    instances.setStepButtonsVisible(true);
    cpus.setValue(before.get("cpus") instanceof Number n ? n.doubleValue() : 2.0);
    cpus.setMin(0.01);
    mem.setValue(before.get("mem") instanceof Number n ? n.doubleValue() : 1024.0);
    mem.setMin(32);
    Map<?, ?> range = before.get("portRange") instanceof Map<?, ?> map ? map : Map.of();
    from.setValue(range.get("minPort") instanceof Number n ? n.intValue() : 10_000);
    to.setValue(range.get("maxPort") instanceof Number n ? n.intValue() : 10_100);
    Stream.of(from, to)
        .forEach(
            field -> {
              field.setMin(10_000);
              field.setMax(65_535);
            });
  }

  private Component folded() {
    FormLayout inside = new FormLayout();
    twoColumns(inside);
    for (String key : MORE) {
      TextField field = new TextField(LABELS.getOrDefault(key, key));
      field.setHelperText(HELP.getOrDefault(key, ""));
      field.setValue(text(key));
      more.put(key, field);
      inside.add(field);
    }
    Details fold = new Details("Image, strict mode, certificates, templates", inside);
    setColspan(fold, 2);
    return fold;
  }

  private String text(String key) {
    Object value = before.get(key);
    return value == null ? "" : String.valueOf(value);
  }

  /** Whether it can be sent; what cannot is marked. */
  boolean right() {
    boolean named = before.isEmpty() ? place() : true;
    boolean range =
        from.getValue() != null && to.getValue() != null && from.getValue() <= to.getValue();
    to.setInvalid(!range);
    to.setErrorMessage(range ? "" : "It must not be before the first.");
    return named
        && range
        && Stream.of(instances, from, to).noneMatch(f -> f.getValue() == null || f.isInvalid())
        && Stream.of(cpus, mem).noneMatch(f -> f.getValue() == null || f.isInvalid());
  }

  private boolean place() {
    boolean where = account.getValue() != null && location.getValue() != null;
    account.setInvalid(account.getValue() == null);
    account.setErrorMessage("Choose one.");
    location.setInvalid(location.getValue() == null);
    location.setErrorMessage("Choose one.");
    boolean called = name.getValue().matches("[a-z0-9]+(-[a-z0-9]+)*");
    name.setInvalid(!called);
    name.setErrorMessage("Lower case letters and digits, with dashes inside.");
    return where && called;
  }

  String name() {
    return name.getValue();
  }

  /** The settings of the stage but for what it is called and where it is. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("instances", instances.getValue());
    settings.put("cpus", cpus.getValue());
    settings.put("mem", mem.getValue());
    settings.put("bindHttpHttps", web.getValue());
    Map<String, Object> range = new HashMap<>();
    range.put("minPort", from.getValue());
    range.put("maxPort", to.getValue());
    range.put(
        "protocol",
        before.get("portRange") instanceof Map<?, ?> old && old.get("protocol") != null
            ? String.valueOf(old.get("protocol"))
            : "tcp");
    settings.put("portRange", range);
    List<String> listed =
        Stream.of(roles.getValue().split(","))
            .map(String::strip)
            .filter(r -> !r.isEmpty())
            .toList();
    if (!listed.isEmpty()) {
      settings.put("acceptedResourceRoles", listed);
    }
    put(settings, "haproxyGroup", group.getValue());
    more.forEach((key, field) -> put(settings, key, field.getValue()));
    if (before.isEmpty()) {
      settings.put("credentials", account.getValue());
      settings.put("region", location.getValue());
      settings.put("loadBalancerName", name.getValue());
    }
    return settings;
  }

  private static void put(Map<String, Object> settings, String key, String value) {
    if (!value.isBlank()) {
      settings.put(key, value.strip());
    }
  }
}

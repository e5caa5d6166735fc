package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where, what, how much, and either the network, health, environment and labels or raw JSON. */
final class DeployFieldsForm extends VerticalLayout {

  private static final List<String> PROTOCOLS =
      List.of("HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_HTTP", "MESOS_HTTPS", "MESOS_TCP");

  private final String application;
  private final List<Account> accounts;
  private final EntryForm entry;
  private final Span name = new Span();
  private final VerticalLayout fields = new VerticalLayout();
  private final JsonAppForm json;

  DeployFieldsForm(String application, List<Account> accounts, EntryForm entry) {
    this.application = application;
    this.accounts = accounts;
    this.entry = entry;
    this.json = new JsonAppForm(entry, this::service);
    setPadding(false);
    fields.setPadding(false);
    Checkbox raw = new Checkbox("Write Marathon's own JSON instead of fields");
    raw.setId("dcos-raw");
    raw.setValue(entry.get("marathon") != null);
    raw.addValueChangeListener(e -> json.use(e.getValue()));
    raw.addValueChangeListener(e -> show(e.getValue()));
    fields.add(sizes(), what(), network(), labels(), health(), environment());
    add(where(), name, raw, fields, json);
    show(raw.getValue());
    showName();
  }

  private void show(boolean raw) {
    fields.setVisible(!raw);
    json.setVisible(raw);
  }

  private Component where() {
    List<String> names = accounts.stream().map(Account::name).toList();
    List<String> clusters =
        accounts.stream().flatMap(account -> account.locations().stream()).distinct().toList();
    String region = entry.text("region");
    ComboBox<String> cluster = new ComboBox<>("DC/OS cluster");
    cluster.setId("dcos-cluster");
    cluster.setItems(clusters);
    cluster.setAllowCustomValue(true);
    cluster.addCustomValueSetListener(e -> cluster.setValue(e.getDetail()));
    String known = Addresses.cluster(region);
    cluster.setValue(known.isEmpty() ? null : known);
    TextField group = new TextField("Group");
    group.setId("dcos-group");
    group.setHelperText("Folder below the account, e.g. shop/backend; may be empty");
    group.setValue(group(region));
    cluster.addValueChangeListener(e -> place(e.getValue(), group.getValue()));
    group.addValueChangeListener(e -> place(cluster.getValue(), e.getValue()));
    TextField stack = entry.field("Stack", "stack", "e.g. prod; may be empty");
    TextField detail = entry.field("Detail", "freeFormDetails", "e.g. eu; may be empty");
    stack.addValueChangeListener(e -> showName());
    detail.addValueChangeListener(e -> showName());
    return layout(entry.choice("Account", "account", names), cluster, group, stack, detail);
  }

  private String group(String region) {
    String rest = Addresses.safe(region).substring(Addresses.cluster(region).length());
    return rest.isEmpty() ? entry.text("group") : rest.substring(1).replace('_', '/');
  }

  private void place(@Nullable String cluster, String group) {
    String at = cluster == null ? "" : cluster;
    String folder = group.strip().replaceAll("^/+|/+$", "");
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("region", folder.isEmpty() ? at : at + "_" + folder.replace('/', '_'));
    values.put("dcosCluster", at);
    values.put("group", folder);
    entry.setAll(values);
    showName();
  }

  private String cluster() {
    String stack = entry.text("stack");
    String detail = entry.text("freeFormDetails");
    return new Moniker(
            application, stack.isEmpty() ? null : stack, detail.isEmpty() ? null : detail, null)
        .cluster();
  }

  private String service() {
    return Addresses.folder(entry.text("account"), entry.text("region")) + "/" + cluster();
  }

  private void showName() {
    name.setText("Creates versions of " + service());
  }

  private Component sizes() {
    TextField instances = entry.number("Instances", "desiredCapacity", "");
    if (entry.get("capacity") instanceof Map) {
      instances = entry.number("Instances", "capacity.desired", "");
    }
    return layout(
        instances,
        entry.number("CPUs", "cpus", "Shares of a CPU for each instance"),
        entry.number("Memory", "mem", "MiB for each instance"),
        entry.number("Disk", "disk", "MiB for each instance"),
        entry.number("GPUs", "gpus", "Needs the Universal Container Runtime"));
  }

  private Component what() {
    boolean resolved = entry.get("docker.image") instanceof Map;
    String image = resolved ? "docker.image.imageId" : "docker.image";
    return layout(
        entry.field("Image", image, "Left empty where a stage or the trigger finds it"),
        entry.field("Command", "cmd", "Left empty to run what the image runs"),
        entry.choice("Containerizer", "containerizer", List.of("DOCKER", "UCR")));
  }

  private Component network() {
    ComboBox<String> type =
        entry.choice("Network", "networkType", List.of("HOST", "BRIDGE", "USER"));
    type.setHelperText("USER is a virtual network, which needs its name");
    RowsForm endpoints =
        new RowsForm(
            "Endpoint",
            entry.objects("serviceEndpoints"),
            rows -> entry.set("serviceEndpoints", rows),
            RowsForm.text("Name", "name"),
            RowsForm.number("Port", "port"),
            RowsForm.choice("Protocol", "protocol", List.of("tcp", "udp", "udp,tcp")),
            RowsForm.number("Service port", "servicePort"),
            RowsForm.flag("Load balanced", "loadBalanced"));
    return fold("Network", layout(type, entry.field("Network name", "networkName", "")), endpoints);
  }

  private Component health() {
    return fold(
        "Health checks",
        new RowsForm(
            "Health check",
            entry.objects("healthChecks"),
            rows -> entry.set("healthChecks", rows),
            RowsForm.choice("Protocol", "protocol", PROTOCOLS),
            RowsForm.text("Path", "path"),
            RowsForm.number("Port index", "portIndex"),
            RowsForm.number("Grace, s", "gracePeriodSeconds"),
            RowsForm.number("Interval, s", "intervalSeconds"),
            RowsForm.number("Failures", "maxConsecutiveFailures")));
  }

  private Component environment() {
    return fold(
        "Environment",
        new PairsForm("Variable", entry.map("env"), pairs -> entry.set("env", pairs)));
  }

  private Component labels() {
    return fold(
        "Routes and labels",
        new LabelsForm(entry.map("labels"), labels -> entry.set("labels", labels)));
  }

  private static Component layout(Component... components) {
    FormLayout layout = new FormLayout(components);
    layout.setAutoResponsive(true);
    layout.setExpandFields(true);
    layout.setWidthFull();
    return layout;
  }

  private static Component fold(String title, Component... content) {
    VerticalLayout inside = new VerticalLayout(content);
    inside.setPadding(false);
    Details fold = new Details(title, inside);
    fold.setWidthFull();
    return fold;
  }
}

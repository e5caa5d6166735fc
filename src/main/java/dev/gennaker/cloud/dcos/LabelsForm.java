package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labels: those by which marathon-lb lets traffic in have fields of their own, one row for each
 * port; all others are names and values and stay as they are.
 */
final class LabelsForm extends VerticalLayout {

  private static final Pattern ROUTE =
      Pattern.compile("HAPROXY_(\\d{1,4})_(VHOST|PATH|PORT|MODE|STICKY|REDIRECT_TO_HTTPS)");
  private static final String GROUP = "HAPROXY_GROUP";
  private static final String SHARED = "HAPROXY_DEPLOYMENT_GROUP";
  private static final String ALT_PORT = "HAPROXY_DEPLOYMENT_ALT_PORT";
  private static final String INDEX = "index";

  private final Consumer<Map<String, Object>> changed;
  private final Map<String, Object> whole = new LinkedHashMap<>();
  private Map<String, Object> routes = new LinkedHashMap<>();
  private Map<String, Object> others = new LinkedHashMap<>();

  LabelsForm(Map<String, Object> labels, Consumer<Map<String, Object>> changed) {
    this.changed = changed;
    setPadding(false);
    Map<Integer, Map<String, Object>> rows = new TreeMap<>();
    labels.forEach(
        (key, value) -> {
          Matcher route = ROUTE.matcher(key);
          if (!(value instanceof String)) {
            others.put(key, value);
          } else if (List.of(GROUP, SHARED, ALT_PORT).contains(key)) {
            whole.put(key, value);
          } else if (route.matches()) {
            routes.put(key, value);
            int index = Integer.parseInt(route.group(1));
            rows.computeIfAbsent(index, LabelsForm::row).put(route.group(2), value);
          } else {
            others.put(key, value);
          }
        });
    Span help = new Span("Routes let traffic in through a marathon-lb that serves the group.");
    help.addClassName("help");
    FormLayout fields =
        new FormLayout(
            field("HAPROXY group", GROUP, "e.g. external; empty for no route"),
            field("Both versions share", SHARED, "A name, for zero downtime"),
            field("Second service port", ALT_PORT, "For zero downtime"));
    fields.setAutoResponsive(true);
    fields.setExpandFields(true);
    fields.setWidthFull();
    add(
        help,
        fields,
        new RowsForm(
            "Route",
            new ArrayList<>(rows.values()),
            this::routed,
            RowsForm.number("Port index", INDEX),
            RowsForm.text("Host", "VHOST"),
            RowsForm.text("Path", "PATH"),
            RowsForm.number("Port outside", "PORT"),
            RowsForm.choice("Mode", "MODE", List.of("http", "tcp")),
            RowsForm.flag("Sticky", "STICKY"),
            RowsForm.flag("HTTPS only", "REDIRECT_TO_HTTPS")),
        new PairsForm("Label", others, this::other));
  }

  private static Map<String, Object> row(int index) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(INDEX, index);
    return row;
  }

  private TextField field(String label, String key, String help) {
    TextField field = new TextField(label);
    field.setId("dcos-" + key);
    field.setHelperText(help);
    field.setValue(String.valueOf(whole.getOrDefault(key, "")));
    field.addValueChangeListener(
        change -> {
          if (change.getValue().isBlank()) {
            whole.remove(key);
          } else {
            whole.put(key, change.getValue().strip());
          }
          tell();
        });
    return field;
  }

  /** A row without an index is of the port at its own place. */
  private void routed(List<Map<String, Object>> rows) {
    routes = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      String index = String.valueOf(row.getOrDefault(INDEX, i)).strip();
      row.forEach(
          (key, value) -> {
            boolean off = value.equals(false) || String.valueOf(value).isBlank();
            if (!key.equals(INDEX) && !off) {
              routes.put("HAPROXY_%s_%s".formatted(index, key), String.valueOf(value));
            }
          });
    }
    tell();
  }

  private void other(Map<String, Object> pairs) {
    others = pairs;
    tell();
  }

  private void tell() {
    Map<String, Object> all = new LinkedHashMap<>(others);
    all.putAll(whole);
    all.putAll(routes);
    changed.accept(all);
  }
}

package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gennaker.cloud.dcos.definition.AppBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Marathon's JSON as text. It begins with what the fields say; both are kept while one looks. */
final class JsonAppForm extends VerticalLayout {

  // These would win over the JSON; while it is in use they are put aside.
  private static final List<String> OVERLAYS =
      List.of("desiredCapacity", "capacity", "env", "labels", "docker");

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final EntryForm entry;
  private final Supplier<String> service;
  private final TextArea text = new TextArea("Marathon app");
  private final Map<String, @Nullable Object> aside = new LinkedHashMap<>();
  private @Nullable Object app;

  /**
   * @param service names the service, for the address of a load balanced endpoint
   */
  JsonAppForm(EntryForm entry, Supplier<String> service) {
    this.entry = entry;
    this.service = service;
    this.app = entry.get("marathon");
    setPadding(false);
    text.setId("dcos-marathon");
    text.setWidthFull();
    text.setMinRows(12);
    text.setHelperText("Passed on as it is; id and Gennaker's own labels are added");
    text.setValue(app == null ? "" : pretty(app));
    text.addValueChangeListener(e -> read(e.getValue()));
    add(text);
  }

  /** Switches between the fields and this text. */
  void use(boolean json) {
    if (!json) {
      aside.put("marathon", null);
      entry.setAll(aside);
      return;
    }
    if (app == null) {
      app = JsonMapper.shared().convertValue(AppBuilder.build(entry.entry(), service.get()), MAP);
      text.setValue(pretty(app));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String key : OVERLAYS) {
      if (!key.equals("docker") || !found()) {
        aside.put(key, entry.get(key));
        values.put(key, null);
      }
    }
    values.put("marathon", app);
    entry.setAll(values);
  }

  /** Whether the image comes from a stage or the trigger, also into raw JSON. */
  private boolean found() {
    return entry.map("docker.image").keySet().stream().anyMatch(key -> key.startsWith("from"));
  }

  private void read(String json) {
    try {
      Object read = json.isBlank() ? null : JsonMapper.shared().readValue(json, Object.class);
      boolean fits = read instanceof Map || (json.contains("${") && read == null);
      text.setInvalid(!fits);
      text.setErrorMessage(fits ? "" : "Write one JSON object, { … }.");
      if (fits) {
        app = read;
        entry.set("marathon", read);
      }
    } catch (JacksonException e) {
      text.setInvalid(true);
      text.setErrorMessage("This is not JSON: " + e.getOriginalMessage());
    }
  }

  private static String pretty(Object app) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(app);
  }
}

package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * {@code docs/stages} is what the catalogue says of each stage type. After a change of a stage
 * write it anew: {@code mvn test -Dtest=StageDocsTests -Dstage.docs=write}.
 */
class StageDocsTests extends ApiContract {

  private static final Path FOLDER = Path.of("docs/stages");

  @Test
  void isWhatTheCatalogueSays() throws IOException {
    Map<String, String> pages = pages(get("/api/stageTypes").json());
    if ("write".equals(System.getProperty("stage.docs"))) {
      write(pages);
    }

    assertThat(written()).isEqualTo(pages);
  }

  @Test
  void describesSettingsAsJsonSchema() {
    JsonNode wait = get("/api/stageTypes/wait").json();

    assertThat(wait.path("schema").path("required").toString()).isEqualTo("[\"waitTime\"]");
    assertThat(wait.path("schema").path("properties").path("waitTime").path("minimum").intValue())
        .isZero();
    assertThat(wait.path("help").stringValue()).contains("skipRemainingWait");
    assertThat(get("/api/stageTypes/ghost").status()).isEqualTo(404);
  }

  private static Map<String, String> pages(JsonNode types) {
    Map<String, String> pages = new TreeMap<>();
    StringBuilder index =
        new StringBuilder(
            "# Stages\n\nWritten from the stage types themselves; edit their `help.md`.\n\n");
    for (JsonNode type : types) {
      String name = type.path("type").stringValue();
      if (type.path("offered").booleanValue()) {
        index.append(
            "* [%s](%s.md): %s\n".formatted(text(type, "label"), name, text(type, "description")));
        pages.put(name + ".md", page(type));
      }
    }
    pages.put("README.md", index.toString());
    return pages;
  }

  private static String page(JsonNode type) {
    StringBuilder page = new StringBuilder();
    page.append(
        "# %s\n\n`%s`. %s\n"
            .formatted(text(type, "label"), text(type, "type"), text(type, "description")));
    if (!text(type, "help").isBlank()) {
      page.append('\n').append(text(type, "help").strip()).append('\n');
    }
    if (!type.path("fields").isEmpty()) {
      page.append("\n## Settings\n\n| Key | Holds | |\n|---|---|---|\n");
      rows(type.path("fields"), "", page);
    }
    return page.toString();
  }

  private static void rows(JsonNode fields, String prefix, StringBuilder page) {
    for (JsonNode field : fields) {
      String key = prefix + text(field, "key");
      boolean many = field.path("many").booleanValue();
      page.append("| `%s` | %s | %s |\n".formatted(key, holds(field), about(field)));
      rows(field.path("fields"), key + (many ? "[]." : "."), page);
    }
  }

  private static String holds(JsonNode field) {
    String options =
        field
            .path("options")
            .valueStream()
            .map(o -> "`" + o.stringValue() + "`")
            .collect(Collectors.joining(", "));
    String kind = text(field, "kind").toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return (options.isEmpty() ? kind : options)
        + (field.path("required").booleanValue() ? ", required" : "");
  }

  private static String about(JsonNode field) {
    String standard = text(field, "placeholder");
    return (text(field, "label")
            + (text(field, "help").isBlank() ? "" : ": " + text(field, "help"))
            + (standard.isBlank() ? "" : " (`" + standard + "`)"))
        .replace("\n", " ")
        .replace("|", "\\|");
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String old : written().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }

  private static Map<String, String> written() throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }
}

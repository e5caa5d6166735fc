package dev.gennaker.stage.runjob;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a job wrote for the stages after it: JSON where its name says so, else Java properties. */
record PropertyFile(String name) {

  private static final int MOST = 1_000_000;

  /** What reading it came to. */
  sealed interface Read {

    record Values(Map<String, Object> values) implements Read {}

    /** It may be there in a moment. */
    record NotYet(String why) implements Read {}

    record Unusable(String why) implements Read {}
  }

  /** The path below the sandbox; empty for one that leads out of it. */
  Optional<FilePath> path() {
    return FilePath.of(name.replaceFirst("^(\\./)+", "")).filter(path -> !path.isTop());
  }

  Read read(Clouds clouds, String location, String task) {
    FilePath path = path().orElse(null);
    if (path == null) {
      return new Read.Unusable(
          "The property file %s lies outside the job's sandbox; give a path below it."
              .formatted(name));
    }
    try (InputStream in = clouds.files(location).open(new InstanceId(location, task), path)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      return bytes.length > MOST
          ? new Read.Unusable("The property file %s is larger than 1 MB.".formatted(name))
          : parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (FilesUnavailable unavailable) {
      String why =
          "The property file %s of %s cannot be read: %s"
              .formatted(name, task, unavailable.getMessage());
      return unavailable.why() == FilesUnavailable.Why.FORBIDDEN
          ? new Read.Unusable(why)
          : new Read.NotYet(why);
    } catch (IOException e) {
      return new Read.NotYet(
          "The property file %s of %s was cut off while it was read.".formatted(name, task));
    }
  }

  Read parse(String text) {
    Map<String, Object> values;
    try {
      values = name.endsWith(".json") ? json(text) : properties(text);
    } catch (JacksonException | IllegalArgumentException e) {
      return new Read.Unusable(
          "The property file %s is no %s."
              .formatted(name, name.endsWith(".json") ? "JSON object" : "Java properties file"));
    }
    return values.isEmpty()
        ? new Read.Unusable("The property file %s says nothing.".formatted(name))
        : new Read.Values(values);
  }

  private static Map<String, Object> json(String text) {
    JsonNode node = JsonMapper.shared().readTree(text);
    if (!node.isObject()) {
      throw new IllegalArgumentException("no object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    node.forEachEntry(
        (key, value) -> values.put(key, JsonMapper.shared().convertValue(value, Object.class)));
    return values;
  }

  private static Map<String, Object> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}

package dev.gennaker.execution.expression;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Texts read as data; always plain JSON values. */
final class Reading {

  private static final int DEEPEST = 100;
  private static final int LONGEST = 4_000_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Reading() {}

  static @Nullable Object json(String text) {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new ExpressionFailed(
          "'%s' is no JSON: %s".formatted(Texts.brief(text), e.getOriginalMessage()));
    }
  }

  static @Nullable Object yaml(String text, Budget budget) {
    List<@Nullable Object> documents = allYaml(text, budget);
    if (documents.size() > 1) {
      throw new ExpressionFailed(
          "The YAML has %d documents; read them with #readAllYaml()".formatted(documents.size()));
    }
    return documents.isEmpty() ? null : documents.getFirst();
  }

  static List<@Nullable Object> allYaml(String text, Budget budget) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST);
    List<@Nullable Object> documents = new ArrayList<>();
    try {
      for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
        documents.add(plain(document, 0, budget));
      }
      return documents;
    } catch (YAMLException e) {
      throw new ExpressionFailed(
          "'%s' is no YAML: %s"
              .formatted(Texts.brief(text), String.valueOf(e.getMessage()).replace('\n', ' ')));
    }
  }

  /** By name, all values text. */
  static Map<String, String> properties(String text, Budget budget) {
    try {
      Properties read = new Properties();
      read.load(new StringReader(text));
      budget.steps(read.size());
      Map<String, String> properties = new TreeMap<>();
      read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new ExpressionFailed(
          "'%s' are no properties: %s".formatted(Texts.brief(text), e.getMessage()));
    }
  }

  /** YAML has more kinds of values than JSON, and lets values hold themselves. */
  private static @Nullable Object plain(@Nullable Object value, int depth, Budget budget) {
    budget.step();
    if (depth > DEEPEST) {
      throw new ExpressionFailed("The YAML nests deeper than %d levels".formatted(DEEPEST));
    }
    return switch (value) {
      case Date date -> date.toInstant().toString();
      case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach(
            (key, each) ->
                copy.put(
                    Texts.of(plain(key, depth + 1, budget), budget),
                    plain(each, depth + 1, budget)));
        yield copy;
      }
      case Collection<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(plain(each, depth + 1, budget)));
        yield copy;
      }
      case null, default -> value;
    };
  }
}

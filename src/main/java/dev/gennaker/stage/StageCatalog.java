package dev.gennaker.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every stage type there is. Types are looked up late: a stage may need an engine that needs this
 * catalogue.
 */
@Component
public class StageCatalog {

  private final ObjectProvider<StageType<?>> types;
  private final SettingsReader reader;
  private volatile Map<String, StageType<?>> byType = Map.of();

  StageCatalog(ObjectProvider<StageType<?>> types, JsonMapper json) {
    this.types = types;
    this.reader = new SettingsReader(json);
  }

  /**
   * The stage type of that name; empty for one nobody here knows, which is kept and shown but
   * cannot run.
   */
  public Optional<StageType<?>> find(String type) {
    return Optional.ofNullable(byType().get(type));
  }

  /** All types, by label. */
  public List<StageType<?>> all() {
    return byType().values().stream().sorted(Comparator.comparing(StageType::label)).toList();
  }

  /** The settings of a type, in the order of its record. */
  public List<Field> fields(StageType<?> type) {
    return Fields.of(type.settings());
  }

  /**
   * What is wrong with a stage's settings as written; values that hold an expression are taken on
   * trust until it is evaluated. Paths start at {@code $}, the stage.
   */
  public <C extends Record> List<Problem> check(StageType<C> type, Map<String, Object> settings) {
    return reader.check(type, settings);
  }

  /**
   * The settings record from evaluated settings.
   *
   * @throws InvalidSettings where a value has the wrong kind; its problems say where
   */
  public <C extends Record> C read(StageType<C> type, Map<String, Object> settings) {
    return reader.read(type, settings);
  }

  /** JSON schema of a type's settings, for editors outside. */
  public ObjectNode schema(StageType<?> type) {
    return Schemas.of(fields(type));
  }

  /** The {@code help.md} beside a type, Markdown; empty where it has none. */
  public String help(StageType<?> type) {
    try (InputStream help = ClassUtils.getUserClass(type).getResourceAsStream("help.md")) {
      return help == null ? "" : new String(help.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("help.md of " + type.type() + " cannot be read", e);
    }
  }

  private Map<String, StageType<?>> byType() {
    if (byType.isEmpty()) {
      byType =
          types.stream()
              .collect(Collectors.toUnmodifiableMap(StageType::type, Function.identity()));
    }
    return byType;
  }
}

package dev.gennaker.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Checking settings as written, and reading evaluated ones. */
class SettingsReaderTests {

  record Sails(
      @Setting(required = true, min = 0, max = 31_536_000) @Nullable Integer count,
      @Nullable Boolean reefed,
      @Nullable List<String> colours,
      @Nullable Map<String, Object> wind,
      @Nullable List<Rope> ropes) {}

  record Rope(@Setting(required = true) @Nullable String name, @Nullable Long length) {}

  private final SettingsReader reader = new SettingsReader(JsonMapper.builder().build());
  private final SailsType type = new SailsType();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                               | $.count          | Count is missing.",
        "{'count':' '}                    | $.count          | Count is missing.",
        "{'count':'many'}                 | $.count          | Count must be a number.",
        "{'count':-1}| $.count | Count must be a number not below 0 and not above 31536000.",
        "{'count':1e999}| $.count | Count must be a number not below 0 and not above 31536000.",
        "{'count':1,'reefed':'maybe'}     | $.reefed         | Reefed must be true or false.",
        "{'count':1,'wind':[]}            | $.wind           | Wind must be an object.",
        "{'count':1,'ropes':{}}           | $.ropes          | Ropes must be a list.",
        "{'count':1,'ropes':[7]}          | $.ropes[0]       | Ropes must be an object.",
        "{'count':1,'ropes':[{}]}         | $.ropes[0].name  | Name is missing.",
        "{'count':1,'colours':'red'}      | $.colours        | This must be a list."
      })
  void saysWhereAndWhat(String settings, String path, String message) {
    assertThat(reader.check(type, settings(settings)))
        .extracting(Problem::path, Problem::message)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(path, message));
  }

  @Test
  void trustsExpressionsUntilTheyAreEvaluated() {
    assertThat(reader.check(type, settings("{'count':'${parameters.n}','ropes':'${x}'}")))
        .isEmpty();
  }

  @Test
  void readsTextAsNumbers() {
    assertThat(reader.read(type, settings("{'count':'7','ropes':[{'name':'a','length':'3'}]}")))
        .isEqualTo(new Sails(7, null, null, null, Arrays.asList(new Rope("a", 3L))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'count':3000000000}          | $.count",
        "{'count':{}}                  | $.count",
        "{'count':1,'ropes':[{'length':[]}]} | $.ropes[0].length"
      })
  void refusesWhatCannotBeRead(String settings, String path) {
    InvalidSettings refusal =
        catchThrowableOfType(InvalidSettings.class, () -> reader.read(type, settings(settings)));

    assertThat(refusal.problems()).extracting(Problem::path).containsExactly(path);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> settings(String json) {
    return JsonMapper.shared().readValue(json.replace('\'', '"'), Map.class);
  }

  private static final class SailsType implements StageType<Sails> {

    @Override
    public Outcome run(Sails settings, StageContext context) {
      return Outcome.done();
    }

    @Override
    public String type() {
      return "sails";
    }

    @Override
    public String label() {
      return "Sails";
    }

    @Override
    public String description() {
      return "Sets sails.";
    }

    @Override
    public Category category() {
      return Category.FLOW;
    }

    @Override
    public String icon() {
      return "sailboat";
    }

    @Override
    public Class<Sails> settings() {
      return Sails.class;
    }

    @Override
    public String headline(Map<String, Object> settings) {
      return "";
    }
  }
}

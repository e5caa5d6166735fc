package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pipelines people have published: with {@code GENNAKER_CORPUS} naming a folder with {@code
 * pipelines} and {@code malformed} files, each is saved and read back equal, or refused with a
 * path.
 */
@EnabledIfEnvironmentVariable(named = "GENNAKER_CORPUS", matches = ".+")
class CorpusTests extends ApiContract {

  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final List<String> OURS =
      List.of("id", "index", "updateTs", "lastModifiedBy", "revision");

  @Test
  void savesPublishedPipelinesAndReadsThemBackEqual() throws IOException {
    post("/api/applications", "{\"name\":\"corpus\"}");
    int saved = 0;
    int refused = 0;
    for (Path file : files("pipelines")) {
      ObjectNode written = (ObjectNode) EXACT.readTree(Files.readString(file));
      written.put("application", "corpus").put("name", "p" + (saved + refused));
      Reply reply = post("/api/pipelines", written.toString());
      if (reply.status() == 200) {
        saved++;
        Reply read =
            get("/api/applications/corpus/pipelineConfigs/" + written.path("name").stringValue());
        assertThat(theirs(EXACT.readTree(read.text())))
            .as(file.toString())
            .isEqualTo(theirs(written));
      } else {
        refused++;
        assertThat(reply.status()).as(file + " " + reply.text()).isEqualTo(422);
        assertThat(reply.json().path("problems").findValuesAsString("path"))
            .as(file.toString())
            .isNotEmpty()
            .allSatisfy(path -> assertThat(path).startsWith("$"));
        System.out.println(file.getFileName() + ": " + errors(reply.json()));
      }
    }
    System.out.printf("%d saved, %d refused%n", saved, refused);
    assertThat(saved).isGreaterThan(refused * 4);
  }

  @Test
  void refusesMalformedOnesWithTheirPlace() throws IOException {
    for (Path file : files("malformed")) {
      Reply reply = post("/api/pipelines", Files.readString(file));

      assertThat(reply.status()).as(file + " " + reply.text()).isIn(400, 422);
      assertThat(reply.json().path("detail").asString("")).as(file.toString()).isNotBlank();
    }
  }

  private static List<String> errors(JsonNode reply) {
    return reply
        .path("problems")
        .valueStream()
        .filter(problem -> problem.path("severity").stringValue().equals("ERROR"))
        .map(
            problem ->
                problem.path("path").stringValue() + " " + problem.path("message").stringValue())
        .toList();
  }

  private static ObjectNode theirs(JsonNode document) {
    return ((ObjectNode) document.deepCopy()).remove(OURS);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getenv("GENNAKER_CORPUS"), folder))) {
      return files.sorted().toList();
    }
  }
}

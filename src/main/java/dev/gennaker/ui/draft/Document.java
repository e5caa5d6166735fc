package dev.gennaker.ui.draft;

import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pipeline document that never changes: every edit gives another one, which shares what was not
 * touched. Keys nobody here knows stay as they are.
 */
public final class Document {

  private final ObjectNode root;
  private @Nullable List<StageDefinition> stages;

  private Document(ObjectNode root) {
    this.root = root;
  }

  /** A document of its own; changing the JSON afterwards changes nothing here. */
  public static Document of(ObjectNode json) {
    return new Document(json.deepCopy());
  }

  /** The JSON, to keep or to change. */
  public ObjectNode toJson() {
    return root.deepCopy();
  }

  /** The JSON itself, not to be changed. */
  ObjectNode json() {
    return root;
  }

  /** The stages in document order. */
  public synchronized List<StageDefinition> stages() {
    List<StageDefinition> read = stages;
    if (read == null) {
      read = List.copyOf(Documents.stages(root));
      stages = read;
    }
    return read;
  }

  public Optional<StageDefinition> stage(String refId) {
    return stages().stream().filter(stage -> stage.refId().equals(refId)).findFirst();
  }

  /** What people call a stage; its refId where it is gone or has no name. */
  public String nameOf(String refId) {
    return stage(refId).map(StageDefinition::name).filter(n -> !n.isBlank()).orElse(refId);
  }

  /** The JSON as text for people. */
  public String text() {
    return Pretty.print(root);
  }

  /** What people call the pipeline. */
  public String nameOfPipeline() {
    return root.path("name").asString("");
  }

  /** A value of the document; null where there is none. */
  public @Nullable JsonNode get(Path path) {
    return path.read(root);
  }

  /** A value of a stage; null where there is none. */
  public @Nullable JsonNode get(String refId, Path path) {
    return stageJson(refId).map(path::read).orElse(null);
  }

  /** The JSON of a stage, not to be changed. */
  Optional<ObjectNode> stageJson(String refId) {
    return stage(refId).map(stage -> (ObjectNode) root.get("stages").get(stage.index()));
  }

  /** Sets or, with null, removes a value of the document. */
  public Document with(Path path, @Nullable JsonNode value) {
    return new Document((ObjectNode) path.write(root, value));
  }

  /**
   * Sets or, with null, removes a value of a stage.
   *
   * @throws EditRefused when the stage is gone
   */
  public Document with(String refId, Path path, @Nullable JsonNode value) {
    return withStage(refId, stage -> (ObjectNode) path.write(stage, value));
  }

  /** Puts another JSON object in place of a stage's. */
  Document withStage(String refId, UnaryOperator<ObjectNode> edit) {
    int index = stage(refId).orElseThrow(() -> gone(refId)).index();
    return with(Path.of("stages", index), edit.apply((ObjectNode) root.get("stages").get(index)));
  }

  /** All elements of {@code stages}, also those that are no objects, in a list of its own. */
  List<JsonNode> stageList() {
    return new ArrayList<>(root.path("stages").valueStream().toList());
  }

  Document withStageList(List<JsonNode> stages) {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    list.addAll(stages);
    return with(Path.of("stages"), list);
  }

  /**
   * The same pipeline with every refId and reference written out: Spinnaker lets them be left out
   * and then takes the order of the stages.
   */
  Document numbered() {
    Document numbered = this;
    for (StageDefinition stage : stages()) {
      JsonNode json = root.get("stages").get(stage.index());
      Path at = Path.of("stages", stage.index());
      if (!json.hasNonNull("refId")) {
        numbered = numbered.with(at.then("refId"), JsonMapper.shared().valueToTree(stage.refId()));
        numbered =
            numbered.with(
                at.then("requisiteStageRefIds"),
                JsonMapper.shared().valueToTree(stage.requisites()));
      }
    }
    return numbered;
  }

  static EditRefused gone(String refId) {
    return new EditRefused(
        "There is no stage %s any more; somebody removed it meanwhile.".formatted(refId));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document document && root.equals(document.root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  @Override
  public String toString() {
    return "Document[" + root.path("name").asString("") + ", " + stages().size() + " stages]";
  }
}

package dev.gennaker.ui.draft;

import dev.gennaker.pipeline.StageDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adding, duplicating, copying and pasting stages. */
public final class Stages {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NUMBERED = Pattern.compile("(.*?) (\\d{1,6})");

  /** The document with new stages, and which they are. */
  public record Added(Document document, List<String> stages) {}

  private Stages() {}

  /** Adds a stage of a type; it gets a name nobody has yet. */
  public static Added add(Document document, RefIds refIds, String type, String name, Place place) {
    Document numbered = document.numbered();
    String refId = refIds.next(numbered);
    ObjectNode stage = JSON.createObjectNode();
    stage.put("name", freeName(numbered, name));
    stage.put("type", type);
    stage.put("refId", refId);
    stage.putArray("requisiteStageRefIds");
    Document added = insert(numbered, List.of(stage), anchor(place));
    return new Added(Wiring.put(added, refId, place), List.of(refId));
  }

  /**
   * Doubles stages: the copies wait for what the originals wait for, and among each other as the
   * originals do; nothing waits for them yet.
   */
  public static Added duplicate(Document document, RefIds refIds, Collection<String> stages) {
    Document numbered = document.numbered();
    List<ObjectNode> originals =
        stages.stream()
            .map(id -> numbered.stageJson(id).orElseThrow(() -> Document.gone(id)))
            .toList();
    return insertCopies(numbered, refIds, originals, false, List.copyOf(stages).getLast());
  }

  /** Stages as text for the clipboard; {@link #paste} reads it, here and anywhere else. */
  public static String copy(Document document, Collection<String> stages) {
    ObjectNode text = JSON.createObjectNode();
    ArrayNode list = text.putArray("stages");
    Document numbered = document.numbered();
    numbered.stages().stream()
        .filter(stage -> stages.contains(stage.refId()))
        .forEach(stage -> numbered.stageJson(stage.refId()).ifPresent(list::add));
    return Pretty.print(text);
  }

  /**
   * Adds the stages of a text: one stage, a list of them, or anything with {@code stages}. Those
   * that wait for none of the pasted ones wait for {@code after}.
   *
   * @throws EditRefused when the text holds no stages
   */
  public static Added paste(Document document, RefIds refIds, String text, @Nullable String after) {
    Document numbered = document.numbered();
    List<ObjectNode> pasted = read(text);
    Added added = insertCopies(numbered, refIds, pasted, true, after);
    if (after == null || numbered.stage(after).isEmpty()) {
      return added;
    }
    Document wired = added.document();
    for (String stage : added.stages()) {
      if (Wiring.requisites(wired, stage).isEmpty()) {
        wired = Wiring.connect(wired, after, stage);
      }
    }
    return new Added(wired, added.stages());
  }

  private static List<ObjectNode> read(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new EditRefused("The clipboard holds no stages: its text is not JSON.");
    }
    JsonNode list = json.path("pipeline").has("stages") ? json.path("pipeline") : json;
    JsonNode stages = list.has("stages") ? list.path("stages") : list;
    List<JsonNode> found = stages.isArray() ? stages.valueStream().toList() : List.of(stages);
    List<ObjectNode> read = new ArrayList<>();
    for (JsonNode node : found) {
      if (!(node instanceof ObjectNode stage) || !stage.path("type").isString()) {
        throw new EditRefused(
            "The clipboard holds no stages: a stage is a JSON object with a type.");
      }
      read.add(stage);
    }
    if (read.isEmpty()) {
      throw new EditRefused("The clipboard holds an empty list of stages.");
    }
    return read;
  }

  private static Added insertCopies(
      Document document,
      RefIds refIds,
      List<ObjectNode> originals,
      boolean foreign,
      @Nullable String after) {
    Map<String, String> newIds = new LinkedHashMap<>();
    List<String> stages = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      String id = refIds.next(document);
      stages.add(id);
      newIds.putIfAbsent(originals.get(i).path("refId").asString(String.valueOf(i)), id);
    }
    Set<String> names = new HashSet<>();
    document.stages().forEach(stage -> names.add(stage.name()));
    List<JsonNode> copies = new ArrayList<>();
    for (int i = 0; i < originals.size(); i++) {
      ObjectNode copy = originals.get(i).deepCopy();
      String name = freeName(names, copy.path("name").asString(copy.path("type").asString("")));
      names.add(name);
      copy.put("name", name);
      copy.put("refId", stages.get(i));
      ArrayNode requisites = JSON.createArrayNode();
      for (JsonNode requisite : copy.path("requisiteStageRefIds")) {
        String old = requisite.asString("");
        if (newIds.containsKey(old)) {
          requisites.add(newIds.get(old));
        } else if (!foreign) {
          requisites.add(requisite);
        }
      }
      copy.set("requisiteStageRefIds", requisites);
      copies.add(copy);
    }
    return new Added(insert(document, copies, after), stages);
  }

  /** Next to the stage it belongs to, so that people who read the text find it there. */
  private static Document insert(
      Document document, List<? extends JsonNode> stages, @Nullable String anchor) {
    List<JsonNode> list = document.stageList();
    int at =
        anchor == null
            ? list.size()
            : document.stage(anchor).map(StageDefinition::index).orElse(list.size() - 1) + 1;
    list.addAll(at, stages);
    return document.withStageList(list);
  }

  private static @Nullable String anchor(Place place) {
    return switch (place) {
      case Place.After(@Nullable String stage) -> stage;
      case Place.Between(@Nullable String from, String to) -> from;
      case Place.Beside(String stage) -> stage;
      case Place.Branch(@Nullable String from) -> from;
    };
  }

  private static String freeName(Document document, String wanted) {
    Set<String> names = new HashSet<>();
    document.stages().forEach(stage -> names.add(stage.name()));
    return freeName(names, wanted);
  }

  private static String freeName(Set<String> taken, String wanted) {
    Matcher numbered = NUMBERED.matcher(wanted);
    String stem = numbered.matches() ? numbered.group(1) : wanted;
    int number = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 1;
    String name = wanted;
    while (taken.contains(name)) {
      number++;
      name = stem + " " + number;
    }
    return name;
  }
}

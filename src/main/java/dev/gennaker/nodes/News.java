package dev.gennaker.nodes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one node tells the others in one breath: {@code {"from": id, "news": [{"kind": class,
 * "event": {…}}]}}; without {@code news} anything may have changed.
 *
 * @param from the id of the node
 * @param everything whether anything may have changed
 */
record News(String from, boolean everything, List<ForEveryNode> events) {

  /** PostgreSQL takes less than 8000 bytes in one notification. */
  static final int MOST_BYTES = 7900;

  private static final String HOUSE = "dev.gennaker.";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Logger LOG = LoggerFactory.getLogger(News.class);

  static String everything(String from) {
    return opening(from) + "}";
  }

  /** Told without reading it all: every node hears itself too. */
  static boolean isFrom(String node, String written) {
    return written.startsWith(opening(node));
  }

  /** As many notifications as it takes. */
  static List<String> write(String from, Collection<ForEveryNode> events) {
    String opening = opening(from) + ",\"news\":[";
    int most = MOST_BYTES - bytes(opening) - "]}".length();
    List<String> written = new ArrayList<>();
    StringBuilder breath = new StringBuilder();
    int size = 0;
    for (ForEveryNode event : events) {
      String entry = entry(event);
      int length = bytes(entry) + 1;
      if (length > most) {
        LOG.warn("{} is too long to be told to other nodes", event.getClass().getName());
        return List.of(everything(from));
      }
      if (size + length > most) {
        written.add(opening + breath + "]}");
        breath.setLength(0);
        size = 0;
      }
      breath.append(size == 0 ? "" : ",").append(entry);
      size += length;
    }
    if (size > 0) {
      written.add(opening + breath + "]}");
    }
    return written;
  }

  /**
   * What a newer node tells and is not known here is left out.
   *
   * @throws JacksonException when it is none of ours
   */
  static News read(String written) {
    JsonNode breath = JSON.readTree(written);
    List<ForEveryNode> events = new ArrayList<>();
    for (JsonNode entry : breath.path("news")) {
      ForEveryNode event = event(entry);
      if (event != null) {
        events.add(event);
      }
    }
    return new News(breath.path("from").asString(""), !breath.has("news"), events);
  }

  private static String opening(String from) {
    return "{\"from\":" + JSON.writeValueAsString(from);
  }

  private static String entry(ForEveryNode event) {
    String kind = event.getClass().getName().substring(HOUSE.length());
    return "{\"kind\":\"" + kind + "\",\"event\":" + JSON.writeValueAsString(event) + "}";
  }

  private static @Nullable ForEveryNode event(JsonNode entry) {
    String kind = entry.path("kind").asString("");
    try {
      Class<?> type = Class.forName(HOUSE + kind, false, News.class.getClassLoader());
      return type.isRecord() && ForEveryNode.class.isAssignableFrom(type)
          ? (ForEveryNode) JSON.treeToValue(entry.path("event"), type)
          : null;
    } catch (ClassNotFoundException | JacksonException unknown) {
      LOG.debug("Another node tells of {}, which is not known here", kind, unknown);
      return null;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

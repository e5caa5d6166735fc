package dev.gennaker.cloud.dcos.operation;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operation wants to be told on its next look. Losing it costs a look, never a repeat. */
final class Memory {

  private final Map<String, Object> facts;

  Memory(Map<String, Object> remembered) {
    facts = new LinkedHashMap<>(remembered);
  }

  /** Empty when nothing is remembered. */
  String text(String key) {
    return String.valueOf(facts.getOrDefault(key, ""));
  }

  Optional<Instant> moment(String key) {
    return knows(key) ? Optional.of(Instant.parse(text(key))) : Optional.empty();
  }

  int number(String key) {
    return facts.get(key) instanceof Number number ? number.intValue() : 0;
  }

  /** A list as it was remembered; empty for none. */
  List<String> texts(String key) {
    return facts.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  boolean knows(String key) {
    return facts.containsKey(key);
  }

  void put(String key, Object value) {
    facts.put(key, value);
  }

  void forget(String key) {
    facts.remove(key);
  }

  Map<String, Object> facts() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}

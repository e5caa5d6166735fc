package dev.gennaker.ui.clusters;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.ServerGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which server groups are shown; it lives in the address.
 *
 * @param stack stack of the name, often the environment; empty for any
 * @param detail detail of the name, often the service; empty for any
 * @param location DC/OS cluster; empty for any
 * @param state empty for any
 * @param words a {@link Search} as it was typed; empty for any
 * @param folder what is in this folder of the platform or below it; empty for any
 */
record Filter(
    String stack, String detail, String location, String state, String words, String folder) {

  static final Filter NONE = new Filter("", "", "", "", "", "");

  /** What one may filter by besides words: the key in the address and its name. */
  enum By {
    STACK("stack"),
    DETAIL("detail"),
    LOCATION("cluster"),
    FOLDER("group"),
    STATE("state");

    private final String key;

    By(String key) {
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  static Filter from(QueryParameters address) {
    return new Filter(
        one(address, By.STACK.key),
        one(address, By.DETAIL.key),
        one(address, By.LOCATION.key),
        one(address, By.STATE.key),
        one(address, "q"),
        one(address, By.FOLDER.key));
  }

  private static String one(QueryParameters address, String key) {
    return address.getSingleParameter(key).orElse("");
  }

  /** As parameters of an address, without those that are empty. */
  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    for (By by : By.values()) {
      all.put(by.key, value(by));
    }
    all.put("q", words);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  String value(By by) {
    return switch (by) {
      case STACK -> stack;
      case DETAIL -> detail;
      case LOCATION -> location;
      case STATE -> state;
      case FOLDER -> folder;
    };
  }

  Filter with(By by, String value) {
    return switch (by) {
      case STACK -> new Filter(value, detail, location, state, words, folder);
      case DETAIL -> new Filter(stack, value, location, state, words, folder);
      case LOCATION -> new Filter(stack, detail, value, state, words, folder);
      case STATE -> new Filter(stack, detail, location, value, words, folder);
      case FOLDER -> new Filter(stack, detail, location, state, words, value);
    };
  }

  Filter withWords(String typed) {
    return new Filter(stack, detail, location, state, typed.strip(), folder);
  }

  /** To be asked about many: what was typed is read once. */
  Predicate<ServerGroup> matching() {
    Search search = Search.parse(words);
    String below = folder + "/";
    return group ->
        fits(stack, Optional.ofNullable(group.moniker().stack()).orElse(""))
            && fits(detail, Optional.ofNullable(group.moniker().detail()).orElse(""))
            && fits(location, group.location())
            && (folder.isEmpty() || group.path().startsWith(below))
            && (state.isEmpty() || State.of(group).key().equals(state))
            && search.test(group);
  }

  private static boolean fits(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }
}

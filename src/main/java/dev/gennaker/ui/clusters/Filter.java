package dev.gennaker.ui.clusters;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which server groups are shown; it lives in the address.
 *
 * @param stack stack of the name, often the environment; empty for any
 * @param detail detail of the name, often the service; empty for any
 * @param location DC/OS cluster; empty for any
 * @param state empty for any
 * @param words in name, image, version, host or task; empty for any
 */
record Filter(String stack, String detail, String location, String state, String words) {

  static final Filter NONE = new Filter("", "", "", "", "");

  /** What one may filter by besides words: the key in the address and its name. */
  enum By {
    STACK("stack"),
    DETAIL("detail"),
    LOCATION("cluster"),
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
        one(address, "q"));
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
    };
  }

  Filter with(By by, String value) {
    return switch (by) {
      case STACK -> new Filter(value, detail, location, state, words);
      case DETAIL -> new Filter(stack, value, location, state, words);
      case LOCATION -> new Filter(stack, detail, value, state, words);
      case STATE -> new Filter(stack, detail, location, value, words);
    };
  }

  Filter withWords(String typed) {
    return new Filter(stack, detail, location, state, typed.strip());
  }

  boolean matches(ServerGroup group) {
    return fits(stack, Optional.ofNullable(group.moniker().stack()).orElse(""))
        && fits(detail, Optional.ofNullable(group.moniker().detail()).orElse(""))
        && fits(location, group.location())
        && (state.isEmpty() || State.of(group).key().equals(state))
        && matchesWords(group);
  }

  private static boolean fits(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private boolean matchesWords(ServerGroup group) {
    if (words.isEmpty()) {
      return true;
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    return (group.name() + " " + group.image() + " " + group.application() + " " + group.group())
            .toLowerCase(Locale.ROOT)
            .contains(wanted)
        || group.instances().stream().anyMatch(instance -> matches(instance, wanted));
  }

  private static boolean matches(Instance instance, String wanted) {
    return instance.id().toLowerCase(Locale.ROOT).contains(wanted)
        || instance.host().toLowerCase(Locale.ROOT).contains(wanted);
  }
}

package dev.gennaker.ui.home;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.ServerGroup;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which environment a server group belongs to: its account's, where accounts name more than one;
 * else the stack in its name.
 */
final class Environments {

  /** From the workbench to the customer; others come before the last ones, by name. */
  private static final List<String> EARLY = List.of("dev", "int", "test", "qa");

  private static final List<String> LATE =
      List.of("stage", "staging", "preprod", "prod", "production", "live");

  private final Map<String, String> byAccount;

  Environments(Collection<Account> accounts) {
    Map<String, String> named =
        accounts.stream()
            .filter(account -> !account.environment().isEmpty())
            .collect(Collectors.toMap(Account::name, Account::environment, (a, b) -> a));
    this.byAccount = named.values().stream().distinct().count() > 1 ? named : Map.of();
  }

  /** Empty where nothing says. */
  String of(ServerGroup group) {
    String stack = Objects.requireNonNullElse(group.moniker().stack(), "");
    return byAccount.isEmpty() ? stack : byAccount.getOrDefault(group.id().account(), "");
  }

  /** In the order of the way to production. */
  List<String> all(Collection<ServerGroup> groups) {
    return groups.stream()
        .map(this::of)
        .distinct()
        .sorted(Comparator.comparingInt(Environments::place).thenComparing(name -> name))
        .toList();
  }

  private static int place(String name) {
    if (EARLY.contains(name)) {
      return EARLY.indexOf(name);
    }
    return LATE.contains(name) ? 1000 + LATE.indexOf(name) : 500;
  }
}

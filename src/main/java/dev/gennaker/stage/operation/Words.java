package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.Operation;
import java.util.List;
import java.util.Map;

/** Says operations and what is wrong with them in words. */
final class Words {

  private Words() {}

  static String of(Operation operation) {
    return deed(operation) + " in " + operation.region();
  }

  /** Who is asked for what: all there is to see while a location keeps its answer waiting. */
  static String asking(Operation operation, Clouds clouds) {
    String region = operation.region();
    String location =
        clouds.locations().stream()
            .map(Location::name)
            .filter(name -> region.equals(name) || region.startsWith(name + "_"))
            .findFirst()
            .orElse(region);
    return "Asking %s to %s".formatted(location, deed(operation));
  }

  private static String deed(Operation operation) {
    return switch (operation) {
      case Operation.Deploy deploy -> "deploy " + deploy.moniker().cluster();
      case Operation.Resize resize ->
          "resize %s to %d".formatted(resize.target().name(), resize.desired());
      case Operation.Disable disable -> "disable " + disable.target().name();
      case Operation.Enable enable -> "enable " + enable.target().name();
      case Operation.Destroy destroy -> "destroy " + destroy.target().name();
      case Operation.Terminate terminate ->
          "terminate %d of %s".formatted(terminate.instances().size(), terminate.target().name());
      case Operation.Revert revert -> "bring back a former version of " + revert.target().name();
      case Operation.Restart restart -> "restart " + restart.target().name();
      case Operation.CancelChange cancel ->
          "cancel the change of %s%s"
              .formatted(cancel.target().name(), cancel.revert() ? " and roll it back" : "");
      case Operation.ResetDelay reset ->
          "start at once what is held back of " + reset.target().name();
      case Operation.HandOver over ->
          "hand traffic over from %s to %s".formatted(over.from().name(), over.target().name());
      case Operation.HandBack back -> "hand traffic back to " + back.target().name();
      case Operation.PutLoadBalancer put -> "set up load balancer " + put.name();
      case Operation.RunJob job -> "run job " + name(job);
    };
  }

  /** What its author called it, wherever a definition says so. */
  static String name(Operation.RunJob job) {
    for (String part : List.of("general", "job", "manifest")) {
      if (job.definition().get(part) instanceof Map<?, ?> map
          && map.get("id") instanceof String id) {
        return id;
      }
    }
    return "without a name";
  }

  static String unknownAccount(String account, Clouds clouds) {
    return "There is no account %s here; configure it, or choose one of %s"
        .formatted(account, clouds.accounts().stream().map(Account::name).sorted().toList());
  }
}

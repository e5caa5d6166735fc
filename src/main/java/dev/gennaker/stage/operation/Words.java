package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroupId;

/** Says operations and what is wrong with them in words. */
final class Words {

  private Words() {}

  static String of(Operation operation) {
    return switch (operation) {
      case Operation.Deploy deploy ->
          "deploy %s to %s".formatted(deploy.moniker().cluster(), deploy.region());
      case Operation.Resize resize ->
          "resize %s to %d".formatted(of(resize.target()), resize.desired());
      case Operation.Disable disable -> "disable " + of(disable.target());
      case Operation.Enable enable -> "enable " + of(enable.target());
      case Operation.Destroy destroy -> "destroy " + of(destroy.target());
      case Operation.Terminate terminate ->
          "terminate %d of %s".formatted(terminate.instances().size(), of(terminate.target()));
    };
  }

  private static String of(ServerGroupId id) {
    return id.name() + " in " + id.region();
  }

  static String unknownAccount(String account, Clouds clouds) {
    return "There is no account %s here; configure it, or choose one of %s"
        .formatted(account, clouds.accounts().stream().map(Account::name).sorted().toList());
  }
}

package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.Tally;
import java.util.Locale;

/** How a server group stands, in one word; what needs attention comes first. */
enum State {
  UNREADABLE(Status.FAILED, "Not readable"),
  CHANGING(Status.RUNNING, "Changing"),
  WAITING(Status.HELD, "Waiting"),
  UNHEALTHY(Status.FAILED, "Unhealthy"),
  STARTING(Status.RUNNING, "Starting"),
  DISABLED(Status.STOPPED, "Disabled"),
  EMPTY(Status.SKIPPED, "No instances"),
  HEALTHY(Status.SUCCEEDED, "Healthy");

  private final Status status;
  private final String word;

  State(Status status, String word) {
    this.status = status;
    this.word = word;
  }

  static State of(ServerGroup group) {
    Change change = group.change();
    Tally tally = Tally.of(group);
    if (!group.unreadable().isEmpty()) {
      return UNREADABLE;
    }
    if (change != null) {
      return change.waiting().isEmpty() ? CHANGING : WAITING;
    }
    if (group.disabled()) {
      return DISABLED;
    }
    if (tally.down() > 0) {
      return UNHEALTHY;
    }
    if (group.desired() == 0 && group.instances().isEmpty()) {
      return EMPTY;
    }
    return tally.up() >= group.desired() ? HEALTHY : STARTING;
  }

  Status status() {
    return status;
  }

  String word() {
    return word;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.gennaker.cloud;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change one may ask a provider for. Nothing is forced past a lock of the platform unless {@code
 * force} says so.
 */
public sealed interface Operation {

  String account();

  String region();

  /**
   * Key of a deploy's body: the name of the server group with which the new one shares its load
   * balancer; empty for none yet. Refused where requests could be lost.
   */
  String BESIDE = "handOverFrom";

  /**
   * Creates the next version of a cluster and follows it until its instances serve.
   *
   * @param moniker application, stack and detail of the cluster; the provider chooses the version
   * @param definition the provider's own body, e.g. the fields of a DC/OS deploy or raw Marathon
   *     JSON under {@code marathon}; with {@link #BESIDE} it shares its load balancer with an older
   *     one
   * @param desired how many instances; null leaves it to the definition
   * @param model whether the next version comes beside the others or in place of the one before
   */
  record Deploy(
      String account,
      String region,
      Moniker moniker,
      Map<String, Object> definition,
      @Nullable Integer desired,
      Model model)
      implements Operation {

    /** Beside the others. */
    public Deploy(
        String account,
        String region,
        Moniker moniker,
        Map<String, Object> definition,
        @Nullable Integer desired) {
      this(account, region, moniker, definition, desired, Model.VERSIONED);
    }
  }

  /** How versions of a cluster follow each other. */
  enum Model {
    /** Each is a server group of its own, {@code …-v012}. */
    VERSIONED,
    /** One server group without a number is changed by the platform's own rolling upgrade. */
    IN_PLACE
  }

  /**
   * Gives a server group the definition of a former version, in its present size.
   *
   * @param version the platform's name of it, as {@link FormerVersion#version}; empty for the one
   *     before the last change
   */
  record Revert(ServerGroupId target, String version, boolean force) implements OnServerGroup {}

  record Resize(ServerGroupId target, int desired, boolean force) implements OnServerGroup {}

  /**
   * Takes it out of service, remembering its size.
   *
   * @param remember the size to remember, e.g. that from before it was made smaller; null for the
   *     one it has
   */
  record Disable(ServerGroupId target, boolean force, @Nullable Integer remember)
      implements OnServerGroup {

    public Disable(ServerGroupId target, boolean force) {
      this(target, force, null);
    }
  }

  /** Puts it back into service with its remembered size, or with {@code desired}. */
  record Enable(ServerGroupId target, @Nullable Integer desired, boolean force)
      implements OnServerGroup {}

  record Destroy(ServerGroupId target, boolean force) implements OnServerGroup {}

  /**
   * Ends instances; the platform replaces them, unless {@code decrement} lowers the size by as
   * many.
   */
  record Terminate(ServerGroupId target, List<String> instances, boolean decrement)
      implements OnServerGroup {}

  /** Replaces all its instances by new ones of the same definition, once. */
  record Restart(ServerGroupId target, boolean force) implements OnServerGroup {}

  /**
   * Ends a change the platform is carrying out, which holds the lock. What it already did stays
   * mixed as it is, unless {@code revert} has it undone.
   *
   * @param change the platform's id of it, as {@link Change#id}; empty for the one going on
   */
  record CancelChange(ServerGroupId target, String change, boolean revert)
      implements OnServerGroup {}

  /** Starts at once what the platform holds back after failures. */
  record ResetDelay(ServerGroupId target) implements OnServerGroup {}

  /**
   * Gives a new server group instances behind a load balancer that it shares with an older one, and
   * takes as many of the older one out of service there. Done when those serve nobody any more.
   *
   * @param from the older one
   * @param desired how many the new one has then
   * @param waitSeconds how long connections may stay
   * @param insist whether what stays longer is cut off; else it fails
   * @param release whether instances of the older one that serve nobody end on the way; else all of
   *     them stay until it is destroyed
   */
  record HandOver(
      ServerGroupId target,
      ServerGroupId from,
      int desired,
      int waitSeconds,
      boolean insist,
      boolean release)
      implements OnServerGroup {}

  /**
   * The way back: an older server group gets its instances again, and the load balancer takes the
   * new one's out of service. Done when those serve nobody any more.
   *
   * @param target the older one
   * @param from the new one
   * @param desired how many the older one has then
   */
  record HandBack(ServerGroupId target, ServerGroupId from, int desired, int waitSeconds)
      implements OnServerGroup {}

  /**
   * Runs a program to its end, once.
   *
   * @param definition the provider's own body, e.g. the fields of a DC/OS job or raw Metronome JSON
   *     under {@code job}
   * @param await whether it is followed to its end; else it is done when it was started
   * @param keep whether its definition stays after it ended well; that of a failed one stays anyway
   */
  record RunJob(
      String account, String region, Map<String, Object> definition, boolean await, boolean keep)
      implements Operation {}

  /**
   * Creates a load balancer, or changes the one of that name; what the definition says nothing of
   * stays as it is.
   *
   * @param name {@code app[-stack[-detail]]}
   * @param definition the provider's own body, e.g. the fields of a marathon-lb
   */
  record PutLoadBalancer(String account, String region, String name, Map<String, Object> definition)
      implements Operation {}

  /** An operation on one existing server group. */
  sealed interface OnServerGroup extends Operation
      permits Resize,
          Disable,
          Enable,
          Destroy,
          Terminate,
          Restart,
          Revert,
          CancelChange,
          ResetDelay,
          HandOver,
          HandBack {

    ServerGroupId target();

    @Override
    default String account() {
      return target().account();
    }

    @Override
    default String region() {
      return target().region();
    }
  }
}

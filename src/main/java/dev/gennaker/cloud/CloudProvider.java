package dev.gennaker.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of place to deploy to. A Spring bean in a folder of its own; passes by extending {@code
 * CloudProviderContract}.
 */
public interface CloudProvider {

  /** Spinnaker's {@code cloudProvider}, e.g. {@code dcos}. */
  String id();

  /** What people call it. */
  String label();

  List<Account> accounts();

  Inventory inventory();

  /** Whether it can carry out this kind of operation; the editor greys out what it cannot. */
  boolean supports(Class<? extends Operation> operation);

  /**
   * What is wrong with a deploy body, before anything is sent; the platform's own rules.
   *
   * @return paths start at {@code $}, the body
   */
  List<Fault> check(Map<String, Object> definition);

  /**
   * What is wrong with the body of a {@link Operation.RunJob}, before anything is sent.
   *
   * @return paths start at {@code $}, the body
   */
  default List<Fault> checkJob(Map<String, Object> definition) {
    return List.of();
  }

  /**
   * What is wrong with the body of a {@link Operation.PutLoadBalancer}, before anything is sent.
   *
   * @return paths start at {@code $}, the body
   */
  default List<Fault> checkLoadBalancer(Map<String, Object> definition) {
    return List.of();
  }

  /**
   * The body a load balancer would be put with to be as it is, read from the platform when asked.
   *
   * @return empty when it is gone
   * @throws RuntimeException when the platform did not answer
   */
  default Optional<Map<String, Object>> loadBalancer(ServerGroupId id) {
    return Optional.empty();
  }

  /**
   * A deploy body that makes another one like this, read from the platform when asked: everything
   * but its name, what it is of a version, and what only the platform writes.
   *
   * @return empty when it is gone
   * @throws RuntimeException when the platform did not answer
   */
  default Optional<Map<String, Object>> copy(ServerGroupId id) {
    return Optional.empty();
  }

  /**
   * The versions a server group had since it was made and the one it has, newest first, as many as
   * are worth reading; such as differ in size only are one.
   *
   * @return empty where the platform keeps none
   * @throws RuntimeException when the platform did not answer
   */
  default List<FormerVersion> versions(ServerGroupId id) {
    return List.of();
  }

  /**
   * Starts an operation, or goes on with it: called again and again with the same key until it is
   * not {@link Progress.Working}. Must look before it acts: after a crash the first call is
   * repeated with the same key and without memory, and must find what it did before. Does not block
   * longer than a few requests take.
   *
   * @param key the same for all calls about this operation, different for every other
   * @param memory what {@link Progress.Working#memory()} returned last; empty at first
   * @param by who asked, and from which execution
   */
  Progress carryOut(Operation operation, String key, Map<String, Object> memory, OnBehalf by);

  /**
   * Nobody waits for an operation any more: ends what goes on by itself under this key, e.g. a run
   * of a job. What was changed stays changed. May be repeated, also for what never began or is
   * over.
   *
   * @throws RuntimeException when the platform did not do it
   */
  default void callOff(Operation operation, String key, OnBehalf by) {}

  /** What its instances write; empty where it cannot tell. */
  default Optional<InstanceFiles> files() {
    return Optional.empty();
  }

  /** Tries out what its accounts may do; empty where that cannot be tried. */
  default Optional<SelfTest> selfTest() {
    return Optional.empty();
  }

  /** Something wrong with a body. */
  record Fault(String path, String message, String fix) {}

  /**
   * Who asked for an operation; written into labels and logs.
   *
   * @param execution id of the execution; empty outside one
   */
  record OnBehalf(String user, String application, String execution) {}
}

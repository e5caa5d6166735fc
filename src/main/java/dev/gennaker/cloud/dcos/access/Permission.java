package dev.gennaker.cloud.dcos.access;

/**
 * A permission as DC/OS names it.
 *
 * @param resource e.g. {@code dcos:adminrouter:ops:mesos}
 * @param action {@code full}, {@code read}, …
 */
record Permission(String resource, String action) {

  static Permission router(String door) {
    return new Permission("dcos:adminrouter:" + door, "full");
  }

  /**
   * @param service the name Marathon runs under: {@code marathon}, or that of one on Marathon
   */
  static Permission administration(String service, String what) {
    return new Permission("dcos:service:marathon:%s:admin:%s".formatted(service, what), "read");
  }

  static Permission services(String service, String group, String action) {
    return new Permission("dcos:service:marathon:%s:services:%s".formatted(service, group), action);
  }

  static Permission jobs(String service) {
    return new Permission("dcos:service:metronome:%s:jobs".formatted(service), "read");
  }

  /** The command of DC/OS's own tool that grants it. */
  String grantTo(String uid) {
    return "dcos security org users grant %s %s %s"
        .formatted(uid.isEmpty() ? "<user>" : uid, resource, action);
  }

  @Override
  public String toString() {
    return resource + " " + action;
  }
}

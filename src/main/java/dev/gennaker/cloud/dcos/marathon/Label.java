package dev.gennaker.cloud.dcos.marathon;

/**
 * The labels written into apps and jobs. They say who owns an app, whatever its id; changing one
 * restarts tasks in Marathon, so they are written when an app is created, or together with a size
 * of zero.
 */
public final class Label {

  /** The owning application. */
  public static final String APPLICATION = "gennaker.application";

  /** The cluster, {@code app[-stack[-detail]]}. */
  public static final String CLUSTER = "gennaker.cluster";

  /** The version number within the cluster. */
  public static final String SEQUENCE = "gennaker.sequence";

  /** Who deployed it. */
  public static final String USER = "gennaker.user";

  /** The execution that deployed it. */
  public static final String EXECUTION = "gennaker.execution";

  /** The key of the operation that created it; a repeated deploy finds its own app by it. */
  public static final String OPERATION = "gennaker.operation";

  /**
   * When it was created, ISO-8601. Marathon forgets: disabling changes a label and with it {@code
   * lastConfigChangeAt}, and an old app must not look new by that.
   */
  public static final String CREATED = "gennaker.created";

  /** Its size before it was disabled; absent while it is enabled. */
  public static final String SIZE = "gennaker.size";

  /** A hash of a job as it was sent: one that somebody overwrote has another or none. */
  public static final String DEFINITION = "gennaker.definition";

  /** That it is a load balancer; its value is the name. */
  public static final String LOAD_BALANCER = "gennaker.loadBalancer";

  private Label() {}
}

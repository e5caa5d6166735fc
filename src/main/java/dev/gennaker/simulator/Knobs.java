package dev.gennaker.simulator;

/**
 * How the whole cluster behaves; single applications differ by label. Durations are in seconds of
 * simulated time.
 *
 * @param offerSeconds from being scheduled to being placed on an agent
 * @param stageSeconds in TASK_STAGING
 * @param startSeconds in TASK_STARTING; 0 skips that state
 * @param healthySeconds from running to passing health checks
 * @param readySeconds from running to passing readiness checks
 * @param killSeconds from being asked to die to being dead
 * @param noOffers nothing can be placed
 * @param answerSeconds added to every answer, in real seconds
 * @param eventsSilent event streams stay open but say nothing more
 * @param eventsLost so many of the coming events are swallowed
 * @param maxDeployments as many deployments may run at once
 * @param sandboxSeconds how long after its task a sandbox is kept
 */
public record Knobs(
    double offerSeconds,
    double stageSeconds,
    double startSeconds,
    double healthySeconds,
    double readySeconds,
    double killSeconds,
    boolean noOffers,
    double answerSeconds,
    boolean eventsSilent,
    int eventsLost,
    int maxDeployments,
    double sandboxSeconds) {

  private static final double WEEK = 604_800;

  /** A brisk, healthy cluster. */
  public static final Knobs DEFAULT =
      new Knobs(0.2, 1, 0, 1, 0.5, 0.5, false, 0, false, 0, 100, WEEK);

  /** Everything happens at once: for tests that are not about waiting. */
  public static final Knobs INSTANT = new Knobs(0, 0, 0, 0, 0, 0, false, 0, false, 0, 100, WEEK);

  /** The same cluster, with that many of the coming events to be swallowed. */
  public Knobs loseEvents(int many) {
    return new Knobs(
        offerSeconds,
        stageSeconds,
        startSeconds,
        healthySeconds,
        readySeconds,
        killSeconds,
        noOffers,
        answerSeconds,
        eventsSilent,
        many,
        maxDeployments,
        sandboxSeconds);
  }

  /** The same cluster, which keeps the sandboxes of ended tasks that long. */
  public Knobs keepSandboxes(double seconds) {
    return new Knobs(
        offerSeconds,
        stageSeconds,
        startSeconds,
        healthySeconds,
        readySeconds,
        killSeconds,
        noOffers,
        answerSeconds,
        eventsSilent,
        eventsLost,
        maxDeployments,
        seconds);
  }
}

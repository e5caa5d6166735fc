package dev.gennaker.simulator.marathon;

/** Which Marathon is imitated where the two recorded ones differ. */
public enum Generation {
  /** Marathon 1.6.590, the one of DC/OS 1.11. */
  V1_6("1.6.590", "cecfc42b3", 3600),
  /** Marathon 1.11.26, the last there is. */
  V1_11("1.11.26", "90619da70", 300);

  final String version;
  final String buildref;
  final int maxLaunchDelaySeconds;

  Generation(String version, String buildref, int maxLaunchDelaySeconds) {
    this.version = version;
    this.buildref = buildref;
    this.maxLaunchDelaySeconds = maxLaunchDelaySeconds;
  }

  boolean old() {
    return this == V1_6;
  }

  /** Reads "1.6" or "1.11". */
  public static Generation of(String text) {
    return switch (text) {
      case "1.6" -> V1_6;
      case "1.11" -> V1_11;
      default -> throw new IllegalArgumentException("\"" + text + "\" is neither 1.6 nor 1.11");
    };
  }
}

package dev.gennaker.cloud.dcos.inventory;

import java.time.Duration;

/**
 * How long the events are trusted before everything is read anew: ever longer as long as that finds
 * nothing they did not tell.
 */
final class Resync {

  /** The longest pause is so many of the first. */
  static final int MOST = 12;

  private final Duration first;
  private int pauses = 1;

  Resync(Duration first) {
    this.first = first;
  }

  Duration pause() {
    return first.multipliedBy(pauses);
  }

  /**
   * Everything was read anew.
   *
   * @param surprised whether something had changed of which no event told
   */
  void done(boolean surprised) {
    pauses = surprised ? 1 : Math.min(MOST, pauses * 2);
  }
}

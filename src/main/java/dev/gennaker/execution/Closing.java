package dev.gennaker.execution;

/** How an engine stops: it begins nothing new, and after a while it waits for nothing either. */
final class Closing {

  private volatile boolean begun;
  private volatile boolean hurried;

  void begin() {
    begun = true;
  }

  void hurry() {
    hurried = true;
  }

  void callOff() {
    begun = false;
    hurried = false;
  }

  boolean isBegun() {
    return begun;
  }

  boolean isHurried() {
    return hurried;
  }
}

package dev.gennaker.cloud;

import java.util.List;
import java.util.function.Supplier;

/** Tries out what Gennaker's accounts may do at a place, and what the place can do. */
public interface SelfTest {

  /**
   * What can be tried at a place, account by account. Asks nothing yet.
   *
   * @return empty for a place this provider does not know
   */
  List<Trial> trials(String location);

  /** What the place says of itself; blocks for a few requests, never throws. */
  List<Feature> features(String location);

  /**
   * One thing to try.
   *
   * @param account whose credentials are used
   * @param use what Gennaker needs it for, e.g. {@code Follow what happens}
   * @param permission the platform's own names of what is needed, in its words; may be empty
   * @param attempt tries it; blocks for a request or two, never throws, changes nothing
   */
  record Trial(String account, String use, List<String> permission, Supplier<Finding> attempt) {}

  /** What a trial showed. */
  sealed interface Finding {

    /**
     * It works.
     *
     * @param remark what could not be tried; may be empty
     */
    record Granted(String remark) implements Finding {}

    /**
     * The account may not.
     *
     * @param permissions the platform's own names of what is missing
     * @param remedy what somebody has to do, e.g. a command to enter
     */
    record Missing(List<String> permissions, String why, String remedy) implements Finding {}

    /** It could not be found out, and why. */
    record Unclear(String why) implements Finding {}
  }

  /**
   * Something a place has or has not.
   *
   * @param value e.g. {@code 2.2.9}, {@code yes}, or why it is not known
   * @param has false where it lacks it or cannot tell
   */
  record Feature(String name, String value, boolean has) {}
}

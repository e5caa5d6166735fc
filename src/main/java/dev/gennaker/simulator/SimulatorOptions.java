package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was given on the command line. */
final class SimulatorOptions {
  private SimulatorSettings settings = SimulatorSettings.defaults().withPort(7070);
  private @Nullable Path requestLog;
  private int apps;
  private int tasks;
  private boolean help;

  SimulatorSettings settings() {
    return settings;
  }

  @Nullable Path requestLog() {
    return requestLog;
  }

  int apps() {
    return apps;
  }

  int tasks() {
    return tasks;
  }

  boolean help() {
    return help;
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with one clear sentence about what is wrong
   */
  static SimulatorOptions read(String[] args) {
    SimulatorOptions options = new SimulatorOptions();
    Map<String, String> users = new HashMap<>();
    Map<String, String> keys = new HashMap<>();
    boolean security = false;
    long tokenSeconds = options.settings.tokenSeconds();
    for (int i = 0; i < args.length; i++) {
      String option = args[i];
      if (option.equals("--help") || option.equals("-h")) {
        options.help = true;
        return options;
      }
      if (!option.startsWith("--")) {
        throw new IllegalArgumentException("\"" + option + "\" is not an option.");
      }
      if (i + 1 == args.length) {
        throw new IllegalArgumentException(option + " needs a value.");
      }
      String value = args[++i];
      switch (option) {
        case "--port" ->
            options.settings = options.settings.withPort(whole(option, value, 0, 65535));
        case "--apps" -> options.apps = apps(option, value);
        case "--tasks" -> options.tasks = tasks(option, value);
        case "--security" -> security = onOff(option, value);
        case "--user" -> pair(option, value, ":", users);
        case "--service-account" -> {
          pair(option, value, "=", keys);
          keys.replaceAll((uid, file) -> pem(file));
        }
        case "--token-seconds" -> tokenSeconds = whole(option, value, 1, Integer.MAX_VALUE);
        case "--follow" -> options.settings = options.settings.following(generation(value));
        case "--speed" -> options.settings = options.settings.withSpeed(speed(value));
        case "--metronome-path" ->
            options.settings = options.settings.withMetronomeAt(value.replaceAll("/+$", ""));
        case "--agents" ->
            options.settings = options.settings.withAgents(whole(option, value, 1, 1000));
        case "--features" ->
            options.settings =
                options.settings.withFeatures(
                    value.equals("none") ? Set.of() : Set.of(value.split(",")));
        case "--request-log" -> options.requestLog = Path.of(value);
        default -> throw new IllegalArgumentException("There is no option " + option + ".");
      }
    }
    if (options.tasks > 0 && options.apps == 0) {
      throw new IllegalArgumentException("--tasks needs --apps.");
    }
    if (security) {
      options.settings =
          options.settings.withSecurity(
              users.isEmpty() ? options.settings.users() : users, keys, tokenSeconds);
    }
    return options;
  }

  /** A number of apps to begin with. */
  static int apps(String name, String value) {
    return whole(name, value, 0, 100_000);
  }

  /** A number of tasks to begin with. */
  static int tasks(String name, String value) {
    return whole(name, value, 0, 1_000_000);
  }

  private static int whole(String option, String value, int min, int max) {
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        option + " must be a whole number from " + min + " to " + max + ", not \"" + value + "\".");
  }

  private static boolean onOff(String option, String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(option + " must be on or off, not \"" + value + "\".");
    };
  }

  private static String generation(String value) {
    try {
      Generation.of(value);
      return value;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--follow must be 1.6 or 1.11, not \"" + value + "\".", e);
    }
  }

  private static double speed(String value) {
    try {
      double speed = Double.parseDouble(value);
      if (speed > 0 && speed <= 1000) {
        return speed;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "--speed must be a number above 0 and up to 1000, not \"" + value + "\".");
  }

  private static void pair(String option, String value, String by, Map<String, String> into) {
    int at = value.indexOf(by);
    if (at <= 0 || at == value.length() - 1) {
      throw new IllegalArgumentException(option + " must look like UID" + by + "VALUE.");
    }
    into.put(value.substring(0, at), value.substring(at + 1));
  }

  private static String pem(String file) {
    if (file.startsWith("-----BEGIN")) {
      return file;
    }
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The public key " + file + " cannot be read.", e);
    }
  }
}

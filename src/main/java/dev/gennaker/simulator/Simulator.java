package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Starts a simulated cluster by itself, without the product: {@code bin/run simulator}. */
public final class Simulator {

  private static final String HELP =
      """
      A DC/OS cluster in a box.

        --port N                 loopback port (7070; 0 takes a free one)
        --apps N --tasks M       begin with N running apps of M tasks in all
        --security on|off        ask for tokens (off)
        --user UID:PASSWORD      may log in (gennaker:gennaker), repeatable
        --service-account UID=F  may log in with its key; F holds the public key as PEM, repeatable
        --token-seconds S        life of a token (432000)
        --follow 1.6|1.11        which Marathon to imitate (1.11)
        --speed F                everything that takes time takes 1/F of it (1)
        --agents N               machines (5)
        --request-log FILE       append every call to this file, one JSON object a line
        --help                   this text

      What else can be turned while it runs: docs/simulator.md
      """;

  private Simulator() {}

  /** Runs until it is interrupted. */
  public static void main(String[] args) throws InterruptedException {
    Options options;
    try {
      options = Options.read(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + " (--help shows all options)");
      System.exit(2);
      return;
    }
    if (options.help) {
      System.out.print(HELP);
      return;
    }
    SimulatedCluster cluster;
    try {
      cluster = SimulatedCluster.start(options.settings, options.requestLog);
    } catch (IOException e) {
      System.err.println(
          "Port "
              + options.settings.port()
              + " on 127.0.0.1 cannot be had ("
              + e.getMessage()
              + "); choose another one with --port.");
      System.exit(1);
      return;
    }
    if (options.apps > 0) {
      cluster.seed(options.apps, options.tasks);
    }
    System.out.println(
        "Simulated DC/OS cluster on "
            + cluster.baseUrl()
            + ", Marathon at "
            + cluster.marathonUrl());
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  cluster.close();
                  end.countDown();
                }));
    end.await();
  }

  /** What was given on the command line. */
  private static final class Options {
    private SimulatorSettings settings = SimulatorSettings.defaults().withPort(7070);
    private @Nullable Path requestLog;
    private int apps;
    private int tasks;
    private boolean help;

    static Options read(String[] args) {
      Options options = new Options();
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
          case "--apps" -> options.apps = whole(option, value, 0, 100_000);
          case "--tasks" -> options.tasks = whole(option, value, 0, 1_000_000);
          case "--security" -> security = onOff(option, value);
          case "--user" -> pair(option, value, ":", users);
          case "--service-account" -> {
            pair(option, value, "=", keys);
            keys.replaceAll((uid, file) -> pem(file));
          }
          case "--token-seconds" -> tokenSeconds = whole(option, value, 1, Integer.MAX_VALUE);
          case "--follow" -> options.settings = options.settings.following(generation(value));
          case "--speed" -> options.settings = options.settings.withSpeed(speed(value));
          case "--agents" ->
              options.settings = options.settings.withAgents(whole(option, value, 1, 1000));
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
          option
              + " must be a whole number from "
              + min
              + " to "
              + max
              + ", not \""
              + value
              + "\".");
    }

    private static boolean onOff(String option, String value) {
      return switch (value) {
        case "on" -> true;
        case "off" -> false;
        default ->
            throw new IllegalArgumentException(
                option + " must be on or off, not \"" + value + "\".");
      };
    }

    private static String generation(String value) {
      try {
        Generation.of(value);
        return value;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "--follow must be 1.6 or 1.11, not \"" + value + "\".", e);
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
}

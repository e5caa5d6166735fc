package dev.gennaker.simulator;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

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
        --features A,B           Marathon's features, "none" for none (gpu_resources,secrets,slave_public)
        --metronome-path PATH    where Metronome is (/service/metronome)
        --request-log FILE       append every call to this file, one JSON object a line
        --help                   this text

      What else can be turned while it runs: docs/simulator.md
      """;

  private Simulator() {}

  /** Runs until it is interrupted. */
  public static void main(String[] args) throws InterruptedException {
    SimulatorOptions options;
    try {
      options = SimulatorOptions.read(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + " (--help shows all options)");
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(HELP);
      return;
    }
    SimulatedCluster cluster;
    try {
      cluster = SimulatedCluster.start(options.settings(), options.requestLog());
    } catch (IOException e) {
      System.err.println(
          "Port "
              + options.settings().port()
              + " on 127.0.0.1 cannot be had ("
              + e.getMessage()
              + "); choose another one with --port.");
      System.exit(1);
      return;
    }
    if (options.apps() > 0) {
      cluster.seed(options.apps(), options.tasks());
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
}

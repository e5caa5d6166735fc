package dev.gennaker.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This node, as it introduces itself. */
@Component
class Self {

  private static final int LONGEST_NAME = 80;

  private final String name;
  private final String id;
  private final String version;
  private final Instant startedAt;

  Self(
      NodeSettings settings,
      Clock clock,
      @Value("${server.port:0}") String port,
      @Value("${spring.application.version:}") String version) {
    String given = settings.name().isBlank() ? host() + ":" + port(port) : settings.name().strip();
    this.name = given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
    this.id = name + "/" + UUID.randomUUID().toString().substring(0, 8);
    this.version = version;
    this.startedAt = clock.instant();
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  String version() {
    return version;
  }

  Instant startedAt() {
    return startedAt;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "node";
    }
  }

  /** A port that is chosen at the start is not known yet: the process tells nodes apart then. */
  private static String port(String configured) {
    return configured.equals("0") || configured.isBlank()
        ? String.valueOf(ProcessHandle.current().pid())
        : configured;
  }
}

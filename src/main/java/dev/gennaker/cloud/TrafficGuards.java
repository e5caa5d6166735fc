package dev.gennaker.cloud;

import java.util.List;

/** Says which traffic guards an application has set up; a bean of whoever reads applications. */
public interface TrafficGuards {

  /** The application's guards, switched-off ones included; empty for an unknown application. */
  List<TrafficGuard> of(String application);
}

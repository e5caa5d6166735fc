package dev.gennaker.simulator.files;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A framework's tasks, those that run and those that ended not too long ago. */
public interface SandboxSource {

  @Nullable Sandbox find(String task);

  Stream<Sandbox> all();
}

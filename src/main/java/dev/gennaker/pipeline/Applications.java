package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Applications; every call checks what the actor may. */
@Service
public class Applications {

  /**
   * Creates or changes one. The attributes replace the saved ones, {@code name} in them is ignored.
   */
  public Application save(String name, ObjectNode attributes, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public Optional<Application> find(String name, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Those the actor may read, by name. */
  public List<Application> list(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Removes one with its pipelines; executions stay as history. */
  public void delete(String name, Actor actor) {
    throw new UnsupportedOperationException();
  }
}

package dev.gennaker.pipeline;

import dev.gennaker.stage.Problem;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A further rule for pipeline documents; a Spring bean anywhere is asked at every check. It sees
 * only documents whose shape is right: {@code stages} is a list of objects, names are text.
 */
public interface DocumentCheck {

  /** What is wrong; paths start at {@code $}, the document. */
  List<Problem> check(ObjectNode document);
}

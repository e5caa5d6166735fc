package dev.gennaker.ui.graph;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the graph draws. The server is the truth; the client keeps only where one looks.
 *
 * @param start what starts the pipeline, drawn in front of the roots; null draws nothing there
 * @param stages in document order, which settles ties of the layout
 * @param edgeMarks edges that differ from what is compared with; the edges themselves follow from
 *     {@link GraphStage#after}
 * @param now the server's time, from which the client counts elapsed times
 */
public record GraphModel(
    Mode mode,
    @Nullable GraphStart start,
    List<GraphStage> stages,
    List<GraphGroup> groups,
    List<EdgeMark> edgeMarks,
    Instant now) {

  /** What the graph is used for; only {@code EDIT} lets people change it. */
  public enum Mode {
    EDIT,
    RUN,
    PLAN,
    VIEW
  }

  public GraphModel {
    stages = List.copyOf(stages);
    groups = List.copyOf(groups);
    edgeMarks = List.copyOf(edgeMarks);
  }

  /** Whether both draw the same boxes and lines, so that only what stands in them differs. */
  boolean sameStructureAs(GraphModel other) {
    return mode == other.mode
        && groups.equals(other.groups)
        && edgeMarks.equals(other.edgeMarks)
        && java.util.Objects.equals(start, other.start)
        && stages.size() == other.stages.size()
        && java.util.stream.IntStream.range(0, stages.size())
            .allMatch(i -> stages.get(i).standsLike(other.stages.get(i)));
  }
}

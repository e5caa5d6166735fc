package dev.gennaker.stage.operation;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stage that acts on all but some server groups of a cluster.
 *
 * @param <C> its settings, which hold a {@link ClusterTarget}
 */
public abstract class OthersStage<C extends Record> implements StageType<C> {

  private final Others others;

  protected OthersStage(Others others) {
    this.others = others;
  }

  /** The cluster it acts on. */
  protected abstract ClusterTarget on(C settings);

  /** Who stays, and who may go. */
  protected abstract Others.Rule rule(C settings);

  /** What is done with one that goes. */
  protected abstract ChildStage child(ServerGroup group);

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public List<Problem> check(C settings) {
    return on(settings).problems();
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("serverGroups"));
  }

  @Override
  public Outcome run(C settings, StageContext context) {
    return others.run(on(settings), rule(settings), context, this::child);
  }
}

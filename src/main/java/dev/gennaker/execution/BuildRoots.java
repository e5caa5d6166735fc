package dev.gennaker.execution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names {@code buildInfo} and {@code scmInfo}. */
final class BuildRoots {

  private static final Set<String> TRUNKS = Set.of("master", "develop");

  private BuildRoots() {}

  /** The build that started the run, or else the latest one a stage upstream ran. */
  static Optional<Object> buildInfo(Run run, List<RunStage> nearestFirst) {
    return known("buildInfo", run, nearestFirst).findFirst();
  }

  /** Where its source came from; of several, the first that is no trunk. */
  static Optional<Object> scmInfo(Run run, List<RunStage> nearestFirst) {
    Stream<Object> told = known("scmInfo", run, nearestFirst);
    Stream<Object> built =
        known("buildInfo", run, nearestFirst)
            .map(build -> build instanceof Map<?, ?> map ? map.get("scm") : null)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull);
    return Stream.concat(told, built)
        .map(BuildRoots::preferred)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<Object> known(String key, Run run, List<RunStage> nearestFirst) {
    Stream<@Nullable Object> all =
        Stream.concat(
            Stream.of(run.created().trigger()).map(trigger -> trigger.get(key)),
            nearestFirst.stream().map(stage -> of(stage.state(), key)));
    return all.filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  private static @Nullable Object of(StageState stage, String key) {
    Object output = stage.outputs().get(key);
    return output == null ? stage.context().get(key) : output;
  }

  private static Optional<Object> preferred(Object scm) {
    if (!(scm instanceof List<?> several)) {
      return Optional.of(scm);
    }
    Stream<Object> others =
        several.stream()
            .filter(each -> each instanceof Map<?, ?> map && !TRUNKS.contains(branch(map)))
            .map(Object.class::cast);
    return others.findFirst().or(() -> several.stream().map(Object.class::cast).findFirst());
  }

  private static String branch(Map<?, ?> scm) {
    return String.valueOf(scm.get("branch"));
  }
}

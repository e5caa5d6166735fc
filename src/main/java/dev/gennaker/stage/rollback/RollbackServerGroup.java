package dev.gennaker.stage.rollback;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code rollbackServerGroup}.
 *
 * @param on the bad server group, where {@code rollbackContext} does not name it
 * @param rollbackType {@code EXPLICIT} where nothing is said
 */
record RollbackServerGroup(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Go back to",
            kind = Setting.Kind.CHOICE,
            options = {EXPLICIT, PREVIOUS_IMAGE},
            placeholder = EXPLICIT,
            help = "A server group by its name, or the newest older one with another image.")
        @Nullable String rollbackType,
    @Setting(label = "Rollback") @Nullable Context rollbackContext,
    @Setting(
            label = "Force",
            help = "Cancels deployments that hold the lock instead of waiting for them.")
        @Nullable Boolean forceDeployment) {

  static final String EXPLICIT = "EXPLICIT";
  static final String PREVIOUS_IMAGE = "PREVIOUS_IMAGE";

  /** What goes out, what comes back, and when. */
  record Context(
      @Setting(label = "Take out of service", placeholder = "chosen by target")
          @Nullable String rollbackServerGroupName,
      @Setting(label = "Bring back", help = "The server group to restore, for EXPLICIT.")
          @Nullable String restoreServerGroupName,
      @Setting(
              label = "Image",
              placeholder = "any but the bad one's",
              help = "The image to go back to, for PREVIOUS_IMAGE.")
          @JsonAlias("imageId")
          @Nullable String imageName,
      @Setting(
              label = "Enough that serve",
              kind = Setting.Kind.PERCENT,
              unit = "%",
              min = 1,
              max = 100,
              placeholder = "100",
              help = "How much of what is brought back must serve before the bad one goes.")
          @Nullable Integer targetHealthyRollbackPercentage,
      @Setting(
              label = "Wait before disabling",
              kind = Setting.Kind.SECONDS,
              unit = "s",
              min = 0,
              placeholder = "0")
          @Nullable Integer delayBeforeDisableSeconds) {

    static final Context NONE = new Context(null, null, null, null, null);
  }

  Context context() {
    return Objects.requireNonNullElse(rollbackContext, Context.NONE);
  }

  boolean force() {
    return Boolean.TRUE.equals(forceDeployment);
  }

  boolean byImage() {
    return PREVIOUS_IMAGE.equals(type());
  }

  private String type() {
    return rollbackType == null || rollbackType.isBlank()
        ? EXPLICIT
        : rollbackType.toUpperCase(Locale.ROOT);
  }

  /** The bad server group in each region. */
  Target bad() {
    @Nullable String named = context().rollbackServerGroupName();
    return new Target(
        on.credentials(),
        on.regions(),
        on.cluster(),
        on.target(),
        named == null || named.isBlank() ? on.serverGroupName() : named);
  }

  /** Whether both are named, in one region: then nothing is left to choose. */
  boolean settled() {
    return !byImage() && bad().named() && named(restored()) && bad().places().size() == 1;
  }

  @Nullable String restored() {
    return context().restoreServerGroupName();
  }

  static boolean named(@Nullable String name) {
    return name != null && !name.isBlank();
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(bad().problems());
    if (!byImage() && !EXPLICIT.equals(type())) {
      problems.add(
          Problem.error(
              "$.rollbackType",
              "There is no rollback %s here.".formatted(rollbackType),
              "Take EXPLICIT or PREVIOUS_IMAGE."));
    } else if (!byImage() && !named(restored())) {
      problems.add(
          Problem.error(
              "$.rollbackContext.restoreServerGroupName",
              "It does not say which server group to bring back.",
              "Name it, or take PREVIOUS_IMAGE to go back to the one before."));
    } else if (!byImage() && Objects.equals(restored(), bad().serverGroupName())) {
      problems.add(
          Problem.error(
              "$.rollbackContext.restoreServerGroupName",
              "It would bring back what it takes out of service.",
              "Name another server group."));
    }
    return problems;
  }
}

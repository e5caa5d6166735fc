package dev.gennaker.judgment;

import dev.gennaker.stage.Setting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of a {@code manualJudgment} stage, by Spinnaker's keys. */
record ManualJudgment(
    @Setting(
            label = "Instructions",
            kind = Setting.Kind.MARKDOWN,
            help = "What the judge should look at before deciding.")
        @Nullable String instructions,
    @Setting(
            label = "Choices",
            help =
                "Offered to the judge; later stages read the chosen one with `#judgment('name')`.")
        @Nullable List<Input> judgmentInputs,
    @Setting(
            label = "Roles that may answer",
            kind = Setting.Kind.ROLES,
            help = "Empty: everybody who may judge in this application.")
        @Nullable List<String> selectedStageRoles,
    @Setting(
            label = "Required roles",
            kind = Setting.Kind.ROLES,
            help = "Win over the roles above.")
        @Nullable List<String> requiredJudgmentRoles,
    @Setting(
            label = "Go on as the judge",
            help = "Stages downstream act on behalf of whoever answers.")
        @Nullable Boolean propagateAuthenticationContext,
    @Setting(label = "Label of the continue button", placeholder = "Continue")
        @Nullable String continueButtonLabel,
    @Setting(label = "Label of the stop button", placeholder = "Stop")
        @Nullable String stopButtonLabel) {

  /** One choice. */
  record Input(@Setting(label = "Choice", required = true) @Nullable String value) {}

  List<String> choices() {
    return judgmentInputs == null
        ? List.of()
        : judgmentInputs.stream().flatMap(input -> Stream.ofNullable(input.value())).toList();
  }

  Set<String> roles() {
    List<String> wanted =
        requiredJudgmentRoles != null && !requiredJudgmentRoles.isEmpty()
            ? requiredJudgmentRoles
            : selectedStageRoles;
    return wanted == null
        ? Set.of()
        : wanted.stream().filter(role -> !role.isBlank()).collect(Collectors.toUnmodifiableSet());
  }
}

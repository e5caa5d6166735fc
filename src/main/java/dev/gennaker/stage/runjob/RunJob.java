package dev.gennaker.stage.runjob;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.stage.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code runJob}, in the shape of Spinnaker's DC/OS stage. Everything but where, and
 * whether to wait and to keep, is the provider's body.
 *
 * @param job raw JSON of the platform, instead of the fields
 * @param schedule known, and told to be of no use here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunJob(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT) @JsonAlias("account")
        @Nullable String credentials,
    @Setting(kind = Setting.Kind.REGION, help = "On DC/OS the cluster.")
        @JsonAlias({"dcosCluster", "namespace"})
        @Nullable String region,
    @Setting(label = "Job") @Nullable General general,
    @Setting(label = "Container") @Nullable Docker docker,
    @Setting(label = "Environment", help = "Values, or `{\"secret\": \"name\"}`.")
        @Nullable Map<String, Object> env,
    @Nullable Map<String, Object> labels,
    @Setting(help = "`name`: `{\"source\": \"/path\"}`.") @Nullable Map<String, Object> secrets,
    @Setting(
            label = "Wait for its end",
            placeholder = "true",
            help = "Otherwise the stage is done when the job was started.")
        @Nullable Boolean waitForCompletion,
    @Setting(
            label = "Keep the definition",
            help = "Otherwise it is removed when the job ended well.")
        @Nullable Boolean keepJob,
    @Setting(
            label = "Property file",
            placeholder = "none",
            help =
                "A file the job writes into its sandbox; what it says is put out. JSON where its name ends so, else Java properties.")
        @Nullable String propertyFile,
    @Setting(
            label = "Containerizer",
            kind = Setting.Kind.CHOICE,
            options = {"DOCKER", "UCR"})
        @Nullable String containerizer,
    @Setting(placeholder = "the agent's own") @Nullable String user,
    @Setting(
            label = "Start within",
            kind = Setting.Kind.SECONDS,
            placeholder = "1 h",
            help = "Without an agent that fits by then it fails.")
        @Nullable Integer maxLaunchDelay,
    @Setting(kind = Setting.Kind.JSON, help = "`attribute`, `operator` IS, LIKE, UNLIKE, `value`.")
        @Nullable List<Object> constraints,
    @Setting(
            label = "Restart policy",
            help = "`policy` NEVER or ON_FAILURE, `activeDeadlineSeconds`.")
        @Nullable Map<String, Object> restartPolicy,
    @Setting(kind = Setting.Kind.JSON) @Nullable List<Object> artifacts,
    @Setting(kind = Setting.Kind.JSON) @Nullable List<Object> volumes,
    @Setting(kind = Setting.Kind.JSON) @Nullable List<Object> networks,
    @Setting(label = "Grace when killed", kind = Setting.Kind.SECONDS)
        @Nullable Integer taskKillGracePeriodSeconds,
    @Setting(
            label = "Raw JSON",
            kind = Setting.Kind.JSON,
            help =
                "The platform's own definition, on DC/OS a Metronome job, instead of the fields.")
        @JsonAlias("manifest")
        @Nullable Map<String, Object> job,
    @Setting(kind = Setting.Kind.JSON, help = "Not used: the job runs when the stage does.")
        @JsonAlias("schedules")
        @Nullable Object schedule) {

  /** What it runs and what that may use. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record General(
      @Setting(label = "Id", help = "Each run gets an id of its own below it.") @Nullable String id,
      @Nullable String description,
      @Setting(label = "Command", kind = Setting.Kind.MULTILINE) @Nullable String cmd,
      @Setting(label = "Arguments", help = "Instead of a command: of the image's own.")
          @Nullable List<String> args,
      @Setting(label = "CPUs", placeholder = "0.01", min = 0) @Nullable Double cpus,
      @Setting(label = "Memory", placeholder = "128", unit = "MiB", min = 0) @Nullable Double mem,
      @Setting(label = "Disk", placeholder = "0", unit = "MiB", min = 0) @Nullable Double disk,
      @Setting(label = "GPUs", placeholder = "0", min = 0) @Nullable Integer gpus) {}

  /** The image it runs in. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Docker(
      @Setting(
              kind = Setting.Kind.IMAGE,
              placeholder = "registry/name:tag",
              help =
                  "Or an object: `imageId`, or `fromContext` with the `stageId` of a find-image stage,"
                      + " or `fromTrigger` with `repository`. Empty runs the command on the agent, or"
                      + " the image a stage upstream found.")
          @Nullable Object image,
      @Setting(label = "Pull always") @Nullable Boolean forcePullImage,
      @Nullable Boolean privileged,
      @Setting(kind = Setting.Kind.JSON, help = "`key` and `value`.")
          @Nullable List<Object> parameters) {}

  boolean waits() {
    return !Boolean.FALSE.equals(waitForCompletion);
  }

  boolean keeps() {
    return Boolean.TRUE.equals(keepJob);
  }
}

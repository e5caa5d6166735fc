package dev.gennaker.stage.findimage;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.ImageName;
import dev.gennaker.stage.operation.Pick;
import dev.gennaker.stage.operation.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which image a cluster runs, for stages downstream. */
@Component
class FindImageStage implements StageType<FindImage> {

  private final Targets targets;

  FindImageStage(Targets targets) {
    this.targets = targets;
  }

  @Override
  public String type() {
    return "findImage";
  }

  @Override
  public String label() {
    return "Find image from cluster";
  }

  @Override
  public String description() {
    return "Takes the image a cluster runs, so that a later deploy brings the same elsewhere.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "package-search";
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  @Override
  public Class<FindImage> settings() {
    return FindImage.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "image of "
        + pick(settings.get("selectionStrategy")).map(Pick::words).orElse("?")
        + " "
        + ClusterTarget.headline(settings);
  }

  @Override
  public List<Problem> check(FindImage settings) {
    List<Problem> problems = new ArrayList<>(settings.on().problems());
    @Nullable String regex = settings.imageNamePattern();
    if (regex != null) {
      try {
        Pattern.compile(regex);
      } catch (PatternSyntaxException e) {
        problems.add(
            Problem.error(
                "$.imageNamePattern",
                "It is no regular expression: " + e.getDescription() + ".",
                "Correct it near character " + e.getIndex() + "."));
      }
    }
    return problems;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("deploymentDetails", "amiDetails", "artifacts"));
  }

  @Override
  public Outcome run(FindImage settings, StageContext context) {
    String account = settings.on().credentials() == null ? "" : settings.on().credentials();
    String cluster = settings.on().cluster() == null ? "" : settings.on().cluster();
    Optional<Pick> pick = pick(settings.selectionStrategy());
    if (pick.isEmpty()) {
      return Outcome.failed(
          "There is no selection strategy %s; take LARGEST, NEWEST, OLDEST or FAIL"
              .formatted(settings.selectionStrategy()));
    }
    List<Map<String, Object>> details = new ArrayList<>();
    for (String region : settings.on().places()) {
      Optional<Outcome> unfit = targets.unfit(account, region);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      List<ServerGroup> candidates =
          targets.cluster(account, region, cluster).stream()
              .filter(group -> !group.image().isEmpty())
              .filter(group -> !settings.enabledOnly() || !group.disabled())
              .filter(group -> matches(settings.imageNamePattern(), group.image()))
              .toList();
      // The oldest image of a single candidate is that one's: nothing is changed by reading it.
      Optional<ServerGroup> chosen =
          candidates.size() == 1 ? candidates.stream().findFirst() : pick.get().from(candidates);
      if (chosen.isPresent()) {
        details.add(details(chosen.get(), context));
      } else if (!Boolean.TRUE.equals(settings.on().continueIfClusterNotFound())) {
        return Outcome.failed(none(settings, cluster, region, candidates));
      }
    }
    return details.isEmpty()
        ? Outcome.failed("No image of %s was found anywhere".formatted(cluster))
        : Outcome.done(
            Map.of(
                "deploymentDetails",
                details,
                "amiDetails",
                details,
                "artifacts",
                details.stream().map(FindImageStage::artifact).distinct().toList()));
  }

  private static Optional<Pick> pick(@Nullable Object written) {
    return written == null || String.valueOf(written).isBlank()
        ? Optional.of(Pick.NEWEST)
        : Pick.parse(String.valueOf(written));
  }

  private static boolean matches(@Nullable String regex, String image) {
    return regex == null || regex.isBlank() || Pattern.compile(regex).matcher(image).find();
  }

  private static String none(
      FindImage settings, String cluster, String region, List<ServerGroup> candidates) {
    return candidates.isEmpty()
        ? "No %sserver group of %s in %s has an image%s; deploy one there first, or widen the search"
            .formatted(
                settings.enabledOnly() ? "enabled " : "",
                cluster,
                region,
                settings.imageNamePattern() == null ? "" : " like " + settings.imageNamePattern())
        : "%d server groups of %s in %s could be meant (%s); choose NEWEST, OLDEST or LARGEST, or leave only one"
            .formatted(
                candidates.size(),
                cluster,
                region,
                String.join(", ", candidates.stream().map(ServerGroup::name).toList()));
  }

  private static Map<String, Object> details(ServerGroup group, StageContext context) {
    Map<String, Object> details = new HashMap<>(ImageName.parse(group.image()).parts());
    details.put("imageName", group.image());
    details.put("ami", group.image());
    details.put("account", group.id().account());
    details.put("region", group.id().region());
    details.put("cloudProvider", group.provider());
    details.put("refId", context.refId());
    details.put("sourceServerGroup", group.name());
    return details;
  }

  private static Map<String, Object> artifact(Map<String, Object> details) {
    ImageName image = ImageName.parse(String.valueOf(details.get("imageId")));
    String name = new ImageName(image.registry(), image.repository(), "", "").id();
    return Map.of(
        "type", "docker/image", "name", name, "version", image.tag(), "reference", image.id());
  }
}

package dev.gennaker.ui.fields;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Cluster;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.fields.Fields.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What there is to choose from right now: accounts, places, clusters, applications, pipelines. */
@Component
public class Suggestions {

  private final Clouds clouds;
  private final Applications applications;
  private final Pipelines pipelines;

  Suggestions(Clouds clouds, Applications applications, Pipelines pipelines) {
    this.clouds = clouds;
    this.applications = applications;
    this.pipelines = pipelines;
  }

  /**
   * @param application the application the value belongs to
   */
  public List<Choice> of(Field field, String application, Actor actor) {
    return switch (field.kind()) {
      case ACCOUNT -> plain(clouds.accounts().stream().map(Account::name));
      case REGION, REGIONS ->
          plain(
              Stream.concat(
                  clouds.serverGroups(application).stream().map(group -> group.id().region()),
                  clouds.locations().stream().map(location -> location.name())));
      case CLUSTER -> plain(clouds.clusters(application).stream().map(Cluster::name));
      case APPLICATION -> plain(applications.list(actor).stream().map(a -> a.name()));
      case PIPELINE -> pipelines(application, actor);
      case SERVER_GROUP_TARGET -> field.options().stream().map(Suggestions::target).toList();
      case ROLES -> plain(actor.roles().stream().sorted());
      case AUTO,
          TEXT,
          MULTILINE,
          MARKDOWN,
          NUMBER,
          FLAG,
          CHOICE,
          LIST,
          MAP,
          JSON,
          SECONDS,
          PERCENT,
          EXPRESSION,
          IMAGE ->
          List.of();
    };
  }

  private List<Choice> pipelines(String application, Actor actor) {
    try {
      return pipelines.list(application, actor).stream()
          .map(pipeline -> new Choice(pipeline.id(), pipeline.name()))
          .toList();
    } catch (NotPermitted e) {
      return List.of();
    }
  }

  private static Choice target(String option) {
    return new Choice(
        option,
        switch (option) {
          case "current_asg_dynamic" -> "Newest server group";
          case "ancestor_asg_dynamic" -> "Previous server group";
          case "oldest_asg_dynamic" -> "Oldest server group";
          default -> option;
        });
  }

  private static List<Choice> plain(Stream<String> values) {
    return values.distinct().map(Choice::of).toList();
  }
}

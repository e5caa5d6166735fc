package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions a server group had, read from the platform when looked at. */
@SpringComponent
class VersionList {

  private static final Logger LOG = LoggerFactory.getLogger(VersionList.class);

  private final Clouds clouds;

  VersionList(Clouds clouds) {
    this.clouds = clouds;
  }

  Component of(ServerGroup group, Actions actions) {
    return new VersionsSheet(group, actions);
  }

  private final class VersionsSheet extends Sheet {

    private final ServerGroup group;
    private final Actions actions;

    VersionsSheet(ServerGroup group, Actions actions) {
      super("Reading them from " + group.location() + "…");
      this.group = group;
      this.actions = actions;
    }

    @Override
    Supplier<Component> content() {
      try {
        List<FormerVersion> versions =
            clouds
                .provider(group.provider())
                .map(provider -> provider.versions(group.id()))
                .orElse(List.of());
        return () -> shown(versions);
      } catch (RuntimeException e) {
        LOG.warn("Could not read the versions of {}: {}", group.id(), e.toString());
        return () ->
            Banner.failed(
                "%s did not tell its versions. %s Open this tab again to try again."
                    .formatted(group.location(), Words.sentence(String.valueOf(e.getMessage()))));
      }
    }

    private Component shown(List<FormerVersion> versions) {
      if (versions.isEmpty()) {
        return Banner.note("%s keeps no versions of it.".formatted(group.location()));
      }
      Div list = Dom.div("vers");
      list.getElement().setAttribute("role", "list");
      FormerVersion present = versions.getFirst();
      versions.forEach(version -> list.add(row(version, present)));
      return Dom.named(list, "versions");
    }

    private Component row(FormerVersion version, FormerVersion present) {
      Div head =
          Dom.div(
              "verh",
              Dom.spanOf("m", Moment.seconds(version.at())),
              Dom.span("", "grow"),
              version.current() ? Dom.span("present", "tag") : actions.revert(group, version));
      Div row = Dom.div("ver", head);
      row.getElement().setAttribute("role", "listitem");
      if (!version.image().isEmpty()) {
        row.add(Dom.span(version.image(), "mono"));
      }
      if (!version.user().isEmpty()) {
        row.add(
            version.execution().isEmpty()
                ? Dom.span("by " + version.user(), "ink2", "s")
                : Dom.spanOf(
                    "vby ink2 s",
                    Dom.span("by " + version.user()),
                    Dom.link("executions/" + version.execution(), "its run", "link")));
      }
      if (!version.current()) {
        row.add(differences(Difference.between(version.definition(), present.definition())));
      }
      return Dom.named(row, "version");
    }

    /** What going back would undo. */
    private static Component differences(List<Difference> differences) {
      Div list = Dom.div("vdiff");
      if (differences.isEmpty()) {
        list.add(Dom.span("Says the same as the present one.", "ink2", "s"));
      }
      differences.forEach(
          difference -> {
            Div line = Dom.div("vd mono", Dom.span(difference.path() + " ", "ink2"));
            if (difference.before() != null) {
              line.add(Dom.span(difference.before(), "was"));
            }
            line.add(Dom.span(" → ", "ink3"));
            line.add(
                difference.after() == null
                    ? Dom.span("gone", "ink3")
                    : Dom.span(difference.after(), "is"));
            list.add(line);
          });
      return list;
    }
  }
}

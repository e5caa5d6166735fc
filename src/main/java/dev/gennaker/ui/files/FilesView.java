package dev.gennaker.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one instance: its directory, and one of them as it grows. */
@Route("clusters/:location/tasks/:task/files")
@PermitAll
@StyleSheet("assets/theme/files.css")
class FilesView extends Composite<Div> implements Page, BeforeEnterObserver {

  private static final String USUAL = "stdout";

  private final Clouds clouds;
  private final Reading reading;
  private final Watches watches;
  private final Live live;
  private final Actor actor;
  private InstanceId instance = new InstanceId("", "");
  private final Div side = Dom.div("fside");
  private String shown = "";
  private int visit;

  FilesView(Clouds clouds, Reading reading, Watches watches, Live live, CurrentActor current) {
    this.clouds = clouds;
    this.reading = reading;
    this.watches = watches;
    this.live = live;
    this.actor = current.get();
    getContent().addClassName("filespage");
  }

  /** What the address asks for; a path that leads out is none. */
  private record Asked(FilePath directory, @Nullable FilePath file, boolean bad) {

    static Asked of(BeforeEnterEvent event) {
      var query = event.getLocation().getQueryParameters();
      String written = query.getSingleParameter("file").orElse(USUAL);
      @Nullable FilePath file = FilePath.of(written).filter(path -> !path.isTop()).orElse(null);
      String above = file == null ? "" : file.parent().toString();
      var directory = FilePath.of(query.getSingleParameter("path").orElse(above));
      return new Asked(directory.orElse(FilePath.TOP), file, file == null || directory.isEmpty());
    }
  }

  /** What was found. */
  private record Found(String application, List<FileEntry> entries) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String location = event.getRouteParameters().get("location").orElse("");
    String task = event.getRouteParameters().get("task").orElse("");
    if (clouds.locations().stream().noneMatch(l -> l.name().equals(location))) {
      event.rerouteToError(
          NotFoundException.class, "No DC/OS cluster here is called %s".formatted(location));
      return;
    }
    instance = new InstanceId(location, task);
    Asked asked = Asked.of(event);
    if (asked.bad()) {
      show(
          new EmptyState(
              "file-text",
              "There is no such file",
              "A path leads from the sandbox inwards, never out of it.",
              Dom.link(FileLinks.of(instance), "The sandbox", "link")));
      return;
    }
    if (getContent().getComponentCount() == 0) {
      show(Dom.p("Reading it from " + location + "…", "ink2", "fwait"));
    }
    read(event.getUI(), asked);
  }

  /** Reads without keeping the page waiting. */
  private void read(UI ui, Asked asked) {
    int mine = ++visit;
    InstanceId wanted = instance;
    Thread.startVirtualThread(
        () -> {
          Runnable outcome = outcome(ui, wanted, asked);
          var _ =
              ui.access(
                  () -> {
                    if (mine == visit && getContent().isAttached()) {
                      outcome.run();
                    }
                  });
        });
  }

  private Runnable outcome(UI ui, InstanceId wanted, Asked asked) {
    try {
      String application = reading.application(wanted, actor);
      Found found = new Found(application, reading.list(wanted, asked.directory()));
      return () -> show(asked, found, () -> read(ui, asked));
    } catch (NotPermitted refused) {
      return () ->
          show(
              new EmptyState("lock", "You may not see this", String.valueOf(refused.getMessage())));
    } catch (FilesUnavailable unavailable) {
      return () ->
          show(
              new EmptyState(
                  unavailable.why() == FilesUnavailable.Why.FORBIDDEN ? "lock" : "file-text",
                  title(unavailable),
                  unavailable.getMessage(),
                  Dom.link(FileLinks.of(wanted), "Try again", "link")));
    }
  }

  private static String title(FilesUnavailable unavailable) {
    return switch (unavailable.why()) {
      case GONE -> "Its files are gone";
      case NO_SUCH_FILE -> "There is no such file";
      case FORBIDDEN -> "Gennaker may not read its files";
      case SILENT -> "Its cluster does not answer";
    };
  }

  private void show(Component instead) {
    shown = "";
    getContent().removeAll();
    getContent().add(head(""), instead);
  }

  /** The log stays as it is while one looks through the directories. */
  private void show(Asked asked, Found found, Runnable again) {
    FilePath file = asked.file();
    String open = file == null ? "" : file.toString();
    side.removeAll();
    side.add(new SandboxList(instance, asked.directory(), open, found.entries(), again));
    String wanted = FileLinks.of(instance, open);
    if (!wanted.equals(shown)) {
      shown = wanted;
      getContent().removeAll();
      getContent().add(head(found.application()), Dom.div("fbody", side, log(file, open)));
    }
  }

  private Component log(@Nullable FilePath file, String open) {
    Div log = Dom.div("flog");
    if (file != null) {
      Anchor download = new Anchor(reading.download(instance, file, actor), "");
      download.addClassName("btn");
      download.add(new Icon("download", "i14"), Dom.span("Download"));
      log.add(
          Dom.div("fbar", tabs(open), Dom.span("", "grow"), Dom.named(download, "download")),
          new LogPane(watches, reading, watches.open(instance, file), live));
    }
    return log;
  }

  private Component head(String application) {
    Div head = Dom.div("fhead", Dom.h1("Files of " + Words.task(instance.name())));
    head.add(Dom.span(instance.name(), "mono", "xs", "ink3", "trunc"));
    Div facts = Dom.div("fof s ink2");
    if (!application.isEmpty()) {
      facts.add(Dom.link("applications/" + application + "/clusters", application, "link"));
      facts.add(Dom.span(" on "));
    }
    facts.add(Dom.link("clusters/" + instance.location(), instance.location(), "link"));
    head.add(facts);
    return head;
  }

  private Component tabs(String open) {
    List<String> names = new ArrayList<>(List.of(USUAL, "stderr"));
    if (!names.contains(open)) {
      names.add(open);
    }
    Div tabs = Dom.div("tabs");
    tabs.getElement().setAttribute("role", "navigation");
    tabs.getElement().setAttribute("aria-label", "Open file");
    for (String name : names) {
      Anchor tab = Dom.link(FileLinks.of(instance, name), name, "mono");
      if (name.equals(open)) {
        tab.addClassName("on");
        tab.getElement().setAttribute("aria-current", "page");
      }
      tabs.add(Dom.named(tab, "open-" + name));
    }
    return tabs;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb("DC/OS clusters", "clusters"),
        new Crumb(instance.location(), "clusters/" + instance.location()),
        new Crumb("Files of " + Words.task(instance.name()), ""));
  }

  @Override
  public boolean flush() {
    return true;
  }
}

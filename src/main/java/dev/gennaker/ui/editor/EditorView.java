package dev.gennaker.ui.editor;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineSaved;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a pipeline is drawn and configured; the address says which stage is selected. */
@Route("applications/:app/pipelines/:name/edit")
@PermitAll
@StyleSheet("assets/theme/editor.css")
@StyleSheet("assets/theme/form.css")
class EditorView extends Div implements BeforeEnterObserver, Page {

  private static final String STAGE = "stage";
  private static final String AGAINST = "against";

  private final EditorServices services;
  private final RecentTypes recent;
  private final Actor actor;
  private @Nullable Editor editor;
  private String application = "";
  private String name = "";

  EditorView(EditorServices services, RecentTypes recent, CurrentActor current, Live live) {
    this.services = services;
    this.recent = recent;
    this.actor = current.get();
    addClassName("ed");
    live.follow(
        this,
        event -> event instanceof PipelineSaved saved && isOpen(saved.pipelineId()),
        () -> Optional.ofNullable(editor).ifPresent(Editor::somebodySaved));
    live.follow(
        this,
        event -> event instanceof ExecutionChanged changed && minds(changed),
        () -> Optional.ofNullable(editor).map(Editor::preview).ifPresent(Preview::look));
    addDetachListener(event -> Optional.ofNullable(editor).ifPresent(Editor::leave));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    application = decoded(event.getRouteParameters().get("app").orElse(""));
    name = decoded(event.getRouteParameters().get("name").orElse(""));
    Pipeline pipeline =
        services
            .pipelines()
            .find(application, name, actor)
            .or(() -> services.pipelines().find(name, actor))
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "There is no pipeline %s in %s.".formatted(name, application)));
    name = pipeline.name();
    List<String> selected =
        event.getLocation().getQueryParameters().getParameters(STAGE).stream().toList();
    Editor open = editor;
    if (open == null || !open.shows(pipeline.id())) {
      Optional.ofNullable(open).ifPresent(Editor::leave);
      boolean mayWrite =
          services.permissions().allows(actor, Permission.WRITE, pipeline.application());
      open = new Editor(services, recent, actor, pipeline, mayWrite, this::address);
      editor = open;
      removeAll();
      add(open);
    }
    event.getLocation().getQueryParameters().getParameters(AGAINST).stream()
        .findFirst()
        .ifPresent(open.preview()::choose);
    open.open(selected);
  }

  @Override
  public List<Crumb> crumbs() {
    String home = "applications/" + part(application);
    return List.of(
        new Crumb(application, home),
        new Crumb("Pipelines", home + "/pipelines"),
        new Crumb(name, ""));
  }

  @Override
  public String application() {
    return application;
  }

  @Override
  public boolean flush() {
    return true;
  }

  private boolean isOpen(String pipelineId) {
    Editor open = editor;
    return open != null && open.shows(pipelineId);
  }

  private boolean minds(ExecutionChanged event) {
    Editor open = editor;
    return open != null && open.preview().minds(event);
  }

  /** What is selected and previewed is part of it, so that it can be sent and survives a reload. */
  private void address(List<String> selected) {
    String path = "applications/%s/pipelines/%s/edit".formatted(part(application), part(name));
    Map<String, String> query = new LinkedHashMap<>();
    if (selected.size() == 1) {
      query.put(STAGE, selected.getFirst());
    }
    String against = editor == null ? "" : editor.preview().choice();
    if (!against.isEmpty()) {
      query.put(AGAINST, against);
    }
    getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, new Location(path, QueryParameters.simple(query))));
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Parts of the address arrive as they are written there. */
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }
}

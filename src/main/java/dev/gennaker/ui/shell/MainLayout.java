package dev.gennaker.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Finder;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.NavCount;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shell around every view that does not opt out. */
@Layout
@PermitAll
@JsModule("./kit/shell.ts")
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private final NavBar nav;
  private final TopBar top;
  private final Main main = new Main();
  private final List<NavCount> counts;
  private final Actor actor;
  private final Clock clock;
  private String title = "Gennaker";

  MainLayout(
      CurrentActor currentActor,
      AuthenticationContext signedIn,
      List<NavCount> counts,
      List<Finder> finders,
      Live live,
      Nodes nodes,
      Clock clock) {
    this.actor = currentActor.get();
    this.nav = new NavBar(actor);
    this.counts = counts;
    this.clock = clock;
    this.top = new TopBar(actor, () -> new Search(finders, actor).open(), signedIn::logout);
    addClassName("shell");
    main.addClassName("main");
    main.setId("main");
    Anchor skip = new Anchor("#main", "Skip to content");
    skip.getElement().setAttribute("router-ignore", true);
    skip.addClassName("skip");
    add(skip, nav, top, new DatabaseBanner(nodes, live), main);
    live.follow(
        this, event -> counts.stream().anyMatch(count -> count.changedBy(event)), this::count);
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.getElement().removeAllChildren();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  public void removeRouterLayoutContent(HasElement oldContent) {
    main.getElement().removeAllChildren();
  }

  /** The browser's clock may be wrong; ages and countdowns follow the server's. */
  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().setAttribute("data-now", String.valueOf(clock.millis()));
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    HasElement view = event.getActiveChain().getFirst();
    Page page = view instanceof Page known ? known : null;
    title = view instanceof HasDynamicTitle dynamic ? dynamic.getPageTitle() : titleOf(view);
    top.show(
        page == null ? List.of(new Crumb(title.replace(" · Gennaker", ""), "")) : page.crumbs());
    main.getElement().getClassList().set("flush", page != null && page.flush());
    @Nullable String application = page == null ? null : page.application();
    nav.show(event.getLocation().getPath(), application);
    count();
  }

  private static String titleOf(HasElement view) {
    PageTitle written = view.getClass().getAnnotation(PageTitle.class);
    return written == null ? "Gennaker" : written.value();
  }

  private void count() {
    long wanted = 0;
    for (NavCount count : counts) {
      long figure = count.count(actor);
      nav.count(count.view(), figure, count.wantsYou());
      wanted += count.wantsYou() ? figure : 0;
    }
    String counted = wanted == 0 ? title : "(%d) %s".formatted(wanted, title);
    getUI().ifPresent(ui -> ui.getPage().setTitle(counted));
  }
}

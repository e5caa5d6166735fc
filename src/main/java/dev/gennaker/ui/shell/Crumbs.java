package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import java.util.List;

/** The way to the page. */
@Tag("nav")
final class Crumbs extends Component implements HasComponents {

  Crumbs() {
    getElement().getClassList().add("crumb");
    getElement().setAttribute("aria-label", "Breadcrumb");
  }

  void show(List<Crumb> crumbs) {
    removeAll();
    for (int i = 0; i < crumbs.size(); i++) {
      Crumb crumb = crumbs.get(i);
      if (i == crumbs.size() - 1) {
        Span current = Dom.span(crumb.text(), "cur", "trunc");
        current.getElement().setAttribute("aria-current", "page");
        add(current);
      } else {
        Span separator = Dom.span("/", "sep");
        separator.getElement().setAttribute("aria-hidden", "true");
        add(Dom.link(crumb.href(), crumb.text()), separator);
      }
    }
  }
}

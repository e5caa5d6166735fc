package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** Short names for the plain elements the theme dresses; classes are the theme's. */
public final class Dom {

  private Dom() {}

  public static Span span(String text, String... classes) {
    return classed(new Span(text), classes);
  }

  public static Span spanOf(String classes, Component... children) {
    return classed(new Span(children), classes.split(" "));
  }

  public static Div div(String classes, Component... children) {
    return classed(new Div(children), classes.split(" "));
  }

  public static Paragraph p(String text, String... classes) {
    return classed(new Paragraph(text), classes);
  }

  public static H1 h1(String text) {
    return new H1(text);
  }

  public static H2 h2(String text) {
    return new H2(text);
  }

  public static H3 h3(String text) {
    return new H3(text);
  }

  /** A link inside Gennaker; the address is relative to the root, without a leading slash. */
  public static Anchor link(String href, String text, String... classes) {
    return classed(new Anchor(href, text), classes);
  }

  public static Anchor linkOf(String href, String classes, Component... children) {
    Anchor anchor = new Anchor();
    anchor.setHref(href);
    anchor.add(children);
    return classed(anchor, classes.split(" "));
  }

  /** A link that leaves Gennaker. */
  public static Anchor outside(String url, String text, String... classes) {
    Anchor anchor = new Anchor();
    if (url.matches("https?://.*")) {
      anchor.setHref(url);
    }
    anchor.setText(text);
    anchor.getElement().setAttribute("rel", "noopener noreferrer");
    anchor.getElement().setAttribute("target", "_blank");
    return classed(anchor, classes);
  }

  /** A section under a hairline title row; the count is left out when negative. */
  public static Section section(String classes, String title, long count, Component... atTheEnd) {
    Div head = div("hd", h2(title));
    if (count >= 0) {
      head.add(span(String.valueOf(count), "cnt"));
    }
    if (atTheEnd.length > 0) {
      head.add(span("", "grow"));
      head.add(atTheEnd);
    }
    Section section = new Section(head);
    section.getElement().setAttribute("aria-label", title);
    return classed(section, ("sec " + classes).trim().split(" "));
  }

  /** Marks it for the tests that drive a browser. */
  public static <C extends HasElement> C named(C component, String test) {
    component.getElement().setAttribute("data-test", test);
    return component;
  }

  private static <C extends Component> C classed(C component, String... classes) {
    for (String name : classes) {
      if (!name.isEmpty()) {
        component.getElement().getClassList().add(name);
      }
    }
    return component;
  }
}

package dev.gennaker.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Rows;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.List;

/** Applications with a health bar per environment and the last change. */
final class ApplicationTable extends NativeTable {

  private final NativeTableHeader head = new NativeTableHeader();
  private final NativeTableBody body = new NativeTableBody();
  private final Rows<ApplicationHealth.Row> rows =
      new Rows<>(body, ApplicationHealth.Row::name, this::row);
  private List<String> environments = List.of();

  ApplicationTable() {
    addClassNames("tbl", "apps");
    add(head, body);
  }

  void show(ApplicationHealth.Table table) {
    if (!environments.equals(table.environments()) || head.getChildren().findAny().isEmpty()) {
      environments = table.environments();
      head.removeAll();
      head.add(heading());
      rows.show(List.of());
    }
    rows.show(table.rows());
  }

  private NativeTableRow heading() {
    NativeTableRow row = new NativeTableRow();
    row.add(named("Name", "c-name"));
    for (int i = 0; i < environments.size(); i++) {
      String name = environments.get(i);
      row.add(named(name.isEmpty() ? "all" : name, style(i)));
    }
    row.add(named("Last change", "c-last"), named("Age", "num c-age"));
    return row;
  }

  /** A phone has room for the last one, which is production. */
  private String style(int environment) {
    return environment == environments.size() - 1 ? "c-env c-prod" : "c-env";
  }

  private static NativeTableHeaderCell named(String text, String classes) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.addClassNames(classes.split(" "));
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }

  private Component row(ApplicationHealth.Row application) {
    NativeTableRow row = new NativeTableRow();
    row.addClassName("row");
    Dom.named(row, "application-" + application.name());
    Anchor name =
        Dom.link("applications/%s/clusters".formatted(application.name()), application.name(), "m");
    name.setTitle(
        Words.count(application.services(), "service")
            + (application.known() ? "" : ", not created here yet"));
    NativeTableCell first = new NativeTableCell(name);
    if (application.stale()) {
      first.add(Dom.span("not current", "xs", "wait", "sub"));
    }
    row.add(first);
    for (int i = 0; i < environments.size(); i++) {
      NativeTableCell cell =
          new NativeTableCell(new HealthBar(application.byEnvironment().get(environments.get(i))));
      cell.addClassNames(style(i).split(" "));
      row.add(cell);
    }
    NativeTableCell last = new NativeTableCell(Dom.span(application.lastChange(), "ink2", "s"));
    last.addClassName("c-last");
    NativeTableCell age = new NativeTableCell();
    age.addClassNames("num", "ink3", "s", "c-age");
    Instant changedAt = application.changedAt();
    if (changedAt != null) {
      age.add(Moment.age(changedAt));
    }
    row.add(last, age);
    return row;
  }
}

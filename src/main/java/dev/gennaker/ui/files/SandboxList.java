package dev.gennaker.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Moment;
import java.util.List;
import java.util.Locale;

/** What lies in a directory of an instance; folders first. */
final class SandboxList extends Div {

  private static final int SHOWN = 500;

  private final InstanceId instance;
  private final FilePath directory;
  private final String open;

  /**
   * @param open the file that is shown beside it; empty for none
   */
  SandboxList(
      InstanceId instance,
      FilePath directory,
      String open,
      List<FileEntry> entries,
      Runnable again) {
    this.instance = instance;
    this.directory = directory;
    this.open = open;
    addClassName("fbrowse");
    Button refresh = new Button(new Icon("refresh-cw", "i14"), click -> again.run());
    refresh.setThemeName("tertiary icon");
    refresh.setAriaLabel("Read the directory again");
    add(Dom.div("fpath", way(), Dom.span("", "grow"), refresh));
    NativeTable table = new NativeTable();
    table.addClassNames("tbl", "fs");
    table.add(
        new NativeTableHeader(
            new NativeTableRow(header("Name", ""), header("Size", "num"), header("Age", "num"))));
    NativeTableBody body = new NativeTableBody();
    entries.stream().filter(FileEntry::directory).forEach(entry -> body.add(row(entry)));
    entries.stream()
        .filter(entry -> !entry.directory())
        .limit(SHOWN)
        .forEach(entry -> body.add(row(entry)));
    table.add(body);
    add(table);
    if (entries.isEmpty()) {
      add(Dom.p("Nothing lies here.", "ink2", "s"));
    }
  }

  private static NativeTableHeaderCell header(String text, String style) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", "col");
    if (!style.isEmpty()) {
      cell.addClassName(style);
    }
    return cell;
  }

  /** Each folder on the way is a link. */
  private Component way() {
    Div way = Dom.div("fway mono");
    way.add(step(FilePath.TOP, "sandbox"));
    for (int i = 1; i <= directory.parts().size(); i++) {
      FilePath folder = new FilePath(directory.parts().subList(0, i));
      way.add(Dom.span("/", "ink3"), step(folder, folder.name()));
    }
    return way;
  }

  private Component step(FilePath folder, String name) {
    return folder.equals(directory)
        ? Dom.span(name, "b")
        : Dom.link(FileLinks.of(instance, folder, open), name, "link");
  }

  private NativeTableRow row(FileEntry entry) {
    String path = entry.path().toString();
    Anchor name =
        Dom.linkOf(
            entry.directory()
                ? FileLinks.of(instance, entry.path(), open)
                : FileLinks.of(instance, directory, path),
            "fname",
            new Icon(entry.directory() ? "folder" : "file-text", "i14"),
            Dom.span(entry.path().name(), "mono", "trunc"));
    name.getElement().setAttribute("title", path);
    Dom.named(name, "file-" + path);
    NativeTableCell size =
        new NativeTableCell(Dom.span(entry.directory() ? "" : size(entry.size())));
    size.addClassName("num");
    NativeTableCell age = new NativeTableCell();
    age.addClassNames("num", "ink3");
    age.add(Moment.age(entry.modified()));
    NativeTableRow row = new NativeTableRow(new NativeTableCell(name), size, age);
    row.addClassName("row");
    if (path.equals(open)) {
      row.addClassName("sel");
      name.getElement().setAttribute("aria-current", "true");
    }
    return row;
  }

  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double value = bytes / 1000.0;
    int unit = 0;
    while (value >= 999.95 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  }
}

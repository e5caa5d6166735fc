package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of the {@link Matrix}. */
@Uses(Moment.class)
final class MatrixList extends Composite<KeyedList<MatrixLine>> {

  private static final String TEMPLATE =
      """
      ${!item.l ? html`<div class="mr"></div>` : item.l.kind === 'app' ? html`<h2 class="ma">${item.l.name ? html`<a
          href="applications/${item.l.name}">${item.l.name}</a>` : 'Owned by nobody'}</h2>`
      : html`<div class="mr" data-test="row-${item.l.name}"><h3 class="sv" title="${item.l.name}">${item.l.name}</h3>${item.l.cells.map(c =>
          c.version ? html`<div class="mc ${c.stale ? 'old' : ''}" data-test="cell-${item.l.name}-${c.location}"><span
          class="where">${c.place}</span><a class="l1" href="${c.address}" title="${c.image}"><svg class="bk ${c.tone}"
          role="img" aria-label="${c.words}"><use href="assets/theme/icons.svg#${c.shape}"></use></svg><span
          class="ver mono trunc">${c.version}</span>${c.behind ? html`<span class="beh" title="${c.behindWords}"><span
          aria-hidden="true">−${c.behind}</span><span class="vh">${c.behindWords}</span></span>` : ''}${c.more ? html`<span
          class="beh" title="${c.moreWords}">+${c.more}</span>` : ''}<span class="grow"></span><span
          class="ct">${c.up}/${c.size}</span></a><div class="l2"><gn-time mode="age" at="${c.created}"></gn-time>${c.by
          ? html`<span class="trunc">by ${c.by}</span>` : ''}<span class="nt trunc ${c.tone}">${c.says}</span></div>${c.next
          ? html`<div class="l3"><span class="gh ${c.next.tone}" title="${c.next.image}"><svg class="bk ${c.next.tone}"
          aria-hidden="true"><use href="assets/theme/icons.svg#${c.next.shape}"></use></svg><span
          class="mono trunc">${c.next.version}</span></span><span class="gw trunc" title="${c.next.says}">${c.next.says}</span></div>` : ''}</div>`
          : html`<div class="mc none ${c.stale ? 'old' : ''}"><span class="where">${c.place}</span><span aria-hidden="true">–</span><span
          class="vh">not here</span></div>`)}</div>`}
      """;

  private List<Matrix.Place> places = List.of();

  MatrixList() {
    getContent().addClassNames("board", "matrix");
  }

  @Override
  protected KeyedList<MatrixLine> initContent() {
    return new KeyedList<>(
        MatrixLine::key,
        LitRenderer.<MatrixLine>of(TEMPLATE.strip()).withProperty("l", this::json));
  }

  void show(Matrix matrix) {
    places = matrix.places();
    getContent().show(matrix.lines());
  }

  private ObjectNode json(MatrixLine line) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    switch (line) {
      case MatrixLine.Application application ->
          json.put("kind", "app").put("name", application.name());
      case MatrixLine.Service service -> {
        json.put("kind", "service").put("name", service.name());
        ArrayNode cells = json.putArray("cells");
        for (int i = 0; i < service.cells().size() && i < places.size(); i++) {
          cells.add(cell(service.cells().get(i), places.get(i)));
        }
      }
    }
    return json;
  }

  private static ObjectNode cell(MatrixLine.@Nullable Cell cell, Matrix.Place place) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("place", (place.environment() + " " + place.location()).strip());
    json.put("location", place.location());
    json.put("stale", place.asOf() != null);
    if (cell == null) {
      return json;
    }
    json.put("version", cell.version());
    json.put("image", cell.image());
    json.put("shape", cell.shape());
    json.put("tone", cell.tone());
    json.put("words", cell.words());
    json.put("up", cell.up());
    json.put("size", cell.size());
    json.put("created", cell.createdAt().toString());
    json.put("by", cell.by());
    json.put("behind", cell.behind());
    json.put("behindWords", Words.count(cell.behind(), "version") + " behind the newest");
    json.put("more", cell.more());
    json.put("moreWords", Words.count(cell.more(), "other server group") + " in service too");
    json.put("says", cell.says());
    json.put("address", cell.address());
    MatrixLine.Next next = cell.next();
    if (next != null) {
      json.putObject("next")
          .put("version", next.version())
          .put("image", next.image())
          .put("shape", next.shape())
          .put("tone", next.tone())
          .put("says", next.says());
    }
    return json;
  }
}

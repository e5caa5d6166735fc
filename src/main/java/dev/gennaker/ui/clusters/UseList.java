package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of the resources of a DC/OS cluster. */
final class UseList extends Composite<KeyedList<UseLine>> {

  private static final String TEMPLATE =
      """
      ${!item.l ? html`<div class="ul"></div>` : item.l.heading ? html`<h2 class="uh">${item.l.heading}<span
          class="cnt">${item.l.count}</span></h2>`
      : html`<div class="ul ${item.l.kind}" data-test="use-${item.l.kind}-${item.l.name}"><div class="un">${item.l.address ? html`<a
          class="trunc mono" href="${item.l.address}" title="What runs on ${item.l.name}">${item.l.name}</a>` : html`<span
          class="trunc" title="${item.l.name}">${item.l.name}</span>`}<span class="trunc ink3 xs"
          title="${item.l.note}">${item.l.note}</span></div><span class="ut ink2">${item.l.tasks}</span>${item.l.bars.map(b => html`<div
          class="ub"><span class="uw">${b.what}</span><span class="ua ${b.tone}"><b>${b.used}</b>${b.total ? html`<i> / ${b.total}</i>`
          : ''}</span><span class="bar ${b.tone}" aria-hidden="true"><span style="width:${b.share}%"></span></span></div>`)}</div>`}
      """;

  UseList() {
    getContent().addClassNames("board", "uses");
  }

  @Override
  protected KeyedList<UseLine> initContent() {
    return new KeyedList<>(
        UseLine::key, LitRenderer.<UseLine>of(TEMPLATE.strip()).withProperty("l", UseList::json));
  }

  void show(List<UseLine> lines) {
    getContent().show(lines);
  }

  private static ObjectNode json(UseLine line) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    switch (line) {
      case UseLine.Heading heading ->
          json.put("heading", heading.title()).put("count", heading.count());
      case UseLine.Who who -> {
        json.put("kind", who.kind());
        json.put("name", who.name());
        json.put("note", who.note());
        json.put("address", who.address());
        json.put(
            "tasks",
            who.instances() < 0
                ? ""
                : "%,d task%s".formatted(who.instances(), who.instances() == 1 ? "" : "s"));
        ArrayNode bars = json.putArray("bars");
        for (UseLine.Bar bar : who.bars()) {
          bars.addObject()
              .put("what", bar.what())
              .put("used", bar.used())
              .put("total", bar.total())
              .put("share", bar.share())
              .put("tone", bar.tone());
        }
      }
    }
    return json;
  }
}

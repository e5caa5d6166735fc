package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.gennaker.ui.kit.Moment;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a board. */
@com.vaadin.flow.component.dependency.Uses(Moment.class)
final class BoardList extends Composite<KeyedList<Line>> {

  private static final String TEMPLATE =
      """
      ${!item.l ? html`<div class="sg"></div>` : item.l.kind === 'cluster' ? html`<div class="ch ${item.l.ruled ? 'ruled' : ''}"><button class="fold" aria-expanded="${!item.l.folded}"
          @click="${fold}" aria-label="${item.l.name}"><svg class="i i14" aria-hidden="true"><use
          href="assets/theme/icons.svg#${item.l.folded ? 'chevron-right' : 'chevron-down'}"></use></svg></button><h2
          class="trunc">${item.l.name}</h2><span class="ink3 trunc">${item.l.account}</span>${item.l.owner ? html`<a class="link s"
          href="applications/${item.l.owner}/clusters">${item.l.owner}</a>` : ''}<span class="grow"></span><span
          class="ink2 s sum">${item.l.sum}</span></div>`
      : item.l.kind === 'place' ? html`<div class="rh"><span class="rn">${item.l.location}</span><span
          class="ink3 trunc">${item.l.group}</span><span class="grow"></span>${item.l.asOf ? html`<span class="asof">as of <gn-time
          mode="seconds" at="${item.l.asOf}"></gn-time></span>` : ''}</div>`
      : item.l.kind === 'stale' ? html`<div class="stale" role="status"><svg class="i i14" aria-hidden="true"><use
          href="assets/theme/icons.svg#unlink"></use></svg><span class="why"><b>${item.l.location} is not live since <gn-time mode="age"
          at="${item.l.since}"></gn-time></b>${item.l.asOf ? html`, showing the picture of <gn-time mode="seconds"
          at="${item.l.asOf}"></gn-time>` : ''}. <span class="ink2">${item.l.reason} Next try <gn-time mode="until"
          at="${item.l.next}"></gn-time>.</span></span><span class="grow"></span><button class="link" @click="${again}"
          data-test="try-now">Try now</button></div>`
      : html`<a class="sg ${item.l.selected ? 'sel' : ''} ${item.l.stale ? 'old' : ''}" href="${item.l.address}"
          aria-current="${item.l.selected}" data-test="sg-${item.l.name}"><span class="v mono">${item.l.version}</span><span
          class="im mono ink2 trunc" title="${item.l.image}">${item.l.image}</span><span class="bl" role="img"
          aria-label="${item.l.words}" .innerHTML="${item.l.blocks}"></span><span class="wd ${item.l.tone}"
          title="${item.l.says}">${item.l.shape ? html`<svg class="sh" aria-hidden="true"><use
          href="assets/theme/icons.svg#${item.l.shape}"></use></svg>` : ''}<span class="trunc">${item.l.says}</span></span><span
          class="cap"><b>${item.l.up}</b><i>/${item.l.size}</i></span><span class="lb ${item.l.traffic ? 'on' : ''}"
          title="${item.l.traffic ? 'In service' : 'Out of service'}"><svg class="i i14" aria-hidden="true"><use
          href="assets/theme/icons.svg#split"></use></svg><span>${item.l.traffic ? 'in' : 'out'}</span></span><gn-time
          class="ag" mode="age" at="${item.l.created}"></gn-time><span class="by ink3 trunc">${item.l.by}</span></a>`}
      """;

  private final Consumer<String> fold;
  private final Consumer<String> again;

  /**
   * @param fold told the key of a cluster whose head was clicked
   * @param again told the location that shall be tried now
   */
  BoardList(Consumer<String> fold, Consumer<String> again) {
    this.fold = fold;
    this.again = again;
    getContent().addClassName("board");
  }

  @Override
  protected KeyedList<Line> initContent() {
    return new KeyedList<>(
        Line::key,
        LitRenderer.<Line>of(TEMPLATE.strip())
            .withProperty("l", LineJson::of)
            .withFunction("fold", line -> fold.accept(line.key()))
            .withFunction(
                "again",
                line -> {
                  if (line instanceof Line.OfStale stale) {
                    again.accept(stale.location());
                  }
                }));
  }

  /** Shows other lines; those that stayed as they are cost nothing. */
  void show(List<Line> now) {
    getContent().show(now);
  }
}

package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows follow a list and keep what did not change. */
class RowsTests {

  private record Thing(String key, int value) {}

  private final Div place = new Div();
  private final Rows<Thing> rows =
      new Rows<>(place, Thing::key, thing -> new Span(thing.key() + thing.value()));

  @Test
  void drawsOnlyWhatChanged() {
    rows.show(List.of(new Thing("a", 1), new Thing("b", 1)));
    List<Component> before = place.getChildren().toList();

    rows.show(List.of(new Thing("a", 1), new Thing("b", 2)));

    assertThat(place.getChildren().toList().getFirst()).isSameAs(before.getFirst());
    assertThat(texts()).containsExactly("a1", "b2");
  }

  @Test
  void followsTheOrderAndKeepsRowsThatMoved() {
    rows.show(List.of(new Thing("a", 1), new Thing("b", 1)));
    Component a = place.getChildren().toList().getFirst();

    rows.show(List.of(new Thing("c", 1), new Thing("a", 1)));

    assertThat(texts()).containsExactly("c1", "a1");
    assertThat(place.getChildren().toList().getLast()).isSameAs(a);
  }

  @Test
  void movesOnlyWhatIsNotWhereItBelongs() {
    rows.show(things(1000));
    List<Component> before = place.getChildren().toList();
    List<Thing> turned = new ArrayList<>(things(1000));
    turned.add(0, new Thing("new", 1));
    Collections.swap(turned, 500, 700);
    turned.remove(900);

    List<Component> moved = new ArrayList<>();
    before.forEach(row -> row.addDetachListener(event -> moved.add(row)));
    new UI().add(place);
    rows.show(turned);

    assertThat(texts()).isEqualTo(turned.stream().map(t -> t.key() + t.value()).toList());
    assertThat(moved).hasSizeLessThan(205);
  }

  private static List<Thing> things(int many) {
    return IntStream.range(0, many).mapToObj(i -> new Thing("t" + i + "-", 1)).toList();
  }

  private List<String> texts() {
    return place.getChildren().map(child -> ((Span) child).getText()).toList();
  }
}

package dev.gennaker.ui.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.draft.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form derived from fields; fields with members of their own become groups and lists of groups.
 */
public final class FieldForm extends Div {

  private final List<FormPart> parts = new ArrayList<>();

  /** A form over the fields of an object at a path. */
  public FieldForm(List<Field> described, Path path, Fields fields) {
    addClassName("form");
    for (Field field : described) {
      FormPart part = part(field, path.then(field.key()), fields);
      parts.add(part);
      add((Component) part);
    }
  }

  private static FormPart part(Field field, Path path, Fields fields) {
    if (field.fields().isEmpty()) {
      return new FieldRow(field, path, fields);
    }
    return field.many() ? new GroupList(field, path, fields) : new Group(field, path, fields);
  }

  /** Shows what the document says now. */
  public void refresh() {
    parts.forEach(FormPart::refresh);
  }

  /** Gives the keyboard to the first input; the form of a new stage does so. */
  public void focusFirst() {
    if (!parts.isEmpty()) {
      parts.getFirst().focusFirst();
    }
  }

  /** Whether a problem at this path is shown at one of the fields. */
  public boolean holds(String problem) {
    return parts.stream().anyMatch(part -> part.holds(problem));
  }

  /**
   * Gives the keyboard to the input a problem is about; false where no input is.
   *
   * @param problem its path below the object, e.g. {@code .clusters[0].account}
   */
  public boolean focus(String problem) {
    Optional<FormPart> part = parts.stream().filter(p -> p.holds(problem)).findFirst();
    part.ifPresent(FormPart::focusFirst);
    return part.isPresent();
  }

  /** The parameter a value does nothing but read; null for every other value. */
  public static @Nullable String parameterOf(@Nullable JsonNode value) {
    return Manner.parameter(value);
  }

  List<FormPart> parts() {
    return parts;
  }
}

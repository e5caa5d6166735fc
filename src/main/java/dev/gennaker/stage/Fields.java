package dev.gennaker.stage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Derives {@link Field}s from a settings record. */
final class Fields {

  private static final ClassValue<List<Field>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> record) {
          return Arrays.stream(record.getRecordComponents()).flatMap(Fields::flat).toList();
        }
      };

  private Fields() {}

  static List<Field> of(Class<?> record) {
    return KNOWN.get(record);
  }

  /** A component marked {@code @JsonUnwrapped} stands for its own components. */
  private static Stream<Field> flat(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
        ? of(component.getType()).stream()
        : Stream.of(of(component));
  }

  private static Field of(RecordComponent component) {
    @Nullable Setting setting = component.getAnnotation(Setting.class);
    Class<?> type = component.getType();
    @Nullable Class<?> element = element(component.getGenericType());
    boolean many = List.class.isAssignableFrom(type) && element != null && element.isRecord();
    List<Field> members =
        type.isRecord() ? of(type) : many && element != null ? of(element) : List.of();
    Setting.Kind kind =
        setting == null || setting.kind() == Setting.Kind.AUTO
            ? kind(type, !members.isEmpty())
            : setting.kind();
    return new Field(
        component.getName(),
        setting == null || setting.label().isEmpty() ? label(component.getName()) : setting.label(),
        setting == null ? "" : setting.help(),
        setting != null && setting.required(),
        kind,
        setting == null ? "" : setting.unit(),
        setting == null || Double.isInfinite(setting.min()) ? null : setting.min(),
        setting == null || Double.isInfinite(setting.max()) ? null : setting.max(),
        options(setting, type),
        setting == null ? "" : setting.placeholder(),
        members,
        many);
  }

  private static Setting.Kind kind(Class<?> type, boolean hasMembers) {
    if (hasMembers) {
      return Setting.Kind.JSON;
    }
    if (type.isEnum()) {
      return Setting.Kind.CHOICE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Setting.Kind.FLAG;
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return Setting.Kind.NUMBER;
    }
    if (List.class.isAssignableFrom(type)) {
      return Setting.Kind.LIST;
    }
    if (Map.class.isAssignableFrom(type)) {
      return Setting.Kind.MAP;
    }
    return type == String.class ? Setting.Kind.TEXT : Setting.Kind.JSON;
  }

  private static List<String> options(@Nullable Setting setting, Class<?> type) {
    if (setting != null && setting.options().length > 0) {
      return List.of(setting.options());
    }
    List<String> names = new ArrayList<>();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        names.add(((Enum<?>) constant).name());
      }
    }
    return names;
  }

  private static @Nullable Class<?> element(Type type) {
    return type instanceof ParameterizedType generic
            && generic.getActualTypeArguments().length == 1
            && generic.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : null;
  }

  /** {@code waitTime} reads "Wait time". */
  private static String label(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

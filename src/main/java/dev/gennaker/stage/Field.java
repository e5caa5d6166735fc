package dev.gennaker.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a stage type as derived from its record: what the inspector shows and the check
 * checks.
 *
 * @param key the JSON key
 * @param kind never {@link Setting.Kind#AUTO}
 * @param fields members, for a {@code JSON} field whose Java type is a record or a list of records;
 *     else empty
 * @param many whether it is a list of such records
 * @param min smallest value, null for none
 * @param max largest value, null for none
 */
public record Field(
    String key,
    String label,
    String help,
    boolean required,
    Setting.Kind kind,
    String unit,
    @Nullable Double min,
    @Nullable Double max,
    List<String> options,
    String placeholder,
    List<Field> fields,
    boolean many) {}

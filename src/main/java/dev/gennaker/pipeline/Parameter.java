package dev.gennaker.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something asked when a pipeline is started ({@code parameterConfig}).
 *
 * @param defaultValue what counts when nothing is given; null for none
 * @param options allowed values; empty for any
 */
public record Parameter(
    String name,
    String label,
    String description,
    @Nullable Object defaultValue,
    boolean required,
    List<String> options) {}

package dev.gennaker.cloud;

import java.time.Instant;

/**
 * Something in an instance's directory.
 *
 * @param size in bytes
 * @param modified when it last changed
 */
public record FileEntry(FilePath path, boolean directory, long size, Instant modified) {}

package dev.gennaker.api;

/** A request body longer than is read. */
final class BodyTooLarge extends RuntimeException {

  BodyTooLarge(long limit) {
    super(
        "The body is longer than %d MB, the most that is read. Keep large bodies outside and refer to them."
            .formatted(limit >> 20));
  }
}

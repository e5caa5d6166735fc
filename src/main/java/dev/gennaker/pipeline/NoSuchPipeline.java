package dev.gennaker.pipeline;

/** No pipeline has that id or name; the message says which was asked for. */
public final class NoSuchPipeline extends RuntimeException {

  public NoSuchPipeline(String message) {
    super(message);
  }
}

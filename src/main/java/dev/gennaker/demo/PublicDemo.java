package dev.gennaker.demo;

/** The demo, whose passwords everybody knows, was to listen to more than this machine. */
final class PublicDemo extends RuntimeException {

  PublicDemo(String address) {
    super(
        "The demo profile has passwords everybody knows, so it may not listen on %s, only on 127.0.0.1."
            .formatted(address));
  }
}

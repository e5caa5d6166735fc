package dev.gennaker.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the demo does not start, instead of a stack trace. */
class PublicDemoAnalyzer extends AbstractFailureAnalyzer<PublicDemo> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PublicDemo cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Leave out server.address, or start without the demo profile and configure users of your own.",
        cause);
  }
}

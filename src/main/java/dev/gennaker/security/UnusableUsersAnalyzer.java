package dev.gennaker.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the server does not start, instead of a stack trace. */
class UnusableUsersAnalyzer extends AbstractFailureAnalyzer<UnusableUsers> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnusableUsers cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
  }
}

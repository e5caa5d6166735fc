package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Findings.there;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** Marathon's rules for constraints and roles. */
final class PlacementRules {

  private static final String FORM = "Write [\"field\", \"OPERATOR\"] or add a value.";

  private final JsonNode app;
  private final Findings findings;

  PlacementRules(JsonNode app, Findings findings) {
    this.app = app;
    this.findings = findings;
  }

  void check() {
    if (findings.list(app.path("constraints"), "$.constraints", "The constraints")) {
      int index = 0;
      for (JsonNode one : app.path("constraints")) {
        constraint(one, "$.constraints[" + index++ + "]");
      }
    }
    JsonNode roles = app.path("acceptedResourceRoles");
    if (findings.list(roles, "$.acceptedResourceRoles", "The accepted roles") && roles.isEmpty()) {
      findings.fault(
          "$.acceptedResourceRoles",
          "The list of accepted roles is empty.",
          "Name a role such as * or slave_public, or leave it out.");
    }
  }

  private void constraint(JsonNode one, String path) {
    if (!there(one) || one.valueStream().anyMatch(Nodes::expression)) {
      return;
    }
    if (!one.isArray() || one.size() < 2 || one.size() > 3) {
      findings.fault(
          path, "A constraint has two or three parts, unlike " + Findings.shown(one) + ".", FORM);
      return;
    }
    String operator = one.path(1).asString("");
    boolean valued = one.size() == 3;
    String value = one.path(2).asString("");
    switch (operator) {
      case "UNIQUE" -> demand(!valued, path, "UNIQUE takes no value.", "Leave the value out.");
      case "CLUSTER" -> {}
      case "IS" -> demand(valued, path, "IS needs a value.", "Add the value to match.");
      case "GROUP_BY" ->
          demand(
              !valued || value.matches("-?\\d+"),
              path,
              "GROUP_BY takes a whole number or nothing.",
              "Write a number.");
      case "MAX_PER" ->
          demand(
              valued && value.matches("-?\\d+"),
              path,
              "MAX_PER needs a whole number.",
              "Write the most per value.");
      case "LIKE", "UNLIKE" ->
          demand(
              valued && pattern(value),
              path,
              operator + " needs a regular expression that can be read.",
              "Write a valid one, e.g. rack-[1-3].");
      default ->
          findings.fault(
              path,
              "There is no operator '" + operator + "'.",
              "Use UNIQUE, CLUSTER, GROUP_BY, LIKE, UNLIKE, MAX_PER or IS.");
    }
  }

  private void demand(boolean holds, String path, String message, String fix) {
    if (!holds) {
      findings.fault(path, message, fix);
    }
  }

  private static boolean pattern(String value) {
    try {
      return !value.isEmpty() && Pattern.compile(value) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}

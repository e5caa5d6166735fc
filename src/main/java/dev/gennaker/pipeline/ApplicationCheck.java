package dev.gennaker.pipeline;

import dev.gennaker.security.Permission;
import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether an application can be saved. */
final class ApplicationCheck {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,127}");

  private ApplicationCheck() {}

  static void require(String name, JsonNode attributes) {
    List<Problem> problems = problems(name, attributes);
    if (!problems.isEmpty()) {
      throw new ApplicationInvalid("The application was not saved.", problems);
    }
  }

  static List<Problem> problems(String name, JsonNode attributes) {
    List<Problem> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add(
          Problem.error(
              "$.name",
              "An application's name is 1 to 127 letters and digits; dashes separate it from stack"
                  + " and detail in the names of server groups.",
              "Choose a name such as shop."));
    }
    if (attributes.hasNonNull("email") && !Kind.TEXT.accepts(attributes.get("email"))) {
      problems.add(wrong("$.email", "email", Kind.TEXT));
    }
    if (attributes.hasNonNull("trafficGuards")
        && !Kind.LIST.accepts(attributes.get("trafficGuards"))) {
      problems.add(wrong("$.trafficGuards", "trafficGuards", Kind.LIST));
    }
    permissions(attributes.path("permissions"), problems);
    return problems;
  }

  private static void permissions(JsonNode permissions, List<Problem> problems) {
    if (permissions.isMissingNode() || permissions.isNull()) {
      return;
    }
    if (!permissions.isObject()) {
      problems.add(wrong("$.permissions", "permissions", Kind.OBJECT));
      return;
    }
    for (Permission permission : Permission.values()) {
      JsonNode roles = permissions.path(permission.name());
      String path = "$.permissions." + permission;
      if (roles.isMissingNode() || roles.isNull()) {
        continue;
      }
      if (!roles.isArray() || !roles.valueStream().allMatch(Kind.TEXT::accepts)) {
        problems.add(
            Problem.error(
                path, permission + " must be a list of role names.", "Write [\"role\", …]."));
      }
    }
  }

  private static Problem wrong(String path, String key, Kind kind) {
    return Problem.error(path, key + " must be " + kind.words() + ".", kind.fix());
  }
}

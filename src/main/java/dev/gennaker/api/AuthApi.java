package dev.gennaker.api;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Installation")
class AuthApi {

  private final CurrentActor current;
  private final Clouds clouds;

  AuthApi(CurrentActor current, Clouds clouds) {
    this.current = current;
    this.clouds = clouds;
  }

  @GetMapping("/api/auth/user")
  @Operation(summary = "Who is asking, and which roles that gives")
  User user() {
    Actor actor = current.get();
    return new User(
        actor.name(),
        actor.name(),
        actor.roles().stream().sorted().toList(),
        clouds.accounts().stream().map(Account::name).toList(),
        actor.isAdmin(),
        true);
  }

  record User(
      String username,
      String name,
      List<String> roles,
      List<String> allowedAccounts,
      boolean admin,
      boolean enabled) {}
}

package dev.gennaker.api;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Clouds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Installation")
class CredentialsApi {

  private final Clouds clouds;

  CredentialsApi(Clouds clouds) {
    this.clouds = clouds;
  }

  @GetMapping("/api/credentials")
  @Operation(summary = "The accounts one may deploy with; never their secrets")
  List<Credentials> list() {
    return clouds.accounts().stream().map(Credentials::of).toList();
  }

  @GetMapping("/api/credentials/{account}")
  @Operation(summary = "One account")
  Credentials get(@PathVariable String account) {
    return clouds.accounts().stream()
        .filter(one -> one.name().equals(account))
        .findFirst()
        .map(Credentials::of)
        .orElseThrow(() -> new NotFound("There is no account " + account + "."));
  }

  /**
   * @param regions clusters it may deploy to
   */
  record Credentials(
      String name,
      String type,
      String cloudProvider,
      String environment,
      String accountType,
      String accountId,
      boolean authorized,
      List<String> regions) {

    static Credentials of(Account account) {
      return new Credentials(
          account.name(),
          account.provider(),
          account.provider(),
          account.environment(),
          account.environment(),
          account.name(),
          true,
          account.locations());
    }
  }
}

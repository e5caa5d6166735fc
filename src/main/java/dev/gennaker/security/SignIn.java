package dev.gennaker.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Ways to sign in: passwords of our own, and every configured client registration. */
@Configuration(proxyBeanMethods = false)
class SignIn {

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  GrantedAuthoritiesMapper rolesFromClaims(SecuritySettings settings) {
    return new RolesFromClaims(settings.rolesClaim());
  }

  /**
   * @throws UnusableUsers when nobody could sign in to a server others can reach
   */
  @Bean
  SignInOptions signInOptions(
      SecuritySettings settings,
      ObjectProvider<ClientRegistrationRepository> registrations,
      Environment environment) {
    List<SignInOptions.Provider> providers = new ArrayList<>();
    if (registrations.getIfAvailable() instanceof Iterable<?> all) {
      for (Object one : all) {
        if (one instanceof ClientRegistration registration) {
          providers.add(
              new SignInOptions.Provider(
                  registration.getClientName(),
                  "oauth2/authorization/" + registration.getRegistrationId()));
        }
      }
    }
    SignInOptions options =
        new SignInOptions(!settings.users().isEmpty(), providers, settings.signInHint());
    String address = environment.getProperty("server.address", "");
    if (!options.any() && !isLoopback(address)) {
      throw new UnusableUsers(
          "Nobody can sign in: there are no gennaker.security.users and no OAuth2 client registration, but server.address (%s) is open to others."
              .formatted(address.isEmpty() ? "all addresses" : address),
          "Configure users or spring.security.oauth2.client.registration, or set server.address=127.0.0.1.");
    }
    return options;
  }

  private static boolean isLoopback(String address) {
    if (address.isBlank()) {
      return false;
    }
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

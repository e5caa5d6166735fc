package dev.gennaker.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** The doors for programs; the screen's own door is the screen's business. */
@Configuration(proxyBeanMethods = false)
class ProgramSecurity {

  /**
   * The API knows no session, so that a page of somebody else cannot use a signed-in browser and no
   * CSRF token is needed.
   */
  @Bean
  @Order(1)
  SecurityFilterChain apiDoor(HttpSecurity http, JsonMapper json) {
    Refusals refusals = new Refusals(json);
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(Customizer.withDefaults())
        .build();
  }

  /** Health is open to load balancers; the rest of operations wants an administrator. */
  @Bean
  @Order(2)
  SecurityFilterChain operationsDoor(HttpSecurity http, JsonMapper json) {
    Refusals refusals = new Refusals(json);
    return http.securityMatcher("/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasRole(Actor.ADMIN)
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        // A person signed in to the screen may read these; a session is never made here. Basic
        // credentials cannot be sent by somebody else's page, so they need no token.
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(c -> c.ignoringRequestMatchers(r -> r.getHeader("Authorization") != null))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }
}

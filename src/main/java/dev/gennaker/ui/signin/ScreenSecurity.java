package dev.gennaker.ui.signin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of the screen: every page wants somebody signed in, but the sign-in page itself. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

  private static final String SIGN_IN = "/login";

  /** Vaadin's bootstrap needs inline scripts; the rest of the policy is closed. */
  private static final String CONTENT_POLICY =
      "frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'";

  /** Vaadin's servlet is forwarded to and commits its answer before late headers are written. */
  private static final ObjectPostProcessor<HeaderWriterFilter> BEFORE_THE_PAGE =
      new ObjectPostProcessor<>() {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  /** The page's token goes with its session: whoever comes back to it next day is told so. */
  private static final ObjectPostProcessor<CsrfFilter> AFTER_A_LONG_WAIT =
      new ObjectPostProcessor<>() {
        @Override
        public <O extends CsrfFilter> O postProcess(O filter) {
          AccessDeniedHandler others = new AccessDeniedHandlerImpl();
          filter.setAccessDeniedHandler(
              (request, response, denied) -> {
                if (request.getRequestURI().equals(request.getContextPath() + SIGN_IN)) {
                  response.sendRedirect(request.getContextPath() + SIGN_IN + "?error=expired");
                } else {
                  others.handle(request, response, denied);
                }
              });
          return filter;
        }
      };

  @Bean
  @Order(10)
  SecurityFilterChain screenDoor(
      HttpSecurity http,
      ObjectProvider<ClientRegistrationRepository> registrations,
      RequestUtil vaadinRequests) {
    ClientRegistrationRepository outside = registrations.getIfAvailable();
    if (outside != null) {
      http.oauth2Login(login -> login.loginPage(SIGN_IN).failureUrl(SIGN_IN + "?error=outside"));
    }
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin -> {
          vaadin.loginView(LoginView.class, SIGN_IN);
          vaadin.enableCsrfConfiguration(false);
          // An address nobody knows is told so by a page, to those who are signed in.
          vaadin.anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated);
          if (outside != null) {
            OidcClientInitiatedLogoutSuccessHandler everywhere =
                new OidcClientInitiatedLogoutSuccessHandler(outside);
            everywhere.setPostLogoutRedirectUri("{baseUrl}" + SIGN_IN);
            everywhere.setDefaultTargetUrl(SIGN_IN);
            everywhere.setRedirectStrategy(new UidlRedirectStrategy());
            vaadin.logoutSuccessHandler(everywhere);
          }
        });
    // As Vaadin's own, but signing in needs the page's token too.
    http.csrf(
        c ->
            c.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                .withObjectPostProcessor(AFTER_A_LONG_WAIT));
    http.headers(
        headers -> {
          headers.addObjectPostProcessor(BEFORE_THE_PAGE);
          headers
              .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
              .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
              .permissionsPolicyHeader(
                  policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
        });
    return http.build();
  }
}

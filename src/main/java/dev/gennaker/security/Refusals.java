package dev.gennaker.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Says no to programs: problem details (RFC 9457) instead of a page. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final JsonMapper json;

  Refusals(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    // Scripts of a page must not make the browser ask for a password; people at a terminal and
    // people who type the address may be asked.
    String mode = request.getHeader("Sec-Fetch-Mode");
    if (request.getHeader("X-Requested-With") == null
        && (mode == null || mode.equals("navigate"))) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Gennaker\", charset=\"UTF-8\"");
    }
    boolean tried = request.getHeader("Authorization") != null;
    answer(
        request,
        response,
        401,
        "Unauthorized",
        tried
            ? "Name or password is wrong, or the account cannot be used."
            : "Sign in first: send HTTP basic credentials.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    answer(
        request,
        response,
        403,
        "Forbidden",
        "%s may not do this; it needs the role %s."
            .formatted(request.getRemoteUser(), Actor.ADMIN));
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String detail)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    problem.put("instance", request.getRequestURI());
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    json.writeValue(response.getOutputStream(), problem);
  }
}

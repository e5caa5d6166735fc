package dev.gennaker.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Addresses below /api that are none; without it the screen would answer them with a page. */
@RestController
@Hidden
class NothingThere {

  private static final String EVERYTHING = "/api/**";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  NothingThere(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @RequestMapping(EVERYTHING)
  void answer(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
    Set<String> allowed = new TreeSet<>();
    mappings.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .filter(mapping -> isAt(mapping, request))
        .forEach(
            mapping ->
                mapping.getMethodsCondition().getMethods().forEach(m -> allowed.add(m.name())));
    if (!allowed.isEmpty()) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod(), allowed);
    }
    throw new NotFound("There is nothing at " + request.getRequestURI() + ".");
  }

  private static boolean isAt(RequestMappingInfo mapping, HttpServletRequest request) {
    var patterns = mapping.getPathPatternsCondition();
    return patterns != null
        && !patterns.getPatternValues().contains(EVERYTHING)
        && patterns.getPatterns().stream()
            .anyMatch(
                pattern ->
                    pattern.matches(
                        ServletRequestPathUtils.getParsedRequestPath(request)
                            .pathWithinApplication()));
  }
}

package dev.gennaker.api;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the server itself refuses, before anything of ours is asked, as problem details too. */
@Component
class ServerAnswers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  @Override
  public void customize(ConfigurableTomcatWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> {
          StandardHost host = (StandardHost) context.getParent();
          host.getPipeline().addValve(new Valve());
          // The host adds none of its own where one of this class is there.
          host.setErrorReportValveClass(Valve.class.getName());
        });
  }

  private static String problem(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", Answer.type(status < 500 ? Answer.name(status) : "broken").toString())
        .put("title", known == null ? "Refused" : known.getReasonPhrase())
        .put("status", status)
        .put("detail", detail(status))
        .toString();
  }

  private static String detail(int status) {
    return switch (status) {
      case 400 ->
          "The request cannot be read. Percent-encode what is not a letter or digit in its address, as UTF-8 and without zero bytes; name one host, and keep address and headers below 8 kB.";
      case 404 -> "There is nothing at this address.";
      case 501, 505 -> "The request is of a kind that is not spoken here. Use HTTP/1.1.";
      default ->
          status < 500
              ? "The request was refused before it was looked at. Correct it before it is sent again."
              : "It is not your request's fault. An administrator finds the reason in the log.";
    };
  }

  private static final class Valve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      var writable = new java.util.concurrent.atomic.AtomicBoolean();
      response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, writable);
      if (!writable.get()) {
        return;
      }
      try {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer out = response.getReporter();
        if (out != null) {
          out.write(problem(status));
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException gone) {
        // Nobody is there any more to be told.
      }
    }
  }
}

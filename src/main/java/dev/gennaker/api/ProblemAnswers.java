package dev.gennaker.api;

import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.execution.WrittenByNewer;
import dev.gennaker.judgment.JudgmentAlreadyGiven;
import dev.gennaker.nodes.Database;
import dev.gennaker.pipeline.ApplicationInvalid;
import dev.gennaker.pipeline.MalformedJson;
import dev.gennaker.pipeline.NoSuchApplication;
import dev.gennaker.pipeline.NoSuchPipeline;
import dev.gennaker.pipeline.PipelineChangedMeanwhile;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.NotPermitted;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Everything that goes wrong as problem details: what failed, where, what to do next. */
@RestControllerAdvice(basePackageClasses = ProblemAnswers.class)
class ProblemAnswers extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final String RETRY_SECONDS = "5";

  @ExceptionHandler
  ProblemDetail malformed(MalformedJson e) {
    ProblemDetail answer = Answer.of(400, "malformed-json", "Malformed JSON", e.getMessage());
    if (e.line() > 0) {
      answer.setProperty("line", e.line());
      answer.setProperty("column", e.column());
    }
    return answer;
  }

  @ExceptionHandler
  ProblemDetail tooLarge(BodyTooLarge e) {
    return Answer.of(413, "body-too-large", "Body too large", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail invalid(PipelineInvalid e) {
    return Answer.unprocessable("pipeline-invalid", e.getMessage(), e.problems());
  }

  @ExceptionHandler
  ProblemDetail invalid(ApplicationInvalid e) {
    return Answer.unprocessable("application-invalid", e.getMessage(), e.problems());
  }

  @ExceptionHandler
  ProblemDetail unprocessable(Unprocessable e) {
    return Answer.unprocessable("request-invalid", e.getMessage(), e.problems());
  }

  @ExceptionHandler
  ProblemDetail changedMeanwhile(PipelineChangedMeanwhile e) {
    ProblemDetail answer =
        Answer.of(409, "pipeline-changed-meanwhile", "Changed meanwhile", e.getMessage());
    answer.setProperty("revision", e.current().revision());
    answer.setProperty("savedBy", e.current().savedBy());
    answer.setProperty("savedAt", e.current().savedAt().toEpochMilli());
    return answer;
  }

  @ExceptionHandler
  ProblemDetail alreadyGiven(JudgmentAlreadyGiven e) {
    return Answer.of(409, "judgment-already-given", "Already answered", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail newer(WrittenByNewer e) {
    return Answer.of(409, "newer-version", "Of a newer version", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail notPossible(NotPossible e) {
    return Answer.of(409, "not-possible", "Not possible now", e.getMessage());
  }

  @ExceptionHandler({
    NotFound.class,
    NoSuchApplication.class,
    NoSuchPipeline.class,
    NoSuchExecution.class
  })
  ProblemDetail notFound(RuntimeException e) {
    return Answer.of(404, "not-found", "Not found", String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail noFiles(FilesUnavailable e) {
    return switch (e.why()) {
      case GONE, NO_SUCH_FILE -> Answer.of(404, "not-found", "Not found", e.getMessage());
      case FORBIDDEN -> Answer.of(502, "platform-refused", "The platform refused", e.getMessage());
      case SILENT ->
          Answer.of(503, "platform-silent", "The platform does not answer", e.getMessage());
    };
  }

  @ExceptionHandler
  ProblemDetail notPermitted(NotPermitted e) {
    ProblemDetail answer = Answer.of(403, "not-permitted", "Not permitted", e.getMessage());
    answer.setProperty("needed", e.needed());
    if (e.on() != null) {
      answer.setProperty("on", e.on());
    }
    return answer;
  }

  @ExceptionHandler
  ProblemDetail wrongKind(MethodArgumentTypeMismatchException e) {
    return Answer.of(
        400,
        "wrong-parameter",
        "Wrong parameter",
        "The parameter %s cannot be \"%s\".".formatted(e.getName(), e.getValue()));
  }

  /** We broke: logged once, told calmly; that the database is away is told as it is. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception e) {
    if (Database.didNotAnswer(e)) {
      LOG.warn("A request found no database: {}", e.getMessage());
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
          .body(
              Answer.of(
                  503,
                  "database-does-not-answer",
                  "The database does not answer",
                  "Nothing was changed. Running pipelines wait for the database; try again when it is back."));
    }
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("A request broke, reference {}", id, e);
    return ResponseEntity.internalServerError()
        .body(
            Answer.of(
                500,
                "broken",
                "Something in Gennaker broke",
                "It is not your request's fault. Tell an administrator the reference %s."
                    .formatted(id)));
  }

  /** What Spring itself refuses keeps its status and gets a type and an instance like the rest. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    @Nullable Object answer =
        body == null && e instanceof ErrorResponse refusal
            ? refusal.updateAndGetBody(getMessageSource(), Locale.ROOT)
            : body;
    if (answer instanceof ProblemDetail problem) {
      problem.setType(Answer.type(Answer.name(status.value())));
    }
    return super.handleExceptionInternal(e, answer, headers, status, request);
  }
}

package dev.gennaker.api;

import dev.gennaker.pipeline.Documents;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON objects and arrays as they were sent: no digit lost, nothing twice, nothing too long.
 */
class JsonBodies extends AbstractHttpMessageConverter<JsonNode> {

  /** So much of what is too long is read away, so that the sender gets to see the answer. */
  private static final long DRAINED_AT_MOST = 256L << 20;

  private final int limit;

  JsonBodies(ApiSettings settings) {
    super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    this.limit = (int) settings.maxBody().toBytes();
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ObjectNode.class || type == ArrayNode.class;
  }

  @Override
  public boolean canWrite(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage message)
      throws IOException {
    InputStream body = message.getBody();
    if (message.getHeaders().getContentLength() <= limit) {
      byte[] bytes = body.readNBytes(limit + 1);
      if (bytes.length <= limit) {
        return type == ArrayNode.class ? Documents.parseList(bytes) : Documents.parse(bytes);
      }
    }
    drain(body);
    throw new BodyTooLarge(limit);
  }

  @Override
  protected void writeInternal(JsonNode node, HttpOutputMessage message) {
    throw new UnsupportedOperationException("other converters write");
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long read = 0;
    for (int n = body.read(buffer); n >= 0 && read < DRAINED_AT_MOST; n = body.read(buffer)) {
      read += n;
    }
  }
}

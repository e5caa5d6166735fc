package dev.gennaker.simulator;

import com.sun.net.httpserver.HttpExchange;
import dev.gennaker.simulator.files.Download;
import dev.gennaker.simulator.marathon.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One exchange of bytes: headers, compression, streams. */
final class Wire {

  private static final int WORTH_COMPRESSING = 1024;
  private static final int PIECE = 65_536;

  private final HttpExchange exchange;

  Wire(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** The decoded path, with doubled slashes as they were sent. */
  String path() {
    String path = exchange.getRequestURI().getPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** Scheme, host and port as the client sees them. */
  String root() {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return "http://" + (host == null ? address() : host);
  }

  private String address() {
    return "127.0.0.1:" + exchange.getLocalAddress().getPort();
  }

  /** Adds what every answer of Marathon's leader carries. */
  Answer dressed(Answer answer, Map<String, String> leader) {
    leader.forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("GET") && answer.status() == 200) {
      exchange.getResponseHeaders().set("Vary", "Accept-Encoding, User-Agent");
    }
    return answer;
  }

  void send(Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.bytes();
    if (bytes.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    String wanted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (bytes.length > WORTH_COMPRESSING && wanted != null && wanted.contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      bytes = gzip(bytes);
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** A file as an attachment, piece by piece. */
  void send(Download file) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", file.type());
    headers.set("Content-Disposition", "attachment; filename=" + file.name());
    exchange.sendResponseHeaders(200, file.size() == 0 ? -1 : file.size());
    try (OutputStream out = exchange.getResponseBody()) {
      for (long at = 0; at < file.size(); ) {
        byte[] piece = file.read(at, PIECE);
        out.write(piece);
        at += piece.length;
      }
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 8);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  OutputStream openStream(Map<String, String> leader) throws IOException {
    leader.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=utf-8");
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    return out;
  }

  void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

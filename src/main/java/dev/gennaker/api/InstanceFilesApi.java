package dev.gennaker.api;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FileChunk;
import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.cloud.Location;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/instances/{account}/{region}/{id}/files")
@Tag(name = "What runs where")
class InstanceFilesApi {

  private final Clouds clouds;
  private final Permissions permissions;
  private final CurrentActor current;

  InstanceFilesApi(Clouds clouds, Permissions permissions, CurrentActor current) {
    this.clouds = clouds;
    this.permissions = permissions;
    this.current = current;
  }

  @GetMapping
  @Operation(
      summary = "What lies in a directory of an instance",
      description =
          "Also of one that has ended, as long as the platform keeps it; path is below the instance's own directory.")
  List<Entry> list(
      @PathVariable String account,
      @PathVariable String region,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String path) {
    InstanceId instance = readable(account, region, id);
    return files(instance).list(instance, below(path)).stream().map(Entry::of).toList();
  }

  @GetMapping("/content")
  @Operation(
      summary = "A part of a file as text",
      description =
          "At most 64 KiB from offset on; without offset the last of them. Go on at offset + length.")
  Content content(
      @PathVariable String account,
      @PathVariable String region,
      @PathVariable String id,
      @RequestParam String path,
      @RequestParam(required = false) @Nullable Long offset,
      @RequestParam(required = false) @Nullable Integer length) {
    InstanceId instance = readable(account, region, id);
    InstanceFiles files = files(instance);
    FilePath file = below(path);
    int most = length == null ? InstanceFiles.MOST : Math.clamp(length, 0, InstanceFiles.MOST);
    long size = files.size(instance, file);
    long from = offset == null || offset < 0 ? Math.max(0, size - most) : offset;
    FileChunk chunk = files.read(instance, file, from, most);
    return new Content(
        path,
        size,
        chunk.from(),
        chunk.bytes().length,
        new String(chunk.bytes(), StandardCharsets.UTF_8));
  }

  @GetMapping("/download")
  @Operation(summary = "A whole file of an instance, as it is")
  ResponseEntity<InputStreamResource> download(
      @PathVariable String account,
      @PathVariable String region,
      @PathVariable String id,
      @RequestParam String path) {
    InstanceId instance = readable(account, region, id);
    FilePath file = below(path);
    InputStream content = files(instance).open(instance, file);
    ContentDisposition attachment =
        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(new InputStreamResource(content));
  }

  private InstanceFiles files(InstanceId instance) {
    return clouds.files(instance.location());
  }

  private static FilePath below(String path) {
    return FilePath.of(path)
        .orElseThrow(() -> new NotFound("No file of an instance is called %s.".formatted(path)));
  }

  /** The instance, if the caller may read the application it belongs to. */
  private InstanceId readable(String account, String region, String id) {
    InstanceId instance = new InstanceId(location(account, region), id);
    String application = files(instance).application(instance);
    permissions.require(current.get(), Permission.READ, application.isEmpty() ? null : application);
    return instance;
  }

  /** Regions begin with the name of their location. */
  private String location(String account, String region) {
    return clouds.locations().stream()
        .map(Location::name)
        .filter(
            name ->
                region.equals(name)
                    || region.matches(java.util.regex.Pattern.quote(name) + "[_/].*"))
        .filter(
            name ->
                clouds.accounts().stream()
                    .anyMatch(a -> a.name().equals(account) && a.locations().contains(name)))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(() -> new NotFound("Account %s has no region %s.".formatted(account, region)));
  }

  /**
   * @param path below the instance's directory
   * @param modified milliseconds since 1970
   */
  record Entry(String name, String path, boolean directory, long size, long modified) {

    static Entry of(FileEntry entry) {
      return new Entry(
          entry.path().name(),
          entry.path().toString(),
          entry.directory(),
          entry.size(),
          entry.modified().toEpochMilli());
    }
  }

  /**
   * @param size of the whole file
   * @param offset where the text begins, in bytes
   * @param length of the text in bytes
   */
  record Content(String path, long size, long offset, int length, String text) {}
}

package dev.gennaker.ui.files;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.FileChunk;
import dev.gennaker.cloud.FileEntry;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.util.List;

/** Files of instances, for those who may read the application they belong to. */
@SpringComponent
class Reading {

  private final Clouds clouds;
  private final Permissions permissions;

  Reading(Clouds clouds, Permissions permissions) {
    this.clouds = clouds;
    this.permissions = permissions;
  }

  /**
   * Whom an instance belongs to; empty for nobody.
   *
   * @throws NotPermitted when the actor may not read what belongs to them
   * @throws FilesUnavailable when that cannot be told
   */
  String application(InstanceId instance, Actor actor) {
    String application = files(instance).application(instance);
    permissions.require(actor, Permission.READ, application.isEmpty() ? null : application);
    return application;
  }

  List<FileEntry> list(InstanceId instance, FilePath directory) {
    return files(instance).list(instance, directory);
  }

  /** What is before an offset. */
  FileChunk before(InstanceId instance, FilePath file, long offset) {
    long from = Math.max(0, offset - InstanceFiles.MOST);
    return files(instance).read(instance, file, from, (int) (offset - from));
  }

  DownloadHandler download(InstanceId instance, FilePath file, Actor actor) {
    return DownloadHandler.fromInputStream(
        event -> {
          try {
            application(instance, actor);
            return new DownloadResponse(
                files(instance).open(instance, file), file.name(), "application/octet-stream", -1);
          } catch (NotPermitted refused) {
            return DownloadResponse.error(403);
          } catch (FilesUnavailable unavailable) {
            return DownloadResponse.error(404);
          }
        });
  }

  private InstanceFiles files(InstanceId instance) {
    return clouds.files(instance.location());
  }
}

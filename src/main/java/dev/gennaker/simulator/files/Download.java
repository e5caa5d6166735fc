package dev.gennaker.simulator.files;

/** A file on its way out, read piece by piece. */
public final class Download {

  private final SandboxFile file;

  Download(SandboxFile file) {
    this.file = file;
  }

  public String name() {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  /** By its extension, as Mesos does; logs have none. */
  public String type() {
    return name().endsWith(".tgz") ? "application/x-gzip" : "application/octet-stream";
  }

  public long size() {
    return file.size();
  }

  public byte[] read(long from, int length) {
    return file.content().read(from, length);
  }
}

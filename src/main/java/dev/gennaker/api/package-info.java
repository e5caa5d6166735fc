/** The HTTP API, in the shape of Spinnaker's Gate; publishes nothing to other rooms. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "security",
      "stage",
      "pipeline",
      "execution",
      "judgment",
      "cloud",
      "nodes"
    })
@org.jspecify.annotations.NullMarked
package dev.gennaker.api;

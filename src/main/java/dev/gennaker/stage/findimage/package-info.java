/** The stage that reads which image a cluster runs. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.findimage;

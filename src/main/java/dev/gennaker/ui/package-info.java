/** The screen: shell and views, everything a person sees. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "security",
      "stage",
      "stage::form",
      "cloud",
      "cloud::form",
      "pipeline",
      "execution",
      "judgment",
      "nodes"
    })
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui;

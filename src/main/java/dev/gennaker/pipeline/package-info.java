/** What was asked for: applications, pipeline documents, their revisions, drafts and checks. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"security", "stage", "nodes"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.pipeline;

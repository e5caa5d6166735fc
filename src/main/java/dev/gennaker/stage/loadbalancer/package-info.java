/** The stages that set load balancers up and remove them. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.loadbalancer;

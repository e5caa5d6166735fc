/** A DC/OS cluster in a box: Admin Router login and Marathon over HTTP and SSE, with knobs. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.gennaker.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

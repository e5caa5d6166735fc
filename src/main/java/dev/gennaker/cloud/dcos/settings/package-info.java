/** Which DC/OS clusters there are and with which credentials, as configured and checked. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.settings;

/** From the body of a deploy to a Marathon app, and what is wrong with it before it is sent. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.definition;

/** Marathon's HTTP API behind an Admin Router: signing in, calls, the event stream, its nouns. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.marathon;

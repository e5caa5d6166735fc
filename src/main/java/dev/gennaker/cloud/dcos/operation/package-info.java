/** Changes: each looks before it acts, follows Marathon's deployment, and ends with a reason. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.operation;

/** Tests that need minutes and a machine of their own: {@code ./mvnw -Pslow verify}. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.slow;

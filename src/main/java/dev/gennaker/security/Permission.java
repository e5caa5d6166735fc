package dev.gennaker.security;

/** What one may do with an application and all that belongs to it. */
public enum Permission {
  /** See it: pipelines, executions, what runs where. */
  READ,
  /** Change its pipelines and settings, delete finished executions. */
  WRITE,
  /** Start, cancel, restart executions and act on server groups; includes {@link #JUDGE}. */
  EXECUTE,
  /** Answer judgments that ask for one of the actor's roles, or for nobody in particular. */
  JUDGE
}

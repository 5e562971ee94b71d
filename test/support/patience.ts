/**
 * How long a test waits for what has to become true. Nothing is waited for that is already so, and a quiet machine is
 * never near it: it is for a machine with two cores that is busy with other things, and on which a sandbox may even be
 * given up as lost, so that a queue delivers its message again half a minute later.
 */
export const PATIENCE_MS = 120_000;

/**
 * Whose code it is decides where it runs. The course's and the reader's own run in the reader's lab, with what the reader
 * stored and on the host that the reader chose. A stranger's (a link, somebody else's file) runs in a lab of its own: its
 * stores begin empty and end with it, and it never leaves the browser's sandbox.
 */
export type Origin = 'course' | 'own' | 'stranger';

/** Whose lab it is. The course's code and the reader's own share one, since the one is what the other began as. */
export type LabOwner = 'reader' | 'stranger';

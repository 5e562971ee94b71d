/** A platform does not take what the reader has set: nothing is made, and the reader reads why. */
export class RefusedProject extends Error {
  override readonly name = 'RefusedProject';
}

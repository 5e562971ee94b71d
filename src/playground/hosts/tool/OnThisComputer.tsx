/** What is different on the reader's own computer, in a sentence. */
export function Differences() {
  return (
    <span class="host__why">
      Zonder sandbox: met jouw rechten, en met pakketten, bestanden en het netwerk van deze computer.
    </span>
  );
}

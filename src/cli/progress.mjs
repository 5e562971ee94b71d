/**
 * One line about work that takes a while: what it is, how long it usually takes, and how long it has taken.
 *
 * On a terminal the line counts the seconds and is replaced by its outcome. In a log, where nothing can be replaced, the
 * begin and the outcome are a line each. Plain JavaScript without dependencies, since the installation uses it too.
 */
import process from 'node:process';

const EACH_MS = 1_000;
/** Back to the margin, and empty to the right. */
const START_OVER = '\r\u001b[K';

/**
 * @typedef {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} Output
 * @typedef {object} Progress
 * @property {(outcome: string) => void} done ends with what was achieved; the time it took comes after it
 * @property {() => void} fail ends without an outcome: the reason is for whoever calls to print
 */

/**
 * @param {string} what in Dutch, as in `De site bouwen`
 * @param {string} usually how long that takes on an ordinary laptop, as in `meestal een halve minuut`
 * @param {Output} [output]
 * @returns {Progress}
 */
export function startProgress(what, usually, output = process.stdout) {
  const startedMs = performance.now();
  const seconds = () => `${Math.round((performance.now() - startedMs) / 1_000)} s`;
  const show = () => {
    // A line that wraps can't be taken back.
    const line = `… ${what}: ${seconds()} (${usually})`.slice(0, (output.columns ?? 80) - 1);
    output.write(START_OVER + line);
  };
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  if (output.isTTY) {
    show();
    timer = setInterval(show, EACH_MS);
    timer.unref();
  } else {
    output.write(`… ${what} (${usually})\n`);
  }
  const end = () => {
    clearInterval(timer);
    if (output.isTTY) output.write(START_OVER);
  };
  return {
    done(outcome) {
      end();
      output.write(`✓ ${outcome} (${seconds()})\n`);
    },
    fail: end,
  };
}

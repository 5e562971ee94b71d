/** What stands in the sandboxed frame. */
import { expect, test } from 'vitest';
import { FRAME_POLICY, frameDocument } from '../../../src/host/browser/index.ts';

test('the policy is the first element of the frame', () => {
  const html = frameDocument('1');
  expect(
    html.startsWith(
      `<!doctype html><meta http-equiv="Content-Security-Policy" content="${FRAME_POLICY}"><script>`,
    ),
  ).toBe(true);
  expect(FRAME_POLICY).toBe(
    "default-src 'none'; script-src 'unsafe-inline' blob: data:; worker-src blob: data:; connect-src 'none'",
  );
});

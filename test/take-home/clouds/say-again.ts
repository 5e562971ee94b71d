/** A function that answers with what it was asked, for targets that hand it a request in a way of their own. */
import type { CloudManifest } from '../../../src/take-home/clouds/adapter/index.ts';
import type { TargetId } from '../../../src/take-home/clouds/target.ts';

const NAME = 'zeg-na';

export function sayAgainManifest(target: TargetId): CloudManifest {
  return {
    name: 'proef',
    target,
    functions: [
      {
        name: NAME,
        entry: `${NAME}.js`,
        trigger: { type: 'http', routes: null },
        grants: [],
        memoryMb: 128,
        timeoutMs: 3_000,
        env: {},
      },
    ],
    services: [],
  };
}

/** Method, address, a header, the kind of body and the body; with 201 and two cookies. Nothing, with 204, for a DELETE. */
export const sayAgain = {
  async [NAME](request: Request): Promise<Response> {
    const { method, url, headers } = request;
    if (method === 'DELETE') return new Response(null, { status: 204 });
    const told = [method, url, headers.get('x-eigen'), headers.get('content-type'), await request.text()];
    return Response.json(told, {
      status: 201,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
    });
  },
};

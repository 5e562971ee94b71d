/**
 * What a Lambda with Node has around a handler, in a process of its own: `functielab/bootstrap.mjs`. It loads the handler
 * that `_HANDLER` names, asks the Runtime API for an event, hands it over, and tells what came of it, without end.
 *
 * Source: AWS Lambda developer guide, "Using the Lambda runtime API", read 2026-11-29.
 */
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const agent = new Agent({ keepAlive: true });
const api = `http://${process.env['AWS_LAMBDA_RUNTIME_API']}/2018-06-01/runtime`;

interface Told {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(method: string, path: string, body = ''): Promise<Told> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${api}${path}`, { method, agent }, async (incoming) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
        resolve({ headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function inWords(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ errorType: name, errorMessage: message, stackTrace: stack?.split('\n') });
}

async function load(): Promise<(event: unknown, context: unknown) => unknown> {
  const [, file = '', name = ''] = /^(.*)\.(\w+)$/.exec(process.env['_HANDLER'] ?? '') ?? [];
  const path = join(process.env['LAMBDA_TASK_ROOT'] ?? '.', `${file}.mjs`);
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const handler = module[name];
  if (typeof handler !== 'function') throw new Error(`${file}.mjs exporteert geen functie ${name}.`);
  return handler as (event: unknown, context: unknown) => unknown;
}

async function serve(handler: (event: unknown, context: unknown) => unknown): Promise<never> {
  for (;;) {
    const { headers, body } = await ask('GET', '/invocation/next');
    const id = String(headers['lambda-runtime-aws-request-id']);
    const deadlineMs = Number(headers['lambda-runtime-deadline-ms']);
    const context = {
      awsRequestId: id,
      functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
      invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
      memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
      getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
    };
    try {
      const answer = await handler(JSON.parse(body), context);
      await ask('POST', `/invocation/${id}/response`, JSON.stringify(answer ?? null));
    } catch (error) {
      await ask('POST', `/invocation/${id}/error`, inWords(error));
    }
  }
}

try {
  await serve(await load());
} catch (error) {
  console.error(error);
  await ask('POST', '/init/error', inWords(error));
  process.exit(1);
}

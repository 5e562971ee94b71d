/** The same function twice: on the engine of the lab with its Node host, and around the adapter of a cloud. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import type { HttpRequestData, HttpResponseData } from '../../../src/contract/data.ts';
import { type Deployment, Engine, type Entry, realClock } from '../../../src/engine/index.ts';
import type { CloudFunctionSpec } from '../../../src/take-home/clouds/adapter/index.ts';

export interface Told {
  readonly status: number;
  /** Null when the lab answers in the function's place. */
  readonly response: HttpResponseData | null;
}

export function deploymentOf(spec: CloudFunctionSpec, text: string): Deployment {
  const { name, entry, grants, memoryMb, timeoutMs, env, trigger } = spec;
  return {
    functionName: name,
    entry,
    files: [{ path: entry, text }],
    grants,
    memoryMb,
    timeoutMs,
    env,
    idleTimeoutMs: 30_000,
    concurrencyLimit: 10,
    ...(trigger.type === 'http' && trigger.routes && { routes: trigger.routes }),
    ...(trigger.type !== 'http' && { source: trigger }),
  };
}

/** One after another, on one platform. */
export function askLab(
  functions: readonly (readonly [CloudFunctionSpec, text: string])[],
  requests: readonly HttpRequestData[],
): Promise<Told[]> {
  return withNodeHost(async (createHost) => {
    const engine = new Engine({ createHost, clock: realClock });
    try {
      for (const [spec, text] of functions) engine.deploy(deploymentOf(spec, text));
      const told: Told[] = [];
      for (const request of requests) {
        const { status, response } = await engine.request(request);
        told.push({ status, response });
      }
      return told;
    } finally {
      engine.dispose();
    }
  });
}

/** What the platform gave the function for one step from outside, until an invocation has ended. */
export function watchLab(
  spec: CloudFunctionSpec,
  text: string,
  act: (engine: Engine) => void,
): Promise<readonly Entry[]> {
  return withNodeHost(async (createHost) => {
    const engine = new Engine({ createHost, clock: realClock });
    try {
      engine.deploy(deploymentOf(spec, text));
      const ended = new Promise<void>((resolve) => {
        engine.subscribe((entries) => {
          if (entries.some(({ type }) => type === 'invocationEnded')) resolve();
        });
      });
      act(engine);
      await ended;
      return engine.entries();
    } finally {
      engine.dispose();
    }
  });
}

/** The default export of a file that is written down for it. */
export async function handlerOf(text: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-wolk-'));
  try {
    writeFileSync(join(folder, 'functie.mjs'), text);
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'functie.mjs')).href)) as {
      default: unknown;
    };
    return module.default;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The files of one build, in a cache of their own. What does not belong to the build never gets in: a file
 * whose name does not hold a digest of its content is compared with the digest in the list.
 */
import { type BuildList, DIGEST_LENGTH_CHARACTERS, isNameOfContent, type ListedFile } from './build-list.ts';

/** The host answered, but not with the file of this build: it has another build by now. */
export class OutdatedError extends Error {}

export class BuildCache {
  readonly paths: ReadonlySet<string>;
  readonly #build: BuildList;
  readonly #files: ReadonlyMap<string, ListedFile>;
  /** Several sites may share an origin, so a cache's name says whose it is. */
  readonly #prefix: string;

  constructor(build: BuildList) {
    this.#build = build;
    this.#files = new Map([...build.shell, ...build.rest].map((file) => [file[0], file]));
    this.paths = new Set(this.#files.keys());
    this.#prefix = `functielab ${build.base} `;
  }

  /**
   * Keeps these files, the ones already kept excepted.
   *
   * @param untilMs as `Date.now()` tells it: begins with no other file from then on
   * @returns whether all are kept
   * @throws OutdatedError, or TypeError without network
   */
  async keep(files: readonly ListedFile[], atATime: number, untilMs = Infinity): Promise<boolean> {
    const cache = await this.#open();
    const kept = new Set((await cache.keys()).map((request) => request.url));
    const queue = files.filter(([path]) => !kept.has(this.#address(path)));
    const worker = async () => {
      while (Date.now() < untilMs) {
        const file = queue.shift();
        if (!file) return;
        await this.#fetchAndKeep(file);
      }
    };
    await Promise.all(Array.from({ length: atATime }, worker));
    return queue.length === 0;
  }

  /** @throws OutdatedError, or TypeError without network */
  async get(path: string): Promise<Response> {
    const file = this.#files.get(path) ?? (isNameOfContent(path) ? ([path] as const) : undefined);
    if (!file) throw new TypeError(`${path} is not in this build`);
    const cache = await this.#open();
    return (await cache.match(this.#address(path))) ?? (await this.#fetchAndKeep(file));
  }

  async deleteOthers(): Promise<void> {
    const mine = this.#name();
    const names = await caches.keys();
    const others = names.filter((name) => name.startsWith(this.#prefix) && name !== mine);
    await Promise.all(others.map((name) => caches.delete(name)));
  }

  async #fetchAndKeep([path, digest]: ListedFile): Promise<Response> {
    const address = this.#address(path);
    const cache = await this.#open();
    const isHashed = isNameOfContent(path);
    // A name with a digest is the same file in every build, so an earlier build's copy will do.
    const earlier = isHashed ? await caches.match(address) : undefined;
    const response = earlier ?? (await this.#download(address, isHashed, digest));
    // A full disk is no reason to withhold the file.
    await cache.put(address, response.clone()).catch(() => undefined);
    return response;
  }

  async #download(address: string, isHashed: boolean, digest: string | undefined): Promise<Response> {
    const answer = await fetch(address, { cache: isHashed ? 'default' : 'no-cache' });
    const body = await answer.arrayBuffer();
    // The page for unknown addresses may come with status 404; its digest tells that it is the right one.
    const isRight = digest === undefined ? answer.ok : (await digestOf(body)) === digest;
    if (!isRight) throw new OutdatedError(`${address} is not the file of build ${this.#build.id}`);
    // Made anew, since an answer that followed a redirect may not be given to a navigation.
    return new Response(body, { status: 200, headers: answer.headers });
  }

  #address(path: string): string {
    return new URL(this.#build.base + path, location.origin).href;
  }

  #name(): string {
    return this.#prefix + this.#build.id;
  }

  #open(): Promise<Cache> {
    return caches.open(this.#name());
  }
}

async function digestOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...bytes)).slice(0, DIGEST_LENGTH_CHARACTERS);
}

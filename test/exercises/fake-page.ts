/**
 * As much of a page as Preact needs to draw on: elements with attributes, texts and listeners. No browser starts, so that each
 * way through a component can have a test of its own; how it looks and reads in a real one is for the tests of pages.
 */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';

class FakeNode {
  parentNode: FakeElement | null = null;

  get nextSibling(): FakeNode | null {
    const beside = this.parentNode?.childNodes ?? [];
    return beside[beside.indexOf(this) + 1] ?? null;
  }

  get textContent(): string {
    return '';
  }
}

class FakeText extends FakeNode {
  readonly nodeType = 3;
  data: string;

  constructor(data: string) {
    super();
    this.data = data;
  }

  override get textContent(): string {
    return this.data;
  }
}

type Listener = (event: object) => unknown;

export class FakeElement extends FakeNode {
  readonly nodeType = 1;
  readonly localName: string;
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml';
  readonly childNodes: FakeNode[] = [];
  readonly attributes: { name: string; value: string }[] = [];
  readonly #listeners = new Map<string, Listener>();
  innerHTML = '';
  readonly style: Record<string, unknown> = {};
  /** Of `<details>`. */
  open = false;
  // Preact looks whether an element has these to learn how an event is written.
  onclick = null;
  ontoggle = null;

  constructor(localName: string) {
    super();
    this.localName = localName;
  }

  get firstChild(): FakeNode | null {
    return this.childNodes[0] ?? null;
  }

  override get textContent(): string {
    return this.innerHTML + this.childNodes.map((child) => child.textContent).join('');
  }

  insertBefore(child: FakeNode, before: FakeNode | null): FakeNode {
    if (child === before) return child;
    child.parentNode?.removeChild(child);
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    if (at < 0) throw new Error('what it has to stand before is not here');
    this.childNodes.splice(at, 0, child);
    child.parentNode = this;
    return child;
  }

  removeChild(child: FakeNode): void {
    this.childNodes.splice(this.childNodes.indexOf(child), 1);
    child.parentNode = null;
  }

  setAttribute(name: string, value: unknown): void {
    this.removeAttribute(name);
    this.attributes.push({ name, value: String(value) });
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((one) => one.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((one) => one.name === name)?.value ?? null;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, listener);
  }

  removeEventListener(type: string): void {
    this.#listeners.delete(type);
  }

  /** Nothing happens on an element that nobody can click. */
  async dispatch(type: string): Promise<void> {
    if (this.getAttribute('disabled') !== null) return;
    await act(async () => {
      await this.#listeners.get(type)?.call(this, { type, currentTarget: this });
    });
  }

  /** All under it with this name, in their order. */
  all(localName: string): FakeElement[] {
    return this.childNodes.flatMap((child) =>
      child instanceof FakeElement
        ? [...(child.localName === localName ? [child] : []), ...child.all(localName)]
        : [],
    );
  }

  /** @throws Error naming what is there, when there is no such element, or more than one */
  only(localName: string, text: string): FakeElement {
    const named = this.all(localName);
    const [found, ...more] = named.filter((one) => one.textContent.trim() === text);
    if (found === undefined || more.length > 0) {
      const there = named.map((one) => `"${one.textContent.trim()}"`).join(', ');
      throw new Error(`${more.length + (found ? 1 : 0)} times <${localName}> "${text}" among ${there}`);
    }
    return found;
  }

  has(localName: string, text: string): boolean {
    return this.all(localName).some((one) => one.textContent.trim() === text);
  }
}

/** Draws it in a page of its own, which is gone with the test. */
export async function draw(what: ComponentChild): Promise<FakeElement> {
  vi.stubGlobal('document', {
    createElementNS: (_: string, name: string) => new FakeElement(name),
    createTextNode: (data: string) => new FakeText(data),
  });
  const root = new FakeElement('main');
  await redraw(root, what);
  onTestFinished(async () => {
    await redraw(root, null);
    vi.unstubAllGlobals();
  });
  return root;
}

/** Draws it in the place of what stands there, as a page does when what it shows has changed. */
export async function redraw(root: FakeElement, what: ComponentChild): Promise<void> {
  // What Preact asks of it is all here.
  const parent = root as unknown as Element;
  await act(() => render(what, parent));
}

export { act };
